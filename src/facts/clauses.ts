/**
 * Clauses: which phrases are the arguments of which predicate.
 *
 * Takes the predicates and phrases of a view and gives a clause each, with its arguments by slot. One walk from left to
 * right with a list of phrases that still wait for their predicate: an adnominal clause takes what stands close before it
 * and leaves topics to later predicates; a joined or final clause takes everything; a clause without a subject borrows
 * the topic, the subject of the clause it is joined to, or the noun it modifies. Quoted speech is walked on its own.
 */
import type { Slot } from "./lexicon.ts";
import type { Phrase } from "./phrases.ts";
import { sortOf } from "./phrases.ts";
import type { Predicate } from "./predicates.ts";
import type { SentenceView, Word } from "./view.ts";

export interface Argument {
  readonly slot: Slot | "";
  readonly phrase: Phrase;
  /** Where it came from: its own phrase, a topic, a subject carried over, the modified noun, an earlier sentence. */
  readonly from: "own" | "topic" | "carried" | "gap" | "inherited";
}

export interface Clause {
  readonly predicate: Predicate;
  readonly arguments: readonly Argument[];
  /** First word that the clause may claim. */
  readonly first: number;
}

const SUBJECT: ReadonlySet<Slot | ""> = new Set(["가", "는"]);

/** One clause for each predicate, in order. */
export function readClauses(
  view: SentenceView,
  phrases: readonly Phrase[],
  predicates: readonly Predicate[],
): Clause[] {
  const quotes = new Set([-1, ...view.words.map((w) => w.quote)]);
  const clauses = [...quotes].flatMap((quote) => {
    const mine = phrases.filter((p) => (view.words[p.site.first] as Word).quote === quote);
    return readLevel(
      view,
      mine,
      predicates.filter((p) => p.quote === quote),
      phrases,
    );
  });
  return clauses.sort((a, b) => a.predicate.word - b.predicate.word);
}

function readLevel(
  view: SentenceView,
  phrases: readonly Phrase[],
  predicates: readonly Predicate[],
  all: readonly Phrase[],
): Clause[] {
  const clauses: Clause[] = [];
  let waiting: Phrase[] = [];
  let topics: Phrase[] = [];
  let carried: Phrase[] = [];
  let next = 0;
  let first = 0;
  for (const predicate of predicates) {
    while (next < phrases.length && (phrases[next] as Phrase).site.start < predicate.start) {
      const phrase = phrases[next] as Phrase;
      next += 1;
      const second = topics.length > 0 || waiting.some((p) => p.slot === "가" && p.standing === "head");
      if (phrase.slot === "는" && second && isAddition(view, phrase)) waiting.push({ ...phrase, slot: "를" });
      else if (phrase.slot === "는") {
        if (topics.length > 0 && !sameGroup(topics[0] as Phrase, phrase)) topics = [];
        topics.push(phrase);
      } else waiting.push(phrase);
    }
    const embedded = predicate.closing === "adnominal";
    const taken = embedded ? closeBefore(view, waiting, predicate) : waiting;
    const args: Argument[] = taken.map((phrase) => ({ slot: phrase.slot, phrase, from: "own" }));
    const hasSubject = taken.some((p) => p.slot === "가" && p.standing === "head");
    const gap = embedded ? modifiedBy(view, predicate, all) : [];
    for (const phrase of gap) args.push({ slot: "", phrase, from: "gap" });
    if (!embedded || gap.length === 0) {
      for (const phrase of topics) args.push({ slot: "는", phrase, from: "topic" });
      if (!hasSubject && topics.length === 0) {
        for (const phrase of carried) args.push({ slot: "가", phrase, from: "carried" });
      }
    }
    clauses.push({ predicate, arguments: args, first });
    const subjects = taken.filter((p) => SUBJECT.has(p.slot));
    if (subjects.length > 0 && (!embedded || carried.length === 0)) carried = subjects;
    if (embedded) waiting = waiting.filter((p) => !taken.includes(p));
    else {
      waiting = [];
      if (topics.length > 0) carried = topics;
      if (predicate.closing === "final") topics = [];
    }
    first = predicate.last + 1;
  }
  return clauses;
}

/** "A는 B도 내놨다": what 도 or 만 mark beside a subject is an object. */
function isAddition(view: SentenceView, phrase: Phrase): boolean {
  const word = view.words[phrase.end];
  return word !== undefined && ADDITION.test(view.text.slice(word.start, word.end));
}
const ADDITION = /[가-힣A-Za-z0-9)’'”"](?:도|만|까지|마저)[,.]?$/u;

function sameGroup(a: Phrase, b: Phrase): boolean {
  return a.end === b.end || a.group.includes(b.site);
}

/** What an adnominal clause takes: from the right, up to a phrase cut off by a comma after its case. */
function closeBefore(view: SentenceView, waiting: readonly Phrase[], predicate: Predicate): Phrase[] {
  const taken: Phrase[] = [];
  const ends = new Set<number>();
  for (const phrase of [...waiting].reverse()) {
    if (ends.size >= 3 && !ends.has(phrase.end)) break;
    const word = view.words[phrase.end] as Word;
    if (phrase.slot === "가" && /,$/.test(view.text.slice(word.start, word.end))) break;
    const subjectTaken = taken.some((p) => p.slot === "가" && p.end !== phrase.end);
    if (subjectTaken) break;
    if (phrase.end > predicate.word) continue;
    ends.add(phrase.end);
    taken.unshift(phrase);
  }
  return taken;
}

/** The phrase whose head an adnominal clause modifies: the next noun phrase, over its own modifiers. */
function modifiedBy(view: SentenceView, predicate: Predicate, phrases: readonly Phrase[]): Phrase[] {
  for (let index = predicate.last + 1; index < Math.min(view.words.length, predicate.last + 7); index++) {
    const word = view.words[index] as Word;
    const starting = phrases.filter((p) => p.site.first === index);
    for (const phrase of starting) {
      const group = phrases.filter((p) => phrase.group.includes(p.site));
      if (phrase.standing === "head") return group.length > 0 ? group : [phrase];
      // "올해 선보인 별하 판매량은": the thing itself is what was shown.
      if (phrase.own === "" && phrase.site.entity.kind === "product") return [{ ...phrase, standing: "head" }];
      if (phrase.own !== "" && phrase.own !== "의") return [];
      const host = phrases.find(
        (p) => p.site.start > phrase.site.start && p.end === phrase.end && p.standing === "head",
      );
      if (host) return phrases.filter((p) => host.group.includes(p.site));
      return [];
    }
    if (sortOf(word) === "other" && !copulaBefore(word)) return [];
    if (word.eojeol.particles.length > 0 && word.eojeol.particles.join("") !== "의") return [];
  }
  return [];
}

/** "전자상거래 업체인": a copula before the noun it describes does not end the search for that noun. */
function copulaBefore(word: Word): boolean {
  return word.eojeol.morphemes.some((m) => m.tag === "VCP") && word.eojeol.morphemes.at(-1)?.tag === "ETM";
}
