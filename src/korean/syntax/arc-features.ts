/**
 * Features of an arc, and of two neighbouring arcs to the same head, as hashes.
 *
 * Templates join facts of dependent and head with those of their neighbours, the distance, and what lies between: how
 * many predicates, commas, words that end alike. Each hash counts twice: for every treebank and for its own.
 */
import { mix } from "../../learning/index.ts";
import { type Atoms, PAD } from "./atoms.ts";

/** Room that the features of one arc or pair of arcs take at most. */
export const MOST_FEATURES = 96;
/** So many of an arc's features, the first ones, also tell its sort (see decode.ts). */
export const SORTED_ARC_FEATURES = 26;
/** So many of them also tell the sort of the arc from the head. */
export const HEAD_SORTED_ARC_FEATURES = 12;
/** So many of a pair's features, the first ones, also tell the sorts of both arcs, and of the arc from the head. */
export const SORTED_PAIR_FEATURES = 4;

const DISTANCES = [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8];
const bucket = (distance: number): number => DISTANCES[distance] ?? 9;
const few = (count: number): number => (count > 3 ? 3 : count);

/**
 * Features of the arc from word `dependent` to a word behind it.
 * @param out receives the hashes; see MOST_FEATURES
 * @returns how many there are
 */
export function arcFeatures(atoms: Atoms, dependent: number, head: number, out: Int32Array): number {
  const d = dependent + PAD;
  const h = head + PAD;
  const { stem, first, root, tail, end, type, pos, kind, after, marks } = atoms;
  const dStem = stem[d] as number;
  const dEnd = end[d] as number;
  const dPos = pos[d] as number;
  const dKind = kind[d] as number;
  const hStem = stem[h] as number;
  const hType = type[h] as number;
  const hPos = pos[h] as number;
  const hKind = kind[h] as number;
  const far = bucket(head - dependent);
  const predicates = few((atoms.predicates[h - 1] as number) - (atoms.predicates[d] as number));
  const nouns = few((atoms.nouns[h - 1] as number) - (atoms.nouns[d] as number));
  const commas = few((atoms.commas[h - 1] as number) - (atoms.commas[d - 1] as number));
  const nesting = Math.max(-1, Math.min(1, (atoms.depth[h - 1] as number) - (atoms.depth[d - 1] as number)));
  let alike = 0;
  let alikeHeads = 0;
  for (let k = d + 1; k < h; k++) {
    if (end[k] === dEnd) alike++;
    if (pos[k] === hPos) alikeHeads++;
  }
  alike = few(alike);
  alikeHeads = few(alikeHeads);
  const last = head === atoms.length - 1 ? 1 : 0;
  const between = predicates * 64 + commas * 16 + alike * 4 + alikeHeads;
  const ends = mix(dEnd, hPos);
  const posPair = mix(dPos, hPos);
  const kindPair = mix(dKind, hKind);
  let n = 0;
  out[n++] = mix(mix(1, posPair), far);
  out[n++] = mix(mix(2, ends), far);
  out[n++] = mix(mix(mix(3, dEnd), hType), far);
  out[n++] = mix(mix(4, kindPair), far);
  out[n++] = mix(mix(mix(5, dStem), dEnd), hType);
  out[n++] = mix(mix(mix(6, dEnd), hStem), hType);
  out[n++] = mix(mix(mix(7, dStem), hStem), 0);
  out[n++] = mix(mix(mix(8, dStem), dEnd), hStem);
  out[n++] = mix(mix(mix(9, root[d] as number), root[h] as number), 0);
  out[n++] = mix(mix(mix(10, dEnd), hStem), far);
  out[n++] = mix(mix(mix(12, dStem), dPos), far);
  out[n++] = mix(mix(mix(13, hStem), hPos), far);
  out[n++] = mix(mix(mix(16, kindPair), kind[d + 1] as number), kind[h - 1] as number);
  out[n++] = mix(mix(mix(17, kindPair), kind[d - 1] as number), kind[h - 1] as number);
  out[n++] = mix(mix(mix(18, kindPair), kind[d + 1] as number), kind[h + 1] as number);
  out[n++] = mix(mix(mix(20, posPair), pos[d + 1] as number), far);
  out[n++] = mix(mix(mix(22, posPair), pos[h + 1] as number), far);
  out[n++] = mix(mix(mix(23, posPair), pos[d - 1] as number), far);
  out[n++] = mix(mix(mix(27, dEnd), hType), between);
  out[n++] = mix(mix(28, kindPair), between * 16 + far);
  out[n++] = mix(mix(mix(29, ends), after[d] as number), predicates * 16 + commas);
  out[n++] = mix(mix(mix(30, kindPair), marks[d] as number), mix(marks[h] as number, far));
  out[n++] = mix(mix(mix(35, dPos), hStem), alike);
  out[n++] = mix(mix(mix(41, hStem), stem[h - 1] as number), mix(dEnd, far));
  out[n++] = mix(mix(mix(44, tail[d] as number), hType), far);
  out[n++] = mix(mix(mix(45, tail[d] as number), tail[h] as number), 0);
  out[n++] = mix(mix(mix(11, dStem), hPos), far);
  out[n++] = mix(mix(14, dPos), far * 2 + last);
  out[n++] = mix(mix(15, hPos), far * 2 + last);
  out[n++] = mix(mix(mix(19, kindPair), kind[d - 1] as number), kind[h + 1] as number);
  out[n++] = mix(mix(mix(21, posPair), pos[h - 1] as number), far);
  out[n++] = mix(mix(mix(24, dPos), pos[d + 1] as number), far);
  out[n++] = mix(mix(mix(25, dPos), pos[d + 1] as number), mix(pos[d + 2] as number, far));
  out[n++] = mix(mix(26, ends), between);
  out[n++] = mix(mix(mix(31, dKind), after[d] as number), mix(hType, predicates * 16 + nouns * 4 + commas));
  out[n++] = mix(mix(32, posPair), predicates * 4 + nouns);
  out[n++] = mix(mix(33, kindPair), (nesting + 1) * 16 + far);
  out[n++] = mix(mix(mix(34, dEnd), hStem), predicates * 4 + alike);
  out[n++] = mix(mix(mix(36, dStem), dEnd), mix(hPos, predicates));
  out[n++] = mix(mix(mix(37, first[d] as number), dEnd), mix(first[h] as number, 0));
  out[n++] = mix(mix(mix(38, dEnd), end[h - 1] as number), mix(hPos, far));
  out[n++] = mix(mix(mix(39, dEnd), hPos), mix(end[h + 1] as number, between));
  out[n++] = mix(mix(mix(40, dStem), stem[d + 1] as number), far);
  out[n++] = mix(mix(mix(42, hStem), stem[h + 1] as number), mix(dEnd, far));
  out[n++] = mix(mix(mix(46, dKind), tail[h] as number), far);
  for (let k = d + 1; k < h && n < MOST_FEATURES - 2; k++) out[n++] = mix(mix(mix(43, ends), pos[k] as number), 0);
  return n;
}

