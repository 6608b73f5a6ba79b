/**
 * Triggers: the words of a sentence that may name an event or a relation, with the arguments around them.
 *
 * Takes a view, its phrases and clauses and the frame lexicon. A verbal trigger is a predicate and takes its clause's
 * arguments; a nominal one ("나스닥 상장 … 무산됐다") takes what stands before it in its own phrase, and the arguments of the
 * clause that its phrase belongs to.
 */
import type { Span } from "../article/index.ts";
import type { Argument, Clause } from "./clauses.ts";
import {
  ATTENDING,
  CARRIERS,
  type FrameLexicon,
  LEADING,
  LIGHT,
  PASSIVE_SUPPORT,
  type Sense,
} from "./frame-lexicon.ts";
import { quantityWords, type Slot, slotOf } from "./lexicon.ts";
import { type Phrase, sortOf } from "./phrases.ts";
import { type SentenceView, stemOf, type Word } from "./view.ts";

export interface Trigger extends Span {
  readonly senses: readonly Sense[];
  readonly text: string;
  /** verb: a predicate; light: a noun carried by a light verb; noun: a noun in a phrase; chain: a noun before other nouns. */
  readonly mode: "verb" | "light" | "noun" | "chain";
  readonly passive: boolean;
  readonly word: number;
  /** The clause whose predicate this is, or that the noun's phrase belongs to. */
  readonly clause: Clause | undefined;
  readonly arguments: readonly Argument[];
  /** The clause that modifies a noun trigger: "시 주석이 주재한 좌담회". */
  readonly relative?: Clause;
  /** Whether it is said who holds it and who comes to it. */
  readonly hosted?: boolean;
  /** Where the words that tell its factuality end. */
  readonly scope: number;
  /** Where the clause ends that a noun belongs to more loosely; only a denial or an end there touches it. */
  readonly reach?: number;
}

