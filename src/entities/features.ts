/**
 * Features of Korean text for the learned finder: what a character's neighbourhood looks like, as hashed integers.
 *
 * Takes a stretch of text and gives FEATURE_WIDTH keys a character: character n-grams around it, kinds of characters,
 * the word it stands in (a run of letters and digits), that word up to it and from it on, the word without its
 * particle and the stem's last syllables, and the words before and after. Digits all read as 0. No morphology is asked,
 * so it runs at several hundred thousand characters a second.
 */
import data from "../../graph/models/entities.features.json" with { type: "json" };
import { finish, mix } from "../learning/index.ts";

const particles = new Set(data.particles);
const LONGEST_PARTICLE = data.particles.reduce((longest, particle) => Math.max(longest, particle.length), 0);

/** Kinds of characters, as small integers. */
const SPACE = 1;
const HANGUL = 2;
const UPPER = 3;
const LOWER = 4;
const DIGIT = 5;
const HANJA = 6;
const OPEN = 7;
const CLOSE = 8;
const QUOTE = 9;
const DOT = 10;
const OTHER = 11;
const LETTER = 12;

const OPENERS = "(（[［〈《<「『【";
const CLOSERS = ")）]］〉》>」』】";
const QUOTES = "'\"‘’“”`";
const DOTS = "·ㆍ・,、/";

const classes = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) {
  const char = String.fromCharCode(code);
  classes[code] = /\s/.test(char)
    ? SPACE
    : code >= 0xac00 && code <= 0xd7a3
      ? HANGUL
      : /[A-ZＡ-Ｚ]/.test(char)
        ? UPPER
        : /[a-zａ-ｚ]/.test(char)
          ? LOWER
          : /\p{Nd}/u.test(char)
            ? DIGIT
            : /\p{Script=Han}/u.test(char)
              ? HANJA
              : OPENERS.includes(char)
                ? OPEN
                : CLOSERS.includes(char)
                  ? CLOSE
                  : QUOTES.includes(char)
                    ? QUOTE
                    : DOTS.includes(char)
                      ? DOT
                      : /\p{L}/u.test(char)
                        ? LETTER
                        : OTHER;
}

const isWordClass = (kind: number): boolean =>
  kind === HANGUL || kind === UPPER || kind === LOWER || kind === DIGIT || kind === HANJA || kind === LETTER;

/** The class of a UTF-16 unit: space, Hangul, upper or lower case, digit, Hanja, bracket … as a small integer. */
export const characterClass = (code: number): number => classes[code] as number;

/** Whether a UTF-16 unit is part of a word: a letter of any script or a digit. */
export const isLetter = (code: number): boolean => isWordClass(classes[code] as number);

/** Whether a string reads as particles that can close an eojeol. */
export const isParticleRun = (text: string): boolean => particles.has(text);

const PAD = 6;
const EDGE = 2;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly stemEnd: number;
  readonly whole: number;
  readonly stem: number;
  readonly last1: number;
  readonly last2: number;
  readonly last3: number;
  readonly first2: number;
  readonly particle: number;
  readonly shape: number;
}

const NO_WORD: Word = {
  start: 0,
  end: 0,
  stemEnd: 0,
  whole: 7,
  stem: 7,
  last1: 7,
  last2: 7,
  last3: 7,
  first2: 7,
  particle: 7,
  shape: 7,
};

function hashRange(codes: Int32Array, from: number, to: number): number {
  let hash = 0x1234567;
  for (let i = from; i < to; i++) hash = mix(hash, codes[i] as number);
  return hash;
}

/** Where the word's particles begin: the longest known run of particles at its end that leaves a stem. */
function stemEndOf(text: string, start: number, end: number): number {
  if (classes[text.charCodeAt(end - 1)] !== HANGUL) return end;
  for (let length = Math.min(LONGEST_PARTICLE, end - start - 1); length > 0; length--)
    if (particles.has(text.slice(end - length, end))) return end - length;
  return end;
}

function readWord(text: string, codes: Int32Array, offset: number, start: number, end: number): Word {
  const stemEnd = stemEndOf(text, offset + start, offset + end) - offset;
  let shape = 3;
  let previous = 0;
  for (let i = start; i < end; i++) {
    const kind = classes[text.charCodeAt(offset + i)] as number;
    if (kind !== previous) shape = mix(shape, kind);
    previous = kind;
  }
  const p = start + PAD;
  const s = stemEnd + PAD;
  return {
    start,
    end,
    stemEnd,
    whole: hashRange(codes, p, end + PAD),
    stem: hashRange(codes, p, s),
    last1: hashRange(codes, Math.max(p, s - 1), s),
    last2: hashRange(codes, Math.max(p, s - 2), s),
    last3: hashRange(codes, Math.max(p, s - 3), s),
    first2: hashRange(codes, p, Math.min(p + 2, s)),
    particle: hashRange(codes, s, end + PAD),
    shape: mix(shape, Math.min(6, stemEnd - start)),
  };
}

