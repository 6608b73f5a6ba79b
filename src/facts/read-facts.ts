/**
 * Document + entities → facts: the room's one function.
 *
 * Sentence by sentence: phrases around names, predicates, clauses, triggers, frames; then the relations that stand in
 * titles, appositions and quotes; then drafts are merged, weighed by the measured precision of their rules, and those
 * that are too often wrong are left out.
 */
import type { EntityReading } from "../entities/index.ts";
import type { Document } from "../korean/index.ts";
import { readAppositions } from "./appositions.ts";
import { type Bodies, bodiesOf, readBareTitles } from "./bare-titles.ts";
import { readClauses } from "./clauses.ts";
import { type Confidence, confidenceOf, floorOf, measured } from "./confidence.ts";
import { type Context, contextAfter, inherit, NO_CONTEXT } from "./context.ts";
import type { EventDraft, RelationDraft } from "./draft.ts";
import { type FrameLexicon, frames as lexicon } from "./frame-lexicon.ts";
import { readFrames } from "./frames.ts";
import { withoutGuesses } from "./guesses.ts";
import { readOnlyMakers } from "./makers.ts";
import { mergeEvents, mergeRelations } from "./merge.ts";
import { readNesting } from "./nesting.ts";
import { readParentheses } from "./parentheses.ts";
import { type Phrase, readPhrases } from "./phrases.ts";
import { readPredicates } from "./predicates.ts";
import { readPremises } from "./premises.ts";
import { readComments, readSayings, readSubjectMatter, speakerAt, withEmployers } from "./speech.ts";
import { readTitles } from "./titles.ts";
import { readTogether } from "./together.ts";
import { findTriggers } from "./triggers.ts";
import type { Fact } from "./types.ts";
import { type SentenceView, viewSentences } from "./view.ts";

export interface FactOptions {
  /** The measured precision of rules; that of graph/lexicon/confidence.json unless given. */
  readonly confidence?: Confidence;
  /** The frames; those of graph/lexicon/frames.json unless given. */
  readonly frames?: FrameLexicon | undefined;
  /** What `readDrafts` gave for the same document, reading and frames, where it was asked already. */
  readonly drafts?: Drafts;
}

/** What the rules propose, before weighing. */
export interface Drafts {
  readonly relations: readonly RelationDraft[];
  readonly events: readonly EventDraft[];
}

/**
 * Reads the facts of a document.
 * @param reading the entities of the same document; heads, tails and roles are their keys
 * @returns relations and events; evidence and triggers are offsets (UTF-16 units) into `document.article.text`
 */
export function readFacts(document: Document, reading: EntityReading, options: FactOptions = {}): Fact[] {
  const by = options.confidence ?? measured;
  const frames = options.frames ?? lexicon;
  const drafts = options.drafts ?? readDrafts(document, reading, frames);
  const relations = drafts.relations.filter((d) => confidenceOf(d, by) >= floorOf(d, by));
  const events = likeliest(
    drafts.events.filter((d) => confidenceOf(d, by) >= floorOf(d, by)),
    by,
  );
  return [
    ...mergeRelations(consistent(relations), by, frames.ontology),
    ...mergeEvents(events, by, document.article.text),
  ];
}

/** Of the types that one trigger may name, the likeliest. */
function likeliest(drafts: readonly EventDraft[], by: Confidence): EventDraft[] {
  const best = new Map<number, EventDraft>();
  for (const draft of drafts) {
    const known = best.get(draft.trigger.end);
    if (!known || confidenceOf(draft, by) > confidenceOf(known, by)) best.set(draft.trigger.end, draft);
  }
  return drafts.filter((d) => best.get(d.trigger.end) === d);
}

/** Everything the rules propose, before weighing: what the measuring script counts. */
export function readDrafts(document: Document, reading: EntityReading, frames: FrameLexicon = lexicon): Drafts {
  const views = viewSentences(document, reading);
  const relations = readNesting(views, reading.entities);
  const events: EventDraft[] = [];
  let context = NO_CONTEXT;
  const bodies = bodiesOf(reading.entities, views);
  for (const view of views) {
    const phrases = readPhrases(view);
    const found = readSentence(view, phrases, frames, bodies, context);
    context = contextAfter(view, phrases, context);
    relations.push(...found.relations);
    events.push(...found.events);
  }
  return {
    relations: withEmployers(withoutGuesses(relations)).map((d) => weighable(d, views)),
    events: events.map((d) => weighable(d, views)),
  };
}

