/**
 * Scenes: everything the rules know about a sentence, gathered once for the learned part.
 *
 * Takes a document with its entities and gives one scene a sentence: its view, phrases, clauses, sayings, the drafts
 * that the rules drew in it, and what the sentences before were about.
 */
import type { Entity, EntityReading } from "../../entities/index.ts";
import type { Document } from "../../korean/index.ts";
import { type Clause, readClauses } from "../clauses.ts";
import { type Confidence, confidenceOf, measured } from "../confidence.ts";
import { type Context, contextAfter, inherit, NO_CONTEXT } from "../context.ts";
import type { EventDraft, RelationDraft } from "../draft.ts";
import type { FrameLexicon } from "../frame-lexicon.ts";
import { type Phrase, readPhrases } from "../phrases.ts";
import { readPredicates } from "../predicates.ts";
import { type Drafts, readDrafts } from "../read-facts.ts";
import { readSayings, type Saying } from "../speech.ts";
import { type SentenceView, type Site, viewSentences } from "../view.ts";

export interface Scene {
  readonly index: number;
  readonly view: SentenceView;
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  readonly sayings: readonly Saying[];
  /** What the sentences before left: topic, last company, last person. */
  readonly context: Context;
  readonly relations: readonly RelationDraft[];
  readonly events: readonly EventDraft[];
}

export interface Story {
  readonly document: Document;
  readonly reading: EntityReading;
  readonly scenes: readonly Scene[];
  /** Entities of the headline, in order. */
  readonly headline: readonly Site[];
  /** In how many sentences each entity stands, by key. */
  readonly spread: ReadonlyMap<string, number>;
  readonly byKey: ReadonlyMap<string, Entity>;
  /** Relation kinds the rules draw for a pair anywhere: "head\ntail" → kinds. */
  readonly drawn: ReadonlyMap<string, ReadonlySet<string>>;
  /** The scenes whose text holds a word, in order. */
  holding(word: string): readonly Scene[];
  /** How sure the rules are of a draft, 0 to 1. */
  trust(draft: RelationDraft | EventDraft): number;
}

export interface StoryOptions {
  /** Whether the rules' drafts are among what a scene knows, as they are unless told; without, the models stand alone. */
  readonly rules?: boolean | undefined;
  /** How the rules' drafts are weighed; as measured unless given. */
  readonly by?: Confidence | undefined;
  /** The frames by which the rules read; maek's own unless given. */
  readonly frames?: FrameLexicon | undefined;
  /** What the rules drafted by those frames, where they were asked already. */
  readonly drafts?: Drafts | undefined;
}

/**
 * The scenes of a document.
 */
export function readStory(document: Document, reading: EntityReading, options: StoryOptions = {}): Story {
  const { rules = true, by = measured, frames } = options;
  const drafts = rules ? (options.drafts ?? readDrafts(document, reading, frames)) : { relations: [], events: [] };
  const views = viewSentences(document, reading);
  let context = NO_CONTEXT;
  const spread = new Map<string, number>();
  const scenes = views.map((view, index): Scene => {
    const phrases = readPhrases(view);
    const clauses = inherit(view, readClauses(view, phrases, readPredicates(view)), context);
    const before = context;
    context = contextAfter(view, phrases, context);
    for (const key of new Set(view.sites.map((s) => s.entity.key))) spread.set(key, (spread.get(key) ?? 0) + 1);
    return {
      index,
      view,
      phrases,
      clauses,
      sayings: readSayings(view, clauses),
      context: before,
      relations: drafts.relations.filter((d) => d.sentence === index),
      events: drafts.events.filter((d) => d.sentence === index),
    };
  });
  const drawn = new Map<string, Set<string>>();
  for (const d of drafts.relations) {
    const pair = `${d.head.entity.key}\n${d.tail.entity.key}`;
    drawn.set(pair, (drawn.get(pair) ?? new Set()).add(d.kind));
  }
  return {
    document,
    reading,
    scenes,
    headline: views.filter((v) => v.sentence.kind === "headline").flatMap((v) => v.sites),
    spread,
    byKey: new Map(reading.entities.map((e) => [e.key, e])),
    drawn,
    holding: finder(scenes),
    trust: (draft) => confidenceOf(draft, by),
  };
}

function finder(scenes: readonly Scene[]): (word: string) => readonly Scene[] {
  const texts = scenes.map(({ view }) => view.text.slice(view.sentence.start, view.sentence.end));
  const known = new Map<string, readonly Scene[]>();
  return (word) => {
    const found = known.get(word) ?? scenes.filter((_, i) => texts[i]?.includes(word));
    known.set(word, found);
    return found;
  };
}
