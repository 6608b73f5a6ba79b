/**
 * What is known about names, as data: graph/lexicon/known-*.json, titles, endings, surnames, abbreviations.
 *
 * Gives look-ups over them: the longest known name that begins at an offset, how likely a word is a Korean person's name,
 * whether a word is a title. Built once; another lexicon of the same shape can be built for tests and for extensions.
 */
import { z } from "zod";
import abbreviationData from "../../graph/lexicon/abbreviations.json" with { type: "json" };
import commonWordData from "../../graph/lexicon/common-words.json" with { type: "json" };
import givenNameData from "../../graph/lexicon/given-names.json" with { type: "json" };
import companyData from "../../graph/lexicon/known-companies.json" with { type: "json" };
import organizationData from "../../graph/lexicon/known-organizations.json" with { type: "json" };
import peopleData from "../../graph/lexicon/known-people.json" with { type: "json" };
import placeData from "../../graph/lexicon/known-places.json" with { type: "json" };
import productData from "../../graph/lexicon/known-products.json" with { type: "json" };
import contextData from "../../graph/lexicon/name-contexts.json" with { type: "json" };
import endingData from "../../graph/lexicon/name-endings.json" with { type: "json" };
import tailData from "../../graph/lexicon/name-tails.json" with { type: "json" };
import surnameData from "../../graph/lexicon/surnames.json" with { type: "json" };
import titleData from "../../graph/lexicon/titles.json" with { type: "json" };
import { ENTITY_KINDS, type EntityKind } from "../ontology/index.ts";

const words = z.array(z.string().min(1));
const kind = z.enum(ENTITY_KINDS);
const scores = z.record(z.string(), z.int());

export const knownSchema = z.strictObject({
  about: z.string(),
  groups: z.array(z.strictObject({ kind, subkind: z.string().optional(), names: words, words })),
});
export const endingSchema = z.strictObject({
  about: z.string(),
  groups: z.array(
    z.strictObject({ kind, subkind: z.string().optional(), strength: z.enum(["strong", "weak"]), endings: words }),
  ),
  generic: words,
  notNames: words,
});
export const tailSchema = z.strictObject({
  about: z.string(),
  particles: words,
  suffixes: words,
  groupPrefixes: words,
  groupBodies: words,
  derivations: words,
});
export const surnameSchema = z.strictObject({
  about: z.string(),
  surnames: words,
  hanja: z.record(z.string(), z.string()),
  alsoWords: words,
  surname: scores,
  first: scores,
  last: scores,
  foreign: scores,
});
export const titleSchema = z.strictObject({
  about: z.string(),
  titles: z.record(z.string(), words),
  endings: words,
  kin: words,
  before: words,
  weak: words,
  reporters: words,
  families: z.array(words),
});
export const abbreviationSchema = z.strictObject({
  about: z.string(),
  groups: z.record(z.string(), z.record(z.string(), z.string())),
});
export const contextSchema = z.strictObject({
  about: z.string(),
  productBefore: words,
  productAfter: words,
  notInQuotes: words,
  notTitles: words,
  introducers: words,
  notIntroducers: words,
  notLatin: words,
  bodies: words,
  cabinets: words,
  launches: words,
  departmentEndings: words,
  academics: words,
  sameEndings: words,
  leftOutEndings: words,
  placeUnits: words,
  bodyPrefixes: words,
  localEndings: words,
  siteEndings: words,
  quarterEndings: words,
  headEndings: words,
  heads: words,
  legalForms: words,
});

export interface KnownName {
  readonly kind: EntityKind;
  readonly subkind?: string;
  /** False for names that are also ordinary words: they need their context. */
  readonly certain: boolean;
}

export interface NameEnding {
  readonly ending: string;
  readonly kind: EntityKind;
  readonly subkind?: string;
  readonly strong: boolean;
}

