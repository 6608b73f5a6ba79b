/**
 * Who says what: comments_on, and the speaker to whom quoted facts are attributed.
 *
 * Takes a view with its clauses and finds verbs of saying with a named subject, the quotes and -다고 clauses they govern,
 * and the named subjects of these.
 */
import { allowsRelation } from "../ontology/index.ts";
import type { Clause } from "./clauses.ts";
import { cover, elsewhere, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site, Word } from "./view.ts";
import { ANONYMOUS, SPEECH, STANCE, TONE } from "./words.ts";

export interface Saying {
  readonly speaker: Site;
  readonly verb: Clause;
  /** Words that are said: [first, last] indexes. */
  readonly said: readonly (readonly [number, number])[];
}

const SPEAKERS = new Set(["person", "company", "organization"]);

/** The sayings of a sentence, in order of their verbs. */
export function readSayings(view: SentenceView, clauses: readonly Clause[]): Saying[] {
  const sayings: Saying[] = [];
  let from = 0;
  for (const clause of clauses) {
    const { predicate } = clause;
    if (!SPEECH.has(predicate.lemma)) continue;
    const said: [number, number][] = [];
    if (predicate.quote === -1) {
      for (let q = 0; q < view.sentence.quotes.length; q++) {
        const words = view.words.filter((w) => w.quote === q && w.index < predicate.word && w.index >= from);
        if (words.length > 0) said.push([(words[0] as Word).index, (words.at(-1) as Word).index]);
      }
    }
    const reported = clauses.filter(
      (c) =>
        c.predicate.quote === predicate.quote &&
        c.predicate.closing === "quote" &&
        c.predicate.last < predicate.word &&
        c.predicate.word >= from,
    );
    for (const c of reported) said.push([c.first, c.predicate.last]);
    if (said.length === 0) continue;
    const speaker = speakerOf(clause);
    from = predicate.last + 1;
    if (speaker) sayings.push({ speaker, verb: clause, said });
  }
  return sayings;
}

function speakerOf(clause: Clause): Site | undefined {
  const subjects = clause.arguments.filter(
    (a) =>
      (a.slot === "가" || a.slot === "는") && SPEAKERS.has(a.phrase.site.entity.kind) && a.phrase.standing === "head",
  );
  const own = subjects.find((a) => a.from === "own") ?? subjects.find((a) => a.from === "topic") ?? subjects[0];
  return own?.phrase.site;
}

/** Drafts of speaker → named things in what is said: comments_on, and by verbs of stance criticizes or supports. */
export function readComments(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
  sayings: readonly Saying[],
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const { speaker, verb, said } of sayings) {
    for (const [first, last] of said) {
      const inside = phrases.filter((p) => p.site.first >= first && p.site.first <= last && p.site !== speaker);
      const named = new Set<string>();
      for (const phrase of inside) {
        const { entity } = phrase.site;
        if (entity.key === speaker.entity.key || named.has(entity.key)) continue;
        if (phrase.standing === "of" && ANONYMOUS.some((a) => phrase.head.endsWith(a))) continue;
        named.add(entity.key);
        const quoted = (view.words[first] as Word).quote >= 0 ? "direct" : "indirect";
        const own = clauses.find((c) => c.arguments.some((a) => a.phrase.site === phrase.site && a.from === "own"));
        const subject = phrase.slot === "가" || phrase.slot === "는";
        // "B가 주도한 경쟁에 A가 합류했다": what modifies a noun is no subject of the words.
        const embedded = own?.predicate.closing === "adnominal";
        const slot = subject ? (embedded ? "embedded" : "subject") : "other";
        const place = `${quoted}/${phrase.standing}/${slot}/${named.size === 1 ? "first" : "later"}`;
        const traits = [place, `${phrase.own}`, `${phrase.slot}`, `${entity.kind}`, `${verb.predicate.lemma}`];
        if (slot === "subject") traits.push(`clause ${own?.predicate.closing ?? "none"}`);
        const tone = toneOf(view.text.slice(view.words[first]?.start, view.words[last]?.end));
        traits.push(...tone, ...tone.map((t) => `${t} ${slot}`));
        const stance = STANCE.get(verb.predicate.lemma);
        for (const kind of stance ? ["comments_on", stance] : ["comments_on"]) {
          if (!allowsRelation(kind, speaker.entity.kind, entity.kind)) continue;
          drafts.push(saidOf(view, kind, speaker, phrase.site, verb, `said/${place}/${entity.kind}`, traits));
        }
      }
    }
  }
  return drafts;
}

