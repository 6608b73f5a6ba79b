/**
 * Subjects from the sentence before: Korean leaves out a subject that goes on, or says "이 회사는", "그는".
 *
 * Takes the clauses of a sentence and the subjects of the sentences before it, and gives the clauses again, with an
 * inherited argument where a clause has no subject of its own. Says which subjects the next sentence may inherit.
 */
import { isBody } from "./bodies.ts";
import type { Argument, Clause } from "./clauses.ts";
import { cases } from "./lexicon.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";

/** What the sentences before were about. */
export interface Context {
  /** The last sentence's topic, when it named one. */
  readonly topic: Site | undefined;
  /** The last company and the last person that were subjects, and how many sentences ago the topic was named. */
  readonly company: Site | undefined;
  readonly person: Site | undefined;
  /** The last company or organization that was a subject. */
  readonly body: Site | undefined;
  readonly age: number;
}

export const NO_CONTEXT: Context = {
  topic: undefined,
  company: undefined,
  person: undefined,
  body: undefined,
  age: 0,
};
const OLDEST = 2;
const SUBJECT_PARTICLES = new Set(["이", "가", "은", "는", "께서"]);

/** The clauses, with what they inherit. */
export function inherit(view: SentenceView, clauses: readonly Clause[], context: Context): Clause[] {
  return clauses.map((clause) => {
    const foreign = plainSubject(view, clause);
    const kept = foreign === undefined ? clause.arguments : clause.arguments.filter((a) => a.from !== "carried");
    const has = kept.some((a) => a.slot === "가" || a.slot === "는" || a.from === "gap");
    if (has || clause.predicate.quote >= 0) return { ...clause, arguments: kept };
    const site =
      foreign === undefined
        ? hasSubjectBefore(view, clause)
          ? undefined
          : context.topic
        : antecedent(foreign, context);
    return site ? { ...clause, arguments: [...kept, inherited(site)] } : { ...clause, arguments: kept };
  });
}

/** The context that a sentence leaves to the next. */
export function contextAfter(view: SentenceView, phrases: readonly Phrase[], context: Context): Context {
  if (view.sentence.kind === "heading") return NO_CONTEXT;
  const subjects = phrases.filter(
    (p) => (p.slot === "는" || p.slot === "가") && p.standing === "head" && view.words[p.site.first]?.quote === -1,
  );
  const topic = (subjects.find((p) => p.slot === "는") ?? subjects[0])?.site;
  const last = (kind: string) => subjects.findLast((p) => p.site.entity.kind === kind)?.site;
  const age = topic ? 0 : context.age + 1;
  return {
    topic: topic ?? (age <= OLDEST ? context.topic : undefined),
    company: last("company") ?? context.company,
    person: last("person") ?? context.person,
    body: subjects.findLast((p) => isBody(p.site))?.site ?? context.body,
    age,
  };
}

/** The stem of a subject that names no entity, in the clause's own words. */
function plainSubject(view: SentenceView, clause: Clause): string | undefined {
  for (let index = clause.predicate.word - 1; index >= clause.first; index--) {
    const word = view.words[index];
    if (!word || word.quote !== clause.predicate.quote) continue;
    if (!SUBJECT_PARTICLES.has(word.eojeol.particles[0] ?? "")) continue;
    const { stem } = word.eojeol;
    if (view.sites.some((s) => s.last === index && s.end >= stem.end - 1)) continue;
    if (view.titles.some((t) => t.last === index)) continue;
    return view.text.slice(stem.start, stem.end);
  }
  return undefined;
}

function hasSubjectBefore(view: SentenceView, clause: Clause): boolean {
  return view.words.some(
    (w) =>
      w.index < clause.predicate.word &&
      w.quote === clause.predicate.quote &&
      SUBJECT_PARTICLES.has(w.eojeol.particles[0] ?? ""),
  );
}

function antecedent(stem: string, context: Context): Site | undefined {
  if (cases.anaphora.company.includes(stem)) return context.company;
  if (cases.anaphora.person.includes(stem)) return context.person;
  return undefined;
}

function inherited(site: Site): Argument {
  const phrase: Phrase = {
    site,
    standing: "head",
    own: "는",
    slot: "는",
    end: -1,
    head: site.text,
    copula: false,
    group: [site],
  };
  return { slot: "는", phrase, from: "inherited" };
}
