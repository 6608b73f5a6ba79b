/**
 * Trains the parser and writes graph/models/syntax.bin: the same treebanks give the same bytes.
 *
 *   npm run train:syntax -- [--data ../shared/data] [--out FOLDER] [--test]
 *
 * Trains on ud-kaist, ud-gsd and four fifths of klue-dp with maek's own morphemes, and prints the attachment scores of the
 * weights written: on the development sets (klue-dp: its last fifth), with --test on the test sets too.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMorphology } from "../src/korean/index.ts";
import { atomsOf } from "../src/korean/syntax/atoms.ts";
import { writeSyntaxModel } from "../src/korean/syntax/model-file.ts";
import { loadParser } from "../src/korean/syntax/parser.ts";
import { readOptions } from "./options.ts";
import { type Example, exampleOf, reader, sortedTree } from "./train-syntax/corpus.ts";
import { toUniversal } from "./train-syntax/head-final.ts";
import { Punctuation } from "./train-syntax/punctuation.ts";
import { ARCS, LABELS } from "./train-syntax/recipe.ts";
import { Attachment } from "./train-syntax/score.ts";
import { quantized, trainArcs } from "./train-syntax/train-arcs.ts";
import { labelsOf, trainLabels } from "./train-syntax/train-labels.ts";
import { sentencesOf, TURNING } from "./train-syntax/treebank.ts";

const BANKS = ["kaist", "gsd", "klue"] as const;
const root = fileURLToPath(new URL("..", import.meta.url));
const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  out: { type: "string", default: join(root, "graph/models") },
  test: { type: "boolean", default: false },
});

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);
const readText = reader(await loadMorphology());
const read = (bank: number, split: "train" | "dev" | "test"): Example[] =>
  sentencesOf(resolve(options.data), BANKS[bank] as string, split).flatMap(
    (sentence) => exampleOf(sentence, bank, readText) ?? [],
  );

const corpus = BANKS.flatMap((_, bank) => read(bank, "train"));
say(`${corpus.length} sentences read`);
const punctuation = new Punctuation();
for (const { sentence, bank } of corpus) punctuation.learn(sentence.tokens, bank);
const examples = corpus.map(({ words, bank, tree }) => ({
  atoms: atomsOf(words),
  bank,
  tree: sortedTree(tree),
  turns: TURNING.has(BANKS[bank] as string),
  labels: tree.labels,
}));
const arcs = trainArcs(examples, { ...ARCS, after: (epoch, wrong) => say(`epoch ${epoch + 1}: ${wrong} wrong heads`) });
const labels = labelsOf(examples, BANKS.length, LABELS.leastLabel);
const label = trainLabels(examples, labels, LABELS);
const schemes = BANKS.map((name, bank) => ({ name, labels: labels[bank] as string[] }));
const bytes = writeSyntaxModel({ schemes, weights: quantized(arcs), label });
writeFileSync(join(options.out, "syntax.bin"), bytes);
say(`${label.keys.length} label features, ${bytes.length} bytes`);

const parser = loadParser(bytes);
for (const split of options.test ? (["dev", "test"] as const) : (["dev"] as const)) {
  for (const [bank, name] of BANKS.entries()) {
    const held = read(bank, split);
    if (held.length === 0) continue;
    const score = new Attachment();
    const start = performance.now();
    const trees = held.map(({ words }) => parser.parseWords(words, bank));
    const seconds = (performance.now() - start) / 1000;
    held.forEach(({ sentence, wordTokens }, index) => {
      const tree = toUniversal(trees[index] as (typeof trees)[number]);
      score.add(sentence.tokens, punctuation.attach(sentence.tokens, wordTokens, tree, bank));
    });
    say(`${name} ${split}: ${score}, ${(held.length / seconds).toFixed(0)} sentences/s`);
  }
}
