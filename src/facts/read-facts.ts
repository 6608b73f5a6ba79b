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
import { readClauses } from "./clauses.ts";
import { type Confidence, confidenceOf, floorOf, measured } from "./confidence.ts";
import type { EventDraft, RelationDraft } from "./draft.ts";
import { type FrameLexicon, frames as lexicon } from "./frame-lexicon.ts";
import { readFrames } from "./frames.ts";
import { mergeEvents, mergeRelations } from "./merge.ts";
import { readNesting } from "./nesting.ts";
import { readPhrases } from "./phrases.ts";
import { readPredicates } from "./predicates.ts";
import { readComments, readSayings, readSubjectMatter, speakerAt } from "./speech.ts";
import { readTitles } from "./titles.ts";
import { readOnlyMakers, readTogether } from "./together.ts";
import { findTriggers } from "./triggers.ts";
import type { Fact } from "./types.ts";
import { type SentenceView, viewSentences } from "./view.ts";

export interface FactOptions {
  /** The measured precision of rules; that of graph/lexicon/confidence.json unless given. */
  readonly confidence?: Confidence;
  /** The frames; those of graph/lexicon/frames.json unless given. */
  readonly frames?: FrameLexicon;
}

/**
 * Reads the facts of a document.
 * @param reading the entities of the same document; heads, tails and roles are their keys
 * @returns relations and events; evidence and triggers are offsets (UTF-16 units) into `document.article.text`
 */
export function readFacts(document: Document, reading: EntityReading, options: FactOptions = {}): Fact[] {
  const by = options.confidence ?? measured;
  const drafts = readDrafts(document, reading, options.frames ?? lexicon);
  const relations = drafts.relations.filter((d) => confidenceOf(d.rule, d.families, by) >= floorOf(d.kind, by));
  const events = drafts.events.filter((d) => confidenceOf(d.rule, d.families, by) >= floorOf(d.eventType, by));
  return [...mergeRelations(consistent(relations), by), ...mergeEvents(events, by, document.article.text)];
}

/** Everything the rules propose, before weighing: what the measuring script counts. */
export function readDrafts(
  document: Document,
  reading: EntityReading,
  frames: FrameLexicon = lexicon,
): { relations: RelationDraft[]; events: EventDraft[] } {
  const views = viewSentences(document, reading);
  const relations = readNesting(views, reading.entities);
  const events: EventDraft[] = [];
  const companies = reading.entities.filter((e) => e.kind === "company").length;
  for (const view of views) {
    const found = readSentence(view, frames, companies);
    relations.push(...found.relations);
    events.push(...found.events);
  }
  return { relations, events };
}

function readSentence(
  view: SentenceView,
  frames: FrameLexicon,
  companies: number,
): { relations: RelationDraft[]; events: EventDraft[] } {
  if (view.sites.length === 0) return { relations: [], events: [] };
  const phrases = readPhrases(view);
  const clauses = readClauses(view, phrases, readPredicates(view));
  const sayings = readSayings(view, clauses);
  const framed = readFrames(view, findTriggers(view, phrases, clauses, frames), frames);
  const attribute = <D extends RelationDraft | EventDraft>(draft: D): D => {
    const word = view.words.findIndex((w) => draft.evidence.end <= w.end);
    const speaker = speakerAt(sayings, word);
    return speaker ? { ...draft, attributedTo: speaker.entity.key } : draft;
  };
  const relations = [
    ...framed.relations,
    ...readTitles(view, phrases, clauses),
    ...readAppositions(view, phrases, clauses),
    ...readTogether(view, phrases, clauses),
    ...readOnlyMakers(view, phrases, companies),
  ];
  return {
    relations: [
      ...relations.map(attribute),
      ...readComments(view, phrases, sayings),
      ...readSubjectMatter(view, clauses),
    ],
    events: framed.events.map(attribute),
  };
}

/** Leaves out what a stronger statement about the same pair makes needless. */
function consistent(drafts: readonly RelationDraft[]): RelationDraft[] {
  const said = new Set(drafts.map((d) => `${d.kind}\n${d.head.entity.key}\n${d.tail.entity.key}`));
  const has = (kind: string, d: RelationDraft) => said.has(`${kind}\n${d.head.entity.key}\n${d.tail.entity.key}`);
  return drafts.filter((d) => {
    if (d.kind === "comments_on") return !["criticizes", "supports", "position_at", "member_of"].some((k) => has(k, d));
    if (d.kind === "member_of" && d.title === undefined) return !has("position_at", d);
    return true;
  });
}
