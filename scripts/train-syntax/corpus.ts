/**
 * Treebank sentences as the parser sees them: words with maek's own morphemes, and a head-final tree over them.
 *
 * Punctuation leaves the tree and becomes a trait of the words beside it, as in maek's eojeols; a word that hung on
 * punctuation hangs on what that hangs on.
 */
import type { Morpheme, Morphology } from "../../src/korean/index.ts";
import { articleReader } from "../../src/korean/reader.ts";
import type { SortedTree } from "../../src/korean/syntax/decode.ts";
import { TURNED } from "../../src/korean/syntax/label.ts";
import { isMark, type Word } from "../../src/korean/syntax/words.ts";
import { type Tree, toHeadFinal, untangle } from "./head-final.ts";
import { opensWord, type Token, type TreebankSentence } from "./treebank.ts";

export interface Example {
  /** Index of the treebank. */
  readonly bank: number;
  readonly sentence: TreebankSentence;
  /** Tokens that are words, by index. */
  readonly wordTokens: Int32Array;
  readonly words: readonly Word[];
  /** Over the words; no arcs cross. */
  readonly tree: Tree;
}

/** The morphemes of a sentence. */
export type Read = (text: string) => readonly Morpheme[];

/** Reads a sentence as maek does, as if it were an article. */
export function reader(morphology: Morphology): Read {
  return (text) => {
    const read = articleReader(text, morphology);
    return morphology.analyze(text).flatMap((eojeol) => read(text, eojeol));
  };
}

/** The sentence with its words as `read` reads them; undefined where it has no word. */
export function exampleOf(sentence: TreebankSentence, bank: number, read: Read): Example | undefined {
  const { tokens, text } = sentence;
  const wordTokens = Int32Array.from([...tokens.keys()].filter((t) => tokens[t]?.isWord));
  if (wordTokens.length === 0) return undefined;
  const morphemes = read(text);
  const words = Array.from(wordTokens, (t, index): Word => {
    const { start, end, form } = tokens[t] as Token;
    const own = morphemes.filter((m) => m.start < end && m.end > start && m.start >= start);
    const plain = own.filter((m) => !isMark(m));
    const before = wordTokens[index - 1] ?? -1;
    const after = wordTokens[index + 1] ?? tokens.length;
    return {
      morphemes: plain.length > 0 ? plain.map(({ form, tag }) => ({ form, tag })) : [{ form, tag: "NNG" }],
      before: marks(sentence, before + 1, t, true),
      after: marks(sentence, t + 1, after, false),
    };
  });
  return { bank, sentence, wordTokens, words, tree: untangle(toHeadFinal(wordTree(tokens, wordTokens))) };
}

function marks(sentence: TreebankSentence, from: number, to: number, opening: boolean): string {
  let text = "";
  for (let t = from; t < to; t++) {
    if (opensWord(sentence, t) === opening) text += sentence.tokens[t]?.form ?? "";
  }
  return text;
}

/** The gold tree over the words alone. */
export function wordTree(tokens: readonly Token[], wordTokens: Int32Array): Tree {
  const index = new Map(Array.from(wordTokens, (t, w) => [t, w]));
  const heads = new Int32Array(wordTokens.length);
  const labels: string[] = [];
  let root = -1;
  for (const [w, t] of wordTokens.entries()) {
    let head = (tokens[t] as Token).head;
    let { label } = tokens[t] as Token;
    while (head >= 0 && !index.has(head)) {
      label = tokens[head]?.label === "punct" ? label : (tokens[head] as Token).label;
      head = (tokens[head] as Token).head;
    }
    heads[w] = head < 0 ? -1 : (index.get(head) as number);
    if (head < 0 && root < 0) root = w;
    else if (head < 0) heads[w] = root;
    labels.push(head < 0 && root === w ? "root" : label);
  }
  return { heads, labels };
}

/** The tree as the scorer takes it. */
export function sortedTree({ heads, labels }: Tree): SortedTree {
  return { heads, turned: Uint8Array.from(labels, (label) => (label.endsWith(TURNED) ? 1 : 0)) };
}
