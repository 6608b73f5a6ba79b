/**
 * Universal Dependencies ⇄ trees in which every head stands behind its dependents.
 *
 * UD lets the first conjunct, the first word of a name or a predicate govern what follows (conj, flat, aux, fixed, case),
 * so that arcs run both ways and cross. Here the chain is turned around: its first word becomes the dependent of the next,
 * its label marked with "^", and what the chain depends on becomes the last one's head. Nothing is lost: `toUniversal`
 * undoes `toHeadFinal` exactly where no arcs cross.
 * Reference: the idea is that of J. Nivre, J. Nilsson, "Pseudo-projective dependency parsing", 2005.
 */

import { TURNED } from "../../src/korean/syntax/label.ts";

/** A tree over words: heads by index, -1 for the root. */
export interface Tree {
  readonly heads: Int32Array;
  readonly labels: readonly string[];
}

/** The tree with every head behind its dependents. Most arcs that crossed still do; see `untangle`. */
export function toHeadFinal({ heads, labels }: Tree): Tree {
  const { length } = heads;
  const rightChildren: number[][] = Array.from({ length }, () => []);
  heads.forEach((head, word) => {
    if (head >= 0 && head < word) (rightChildren[head] as number[]).push(word);
  });
  const newHeads = Int32Array.from(heads);
  const newLabels = [...labels];
  // The last word of each chain, by its first; a word's right children come after it, so from the end.
  const last = new Int32Array(length);
  for (let word = length - 1; word >= 0; word--) {
    let end = word;
    for (const child of rightChildren[word] as number[]) {
      newHeads[end] = last[child] as number;
      newLabels[end] = (labels[child] as string) + TURNED;
      end = last[child] as number;
    }
    last[word] = end;
  }
  heads.forEach((head, word) => {
    if (head >= 0 && head < word) return;
    newHeads[last[word] as number] = head;
    newLabels[last[word] as number] = labels[word] as string;
  });
  // Where arcs cross, a chain may end behind what it depends on: it goes to the next governor behind it.
  for (let word = 0; word < length - 1; word++) {
    let head = newHeads[word] as number;
    for (let steps = 0; head >= 0 && head <= word && steps < length; steps++) head = newHeads[head] as number;
    newHeads[word] = head > word ? head : length - 1;
  }
  newHeads[length - 1] = -1;
  return { heads: newHeads, labels: newLabels };
}

/** The tree as UD draws it. @param tree head-final: heads stand behind their dependents */
export function toUniversal({ heads, labels }: Tree): Tree {
  const { length } = heads;
  const turned: number[][] = Array.from({ length }, () => []);
  for (let word = length - 1; word >= 0; word--) {
    if (labels[word]?.endsWith(TURNED)) turned[heads[word] as number]?.push(word);
  }
  const newHeads = new Int32Array(length).fill(-1);
  const newLabels = new Array<string>(length).fill("root");
  /** The word that governs the chain ending in a word. */
  const first = new Int32Array(length);
  for (let word = 0; word < length; word++) {
    let top = word;
    for (const chain of turned[word] as number[]) {
      const governor = first[chain] as number;
      newHeads[top] = governor;
      newLabels[top] = (labels[chain] as string).slice(0, -TURNED.length);
      top = governor;
    }
    first[word] = top;
  }
  heads.forEach((head, word) => {
    if (labels[word]?.endsWith(TURNED)) return;
    newHeads[first[word] as number] = head;
    newLabels[first[word] as number] = labels[word] as string;
  });
  return { heads: newHeads, labels: newLabels };
}

/** The tree without crossing arcs: each that crosses is lifted to its head's head until none does. */
export function untangle({ heads, labels }: Tree): Tree {
  const lifted = Int32Array.from(heads);
  const { length } = heads;
  for (let changed = true; changed; ) {
    changed = false;
    // The shortest crossing arc first, so that few are lifted.
    let shortest = -1;
    for (let word = 0; word < length; word++) {
      const head = lifted[word] as number;
      if (head < 0 || !crosses(lifted, word)) continue;
      if (shortest < 0 || head - word < (lifted[shortest] as number) - shortest) shortest = word;
    }
    if (shortest >= 0) {
      const above = lifted[lifted[shortest] as number] as number;
      if (above < 0) break;
      lifted[shortest] = above;
      changed = true;
    }
  }
  return { heads: lifted, labels };
}

/** Whether a word between `word` and its head is not governed by that head. */
function crosses(heads: Int32Array, word: number): boolean {
  const head = heads[word] as number;
  for (let k = word + 1; k < head; k++) {
    let above = k;
    while (above >= 0 && above !== head && above > word) above = heads[above] as number;
    if (above !== head) return true;
  }
  return false;
}
