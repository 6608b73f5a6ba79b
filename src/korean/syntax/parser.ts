/**
 * The parser: a sentence → a tree over its eojeols.
 *
 * Every head stands behind its dependents, as Korean has it; the last word is the root. Where Universal Dependencies
 * lets the first word of a chain govern (conj, flat, aux, fixed, case …), the arc is turned around and its label ends in
 * "^": in "사과와 배를 먹었다" 사과와 –conj^→ 배를 –obj→ 먹었다.
 * What it was trained on and how well it does: graph/models/SYNTAX_CARD.md.
 */
import { MaekError } from "../../article/index.ts";
import type { Eojeol } from "../types.ts";
import { atomsOf } from "./atoms.ts";
import { bestTree } from "./decode.ts";
import { Labeler, ROOT, TURNED } from "./label.ts";
import { readSyntaxModel } from "./model-file.ts";
import { TreeScorer } from "./scorer.ts";
import { type Word, wordsOf } from "./words.ts";

/** A tree over the eojeols of a sentence. */
export interface Parse {
  /** The eojeol each hangs on, by index: a later one, but for punctuation alone at the end; -1 for the root. */
  readonly heads: Int32Array;
  /** What each is to its head: nsubj, obj, obl, acl, conj^ …; "root" for the root, "punct" for punctuation alone. */
  readonly labels: readonly string[];
}

export interface Parser {
  /** Ways of drawing trees, named for the treebank each was learned from; the first is taken where none is asked for. */
  readonly schemes: readonly string[];
  /**
   * The tree of a sentence.
   * @throws MaekError when `scheme` is none of `schemes`
   */
  parse(sentence: { readonly eojeols: readonly Eojeol[] }, scheme?: string): Parse;
  /** The tree of words that are known already. @param scheme index in `schemes` */
  parseWords(words: readonly Word[], scheme: number): Parse;
}

/** Longer sentences are parsed in pieces of this many words, for time grows with the cube of the length. */
const LONGEST = 60;

/**
 * A parser from the bytes of graph/models/syntax.bin.
 *
 * @throws ModelFileError if they are no such file, of another version, cut short or damaged
 */
export function loadParser(bytes: Uint8Array): Parser {
  const model = readSyntaxModel(bytes);
  const schemes = model.schemes.map(({ name }) => name);
  const turns = model.schemes.map(({ labels }) => labels.some((label) => label.endsWith(TURNED)));
  const scorer = new TreeScorer(model.weights);
  const labeler = new Labeler(
    model.label,
    model.schemes.map(({ labels }) => labels),
  );
  const parseWords = (words: readonly Word[], scheme: number): Parse => {
    const heads = new Int32Array(words.length).fill(-1);
    const labels = new Array<string>(words.length).fill(ROOT);
    // From the end: what stands before a piece hangs on that piece's first word.
    for (let end = words.length; end > 0; ) {
      const start = end === words.length ? Math.max(0, end - LONGEST) : Math.max(0, end - LONGEST + 1);
      const atoms = atomsOf(words.slice(start, end));
      scorer.use(atoms, scheme, turns[scheme] as boolean);
      const piece = bestTree(atoms.length, scorer);
      const names = labeler.label(atoms, piece, scheme);
      const own = end === words.length ? atoms.length : atoms.length - 1;
      for (let w = 0; w < own; w++) {
        heads[start + w] = (piece.heads[w] as number) < 0 ? -1 : start + (piece.heads[w] as number);
        labels[start + w] = names[w] as string;
      }
      end = start === 0 ? 0 : start + 1;
    }
    return { heads, labels };
  };
  return {
    schemes,
    parseWords,
    parse({ eojeols }, name) {
      const scheme = name === undefined ? 0 : schemes.indexOf(name);
      if (scheme < 0) throw new MaekError(`maek/korean: no parsing scheme "${name}"; there are ${schemes.join(", ")}`);
      const { words, at } = wordsOf(eojeols);
      return overEojeols(parseWords(words, scheme), at, eojeols.length);
    },
  };
}

/** The tree over all eojeols: punctuation alone hangs on the next word, or before the root where none follows. */
function overEojeols(tree: Parse, at: readonly number[], length: number): Parse {
  const heads = new Int32Array(length).fill(-1);
  const labels = new Array<string>(length).fill("punct");
  let next = at.at(-1) ?? -1;
  for (let index = length - 1, word = at.length - 1; index >= 0; index--) {
    if (at[word] === index) {
      const head = tree.heads[word] as number;
      heads[index] = head < 0 ? -1 : (at[head] as number);
      labels[index] = tree.labels[word] as string;
      next = index;
      word--;
    } else heads[index] = next;
  }
  if (at.length === 0 && length > 0) {
    heads.fill(length - 1);
    heads[length - 1] = -1;
    labels[length - 1] = ROOT;
  }
  return { heads, labels };
}
