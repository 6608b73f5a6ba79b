/**
 * What is known about particles, units and dates, as data: graph/lexicon/korean-*.json, checked once.
 *
 * Gives the particles with the ending that each asks of the word before it, the endings of real words that only look like
 * particles (국가, 회의, 결과), and what unknown predicates are read with; the units of amounts with the words around them.
 * Reference: Sejong tag set; 국립국어원 표준국어대사전; ISO 4217 for currencies.
 */
import { z } from "zod";
import dates from "../../graph/lexicon/korean-dates.json" with { type: "json" };
import particles from "../../graph/lexicon/korean-particles.json" with { type: "json" };
import sentences from "../../graph/lexicon/korean-sentences.json" with { type: "json" };
import units from "../../graph/lexicon/korean-units.json" with { type: "json" };

const BOUNDS = ["exact", "about", "at_least", "at_most", "over", "under"] as const;

export const particleSchema = z.strictObject({
  form: z.string().min(1),
  tag: z.string().regex(/^J[A-Z]+$/),
  /** What the word before must end in. */
  after: z.enum(["any", "vowel", "consonant", "vowelOrRieul", "consonantNotRieul"]),
  /** Order in a chain of particles: case (1) before 만, 까지 (2) before 은, 도, 의 (3). */
  rank: z.int().min(1).max(3),
  /** How much the form alone speaks for a split, against 0 for none. */
  weight: z.number(),
});
export type Particle = z.infer<typeof particleSchema>;

export const particleLexiconSchema = z.strictObject({
  particles: z.array(particleSchema),
  /** By particle: how words end that do not hold that particle. */
  endings: z.record(z.string(), z.array(z.string().min(1))),
  /** Surnames of one syllable, and given names of two that end like a particle. */
  surnames: z.string(),
  givenNames: z.array(z.string().length(2)),
  /** How compounds end whose last noun the analyzer made of a name's last syllable and a particle (교육|부가). */
  fusedEndings: z.array(z.string().min(2)),
  /** Contracted syllables and their long shape, for predicates the analyzer knows only in the long one. */
  contractions: z.record(z.string().length(1), z.string().min(2)),
  /** The same for syllables that end a word: a nominalizer with its particle (길 for 기를). */
  finalContractions: z.record(z.string().length(1), z.string().min(2)),
  /** How what follows an unknown stem may begin, if it is a predicate ("위축|돼") or a copula ("쳇봇|인"). */
  predicateStarts: z.array(z.string().min(1)),
  copulaStarts: z.array(z.string().min(1)),
  /** Known stems to try a predicate's rest with, by how the rest begins. */
  placeholders: z.record(z.string(), z.string()),
  /** Known nouns that take 하다, 되다, and 하다, 해지다. */
  predicateNouns: z.array(z.string().min(1)),
  /** Endings of verbs that the analyzer takes for nouns; such words are no names. */
  verbalEndings: z.array(z.string().min(1)),
});

export const particleLexicon = particleLexiconSchema.parse(particles);

export const unitLexiconSchema = z.strictObject({
  /** What counts or measures; `open` units need no word boundary behind them (3개사업, 6개국). */
  units: z.array(
    z.strictObject({
      form: z.string().min(1),
      unit: z.string().min(1),
      measure: z.string().min(1),
      open: z.boolean().optional(),
    }),
  ),
  /** What stands behind numbers that are no amounts, longer than a unit that it begins like (개월, 위원회). */
  stops: z.array(z.string().min(1)),
  /** Signs of currencies that stand before the number. */
  prefixes: z.record(z.string(), z.string()),
  before: z.record(z.string(), z.enum(BOUNDS)),
  /** Patterns of what follows the unit, first match counts. */
  after: z.array(z.tuple([z.string(), z.enum(BOUNDS)])),
  /** What may be written onto a unit: particles and suffixes, in any number; then a shape of the copula. */
  suffixes: z.array(z.string().min(1)),
  copulas: z.array(z.string().min(1)),
  /** Words that may stand between an opening bracket and a converted amount. */
  conversions: z.array(z.string().min(1)),
  /** Words near "주" that make it shares, not weeks. */
  shareWords: z.array(z.string().min(1)),
  numerals: z.record(z.string(), z.number()),
  /** What native numerals count ("두 배"). */
  nativeCounters: z.array(z.string().min(1)),
});

export const unitLexicon = unitLexiconSchema.parse(units);

const shifts = z.record(z.string(), z.int());
const ranges = z.record(z.string(), z.tuple([z.int(), z.int()]));
const length = z.tuple([z.number(), z.enum(["year", "month", "day"])]);

export const dateLexiconSchema = z.strictObject({
  /** Words for years, months, weeks and days, counted from the day of publication. */
  years: shifts,
  months: shifts,
  weeks: shifts,
  days: shifts,
  /** The same counted from the year, month or day the article named last. */
  chainedYears: shifts,
  chainedMonths: shifts,
  chainedDays: shifts,
  leads: z.record(z.string(), z.enum(["past", "future", "near"])),
  /** Months of a part of the year that stands alone; of one behind a year; days of one behind a month. */
  parts: ranges,
  partsOfYear: ranges,
  partsOfMonth: ranges,
  daytimes: z.array(z.string()),
  /** Expressions of time that name no day. */
  unanchored: z.array(z.string()),
  numerals: z.record(z.string(), z.number()),
  /** Lengths of time in one word, and units behind a number. */
  lengths: z.record(z.string(), length),
  units: z.record(z.string(), length),
  /** Units that make a length only with a suffix: 3일 is a day of the month, 3일간 are three days. */
  needSuffix: z.array(z.string()),
  durationLeads: z.record(z.string(), z.enum(["past", "future"])),
  durationSuffixes: z.array(z.string()),
  /** Suffixes that fill the length, so that with a lead it has a first and a last day. */
  spans: z.array(z.string()),
  /** What may be written onto a word of time. */
  tails: z.array(z.string()),
});

export const dateLexicon = dateLexiconSchema.parse(dates);

const words = z.array(z.string().min(1));

export const sentenceLexiconSchema = z.strictObject({
  /** Marks that begin a heading; those of them whose heading may have been joined to the paragraph below. */
  headingMarks: z.string().min(1),
  joinedHeadingMarks: z.string().min(1),
  /** Syllables before a stop that ends a sentence though no space follows ("했다.AFP"). */
  stopEndings: z.string().min(1),
  abbreviations: words,
  /** How quoted sentences end; how clauses end that a quotative follows. */
  speechEndings: words,
  clauseEndings: words,
  /** What follows quoted speech before its verb, before a noun, and otherwise. */
  quotatives: words,
  adnominalQuotatives: words,
  otherQuotatives: words,
  /** Particles behind a closing quotation mark, which go on with the sentence. */
  quotedParticles: words,
  /** How verbs of naming begin: what is called so is a name. */
  naming: words,
  /** What makes digits and 일 behind it no day that begins a paragraph (5월|12일, 2박|3일). */
  beforeNumberedDay: words,
});

export const sentenceLexicon = sentenceLexiconSchema.parse(sentences);

/** A regular expression's alternatives for the words, longest first, with all that is special escaped. */
export function alternatives(of: Iterable<string>): string {
  return [...of]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("|");
}
