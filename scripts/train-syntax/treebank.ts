/**
 * Treebanks as they are on disk: CoNLL-U of Universal Dependencies, and the table of KLUE-DP.
 *
 * Takes a file and gives sentences of tokens; the text of UD is put together anew as Korean is written, for ud-kaist keeps
 * punctuation apart. What is a word and what is punctuation is told by the characters alone, never by the gold tags.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Token {
  readonly form: string;
  /** Index of the head, -1 for the root. */
  readonly head: number;
  readonly label: string;
  /** Range in the sentence's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

export interface TreebankSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const OPENS = /^[([{“‘《〈「『〔【<]+$/;
const QUOTE = /^["']+$/;
const WORD = /[\p{L}\p{N}]/u;
/** Punctuation, a word, punctuation. */
const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}%℃㎡㎞㎏㎝㎜+]*)$/u;

/** Treebanks in which some heads stand before their dependents. */
export const TURNING: ReadonlySet<string> = new Set(["kaist", "gsd"]);

/** Of KLUE-DP only the development set is published; every fifth sentence of it is kept from training. */
const FIFTH = 5;

/**
 * The sentences of a split.
 * @param data the folder of ud-kaist, ud-gsd and klue-dp
 * @param bank kaist, gsd or klue; klue has no test split
 */
export function sentencesOf(data: string, bank: string, split: "train" | "dev" | "test"): TreebankSentence[] {
  if (bank !== "klue") return readTreebank(join(data, `ud-${bank}`, `ko_${bank}-ud-${split}.conllu`));
  if (split === "test") return [];
  const held = (index: number) => index % FIFTH === FIFTH - 1;
  return readKlue(join(data, "klue-dp", "dev.tsv")).filter((_, index) => held(index) === (split === "dev"));
}

/** Sentences of a CoNLL-U file. */
export function readTreebank(path: string): TreebankSentence[] {
  return readTables(path).map(sentenceOf);
}

/** The rows of each sentence, in columns: lines that begin with a number, sentences parted by empty lines. */
function readTables(path: string): string[][][] {
  return readFileSync(path, "utf8")
    .split(/\n\n+/)
    .map((block) => block.split("\n").filter((line) => /^\d+\t/.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.split("\t")));
}

/** Sentences of a KLUE-DP table: eojeols with their punctuation, which is taken apart from the word here. */
export function readKlue(path: string): TreebankSentence[] {
  return readTables(path).map(klueSentence);
}

function klueSentence(rows: readonly string[][]): TreebankSentence {
  const parts = rows.map(([, form = ""]) => (AROUND.exec(form) ?? ["", "", form, ""]).slice(1));
  /** Token of the eojeol's word, or of its punctuation where it has no word. */
  const wordToken: number[] = [];
  let count = 0;
  for (const [before = "", word = "", after = ""] of parts) {
    wordToken.push(count + (before && word ? 1 : 0));
    count += [before, word, after].filter(Boolean).length;
  }
  const tokens: Token[] = [];
  let text = "";
  for (const [index, row] of rows.entries()) {
    const [, , , , head = "0", label = ""] = row;
    const own = wordToken[index] as number;
    if (index > 0) text += " ";
    for (const form of (parts[index] as string[]).filter(Boolean)) {
      const isHead = tokens.length === own;
      const above = head === "0" ? -1 : (wordToken[Number(head) - 1] as number);
      const start = text.length;
      text += form;
      const named = head === "0" ? "root" : label;
      const arc = isHead ? { head: above, label: named } : { head: own, label: "punct" };
      tokens.push({ form, ...arc, start, end: text.length, isWord: isHead && WORD.test(form) });
    }
  }
  return { text, tokens };
}

function sentenceOf(rows: readonly string[][]): TreebankSentence {
  const spaced = rows.some((row) => row[9]?.includes("SpaceAfter=No"));
  let text = "";
  let glued = true;
  let quoted = false;
  const tokens = rows.map((row): Token => {
    const [, form = "", , , , , head = "0", label = "", , misc = ""] = row;
    const isWord = WORD.test(form);
    const opens = OPENS.test(form) || (QUOTE.test(form) && !quoted);
    if (QUOTE.test(form)) quoted = !quoted;
    if (!spaced && !isWord && !opens) glued = true;
    if (!glued) text += " ";
    const start = text.length;
    text += form;
    glued = spaced ? misc.includes("SpaceAfter=No") : !isWord && opens;
    return { form, head: Number(head) - 1, label, start, end: text.length, isWord };
  });
  return { text, tokens };
}

/** Whether this punctuation belongs to the word behind it. */
export function opensWord({ tokens }: TreebankSentence, index: number): boolean {
  const token = tokens[index] as Token;
  const next = tokens[index + 1];
  if (OPENS.test(token.form)) return true;
  return QUOTE.test(token.form) && next?.start === token.end && tokens[index - 1]?.end !== token.start;
}