/** Everything the finder and the resolver ask about names. */
export interface NameLexicon {
  readonly known: ReadonlyMap<string, KnownName>;
  /** The first letters of known names, up to BEGINNING, with the length of the longest name: to stop a search early. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** By the ending itself; see endingsOf. */
  readonly endings: ReadonlyMap<string, NameEnding>;
  readonly generic: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  /** What makes another word of a country's name: 한국인, 미국식. */
  readonly derivations: readonly string[];
  readonly groupPrefixes: readonly string[];
  readonly groupBodies: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly hanjaSurnames: ReadonlyMap<string, string>;
  /** Surnames that are also words before a title (이 회장, 전 대통령): they need the full name in the text. */
  readonly surnamesAlsoWords: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly titleEndings: ReadonlySet<string>;
  /** Titles that are words of other meaning as well (시장, 모델): they make no name of an unknown word. */
  readonly weakTitles: ReadonlySet<string>;
  readonly titleFamilies: ReadonlyMap<string, number>;
  readonly kin: ReadonlySet<string>;
  readonly beforeTitle: ReadonlySet<string>;
  readonly reporters: ReadonlySet<string>;
  readonly commonWords: ReadonlySet<string>;
  /** Short form → full name. */
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly productBefore: ReadonlySet<string>;
  readonly productAfter: ReadonlySet<string>;
  readonly notInQuotes: ReadonlySet<string>;
  /** How words begin after a bracket that holds no title of a work: <…>라는 주제로. */
  readonly notTitles: readonly string[];
  /** Nouns, or ends of nouns, after which a firm is named: 분리막 업체 가나셀. */
  readonly introducers: ReadonlySet<string>;
  /** Nouns that end like one of those and introduce nothing: 중소기업. */
  readonly notIntroducers: ReadonlySet<string>;
  readonly notLatin: ReadonlySet<string>;
  /** Common nouns that make a body's name with a country or a body before them: 한국 정부, 현대차 노조. */
  readonly bodies: ReadonlySet<string>;
  /** What a government is called by the name of its head: 가나다 정부. */
  readonly cabinets: ReadonlySet<string>;
  /** What a place's name may be written together with to name a site in it: 수원사업장. */
  readonly siteEndings: ReadonlySet<string>;
  /** How quarters, stations and districts end that stand alone: 북가좌동. Longest first. */
  readonly quarterEndings: readonly string[];
  /** What makes its head's title of a body's name: 장 in 신한은행장, 의장 in 합참의장. */
  readonly headEndings: readonly string[];
  /** Titles of those who run a firm: an unknown word between a name and one of them is the firm. */
  readonly heads: ReadonlySet<string>;
  /** What stands before a firm's name and is part of it: 법무법인 두우. */
  readonly legalForms: ReadonlySet<string>;
  /** How predicates begin that make a product of the quoted name before them. */
  readonly launches: readonly string[];
  /** How departments, regions and duties end, which stand before a title like a name does. */
  readonly departmentEndings: ReadonlySet<string>;
  /** Titles and bodies that stand right after a university. */
  readonly academics: ReadonlySet<string>;
  /** Endings with which a text may use a name for the same thing: 알리바바그룹, 로이터통신. */
  readonly sameEndings: ReadonlySet<string>;
  /** Endings that speech leaves out of the only firm it can mean: 아시아나항공. */
  readonly leftOutEndings: ReadonlySet<string>;
  /** What a place's name may be used without: 제천시, 버지니아주. */
  readonly placeUnits: ReadonlySet<string>;
  /** What a body's name may be used without, beside places: 한국, 대한. */
  readonly bodyPrefixes: ReadonlySet<string>;
  /** How names of places end that stand after a larger place: 서울 방배동. Longest first. */
  readonly localEndings: readonly string[];
  /** How much likelier a word of three syllables is a Korean name than a word, as a natural logarithm × 10. */
  nameScore(word: string): number;
  /** How much likelier a word's syllables are in a foreign person's name than in an ordinary word, on the average × 10. */
  foreignScore(word: string): number;
}

type Known = z.infer<typeof knownSchema>;

/** How many letters of a name `beginnings` has. */
export const BEGINNING = 3;

