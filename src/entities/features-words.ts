/**
 * Features of words for the learned finder: what the lexicon and the analyzer say of each word of a sentence.
 *
 * Takes a document and gives a few hashed keys a character: whether its word is an ordinary word, a title, ends like a
 * name or sounds like one, the same of its neighbours with what stands between, and the morphemes around. Unlike what
 * the rules found, this is there for names that no rule knows.
 */
import type { Document, Sentence } from "../korean/index.ts";
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

function profileOf(word: Word, lexicon: NameLexicon): Profile {
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
    word,
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
  for (const sentence of document.sentences) {
    putWords(
      wordsOf(document, sentence, lexicon).map((word) => profileOf(word, lexicon)),
      table,
    );
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
    for (let i = word.start; i < word.close; i++) {
      const left = Math.max(0, Math.min(7, word.end - i));
      const where = Math.min(7, i - word.start) * 8 + left;
      const place = i === word.start ? 1 : left === 0 ? 3 : 2;
      let at = i * width + from;
      let salt = 400;
      out[at++] = finish(mix(mix(sort, where), ++salt));
      out[at++] = finish(mix(mix(mix(sort, ending), where), ++salt));
      out[at++] = finish(mix(mix(mix(sort, sound), where), ++salt));
      out[at++] = finish(mix(mix(mix(before?.sort ?? NO_WORD, gapBefore), mix(sort, place)), ++salt));
      out[at++] = finish(mix(mix(mix(sort, particle), mix(mix(gapAfter, after?.sort ?? NO_WORD), place)), ++salt));
      out[at] = finish(mix(mix(mix(sound, after?.sound ?? NO_WORD), mix(gapAfter, where)), ++salt));
    }
  });
}

function putMorphemes({ eojeols, end: last }: Sentence, { out, from, width }: WordFeatureTable): void {
  const tags = eojeols.flatMap(({ morphemes }, index) =>
    morphemes.map((morpheme) => ({ ...morpheme, index, hash: mix(hashText(morpheme.tag), morpheme.unknown ? 1 : 2) })),
  );
  tags.forEach(({ start, end, hash, index, form }, n) => {
    const before = tags[n - 1];
    const after = tags[n + 1];
    const joined = (other: typeof before): number => (other?.index === index ? 1 : 2);
    for (let i = start; i < Math.min(end, last); i++) {
      const place = mix(i === start ? 1 : 2, i === end - 1 ? 1 : 2);
      let at = i * width + from + 6;
      let salt = 420;
      out[at++] = finish(mix(mix(hash, place), ++salt));
      out[at++] = finish(
        mix(
          mix(
            mix(mix(before?.hash ?? NO_WORD, joined(before)), hash),
            mix(mix(after?.hash ?? NO_WORD, joined(after)), place),
          ),
          ++salt,
        ),
      );
      out[at] = finish(mix(mix(mix(hashText(form), hash), mix(hashText(after?.form ?? ""), place)), ++salt));
    }
  });
}