/**
 * Features of two arcs to the same head, with no arc to it between them.
 * @param inner the dependent nearer to the head; the head itself where `outer` is its nearest dependent
 * @param outer the other one; -1 where `inner` is its farthest dependent
 */
export function pairFeatures(atoms: Atoms, outer: number, inner: number, head: number, out: Int32Array): number {
  const o = outer + PAD;
  const i = inner + PAD;
  const h = head + PAD;
  const { stem, end, type, pos, kind, after } = atoms;
  const hType = type[h] as number;
  const hKind = kind[h] as number;
  const nearest = inner === head ? 1 : 0;
  const iEnd = nearest ? 7 : (end[i] as number);
  const iKind = nearest ? 7 : (kind[i] as number);
  const iPos = nearest ? 7 : (pos[i] as number);
  const oEnd = outer < 0 ? 9 : (end[o] as number);
  const oKind = outer < 0 ? 9 : (kind[o] as number);
  const oPos = outer < 0 ? 9 : (pos[o] as number);
  const far = outer < 0 ? 0 : few(inner - outer - 1);
  const ends = mix(oEnd, iEnd);
  const kinds = mix(oKind, iKind);
  let n = 0;
  out[n++] = mix(mix(61, ends), hType);
  out[n++] = mix(mix(62, kinds), hKind);
  out[n++] = mix(mix(63, mix(oPos, iPos)), mix(pos[h] as number, 0));
  out[n++] = mix(mix(64, ends), far);
  out[n++] = mix(mix(65, kinds), far);
  out[n++] = mix(mix(66, ends), stem[h] as number);
  if (outer >= 0) {
    out[n++] = mix(mix(67, mix(oKind, after[o] as number)), mix(iKind, nearest ? 0 : (after[i] as number)));
    out[n++] = mix(mix(68, mix(stem[o] as number, oEnd)), mix(iEnd, hType));
    out[n++] = mix(mix(69, mix(oEnd, iEnd)), mix(nearest ? 7 : (stem[i] as number), hType));
    out[n++] = mix(mix(70, mix(oPos, iPos)), far);
  }
  return n;
}
