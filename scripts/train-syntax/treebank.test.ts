import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Morpheme } from "../../src/korean/index.ts";
import { exampleOf } from "./corpus.ts";
import { toUniversal } from "./head-final.ts";
import { Punctuation } from "./punctuation.ts";
import { Attachment } from "./score.ts";
import { sentencesOf } from "./treebank.ts";

const row = (id: number, form: string, head: number, label: string, misc = "_"): string =>
  [id, form, "_", "_", "_", "_", head, label, "_", misc].join("\t");

const KAIST = [
  row(1, "“", 2, "punct"),
  row(2, "사과와", 5, "obj"),
  row(3, "배를", 2, "conj"),
  row(4, "”", 3, "punct"),
  row(5, "샀다", 0, "root"),
  row(6, ".", 5, "punct"),
];
const GSD = [row(1, "새봄", 3, "nsubj", "SpaceAfter=No"), row(2, ",", 1, "punct"), row(3, "간다", 0, "root")];
const KLUE = ["1\t‘새봄’\t_\t_\t2\tNP_SBJ", "2\t5%로\t_\t_\t3\tNP_AJT", "3\t간다.\t_\t_\t0\tVP"];

let data = "";
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "maek-treebank-"));
  for (const [bank, rows] of [["kaist", KAIST] as const, ["gsd", GSD] as const]) {
    mkdirSync(join(data, `ud-${bank}`));
    writeFileSync(join(data, `ud-${bank}`, `ko_${bank}-ud-dev.conllu`), `# sent_id = 1\n${rows.join("\n")}\n\n`);
  }
  mkdirSync(join(data, "klue-dp"));
  writeFileSync(join(data, "klue-dp", "dev.tsv"), `## x\n\n${`${KLUE.join("\n")}\n\n`.repeat(5)}`);
});
afterAll(() => rmSync(data, { recursive: true }));

/** Each word as one noun, and the marks around it as the analyzer gives them. */
function nouns(text: string): Morpheme[] {
  return [...text.matchAll(/[\p{L}\p{N}%]+|[^\p{L}\p{N}%\s]/gu)].map(({ 0: form, index }) => ({
    form,
    tag: /[\p{L}\p{N}]/u.test(form) ? "NNG" : "SP",
    start: index,
    end: index + form.length,
  }));
}

describe("sentencesOf", () => {
  it.each([
    ["kaist", "“사과와 배를” 샀다."],
    ["gsd", "새봄, 간다"],
    ["klue", "‘새봄’ 5%로 간다."],
  ])("puts the text of %s together as it is written", (bank, text) => {
    const [sentence] = sentencesOf(data, bank, "dev");
    expect(sentence?.text).toBe(text);
    for (const { form, start, end } of sentence?.tokens ?? []) expect(text.slice(start, end)).toBe(form);
  });

  it("keeps a fifth of klue from training, and has no test set of it", () => {
    expect(["train", "dev", "test"].map((s) => sentencesOf(data, "klue", s as "train").length)).toEqual([4, 1, 0]);
  });
});

describe("exampleOf", () => {
  it.each<[string, string[], string]>([
    ["kaist", ["“|사과와|", "|배를|”", "|샀다|."], "conj^→1 obj→2 root→-1"],
    ["gsd", ["|새봄|,", "|간다|"], "nsubj→1 root→-1"],
    ["klue", ["‘|새봄|’", "|5%로|", "|간다|."], "NP_SBJ→1 NP_AJT→2 root→-1"],
  ])("gives words of %s with their marks, and a head-final tree", (bank, words, tree) => {
    const [sentence] = sentencesOf(data, bank, "dev");
    const example = sentence && exampleOf(sentence, 0, nouns);
    const shown = example?.words.map((w) => [w.before, w.morphemes.map((m) => m.form).join("+"), w.after].join("|"));
    expect(shown).toEqual(words);
    expect(example?.tree.labels.map((label, w) => `${label}→${example.tree.heads[w]}`).join(" ")).toBe(tree);
  });
});

it("hangs punctuation where the treebank does, and scores all tokens", () => {
  const sentences = sentencesOf(data, "kaist", "dev");
  const punctuation = new Punctuation();
  for (let times = 0; times < 20; times++) for (const { tokens } of sentences) punctuation.learn(tokens, 0);
  const score = new Attachment();
  const flat = new Attachment();
  for (const sentence of sentences) {
    const example = exampleOf(sentence, 0, nouns);
    if (!example) continue;
    const { wordTokens, tree } = example;
    score.add(sentence.tokens, punctuation.attach(sentence.tokens, wordTokens, toUniversal(tree), 0));
    const wrong = { ...toUniversal(tree), labels: ["dep", "dep", "root"] };
    flat.add(sentence.tokens, punctuation.attach(sentence.tokens, wordTokens, wrong, 0));
  }
  expect([score.tokens, score.heads, score.labels]).toEqual([6, 6, 6]);
  expect([flat.tokens, flat.heads, flat.labels]).toEqual([6, 6, 4]);
});