/** Builds the look-ups over the known names given; everything else comes from graph/lexicon. */
export function buildNameLexicon(groups: readonly Known[]): NameLexicon {
  const known = new Map<string, KnownName>();
  for (const { kind, subkind, names, words } of groups.flatMap((file) => file.groups)) {
    const about = subkind === undefined ? { kind } : { kind, subkind };
    for (const name of words) if (!known.has(name)) known.set(name, { ...about, certain: false });
    for (const name of names) if (!known.has(name)) known.set(name, { ...about, certain: true });
  }
  const beginnings = new Map<string, number>();
  for (const name of known.keys()) {
    for (let at = 1; at <= Math.min(BEGINNING, name.length); at++) {
      const start = name.slice(0, at);
      beginnings.set(start, Math.max(beginnings.get(start) ?? 0, name.length));
    }
  }
  const endings = endingSchema.parse(endingData);
  const byEnding = new Map<string, NameEnding>();
  for (const { kind, subkind, strength, endings: own } of endings.groups) {
    for (const ending of own) {
      if (byEnding.has(ending)) continue;
      byEnding.set(ending, { ending, kind, strong: strength === "strong", ...(subkind !== undefined && { subkind }) });
    }
  }
  const tails = tailSchema.parse(tailData);
  const surnames = surnameSchema.parse(surnameData);
  const titles = titleSchema.parse(titleData);
  const contexts = contextSchema.parse(contextData);
  const commonWords = new Set<string>();
  for (const [length, run] of Object.entries(commonWordData.words)) {
    for (let at = 0; at < run.length; at += Number(length)) commonWords.add(run.slice(at, at + Number(length)));
  }
  const families = new Map<string, number>();
  titles.families.forEach((family, index) => {
    for (const title of family) families.set(title, index);
  });
  return {
    known,
    beginnings,
    endings: byEnding,
    generic: new Set(endings.generic),
    notNames: new Set(endings.notNames),
    particles: new Set(tails.particles),
    suffixes: new Set(tails.suffixes),
    derivations: tails.derivations,
    groupPrefixes: tails.groupPrefixes,
    groupBodies: new Set(tails.groupBodies),
    surnames: new Set(surnames.surnames),
    hanjaSurnames: new Map(Object.entries(surnames.hanja)),
    surnamesAlsoWords: new Set(surnames.alsoWords),
    givenNames: new Set(givenNameData.names),
    titles: new Set(Object.values(titles.titles).flat()),
    titleEndings: new Set(titles.endings),
    weakTitles: new Set(titles.weak),
    titleFamilies: families,
    kin: new Set(titles.kin),
    beforeTitle: new Set(titles.before),
    reporters: new Set(titles.reporters),
    commonWords,
    abbreviations: new Map(Object.values(abbreviationSchema.parse(abbreviationData).groups).flatMap(Object.entries)),
    productBefore: new Set(contexts.productBefore),
    productAfter: new Set(contexts.productAfter),
    notInQuotes: new Set(contexts.notInQuotes),
    notTitles: contexts.notTitles,
    introducers: new Set(contexts.introducers),
    notIntroducers: new Set(contexts.notIntroducers),
    notLatin: new Set(contexts.notLatin),
    bodies: new Set(contexts.bodies),
    cabinets: new Set(contexts.cabinets),
    launches: contexts.launches,
    departmentEndings: new Set(contexts.departmentEndings),
    academics: new Set(contexts.academics),
    sameEndings: new Set(contexts.sameEndings),
    leftOutEndings: new Set(contexts.leftOutEndings),
    placeUnits: new Set(contexts.placeUnits),
    bodyPrefixes: new Set(contexts.bodyPrefixes),
    siteEndings: new Set(contexts.siteEndings),
    quarterEndings: [...contexts.quarterEndings].sort((a, b) => b.length - a.length),
    headEndings: contexts.headEndings,
    heads: new Set(contexts.heads),
    legalForms: new Set(contexts.legalForms),
    localEndings: [...contexts.localEndings].sort((a, b) => b.length - a.length),
    nameScore: (word) => {
      const [family = "", first = "", last = ""] = word;
      return (surnames.surname[family] ?? 0) + (surnames.first[first] ?? -8) + (surnames.last[last] ?? -8);
    },
    foreignScore: (word) =>
      [...word].reduce((sum, syllable) => sum + (surnames.foreign[syllable] ?? 0), 0) / word.length,
  };
}

const LONGEST_ENDING = 8;

/** The endings a word has, longest first; the word itself is none. */
export function endingsOf<T>(word: string, endings: { get(ending: string): T | undefined }): T[] {
  const found: T[] = [];
  for (let length = Math.min(LONGEST_ENDING, word.length - 1); length > 0; length--) {
    const ending = endings.get(word.slice(-length));
    if (ending !== undefined) found.push(ending);
  }
  return found;
}

/** Whether a word ends in one of the set and is longer than it. */
export function hasEnding(word: string, endings: ReadonlySet<string>): boolean {
  return endingsOf(word, { get: (ending) => (endings.has(ending) ? ending : undefined) }).length > 0;
}

/** The lexicon that ships with maek. */
export const nameLexicon: NameLexicon = buildNameLexicon(
  [peopleData, placeData, organizationData, companyData, productData].map((file) => knownSchema.parse(file)),
);