/** All triggers of the sentence, in order; of overlapping ones the longest. */
export function findTriggers(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
  lexicon: FrameLexicon,
): Trigger[] {
  const found: Trigger[] = [];
  for (const clause of clauses) {
    const { predicate } = clause;
    const senses = verbalSenses(view, clause, lexicon);
    if (senses.length > 0 && !isPurpose(view, clause)) {
      const start = phraseStart(view, clause, senses) ?? predicate.start;
      found.push({
        senses,
        start,
        end: predicate.end,
        text: view.text.slice(start, predicate.end),
        mode: "verb",
        passive: predicate.voice === "passive",
        word: predicate.word,
        clause,
        arguments: clause.arguments,
        scope: scopeOf(view, clauses, clause),
        reach: scopeOf(view, clauses, clause),
      });
    }
  }
  for (const word of view.words) {
    for (const run of nounRuns(view, word)) {
      const trigger = nominalTrigger(view, phrases, clauses, lexicon, word, run);
      if (trigger && !found.some((t) => t.start < trigger.end && trigger.start < t.end)) found.push(trigger);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "경쟁에 뛰어들기 위해": what something is done for is no event by itself. */
function isPurpose(view: SentenceView, { predicate }: Clause): boolean {
  if (predicate.closing !== "noun") return false;
  const next = view.words[predicate.last + 1];
  return next !== undefined && PURPOSE.test(view.text.slice(next.start, next.end));
}

const PURPOSE = /^위(?:해|한|하여)/;

function verbalSenses(view: SentenceView, clause: Clause, lexicon: FrameLexicon): Sense[] {
  const { predicate } = clause;
  const senses: Sense[] = [];
  const before = nounsBefore(view, predicate.word);
  for (const sense of lexicon.verbs.get(predicate.lemma) ?? []) {
    if (sense.form === "phrase") {
      if (before.some((noun) => noun.endsWith(sense.object ?? ""))) senses.unshift(sense);
    } else senses.push(sense);
  }
  if (predicate.nominal) {
    for (let from = 0; from < predicate.lemma.length; from++) {
      const bare = lexicon.nouns.get(predicate.lemma.slice(from)) ?? [];
      const fitting = bare.filter(
        (s) =>
          s.frame.only !== "noun" && (s.form === "noun" || (s.form === "passive") === (predicate.voice === "passive")),
      );
      if (fitting.length > 0) {
        senses.push(...fitting);
        break;
      }
    }
  }
  return senses;
}

/** Stems of the two words before a predicate, each also joined with the word before it. */
function nounsBefore(view: SentenceView, word: number): string[] {
  const stems: string[] = [];
  for (let index = word - 1; index >= Math.max(0, word - 2); index--) {
    const { stem } = (view.words[index] as Word).eojeol;
    const text = view.text.slice(stem.start, stem.end);
    const prior = view.words[index - 1];
    stems.push(text);
    if (prior) stems.push(stemOf(view, prior) + text);
  }
  return stems;
}

function phraseStart(view: SentenceView, clause: Clause, senses: readonly Sense[]): number | undefined {
  const object = senses[0]?.form === "phrase" ? senses[0].object : undefined;
  if (!object) return undefined;
  for (let index = clause.predicate.word - 1; index >= Math.max(0, clause.predicate.word - 2); index--) {
    const { stem } = (view.words[index] as Word).eojeol;
    const text = view.text.slice(stem.start, stem.end);
    if (text.endsWith(object) || object.endsWith(text)) return Math.max(stem.start, stem.end - object.length);
  }
  return undefined;
}

/** Runs of noun characters in a word, outside names and titles, and not part of its predicate. */
function nounRuns(view: SentenceView, word: Word): Span[] {
  const names = [...view.sites, ...view.titles].filter((s) => s.first <= word.index && s.last >= word.index);
  const runs: { start: number; end: number }[] = [];
  for (const morpheme of word.eojeol.morphemes) {
    const noun = /^(NN|NR|XR|XPN|XSN|SL|SN|SH)/.test(morpheme.tag);
    if (!noun || names.some((n) => morpheme.start < n.end && n.start < morpheme.end)) continue;
    const open = runs.at(-1);
    if (open && open.end >= morpheme.start) open.end = Math.max(open.end, morpheme.end);
    else runs.push({ start: morpheme.start, end: morpheme.end });
  }
  return runs;
}

function nominalTrigger(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
  lexicon: FrameLexicon,
  word: Word,
  run: Span,
): Trigger | undefined {
  const own = clauses.find((c) => c.predicate.word === word.index);
  if (own?.predicate.nominal && own.predicate.start < run.end && run.start < own.predicate.end) return undefined;
  const found = longestNoun(view, word, run, lexicon);
  if (!found) return undefined;
  const match = { ...found, word: view.words.findIndex((w) => found.start < w.end) };
  const senses = match.senses.filter((s) => s.form === "noun" && s.frame.only !== "verb");
  if (senses.length === 0) return undefined;
  const rest = followNoun(view, word, run.end);
  const clause = rest.copula ? clauses.find((c) => c.predicate.word === rest.end) : clauseOf(clauses, rest, word);
  const direct = clause && clause.predicate.word - rest.end <= 2;
  const light = direct === true && LIGHT.has(clause.predicate.lemma) && rest.slot !== "의";
  const passive =
    light &&
    (PASSIVE_SUPPORT.has(clause.predicate.lemma) || (clause.predicate.voice === "passive" && rest.slot === "를"));
  const before = phrases.filter(
    (p) => p.standing === "of" && p.site.end <= match.start && p.end >= word.index && p.site.last >= word.index - 12,
  );
  const relative = modifierOf(view, clauses, match.word, word.quote);
  const rivalry = senses.some((s) => !s.frame.event && s.frame.relations?.some((r) => r.kind === "competes_with"));
  const hosts = relative ? hostsOf(relative, rivalry ? LEADING : LIGHT) : [];
  const args: Argument[] = hosts.map((h) => (rivalry ? { ...h, slot: "와" } : h));
  for (const phrase of before)
    args.push({
      slot: phrase.own === "" ? "의" : phrase.own,
      // What stands before the noun is the noun's own argument, whatever follows the noun.
      phrase: { ...phrase, standing: "head" },
      from: "own",
    });
  // "A는 B의 회담 참석 후 계획을 내놨다": what is B's, and not what the predicate does, is not A's doing.
  const ofOther = !light && before.some((p) => p.own === "의" && p.site.last === match.word - 1);
  const attended = clause && rest.slot === "에" && ATTENDING.has(clause.predicate.lemma);
  if (clause) {
    for (const argument of clause.arguments) {
      if (before.includes(argument.phrase) || hosts.some((h) => h.phrase.site === argument.phrase.site)) continue;
      const subject = argument.slot === "가" || argument.slot === "는" || argument.from === "gap";
      // Who comes to what another holds is a participant, and what another holds has no other subject.
      if (ofOther && subject) continue;
      if (hosts.length > 0 && subject && !rivalry) {
        if (attended) args.push({ ...argument, slot: "와", from: "own" });
      } else args.push(argument);
    }
  }
  const phraseEnd = Math.min(view.sentence.end, (view.words[rest.end] as Word).end);
  let mode: Trigger["mode"] = rest.chained ? "chain" : "noun";
  if (light) mode = "light";
  return {
    senses,
    start: match.start,
    end: run.end,
    text: view.text.slice(match.start, run.end),
    mode,
    passive,
    word: word.index,
    clause,
    arguments: args,
    ...(relative && { relative }),
    ...(attended && hosts.length > 0 && { hosted: true }),
    scope: clause && direct ? scopeOf(view, clauses, clause) : phraseEnd,
    reach: clause ? scopeOf(view, clauses, clause) : phraseEnd,
  };
}

/** The clause that a noun phrase belongs to; of "실적을 보면 매출은 3조원으로 늘었다" the one that tells the figures. */
function clauseOf(clauses: readonly Clause[], rest: Rest, word: Word): Clause | undefined {
  const after = clauses.filter((c) => c.predicate.word > rest.end && c.predicate.quote === word.quote);
  const [own, next] = after;
  const opens =
    own?.predicate.closing === "condition" && rest.slot === "를" && quantityWords.opening.includes(own.predicate.lemma);
  return opens && next ? { ...next, first: own.first } : own;
}

/** The clause that modifies the noun phrase of a word: an adnominal predicate before it, over the phrase's own words. */
function modifierOf(view: SentenceView, clauses: readonly Clause[], word: number, quote: number): Clause | undefined {
  for (let index = word - 1; index >= Math.max(0, word - 8); index--) {
    const clause = clauses.find((c) => c.predicate.last === index);
    if (clause)
      return clause.predicate.closing === "adnominal" && clause.predicate.quote === quote ? clause : undefined;
    const before = view.words[index] as Word;
    if (before.quote !== quote || /,$/.test(view.text.slice(before.start, before.end))) return undefined;
    const particles = before.eojeol.particles.join("");
    if (particles !== "" && particles !== "의") return undefined;
    if (!before.site && !before.title && sortOf(before) === "other") return undefined;
  }
  return undefined;
}

/** Who holds, announces or gives what a clause modifies: the clause's own subject, of one of the verbs. */
function hostsOf({ predicate, arguments: all }: Clause, verbs: ReadonlySet<string>): Argument[] {
  if (predicate.voice !== "active" || !verbs.has(predicate.lemma)) return [];
  return all
    .filter((a) => a.slot === "가" && a.from === "own" && a.phrase.standing === "head")
    .map((a) => ({ ...a, from: "own" }));
}

interface NounMatch {
  readonly senses: readonly Sense[];
  readonly start: number;
}

/** The longest word of the lexicon that ends the run, also over the bare word before it ("조직 개편"). */
function longestNoun(view: SentenceView, word: Word, run: Span, lexicon: FrameLexicon): NounMatch | undefined {
  const text = view.text.slice(run.start, run.end);
  const prior = view.words[word.index - 1];
  if (prior && run.start <= word.eojeol.stem.start && prior.eojeol.particles.length === 0) {
    const lead = stemOf(view, prior);
    for (let from = 0; from < lead.length; from++) {
      const senses = lexicon.nouns.get(lead.slice(from) + text);
      if (senses) return { senses, start: prior.eojeol.stem.start + from };
    }
  }
  for (let from = 0; from < text.length; from++) {
    const senses = lexicon.nouns.get(text.slice(from));
    if (senses) return { senses, start: run.start + from };
  }
  return undefined;
}

interface Rest {
  /** The last word of the noun phrase. */
  readonly end: number;
  readonly slot: Slot | "";
  /** Whether nouns that are no carriers follow. */
  readonly chained: boolean;
  readonly copula: boolean;
}

/** How a noun phrase goes on after a noun in it. */
function followNoun(view: SentenceView, word: Word, from: number): Rest {
  let index = word.index;
  let chained = false;
  let at = from;
  for (let hops = 0; hops < 8; hops++) {
    const here = view.words[index] as Word;
    const tail = view.text.slice(at, here.end).replace(/["”’'」』》>).,!?…·]+$/, "");
    if (tail !== "") {
      const slot = slotOf(tail);
      if (slot) return { end: index, slot, chained, copula: false };
      if (here.eojeol.morphemes.some((m) => m.tag === "VCP" && m.start >= at)) {
        return { end: index, slot: "", chained, copula: true };
      }
      if (here.eojeol.particles.length > 0)
        return { end: index, slot: slotOf(here.eojeol.particles.join("")) ?? "", chained: true, copula: false };
      chained ||= !CARRIERS.has(tail);
    }
    if (/[,.]$/.test(view.text.slice(here.start, here.end))) return { end: index, slot: "", chained, copula: false };
    const next = view.words[index + 1];
    if (!next || next.quote !== word.quote) return { end: index, slot: "", chained, copula: false };
    if (next.site || next.title) return { end: index, slot: "", chained: true, copula: false };
    const sort = sortOf(next);
    if (sort !== "noun" && sort !== "skip") return { end: index, slot: "", chained, copula: false };
    const stem = stemOf(view, next);
    if (sort === "noun" && !CARRIERS.has(stem)) chained = true;
    index += 1;
    at = next.eojeol.stem.end;
  }
  return { end: index, slot: "", chained, copula: false };
}

/** The end of the words that tell whether the event is done, planned, denied …: the predicate, and what embeds it. */
function scopeOf(view: SentenceView, clauses: readonly Clause[], clause: Clause): number {
  const { predicate } = clause;
  let end = (view.words[predicate.last] as Word).end;
  if (/^(quote|complement|noun|purpose|condition)$/.test(predicate.closing)) {
    const next = clauses.find((c) => c.predicate.word > predicate.last && c.predicate.quote === predicate.quote);
    if (next) end = (view.words[next.predicate.last] as Word).end;
  }
  return end;
}
