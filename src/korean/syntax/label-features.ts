/**
 * Features by which an arc gets its label: the two words, their surroundings, and the tree around the arc.
 */
import { finish, mix } from "../../learning/index.ts";
import { type Atoms, PAD } from "./atoms.ts";
import type { SortedTree } from "./decode.ts";

const OWN = 0x2c1b3c6d;
const few = (count: number): number => (count > 3 ? 3 : count);

/** What surrounds the arcs of a tree: dependents next to each other. Indices of words, -1 where there is none. */
export interface Surroundings {
  readonly heads: Int32Array;
  readonly turned: Uint8Array;
  /** The dependent of the same head that is next to the left, and to the right. */
  readonly leftSibling: Int32Array;
  readonly rightSibling: Int32Array;
  /** The dependent nearest to the word, and the farthest. */
  readonly nearest: Int32Array;
  readonly farthest: Int32Array;
  /** How many dependents a word has. */
  readonly count: Int32Array;
}

/** The surroundings of the arcs of a head-final tree. */
export function surroundingsOf({ heads, turned }: SortedTree): Surroundings {
  const array = () => new Int32Array(heads.length).fill(-1);
  const [leftSibling, rightSibling, nearest, farthest] = [array(), array(), array(), array()];
  const count = new Int32Array(heads.length);
  heads.forEach((head, word) => {
    if (head < 0) return;
    const before = nearest[head] as number;
    leftSibling[word] = before;
    if (before >= 0) rightSibling[before] = word;
    else farthest[head] = word;
    nearest[head] = word;
    count[head] = (count[head] as number) + 1;
  });
  return { heads, turned, leftSibling, rightSibling, nearest, farthest, count };
}

/** Keys of the features of the arc from `word`, each for all treebanks and for treebank `bank`. */
export function labelFeatures(atoms: Atoms, tree: Surroundings, word: number, bank: number): Int32Array {
  const { stem, first, root, tail, end, type, pos, kind, after, marks } = atoms;
  const head = tree.heads[word] as number;
  const d = word + PAD;
  const h = head + PAD;
  const at = (facts: Int32Array, index: number) => (index < 0 ? 5 : (facts[index + PAD] as number));
  const dStem = stem[d] as number;
  const dEnd = end[d] as number;
  const dPos = pos[d] as number;
  const dKind = kind[d] as number;
  const dMarks = marks[d] as number;
  const hStem = stem[h] as number;
  const hEnd = end[h] as number;
  const hType = type[h] as number;
  const hPos = pos[h] as number;
  const hKind = kind[h] as number;
  const far = few(head - word - 1);
  const predicates = few((atoms.predicates[h - 1] as number) - (atoms.predicates[d] as number));
  const commas = few((atoms.commas[h - 1] as number) - (atoms.commas[d - 1] as number));
  const left = tree.leftSibling[word] as number;
  const right = tree.rightSibling[word] as number;
  const inner = tree.nearest[word] as number;
  const outer = tree.farthest[word] as number;
  const above = tree.heads[head] as number;
  const pair = mix(dPos, hPos);
  const kinds = mix(dKind, hKind);
  const features = [
    mix(1, 0),
    mix(2, dPos),
    mix(3, dEnd),
    mix(4, mix(dStem, dPos)),
    mix(5, mix(dStem, dEnd)),
    mix(6, mix(root[d] as number, dPos)),
    mix(7, mix(first[d] as number, dKind)),
    mix(8, mix(hStem, hPos)),
    mix(9, hPos),
    mix(10, pair),
    mix(11, mix(pair, far)),
    mix(12, kinds),
    mix(13, mix(kinds, far * 4 + predicates)),
    mix(14, mix(dEnd, mix(hStem, hType))),
    mix(15, mix(mix(dStem, dEnd), hType)),
    mix(16, mix(mix(dStem, dEnd), hStem)),
    mix(17, mix(root[d] as number, root[h] as number)),
    mix(18, mix(dPos, hStem)),
    mix(19, mix(dStem, mix(hStem, hEnd))),
    mix(20, mix(pair, dMarks)),
    mix(21, mix(kinds, mix(dMarks, far))),
    mix(22, mix(dEnd, mix(hType, commas * 4 + predicates))),
    mix(23, mix(dKind, pos[d + 1] as number)),
    mix(24, mix(dPos, stem[d + 1] as number)),
    mix(25, mix(dPos, pos[d - 1] as number)),
    mix(26, mix(dStem, stem[d - 1] as number)),
    mix(27, mix(kinds, kind[d - 1] as number)),
    mix(28, mix(kinds, kind[h + 1] as number)),
    mix(29, mix(pair, kind[h + 1] as number)),
    mix(30, mix(kinds, at(kind, left))),
    mix(31, mix(dEnd, mix(hType, at(end, left)))),
    mix(32, mix(kinds, at(kind, right))),
    mix(33, mix(dEnd, mix(hType, at(end, right)))),
    mix(34, mix(dKind, at(pos, inner))),
    mix(35, mix(dPos, at(stem, inner))),
    mix(36, mix(kinds, mix(at(kind, outer), few(tree.count[word] as number)))),
    mix(37, mix(kinds, above < 0 ? 5 : at(kind, above))),
    mix(38, mix(dPos, mix(hPos, above < 0 ? 5 : at(pos, above)))),
    mix(39, mix(kinds, few(tree.count[head] as number) * 2 + (left < 0 ? 1 : 0))),
    mix(40, mix(dPos, mix(after[d] as number, after[h] as number))),
    mix(41, mix(dEnd, hStem)),
    mix(43, mix(tail[d] as number, 0)),
    mix(44, mix(tail[d] as number, hType)),
    mix(45, mix(tail[d] as number, tail[h] as number)),
    mix(46, mix(dKind, tail[h] as number)),
    mix(47, mix(stem[d + 1] as number, mix(dEnd, hType))),
    mix(48, mix(kinds, tree.turned[word] as number)),
    mix(49, mix(dPos, mix(hStem, tree.turned[word] as number))),
    mix(50, mix(kinds, left < 0 ? 2 : (tree.turned[left] as number))),
    mix(51, mix(kinds, right < 0 ? 2 : (tree.turned[right] as number))),
    mix(52, mix(kinds, inner < 0 ? 2 : (tree.turned[inner] as number))),
    mix(53, mix(dPos, mix(at(pos, inner), inner < 0 ? 2 : (tree.turned[inner] as number)))),
    mix(42, mix(mix(dStem, type[d] as number), word === 0 ? 1 : 0)),
  ];
  const keys = new Int32Array(features.length * 2);
  const own = mix(OWN, bank + 1);
  for (let f = 0; f < features.length; f++) {
    keys[2 * f] = finish(features[f] as number);
    keys[2 * f + 1] = finish(mix(own, features[f] as number));
  }
  return keys;
}