const BLAME = new RegExp(TONE.blame.join("|"), "u");
const PRAISE = new RegExp(TONE.praise.join("|"), "u");

/** Whether words of blame and of praise stand in what is said. */
function toneOf(said: string): string[] {
  return [...(BLAME.test(said) ? ["blame"] : []), ...(PRAISE.test(said) ? ["praise"] : [])];
}

/** Adds to what people say of their own company, or of its products, that it is their own. */
export function withEmployers(drafts: readonly RelationDraft[]): RelationDraft[] {
  const own = new Set<string>();
  for (const d of drafts) {
    if (d.kind === "position_at" || d.kind === "makes") own.add(`${d.head.entity.key}\n${d.tail.entity.key}`);
  }
  const bodies = new Map<string, string[]>();
  for (const d of drafts) {
    if (d.kind === "position_at")
      bodies.set(d.head.entity.key, [...(bodies.get(d.head.entity.key) ?? []), d.tail.entity.key]);
  }
  return drafts.map((d) => {
    if (!/^(?:comments_on|criticizes|supports)$/.test(d.kind)) return d;
    const about = d.tail.entity.key;
    const direct = own.has(`${d.head.entity.key}\n${about}`);
    const product = (bodies.get(d.head.entity.key) ?? []).some((body) => own.has(`${body}\n${about}`));
    if (!direct && !product) return d;
    return { ...d, traits: [...d.traits, `${d.kind}/own ${direct ? "body" : "product"}`] };
  });
}

function saidOf(
  view: SentenceView,
  kind: string,
  speaker: Site,
  about: Site,
  verb: Clause,
  rule: string,
  traits: readonly string[],
): RelationDraft {
  const here = speaker.start >= view.sentence.start && speaker.end <= view.sentence.end;
  return {
    type: "relation",
    kind,
    head: speaker,
    tail: about,
    evidence: cover(about, verb.predicate, ...(here ? [speaker] : [])),
    ...elsewhere(view.sentence, [speaker]),
    sentence: view.sentence.index,
    factuality: "done",
    rule: `${kind}/${rule}`,
    traits: [...traits.map((t) => `${kind}/said ${t}`), `${kind}/said${here ? "" : " inherited"}`],
  };
}

/** comments_on drafts for "…에 대해 말했다": speaker → what it is about. */
export function readSubjectMatter(view: SentenceView, clauses: readonly Clause[]): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const clause of clauses) {
    if (!SPEECH.has(clause.predicate.lemma)) continue;
    const speaker = speakerOf(clause);
    if (!speaker) continue;
    for (const { phrase, from } of clause.arguments) {
      if (phrase.own !== "대해" || from !== "own" || phrase.site.entity.key === speaker.entity.key) continue;
      const stance = STANCE.get(clause.predicate.lemma);
      for (const kind of stance ? ["comments_on", stance] : ["comments_on"]) {
        if (!allowsRelation(kind, speaker.entity.kind, phrase.site.entity.kind)) continue;
        const traits = [`${phrase.standing}`, `${phrase.site.entity.kind}`, clause.predicate.lemma];
        drafts.push(saidOf(view, kind, speaker, phrase.site, clause, `about/${phrase.standing}`, traits));
      }
    }
  }
  return drafts;
}

/** The speaker of what stands at a word; undefined in the article's own voice. */
export function speakerAt(sayings: readonly Saying[], word: number): Site | undefined {
  return sayings.find((s) => s.said.some(([first, last]) => word >= first && word <= last))?.speaker;
}
