import { describe, expect, it } from "vitest";
import { atomsOf } from "../../src/korean/syntax/atoms.ts";
import { bestTree } from "../../src/korean/syntax/decode.ts";
import { Labeler } from "../../src/korean/syntax/label.ts";
import { TreeScorer } from "../../src/korean/syntax/scorer.ts";
import type { Word } from "../../src/korean/syntax/words.ts";
import { sortedTree } from "./corpus.ts";
import { quantized, trainArcs } from "./train-arcs.ts";
import { labelsOf, trainLabels } from "./train-labels.ts";

const ARCS = { bits: 14, epochs: 6, rate: 0.1, cost: 1, dropout: 0, seed: 7 };
const LABELS = { epochs: 20, rate: 0.3, penalty: 0, dropout: 0, seed: 7, least: 1, smallest: 0, leastLabel: 1 };

const words = (text: string): Word[] =>
  text.split(" ").map((word) => {
    const [stem = "", end = ""] = word.split("+");
    const isVerb = end === "다" || end === "ㄴ";
    const tail = end ? [{ form: end, tag: isVerb ? "E" : "J" }] : [];
    return { morphemes: [{ form: stem, tag: isVerb ? "VV" : "NNG" }, ...tail], before: "", after: "" };
  });

// Each sentence with the heads and labels of its words.
const ROWS: [string, number[], string][] = [
  ["해+가 밝+ㄴ 달+을 보+다", [3, 2, 3, -1], "subj mod obj root"],
  ["달+을 해+가 보+다", [2, 2, -1], "obj subj root"],
  ["별+와 달+을 보+다", [1, 2, -1], "conj^ obj root"],
  ["해+가 큰+ㄴ 별+와 달+을 찾+다", [4, 2, 3, 4, -1], "subj mod conj^ obj root"],
];

const examples = ROWS.map(([text, heads, labels]) => ({
  atoms: atomsOf(words(text)),
  bank: 0,
  tree: sortedTree({ heads: Int32Array.from(heads), labels: labels.split(" ") }),
  turns: true,
  labels: labels.split(" "),
}));

describe("training", () => {
  const weights = quantized(trainArcs(examples, ARCS));
  const labels = labelsOf(examples, 1, 1);
  const model = trainLabels(examples, labels, LABELS);

  it.each(ROWS.map(([text], index) => [text, index] as const))("learns the tree of %s", (_text, index) => {
    const { atoms, tree, labels: gold } = examples[index] as (typeof examples)[number];
    const scorer = new TreeScorer(weights);
    scorer.use(atoms, 0, true);
    const found = bestTree(atoms.length, scorer);
    expect(found).toEqual(tree);
    expect(new Labeler(model, labels).label(atoms, found, 0)).toEqual(gold);
  });

  it("gives the same weights each time", () => {
    expect(quantized(trainArcs(examples, ARCS))).toEqual(weights);
    expect(trainLabels(examples, labels, LABELS)).toEqual(model);
  });
});