/** Changes with every change of the features: a weight file fits only the features it was trained with. */
export const FEATURES_VERSION = "korean-3";

/** How many features a character has. */
export const FEATURE_WIDTH = 46;

/**
 * Places of the features that are also learnt for each source of text apart (news articles, konec's sentences): what
 * the words themselves are, rather than what surrounds them.
 */
export const SOURCE_FEATURES: readonly number[] = [
  2, 7, 8, 12, 13, 14, 15, 24, 25, 26, 28, 31, 32, 36, 39, 46, 47, 48, 49, 50, 51, 54, 55, 56,
];

/** Places of the features that say little of the single word: kinds of characters, particles, what the rules found. */
export const GENERAL_FEATURES: readonly number[] = [
  21, 22, 23, 33, 34, 42, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67,
];

/** The stretch's characters and words, read once for all its positions. */
interface Reading {
  readonly codes: Int32Array;
  readonly kinds: Uint8Array;
  readonly words: readonly Word[];
  /** Index of the word at a position, or -1; and of the first word that ends after it. */
  readonly wordAt: Int32Array;
  readonly nextWord: Int32Array;
  /** Hash of the word from its start to this position, and from here to its stem's end (0 past it). */
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
}

function read(text: string, start: number, end: number): Reading {
  const length = end - start;
  const codes = new Int32Array(length + 2 * PAD).fill(EDGE);
  const kinds = new Uint8Array(length + 2 * PAD);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start + i);
    const kind = classes[code] as number;
    kinds[i + PAD] = kind;
    codes[i + PAD] = kind === DIGIT ? 48 : kind === SPACE ? 32 : code;
  }
  const words: Word[] = [];
  const wordAt = new Int32Array(length).fill(-1);
  const nextWord = new Int32Array(length);
  const prefix = new Int32Array(length);
  const suffix = new Int32Array(length);
  for (let i = 0; i < length; ) {
    if (!isWordClass(kinds[i + PAD] as number)) {
      nextWord[i++] = words.length;
      continue;
    }
    let j = i + 1;
    while (j < length && isWordClass(kinds[j + PAD] as number)) j++;
    wordAt.fill(words.length, i, j);
    nextWord.fill(words.length, i, j);
    const word = readWord(text, codes, start, i, j);
    words.push(word);
    let hash = 0x2f0b1;
    for (let k = i; k < j; k++) {
      hash = mix(hash, codes[k + PAD] as number);
      prefix[k] = hash;
    }
    hash = 0x3c6ef;
    for (let k = word.stemEnd - 1; k >= i; k--) {
      hash = mix(hash, codes[k + PAD] as number);
      suffix[k] = hash;
    }
    i = j;
  }
  return { codes, kinds, words, wordAt, nextWord, prefix, suffix };
}

/** Keys of all features of `text.slice(start, end)`: (end - start) × FEATURE_WIDTH, 0 where there is none. */
export function extractFeatures(text: string, start: number, end: number): Int32Array {
  const out = new Int32Array((end - start) * FEATURE_WIDTH);
  putFeatures(text, start, end, { out, from: 0, width: FEATURE_WIDTH });
  return out;
}

/** Rows of `width` keys a character, the first of them at `from`. */
export interface FeatureTable {
  readonly out: Int32Array;
  readonly from: number;
  readonly width: number;
}

/** Writes the same keys to the beginnings of the table's rows. */
export function putFeatures(text: string, start: number, end: number, table: FeatureTable): void {
  const length = end - start;
  const reading = read(text, start, end);
  putNgrams(reading, length, table);
  for (let i = 0; i < length; i++) {
    const at = table.from + i * table.width + NGRAM_FEATURES;
    if ((reading.wordAt[i] as number) >= 0) putWord(reading, i, table.out, at);
    else putBetween(reading, i, table.out, at);
  }
}

const NGRAM_FEATURES = 24;

