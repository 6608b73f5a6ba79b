/**
 * Reads eojeols again in the light of the whole article.
 *
 * Takes the analyzer's morphemes of an eojeol and gives better ones: words it does not know are taken apart (unknown.ts),
 * stems that the article shows to be longer or shorter are corrected, and what stands behind a closing bracket is read as
 * the particle it is ("(AKP)이").
 */
import { finalOf } from "./hangul.ts";
import { particleLexicon } from "./lexicon.ts";
import type { AnalyzedEojeol, Morphology } from "./morphology.ts";
import { divisions } from "./particles.ts";
import type { Morpheme } from "./types.ts";
import { collectWords, correctStem, readUnknown, type Words } from "./unknown.ts";

const HANGUL = /[가-힣]+/g;
const ONLY_HANGUL = /^[가-힣]{2,}$/;
const PUNCTUATION = /^S[FPSEOW]$/;
const VERB = /^(?:V[VAX]|VCN|XS[VA]|MA|IC)/;
const CLOSING = /[)\]）〕】”’"'」』》〉]$/;

const tags = new Map(particleLexicon.particles.map(({ form, tag }) => [form, tag]));

/** Reads an eojeol of a sentence; offsets count from the sentence's start, as the analyzer's do. */
export type Reader = (sentence: string, eojeol: AnalyzedEojeol) => readonly Morpheme[];

/** A reader for the article of this text; each word is judged once. */
export function articleReader(text: string, morphology: Morphology): Reader {
  const readings = new Map<string, Morpheme[] | undefined>();
  const words = collectWords(text.match(HANGUL) ?? []);
  return (sentence, { morphemes: analyzed }) => {
    const morphemes = analyzed.map(asParticle);
    const first = morphemes.findIndex(({ tag }) => !PUNCTUATION.test(tag));
    const last = morphemes.findLastIndex(({ tag }) => !PUNCTUATION.test(tag));
    const noun = morphemes[last];
    if (!noun) return morphemes;
    if (noun.tag === "NNG" && ONLY_HANGUL.test(noun.form) && noun.end - noun.start === noun.form.length) {
      if (last === first || PUNCTUATION.test(morphemes[last - 1]?.tag ?? "")) {
        if (!readings.has(noun.form)) readings.set(noun.form, readUnknown(noun.form, words, morphology));
        const reading = readings.get(noun.form)?.map((m) => shifted(m, noun.start));
        return reading ? [...morphemes.slice(0, last), ...reading, ...morphemes.slice(last + 1)] : morphemes;
      }
    }
    return behindBracket(morphemes, last) ?? corrected(sentence, morphemes, first, last, words) ?? morphemes;
  };
}

/** 만 between a noun and another particle is one too, not the noun that counts years. */
function asParticle(morpheme: Morpheme, index: number, all: readonly Morpheme[]): Morpheme {
  const { form, tag } = morpheme;
  const between = /^(?:N|SL|SH)/.test(all[index - 1]?.tag ?? "") && all[index + 1]?.tag.startsWith("J");
  return form === "만" && tag === "NNB" && between ? { ...morpheme, tag: "JX" } : morpheme;
}

function shifted(morpheme: Morpheme, by: number): Morpheme {
  return { ...morpheme, start: morpheme.start + by, end: morpheme.end + by };
}

function behindBracket(morphemes: readonly Morpheme[], last: number): readonly Morpheme[] | undefined {
  const particle = morphemes[last] as Morpheme;
  const before = morphemes[last - 1];
  const tag = tags.get(particle.form);
  if (!before || !tag || !CLOSING.test(before.form) || /^[JEV]/.test(particle.tag)) return undefined;
  return morphemes.with(last, { ...particle, tag });
}

/** A copula leaves no trace only behind a vowel: 회사(이)다; but 스킬질(이)라는 is 스킬질라 + 는. */
function withoutFalseCopula(word: string, stem: string, traceless: boolean): ReturnType<typeof correctStem> {
  if (!traceless || finalOf(stem.charCodeAt(stem.length - 1)) === "none") return undefined;
  return divisions(word).find(({ score }) => score > 0) ?? { stem: word, particles: [] };
}

function corrected(
  sentence: string,
  morphemes: readonly Morpheme[],
  first: number,
  last: number,
  words: Words,
): readonly Morpheme[] | undefined {
  const core = morphemes.slice(first, last + 1);
  const start = core[0]?.start ?? 0;
  const word = sentence.slice(start, core.at(-1)?.end);
  if (core.length < 2 || !ONLY_HANGUL.test(word) || core.some(({ tag }) => VERB.test(tag))) return undefined;
  const close = core.findLastIndex(({ tag }) => !/^(?:J|E|VCP)/.test(tag)) + 1;
  const stemMorphemes = core.slice(0, close);
  const stem = stemMorphemes.map(({ form }) => form).join("");
  const made = { compound: close > 1, copula: core.slice(close).some(({ tag }) => !tag.startsWith("J")) };
  if (!word.startsWith(stem)) return undefined;
  const copula = core[close];
  const traceless = copula?.tag === "VCP" && copula.start < start + stem.length;
  const better = withoutFalseCopula(word, stem, traceless) ?? correctStem(word, stem, made, words);
  if (!better) return undefined;
  let at = start + better.stem.length;
  const kept: Morpheme[] =
    better.stem.length > stem.length
      ? [{ start, end: at, form: better.stem, tag: "NNP", unknown: true }]
      : stemMorphemes
          .filter((m) => m.start < at)
          .map((m) => (m.end > at ? { ...m, end: at, form: sentence.slice(m.start, at) } : m));
  const particles = better.particles.map(({ form, tag }) => {
    const from = at;
    at += form.length;
    return { start: from, end: at, form, tag };
  });
  return [...morphemes.slice(0, first), ...kept, ...particles, ...morphemes.slice(last + 1)];
}
