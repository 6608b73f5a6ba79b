/**
 * Where punctuation hangs in a UD tree: counted habits of each treebank, for scoring only.
 *
 * maek's trees are over words; the official test sets count punctuation as tokens. For each mark the heads in question
 * are a handful (the token before, the next word, what either hangs on, the top of what a pair of brackets holds), and
 * the one that was right most often in like surroundings of the training trees is taken.
 */
import type { Tree } from "./head-final.ts";
import type { Token } from "./treebank.ts";

const LEAST = 12;
const PARTNERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "“": "”", "‘": "’", "《": "》", "<": ">" };

interface Count {
  seen: number;
  readonly right: number[];
}

/** The sentence's tree over all tokens, from one over its words, as `Punctuation.attach` completes it. */
export class Punctuation {
  readonly #counts = new Map<string, Count>();

  /** Learns from a gold tree. */
  learn(tokens: readonly Token[], bank: number): void {
    const tree: Tree = { heads: Int32Array.from(tokens, ({ head }) => head), labels: tokens.map(({ label }) => label) };
    tokens.forEach((token, t) => {
      if (token.isWord) return;
      const candidates = candidatesOf(tokens, tree, t);
      for (const key of contextsOf(tokens, tree, t, bank)) {
        const count = this.#counts.get(key) ?? { seen: 0, right: candidates.map(() => 0) };
        this.#counts.set(key, count);
        count.seen++;
        candidates.forEach((candidate, c) => {
          if (candidate === token.head) count.right[c] = (count.right[c] as number) + 1;
        });
      }
    });
  }

  /** Heads and labels of all tokens. @param tree over the words, UD @param wordTokens their tokens */
  attach(tokens: readonly Token[], wordTokens: Int32Array, tree: Tree, bank: number): Tree {
    const heads = new Int32Array(tokens.length).fill(-1);
    const labels = new Array<string>(tokens.length).fill("punct");
    wordTokens.forEach((t, w) => {
      const head = tree.heads[w] as number;
      heads[t] = head < 0 ? -1 : (wordTokens[head] as number);
      labels[t] = tree.labels[w] as string;
    });
    const whole = { heads, labels };
    tokens.forEach((token, t) => {
      if (token.isWord) return;
      const candidates = candidatesOf(tokens, whole, t);
      const counts = contextsOf(tokens, whole, t, bank).map((key) => this.#counts.get(key));
      const count = counts.find((found) => found && found.seen >= LEAST);
      let best = 0;
      count?.right.forEach((right, c) => {
        if ((candidates[c] as number) >= 0 && right > (count.right[best] as number)) best = c;
      });
      heads[t] = Math.max(0, candidates[best] as number);
    });
    return whole;
  }
}

/** Tokens that a mark may hang on; -1 where there is none of a sort. */
function candidatesOf(tokens: readonly Token[], { heads }: Tree, t: number): number[] {
  const isWord = (k: number) => tokens[k]?.isWord === true;
  const next = tokens.findIndex((token, k) => k > t && token.isWord);
  const before = tokens.findLastIndex((token, k) => k < t && token.isWord);
  const headOf = (k: number) => (k < 0 ? -1 : (heads[k] as number));
  const root = tokens.findIndex((token, k) => token.isWord && heads[k] === -1);
  const climb = (from: number) => {
    let top = from;
    while (top >= 0 && headOf(top) >= 0 && headOf(top) < t && isWord(headOf(top))) top = headOf(top);
    return top;
  };
  return [
    t - 1,
    next,
    before,
    headOf(next),
    headOf(before),
    topBetween(tokens, heads, t),
    climb(before),
    headOf(headOf(next)),
    headOf(headOf(before)),
    root,
  ];
}

/** The word between a bracket or quote and its partner that hangs on something outside. */
function topBetween(tokens: readonly Token[], heads: Int32Array, t: number): number {
  const form = tokens[t]?.form ?? "";
  const closing = PARTNERS[form] ?? form;
  const opening = Object.keys(PARTNERS).find((open) => PARTNERS[open] === form) ?? form;
  let from = tokens.findLastIndex((token, k) => k < t && token.form === opening);
  let to = t;
  if (PARTNERS[form] !== undefined || from < 0) {
    from = t;
    to = tokens.findIndex((token, k) => k > t && token.form === closing);
  }
  if (from < 0 || to < 0) return -1;
  for (let k = from + 1; k < to; k++) {
    const head = heads[k] as number;
    if (tokens[k]?.isWord && (head < from || head > to)) return k;
  }
  return -1;
}

/** Surroundings from the most to the least particular. */
function contextsOf(tokens: readonly Token[], { labels }: Tree, t: number, bank: number): string[] {
  const form = tokens[t]?.form ?? "";
  const afterMark = tokens[t - 1]?.isWord === false;
  const last = t === tokens.length - 1;
  const beforeMark = tokens[t + 1]?.isWord === false;
  const nth = tokens.filter((token, k) => k < t && token.form === form).length % 2;
  const rough = `${bank} ${form} ${last} ${afterMark} ${nth}`;
  return [
    `${rough} ${beforeMark} ${labels[t - 1]} ${labels[t + 1]}`,
    `${rough} ${beforeMark} ${labels[t - 1]}`,
    rough,
    `${bank} ${form}`,
    `${bank} ${last}`,
  ];
}
