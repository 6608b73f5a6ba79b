/**
 * Features of words for the learned finder: what the lexicon and the analyzer say of each word of a sentence.
 *
 * Takes a document and gives a few hashed keys a character: whether its word is an ordinary word, a title, ends like a
 * name or sounds like one, the same of its neighbours with what stands between, and the morphemes around. Unlike what
 * the rules found, this is there for names that no rule knows.
 */
import type { Document, Morpheme, Sentence } from "../korean/index.ts";
import { finish, hashText, mix } from "../learning/index.ts";
import { endingsOf, type NameLexicon } from "./lexicon.ts";
import { type Word, wordsOf } from "./words.ts";

/** How many keys a character has from words and morphemes. */
export const WORD_FEATURE_WIDTH = 9;

const NO_WORD = 7;
const SHAPES = { noun: 1, compound: 2, other: 3 } as const;

/** What is known of a word whatever the rules make of it, as hashes. */
interface Profile {
  readonly word: Word;
  /** Ordinary word, title, surname; shape and length. */
  readonly sort: number;
  /** The kinds of its endings. */
  readonly ending: number;
  /** How much it sounds like a Korean name, and like a foreign one. */
  readonly sound: number;
}

const level = (value: number, step: number): number => Math.max(-6, Math.min(6, Math.round(value / step))) + 7;

function profileOf(word: Word, lexicon: NameLexicon): Omit<Profile, "word"> {
  const { text, shape } = word;
  const flags =
    (lexicon.commonWords.has(text) ? 1 : 0) +
    (lexicon.titles.has(text) ? 2 : 0) +
    (lexicon.surnames.has(text[0] as string) ? 4 : 0) +
    (lexicon.bodies.has(text) ? 8 : 0) +
    (lexicon.generic.has(text) ? 16 : 0);
  const endings = endingsOf(text, lexicon.endings);
  const rest = endings[0] ? text.slice(0, -endings[0].ending.length) : "";
  let ending = lexicon.commonWords.has(rest) ? 2 : 1;
  for (const { kind, subkind, strong } of endings.slice(0, 2))
    ending = mix(mix(ending, hashText(subkind ?? kind)), strong ? 1 : 2);
  const korean = text.length === 3 ? level(lexicon.nameScore(text), 15) : 0;
  return {
    sort: mix(mix(0x51, flags), SHAPES[shape] * 8 + Math.min(7, text.length)),
    ending,
    sound: mix(korean, level(lexicon.foreignScore(text), 4)),
  };
}

/** Where keys go: rows of `width` a character of the text, these from `from` on. */
export interface WordFeatureTable {
  readonly out: Int32Array;
  readonly from: number;
  readonly width: number;
}

/** Writes the keys of each character of the document's sentences. */
export function putWordFeatures(document: Document, lexicon: NameLexicon, table: WordFeatureTable): void {
  const known = new Map<string, Omit<Profile, "word">>();
  const profile = (word: Word): Profile => {
    const name = word.shape + word.text;
    let own = known.get(name);
    if (!own) {
      own = profileOf(word, lexicon);
      known.set(name, own);
    }
    return { word, sort: own.sort, ending: own.ending, sound: own.sound };
  };
  for (const sentence of document.sentences) {
    putWords(wordsOf(document, sentence, lexicon).map(profile), table);
    putMorphemes(sentence, table);
  }
}

function putWords(profiles: readonly Profile[], { out, from, width }: WordFeatureTable): void {
  profiles.forEach(({ word, sort, ending, sound }, index) => {
    const before = profiles[index - 1];
    const after = profiles[index + 1];
    const gapBefore = hashText(word.gap);
    const gapAfter = hashText(after?.word.gap ?? "");
    const particle = hashText(word.particle);
    const named = mix(sort, ending);
    const sounding = mix(sort, sound);
    const left = mix(before?.sort ?? NO_WORD, gapBefore);
    const here = mix(sort, particle);
    const right = mix(gapAfter, after?.sort ?? NO_WORD);
    const sounds = mix(sound, after?.sound ?? NO_WORD);
    for (let i = word.start; i < word.close; i++) {
      const rest = Math.max(0, Math.min(7, word.end - i));
      const where = Math.min(7, i - word.start) * 8 + rest;
      const place = i === word.start ? 1 : rest === 0 ? 3 : 2;
      const at = i * width + from;
      out[at] = finish(mix(mix(sort, where), 401));
      out[at + 1] = finish(mix(mix(named, where), 402));
      out[at + 2] = finish(mix(mix(sounding, where), 403));
      out[at + 3] = finish(mix(mix(left, mix(sort, place)), 404));
      out[at + 4] = finish(mix(mix(here, mix(right, place)), 405));
      out[at + 5] = finish(mix(mix(sounds, mix(gapAfter, where)), 406));
    }
  });
}

function putMorphemes({ eojeols, end: last }: Sentence, { out, from, width }: WordFeatureTable): void {
  const morphemes: Morpheme[] = [];
  const owners: number[] = [];
  eojeols.forEach((eojeol, index) => {
    for (const morpheme of eojeol.morphemes) {
      morphemes.push(morpheme);
      owners.push(index);
    }
  });
  const hashes = Int32Array.from(morphemes, ({ tag, unknown }) => mix(tagHash(tag), unknown ? 1 : 2));
  const forms = Int32Array.from(morphemes, ({ form }) => hashText(form));
  morphemes.forEach(({ start, end }, n) => {
    const hash = hashes[n] as number;
    const before = mix(hashes[n - 1] ?? NO_WORD, owners[n - 1] === owners[n] ? 1 : 2);
    const after = mix(hashes[n + 1] ?? NO_WORD, owners[n + 1] === owners[n] ? 1 : 2);
    const around = mix(before, hash);
    const form = mix(forms[n] as number, hash);
    const next = forms[n + 1] ?? NOTHING;
    for (let i = start; i < Math.min(end, last); i++) {
      const place = mix(i === start ? 1 : 2, i === end - 1 ? 1 : 2);
      const at = i * width + from + 6;
      out[at] = finish(mix(mix(hash, place), 421));
      out[at + 1] = finish(mix(mix(around, mix(after, place)), 422));
      out[at + 2] = finish(mix(mix(form, mix(next, place)), 423));
    }
  });
}

const NOTHING = hashText("");
const tagHashes = new Map<string, number>();

/** The hash of a tag, of which there are few. */
function tagHash(tag: string): number {
  const known = tagHashes.get(tag);
  if (known !== undefined) return known;
  const hash = hashText(tag);
  tagHashes.set(tag, hash);
  return hash;
}