function readSentence(
  view: SentenceView,
  phrases: readonly Phrase[],
  frames: FrameLexicon,
  bodies: Bodies,
  context: Context,
): { relations: RelationDraft[]; events: EventDraft[] } {
  const clauses = inherit(view, readClauses(view, phrases, readPredicates(view)), context);
  const sayings = readSayings(view, clauses);
  const framed = readFrames(view, findTriggers(view, phrases, clauses, frames), frames);
  const attribute = <D extends RelationDraft | EventDraft>(draft: D): D => {
    const word = view.words.findIndex((w) => draft.evidence.end <= w.end);
    const speaker = speakerAt(sayings, word);
    return speaker ? { ...draft, attributedTo: speaker.entity.key } : draft;
  };
  // What names and their appositions presuppose is said by the article, but for what stands between quotation marks.
  const quoted = (draft: RelationDraft) =>
    view.words.some((w) => w.quote >= 0 && w.start < draft.evidence.end && draft.evidence.start < w.end);
  const titles = readTitles(view, phrases, clauses);
  const presupposed = [
    ...titles,
    ...readBareTitles(view, titles, context, bodies),
    ...readParentheses(view, phrases),
    ...readAppositions(view, phrases, clauses, context.company),
    ...readTogether(view, phrases, clauses),
    ...readPremises(view, phrases, context),
    ...readOnlyMakers(view, phrases, context, bodies),
  ];
  return {
    relations: [
      ...framed.relations.map(attribute),
      ...presupposed.map((draft) => (quoted(draft) ? attribute(draft) : draft)),
      ...readComments(view, phrases, clauses, sayings),
      ...readSubjectMatter(view, clauses),
    ],
    events: framed.events.map(attribute),
  };
}

/** Adds what the confidence is weighed by in every draft: where it stands, whether it is quoted, what it joins. */
function weighable<D extends RelationDraft | EventDraft>(draft: D, views: readonly SentenceView[]): D {
  const kind = draft.type === "relation" ? draft.kind : draft.eventType;
  const place = Math.min(draft.sentence, 4);
  const sentence = views[draft.sentence]?.sentence;
  const traits = [
    kind,
    `${kind}@${place}`,
    `${draft.type}@${place}`,
    `${kind}!${draft.factuality}`,
    `${kind}~${sentence?.kind}`,
  ];
  if (draft.attributedTo) traits.push(`${kind}"`, `${draft.type}"`);
  if (draft.type === "relation") {
    const ends = `${draft.head.entity.kind}-${draft.tail.entity.kind}`;
    const distance = Math.abs(draft.head.start - draft.tail.start);
    const salience = (count: number) => (count > 6 ? "many" : count > 2 ? "some" : "few");
    traits.push(
      `${kind}$${salience(draft.head.entity.mentions.length)}-${salience(draft.tail.entity.mentions.length)}`,
      `${kind}:${ends}`,
      `${kind}|${distance < 12 ? "near" : distance < 40 ? "middle" : "far"}`,
    );
  }
  return { ...draft, traits: [...new Set([...traits, ...draft.traits])] };
}

/** Leaves out what a stronger statement about the same pair makes needless. */
function consistent(drafts: readonly RelationDraft[]): RelationDraft[] {
  const said = new Set(drafts.map((d) => `${d.kind}\n${d.head.entity.key}\n${d.tail.entity.key}`));
  const has = (kind: string, d: RelationDraft) => said.has(`${kind}\n${d.head.entity.key}\n${d.tail.entity.key}`);
  return drafts.filter((d) => {
    if (d.kind === "comments_on") return !["criticizes", "supports", "position_at", "member_of"].some((k) => has(k, d));
    // What people say of their own company is neither support nor criticism.
    if (d.rule.startsWith(`${d.kind}/said/`) && has("position_at", d)) return false;
    if (d.kind === "member_of" && d.title === undefined) return !has("position_at", d);
    return true;
  });
}
