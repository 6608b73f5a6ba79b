/**
 * The words of a sentence as names see them: eojeols cut at punctuation, without their particles.
 *
 * "LH(한국토지주택공사)는" is one eojeol and two words. Between two words stands a gap: the characters that divide them,
 * particles aside, on which the patterns of names are written (" ", "·", ", ", "(").
 */
import type { Document, Eojeol, Sentence } from "../korean/index.ts";
import { endingsOf, type NameLexicon } from "./lexicon.ts";

export interface Word {
  /** UTF-16 offsets into Article.text, without the particle. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The particles that follow it: "는"; empty for a bare word. */
  readonly particle: string;
  /** What divides it from the word before, particles of that word aside. */
  readonly gap: string;
  /** Where the word ends with its particles. */
  readonly close: number;
  /** How the analyzer reads it: one noun (or one word it does not know), a compound of nouns, or no noun at all. */
  readonly shape: "noun" | "compound" | "other";
}

const PIECE = /[가-힣A-Za-z0-9\u3400-\u9fff\uff21-\uff5aÀ-ÿ]+(?:[&.+\-'’_][A-Za-z0-9가-힣]+)*\+?/g;

/** What was read of a sentence: several rooms ask for the same words. */
const readings = new WeakMap<Sentence, { readonly lexicon: NameLexicon; readonly words: readonly Word[] }>();

/** The words of one sentence, in order. */
export function wordsOf(document: Document, sentence: Sentence, lexicon: NameLexicon): readonly Word[] {
  const before = readings.get(sentence);
  if (before?.lexicon === lexicon) return before.words;
  const words = readWords(document, sentence, lexicon);
  readings.set(sentence, { lexicon, words });
  return words;
}

function readWords(document: Document, sentence: Sentence, lexicon: NameLexicon): Word[] {
  const { text } = document.article;
  const words: Word[] = [];
  for (const eojeol of sentence.eojeols) {
    const surface = text.slice(eojeol.start, eojeol.end);
    for (const match of surface.matchAll(PIECE)) {
      const start = eojeol.start + match.index;
      const close = start + match[0].length;
      const before = words.at(-1);
      if (before && start >= eojeol.stem.end && followsBracket(text, start) && lexicon.particles.has(match[0])) {
        words[words.length - 1] = { ...before, particle: match[0], close };
        continue;
      }
      const stem = eojeol.stem.end > start && eojeol.stem.end < close ? eojeol.stem.end : close;
      const end = stem === close ? withoutParticle(text.slice(start, close), start, lexicon) : stem;
      const gap = before ? text.slice(before.close, start) : "";
      const shape = shapeOf(eojeol, start, end);
      words.push({ start, end, text: text.slice(start, end), particle: text.slice(end, close), gap, close, shape });
    }
  }
  return withoutBylines(words, lexicon);
}

/** Leaves out reporters' bylines: "제주=김동윤/허란 기자". */
function withoutBylines(words: readonly Word[], lexicon: NameLexicon): Word[] {
  const bylines = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (!lexicon.reporters.has(word.text)) continue;
    bylines.add(at);
    for (let index = at - 1; index >= 0; index--) {
      const { particle, text, start, close } = words[index] as Word;
      const { gap } = words[index + 1] as Word;
      if ((particle !== "" && close - start > 3) || !/^ ?[ /·,=] ?$/.test(gap) || (index < at - 1 && gap === " "))
        break;
      if (endingsOf(text, lexicon.endings).some(({ ending }) => ending.length > 1)) break;
      bylines.add(index);
    }
  }
  return bylines.size === 0 ? [...words] : words.filter((_, index) => !bylines.has(index));
}

/** Where a name ends on which the analyzer left a particle: 다라전기와, 팬코퍼레이션은. */
function withoutParticle(text: string, start: number, lexicon: NameLexicon): number {
  if (lexicon.known.has(text) || lexicon.commonWords.has(text)) return start + text.length;
  for (const length of [2, 1]) {
    const name = text.slice(0, -length);
    if (name.length < 3 || !lexicon.particles.has(text.slice(-length))) continue;
    if (lexicon.known.get(name)?.certain || isTold(name, lexicon)) return start + name.length;
  }
  return start + text.length;
}

/** Whether a word ends like a firm. */
function isTold(name: string, lexicon: NameLexicon): boolean {
  const [ending] = endingsOf(name, lexicon.endings);
  const rest = name.slice(0, -(ending?.ending.length ?? 0));
  if (ending?.kind === "company" && ending.ending.length >= 2 && rest.length >= 2) return !lexicon.generic.has(rest);
  return false;
}

function followsBracket(text: string, start: number): boolean {
  return /[)）\]'’”"』」》>]/.test(text[start - 1] ?? "");
}

const NOMINAL = /^(?:N|S[LHN]|X[RPS]|MM|SW)/;
const INFLECTED = /^(?:E[CFTP]|J|MA|V|XSV|XSA|NP|NR|IC)/;

/** Endings, adverbs and verbs among a word's morphemes make it no noun; several nouns of two syllables make a compound. */
function shapeOf({ morphemes }: Eojeol, start: number, end: number): Word["shape"] {
  const own = morphemes.filter((morpheme) => morpheme.start < end && start < morpheme.end);
  const last = own.at(-1);
  if (!last) return "noun";
  if (INFLECTED.test(last.tag) || !own.some(({ tag }) => NOMINAL.test(tag))) return "other";
  return own.filter(({ form, tag }) => tag.startsWith("NN") && form.length >= 2).length > 1 ? "compound" : "noun";
}
