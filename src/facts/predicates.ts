/**
 * Predicates: where a clause ends, with which verb, in which voice, and how it goes on.
 *
 * Takes a view and gives its predicates in order. A predicate is an eojeol with a verb, adjective or copula together with
 * the auxiliaries and dependent nouns that follow it (투자할 계획이라고, 인수하기로 했다고, 받지 못했다).
 */
import type { Morpheme } from "../korean/index.ts";
import { FUNCTIONAL } from "./frame-lexicon.ts";
import { endings } from "./lexicon.ts";
import { type SentenceView, stemOf, type Word } from "./view.ts";

/** How a clause goes on: it ends the sentence, is joined to the next, modifies a noun, is quoted, or is a condition. */
export type Closing = "final" | "coordinate" | "quote" | "condition" | "purpose" | "adnominal" | "complement" | "noun";

export interface Predicate {
  /** The word with the verb, and the last word of its auxiliaries. */
  readonly word: number;
  readonly last: number;
  /** The verb's dictionary form: "사들이다"; of noun + 하다/되다 the noun itself: "인수". */
  readonly lemma: string;
  /** Whether the lemma is a noun with 하다, 되다 … */
  readonly nominal: boolean;
  readonly voice: "active" | "passive" | "causative";
  readonly closing: Closing;
  /** Where the lemma stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly quote: number;
}

const PASSIVE = new Set(["되", "받", "당하", "되어지"]);
const CAUSATIVE = new Set(["시키"]);
const kinds: [Closing, ReadonlySet<string>][] = [
  ["quote", new Set(endings.quote)],
  ["condition", new Set(endings.condition)],
  ["purpose", new Set(endings.purpose)],
  ["coordinate", new Set(endings.coordinate)],
  ["adnominal", new Set(endings.adnominal)],
];
const COMPLEMENTS = new Set(endings.complements);
const VERBAL = /^(VV|VA|VX|XSV|XSA|VCP|VCN)$/;
const GO_ON = /^(하|되|이|있|없|않|못하|세우|밝히|결정|합의|확정|의결|추진|예정|알려지|보이|전하)/;

/** The predicates of a sentence, in order. */
export function readPredicates(view: SentenceView): Predicate[] {
  const found: Predicate[] = [];
  let index = 0;
  while (index < view.words.length) {
    const word = view.words[index] as Word;
    const predicate = readPredicate(view, word);
    if (predicate) {
      found.push(predicate);
      index = predicate.last + 1;
    } else index += 1;
  }
  return found;
}

function readPredicate(view: SentenceView, word: Word): Predicate | undefined {
  // "지난 3월", "오는 28일": what belongs to a date is no clause.
  if (view.dates.some((d) => d.start <= word.start && word.end < d.end)) return undefined;
  const morphemes = outsideNames(view, word);
  const at = morphemes.findIndex((m) => VERBAL.test(m.tag));
  if (at < 0) return undefined;
  const verb = morphemes[at] as Morpheme;
  if (verb.tag === "VX" && at === 0) return undefined;
  const before: Morpheme[] = [];
  for (let i = at - 1; i >= 0 && /^(N|XR|XPN|XSN|SL|SN)/.test((morphemes[i] as Morpheme).tag); i--) {
    before.unshift(morphemes[i] as Morpheme);
  }
  const nominal = /^(XSV|XSA)$/.test(verb.tag) || (verb.tag === "VV" && before.length > 0 && isLight(verb.form));
  const copula = verb.tag === "VCP" || verb.tag === "VCN";
  if (verb.tag === "VCP" && before.length === 0 && at === 0) return undefined;
  const stem = nominal || copula ? before : [verb];
  const start = stem[0]?.start ?? verb.start;
  const end = stem.at(-1)?.end ?? verb.end;
  const lemma = nominal ? view.text.slice(start, end) : copula ? "이다" : `${verb.form}다`;
  let voice: Predicate["voice"] = "active";
  if (nominal && PASSIVE.has(verb.form)) voice = "passive";
  if (nominal && CAUSATIVE.has(verb.form)) voice = "causative";
  const { last, closing } = followEndings(view, word, morphemes);
  // "에 대한", "에 의해" are particles in all but form, and an adjective before a noun takes no arguments of interest.
  if (FUNCTIONAL.has(lemma) && closing !== "final") return undefined;
  if (/^(VA|XSA)$/.test(verb.tag) && closing === "adnominal") return undefined;
  return { word: word.index, last, lemma, nominal, voice, closing, start, end, quote: word.quote };
}

function isLight(form: string): boolean {
  return form === "하" || PASSIVE.has(form) || CAUSATIVE.has(form);
}

/** Morphemes of a word that are not part of a name, a title apart. */
function outsideNames(view: SentenceView, word: Word): readonly Morpheme[] {
  const names = [...view.sites, ...view.titles].filter((s) => s.first <= word.index && s.last >= word.index);
  if (names.length === 0) return word.eojeol.morphemes;
  return word.eojeol.morphemes.filter((m) => !names.some((n) => m.start < n.end && n.start < m.end));
}

/** Over auxiliaries and dependent nouns to the ending that joins the clause to what follows. */
function followEndings(
  view: SentenceView,
  word: Word,
  morphemes: readonly Morpheme[],
): { last: number; closing: Closing } {
  let last = word.index;
  let closing = closingOf(morphemes);
  for (let steps = 0; steps < 6; steps++) {
    const next = view.words[last + 1];
    if (!next || next.site || next.quote !== word.quote) break;
    const following = next.eojeol.morphemes.filter((m) => !/^S[PSEO]$/.test(m.tag));
    const head = following[0];
    if (!head) break;
    if (head.tag === "VX" || (closing === "noun" && /^(VV|VX|XSV|VA)$/.test(head.tag) && GO_ON.test(head.form))) {
      last += 1;
      closing = closingOf(following);
    } else if (closing === "noun" && following.some((m) => /^(XSV|VV)$/.test(m.tag)) && GO_ON.test(head.form)) {
      last += 1;
      closing = closingOf(following);
    } else if (closing === "adnominal" && COMPLEMENTS.has(stemOf(view, next))) {
      const verbal = following.some((m) => /^(VCP|XSV)$/.test(m.tag)) || closesQuote(following);
      if (!verbal) return { last, closing: "complement" };
      last += 1;
      closing = closingOf(following);
    } else if (closing === "coordinate" && head.tag === "VV" && /^(있|있다)$/.test(head.form)) {
      last += 1;
      closing = closingOf(following);
    } else break;
  }
  return { last, closing };
}

function closesQuote(morphemes: readonly Morpheme[]): boolean {
  return morphemes.some((m) => m.tag === "JKQ");
}

function closingOf(morphemes: readonly Morpheme[]): Closing {
  const content = morphemes.filter((m) => !/^S[FPSEOW]$/.test(m.tag));
  if (content.some((m) => m.tag === "JKQ")) return "quote";
  const ending = [...content].reverse().find((m) => /^(EC|EF|ETM|ETN)$/.test(m.tag));
  if (!ending) return "final";
  if (ending.tag === "ETN") return "noun";
  for (const [closing, forms] of kinds) if (forms.has(ending.form)) return closing;
  if (ending.tag === "ETM") return "adnominal";
  return ending.tag === "EC" ? "coordinate" : "final";
}