function putNgrams({ codes, kinds }: Reading, length: number, { out, from, width }: FeatureTable): void {
  const total = length + 2 * PAD;
  const g2 = new Int32Array(total);
  const g3 = new Int32Array(total);
  const g4 = new Int32Array(total);
  for (let i = 0; i + 4 < total; i++) {
    const two = mix(mix(0x51ed27, codes[i] as number), codes[i + 1] as number);
    const three = mix(two, codes[i + 2] as number);
    g2[i] = two;
    g3[i] = three;
    g4[i] = mix(three, codes[i + 3] as number);
  }
  for (let i = 0; i < length; i++) {
    const p = i + PAD;
    let at = from + i * width;
    let salt = 0;
    for (let k = p - 2; k <= p + 2; k++) out[at++] = finish(mix(codes[k] as number, ++salt));
    for (let k = p - 3; k <= p + 2; k++) out[at++] = finish(mix(g2[k] as number, ++salt));
    out[at++] = finish(mix(mix(codes[p - 1] as number, codes[p + 1] as number), ++salt));
    for (let k = p - 3; k <= p + 1; k++) out[at++] = finish(mix(g3[k] as number, ++salt));
    out[at++] = finish(mix(g4[p - 4] as number, ++salt));
    out[at++] = finish(mix(g4[p - 3] as number, ++salt));
    out[at++] = finish(mix(g4[p] as number, ++salt));
    out[at++] = finish(mix(g4[p + 1] as number, ++salt));
    let near = 1;
    for (let k = p - 2; k <= p + 2; k++) near = near * 13 + (kinds[k] as number);
    let left = 1;
    for (let k = p - 5; k <= p; k++) left = left * 13 + (kinds[k] as number);
    let right = 1;
    for (let k = p; k <= p + 5; k++) right = right * 13 + (kinds[k] as number);
    out[at++] = finish(mix(near, ++salt));
    out[at++] = finish(mix(left, ++salt));
    out[at] = finish(mix(right, ++salt));
  }
}

/** Features of a character inside a word. */
function putWord({ codes, words, wordAt, prefix, suffix }: Reading, i: number, out: Int32Array, first: number): void {
  const index = wordAt[i] as number;
  const own = words[index] as Word;
  const before = words[index - 1] ?? NO_WORD;
  const after = words[index + 1] ?? NO_WORD;
  const offset = Math.min(7, i - own.start);
  const left = Math.max(0, Math.min(7, own.stemEnd - i));
  const where = offset * 8 + left;
  const place = offset === 0 ? 1 : left === 0 ? 3 : 2;
  const toward = left <= 1 ? left : 2;
  let at = first;
  let salt = 100;
  out[at++] = finish(mix(mix(own.whole, offset), ++salt));
  out[at++] = finish(mix(mix(own.stem, offset), ++salt));
  out[at++] = finish(mix(prefix[i] as number, ++salt));
  out[at++] = finish(mix(mix(suffix[i] as number, own.particle), ++salt));
  out[at++] = finish(mix(suffix[i] as number, ++salt));
  out[at++] = finish(mix(mix(own.last1, where), ++salt));
  out[at++] = finish(mix(mix(own.first2, where), ++salt));
  out[at++] = finish(mix(mix(own.last2, where), ++salt));
  out[at++] = finish(mix(mix(own.last3, where), ++salt));
  out[at++] = finish(mix(mix(own.particle, where), ++salt));
  out[at++] = finish(mix(mix(own.shape, where), ++salt));
  out[at++] = finish(mix(mix(own.particle, mix(after.stem, place)), ++salt));
  out[at++] = finish(mix(mix(before.stem, place), ++salt));
  out[at++] = finish(mix(mix(before.last1, mix(own.last1, place)), ++salt));
  out[at++] = finish(mix(mix(before.last2, mix(before.particle, place)), ++salt));
  out[at++] = finish(mix(mix(after.stem, mix(toward, offset)), ++salt));
  out[at++] = finish(mix(mix(after.last2, mix(toward, own.particle)), ++salt));
  out[at++] = finish(mix(mix(after.first2, mix(toward, left)), ++salt));
  out[at++] = finish(mix(mix(mix(before.shape, own.shape), mix(after.shape, where)), ++salt));
  out[at++] = finish(mix(mix((words[index - 2] ?? NO_WORD).stem, place), ++salt));
  out[at++] = finish(mix(mix((words[index + 2] ?? NO_WORD).stem, toward), ++salt));
  out[at] = finish(mix(mix(codes[i + PAD] as number, where), ++salt));
}

/** Features of a space or a mark: the words around it. */
function putBetween({ codes, words, nextWord }: Reading, i: number, out: Int32Array, first: number): void {
  const next = nextWord[i] as number;
  const before = words[next - 1] ?? NO_WORD;
  const after = words[next] ?? NO_WORD;
  const code = codes[i + PAD] as number;
  let at = first;
  let salt = 200;
  out[at++] = finish(mix(mix(before.stem, code), ++salt));
  out[at++] = finish(mix(mix(after.stem, code), ++salt));
  out[at++] = finish(mix(mix(mix(before.stem, after.stem), code), ++salt));
  out[at++] = finish(mix(mix(mix(before.last1, after.last1), code), ++salt));
  out[at++] = finish(mix(mix(mix(before.last2, after.last2), code), ++salt));
  out[at++] = finish(mix(mix(mix(before.shape, after.shape), code), ++salt));
  out[at++] = finish(mix(mix(before.last2, mix(before.particle, code)), ++salt));
  out[at++] = finish(mix(mix(before.particle, after.last2), ++salt));
  out[at] = finish(mix(mix(before.whole, mix(after.last1, code)), ++salt));
}
