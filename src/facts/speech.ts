/**
 * Who says what: comments_on, and the speaker to whom quoted facts are attributed.
 *
 * Takes a view with its clauses and finds verbs of saying with a named subject, the quotes and -다고 clauses they govern,
 * and the named subjects of these.
 */
import { allowsRelation } from "../ontology/index.ts";
import type { Clause } from "./clauses.ts";
import { cover, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site, Word } from "./view.ts";
import { ANONYMOUS, SPEECH } from "./words.ts";

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

/** comments_on drafts: speaker → named subjects of what is said. */
export function readComments(
  view: SentenceView,
  phrases: readonly Phrase[],
  sayings: readonly Saying[],
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const { speaker, verb, said } of sayings) {
    for (const [first, last] of said) {
      let rank = 0;
      for (const phrase of phrases) {
        if (phrase.site.first < first || phrase.site.first > last || phrase.site === speaker) continue;
        if (phrase.slot !== "가" && phrase.slot !== "는") continue;
        if (phrase.standing === "of" && ANONYMOUS.some((a) => phrase.head.endsWith(a))) continue;
        if (!allowsRelation("comments_on", speaker.entity.kind, phrase.site.entity.kind)) continue;
        if (phrase.site.entity.key === speaker.entity.key) continue;
        const quoted = (view.words[first] as Word).quote >= 0 ? "direct" : "indirect";
        const place = rank === 0 ? "first" : "later";
        rank += 1;
        drafts.push({
          type: "relation",
          kind: "comments_on",
          head: speaker,
          tail: phrase.site,
          evidence: cover(speaker, phrase.site, verb.predicate),
          sentence: view.sentence.index,
          factuality: "done",
          rule: `comments_on/${quoted}/${phrase.standing}/${phrase.slot}/${place}/${phrase.site.entity.kind}`,
          families: [
            `comments_on/${quoted}/${phrase.standing}/${place}`,
            `comments_on/${phrase.standing}/${place}`,
            "comments_on",
          ],
        });
      }
    }
  }
  return drafts;
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
      drafts.push({
        type: "relation",
        kind: "comments_on",
        head: speaker,
        tail: phrase.site,
        evidence: cover(speaker, phrase.site, clause.predicate),
        sentence: view.sentence.index,
        factuality: "done",
        rule: `comments_on/about/${phrase.standing}/${phrase.site.entity.kind}`,
        families: [`comments_on/about/${phrase.standing}`, "comments_on/about", "comments_on"],
      });
    }
  }
  return drafts;
}

/** The speaker of what stands at a word; undefined in the article's own voice. */
export function speakerAt(sayings: readonly Saying[], word: number): Site | undefined {
  return sayings.find((s) => s.said.some(([first, last]) => word >= first && word <= last))?.speaker;
}
