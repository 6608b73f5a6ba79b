/**
 * What was not read: the sentences of an article that gave no fact, each with the reason.
 *
 * Takes a reading (document, entities, facts) and goes once more over the sentences whose words back no fact: whom they
 * name, which predicates the frames know, which arguments these lack, whether anything is stated at all, and how sure
 * the drafts were. The reason given is the one nearest to a fact: the list tells what to improve next.
 */
import type { Span } from "../article/index.ts";
import type { EntityReading } from "../entities/index.ts";
import type { Document } from "../korean/index.ts";
import { type Clause, readClauses } from "./clauses.ts";
import { type Confidence, confidenceOf, floorOf, measured } from "./confidence.ts";
import { contextAfter, inherit, NO_CONTEXT } from "./context.ts";
import type { EventDraft, RelationDraft } from "./draft.ts";
import { standingOf } from "./factuality.ts";
import { type FrameLexicon, frames as known } from "./frame-lexicon.ts";
import { type Missing, missingIn } from "./missing.ts";
import { readPhrases } from "./phrases.ts";
import { readPredicates } from "./predicates.ts";
import { readDrafts } from "./read-facts.ts";
import { readSayings } from "./speech.ts";
import { findTriggers, type Trigger } from "./triggers.ts";
import type { Fact } from "./types.ts";
import { unknownPredicates } from "./unknown-predicates.ts";
import { type SentenceView, viewSentences } from "./view.ts";

/** Why a sentence gave no fact. `says` is the relation or the type of event that it might have been. */
export type Reason =
  /** Nobody and nothing is named. */
  | { readonly kind: "no-name" }
  /** Names, but no verb or noun that could say anything of them. */
  | { readonly kind: "no-predicate" }
  /** Names, but of what is said the frames know nothing: see `UnreadSentence.unknown`. */
  | { readonly kind: "unknown-predicate" }
  /** A word that the frames know, without the names that it needs: roles of an event, ends of a relation. */
  | ({ readonly kind: "unnamed" } & Missing)
  /** Negated, supposed, wished, asked …: `why` is "question", or the note of a rule in factuality.json. */
  | { readonly kind: "unstated"; readonly word: string; readonly why: string }
  /** Drafted, but less sure than the floor. */
  | { readonly kind: "unsure"; readonly says: string; readonly confidence: number; readonly floor: number }
  /** Drafted and sure enough, but set aside for a better statement of the same, or by the learned models. */
  | { readonly kind: "set-aside"; readonly says: string; readonly confidence: number };

/** A sentence that gave no fact; its offsets are UTF-16 units in the article's text. */
export interface UnreadSentence extends Span {
  /** The article's id. */
  readonly article: string;
  /** Its number in the article, from 1. */
  readonly number: number;
  readonly text: string;
  readonly reason: Reason;
  /** Predicates that no frame knows, with their nouns where they are light verbs: "접다", "점검 나서다". */
  readonly unknown: readonly string[];
}

export interface ExplainOptions {
  /** Facts below count as not drawn. */
  readonly minConfidence?: number | undefined;
  readonly frames?: FrameLexicon | undefined;
  readonly confidence?: Confidence | undefined;
}

/**
 * The sentences that gave no fact, in order.
 *
 * @param reading what `Maek.read` gives of an article
 */
export function explainUnread(
  reading: { readonly document: Document; readonly reading: EntityReading; readonly facts: readonly Fact[] },
  { minConfidence = 0, frames = known, confidence: by = measured }: ExplainOptions = {},
): UnreadSentence[] {
  const { document, facts } = reading;
  const views = viewSentences(document, reading.reading);
  const drafts = readDrafts(document, reading.reading, frames);
  const all = [...drafts.relations, ...drafts.events];
  const telling = facts.map((fact) => ({ fact, spans: tellingSpans(fact, views) }));
  const unread: UnreadSentence[] = [];
  let context = NO_CONTEXT;
  for (const view of views) {
    const phrases = readPhrases(view);
    const clauses = inherit(view, readClauses(view, phrases, readPredicates(view)), context);
    context = contextAfter(view, phrases, context);
    const { sentence } = view;
    const here = telling.filter(({ spans }) => spans.some((s) => s.start < sentence.end && sentence.start < s.end));
    if (here.some(({ fact }) => fact.confidence >= minConfidence)) continue;
    const triggers = findTriggers(view, phrases, clauses, frames);
    const unknown = view.sites.length === 0 ? [] : unknownPredicates(view, clauses, triggers);
    const reason =
      weighed(
        here.map(({ fact }) => fact),
        all.filter((d) => d.sentence === sentence.index),
        minConfidence,
        by,
      ) ?? reasonOf(view, clauses, triggers, frames, unknown);
    const text = view.text.slice(sentence.start, sentence.end);
    const { start, end, index } = sentence;
    unread.push({ article: document.article.id, number: index + 1, start, end, text, reason, unknown });
  }
  return unread;
}

/** Where a fact is said: its evidence but for what only names one of its ends. A name may say it all: 가람국 해군. */
function tellingSpans(fact: Fact, views: readonly SentenceView[]): readonly Span[] {
  const spans = fact.type === "event" ? [...fact.evidence, fact.trigger] : fact.evidence;
  const names = (s: Span) => views.some((v) => v.sites.some((site) => site.start === s.start && site.end === s.end));
  const telling = spans.filter((span) => !names(span));
  return telling.length > 0 ? telling : spans;
}

const saidBy = (fact: Fact | RelationDraft | EventDraft) => (fact.type === "event" ? fact.eventType : fact.kind);

/** The fact or draft that came nearest to its floor. */
function weighed(
  facts: readonly Fact[],
  drafts: readonly (RelationDraft | EventDraft)[],
  least: number,
  by: Confidence,
): Reason | undefined {
  const near = [
    ...facts.map((fact) => ({ says: saidBy(fact), confidence: fact.confidence, floor: least })),
    ...drafts.map((draft) => ({
      says: saidBy(draft),
      confidence: confidenceOf(draft, by),
      floor: floorOf(draft, by),
    })),
  ].sort((a, b) => b.confidence - b.floor - (a.confidence - a.floor));
  const unsure = near.find(({ confidence, floor }) => confidence < floor);
  if (facts.length > 0 || !near.some(({ confidence, floor }) => confidence >= floor)) {
    return unsure && { kind: "unsure", ...unsure };
  }
  const [aside] = near;
  return aside && { kind: "set-aside", says: aside.says, confidence: aside.confidence };
}

function reasonOf(
  view: SentenceView,
  clauses: readonly Clause[],
  triggers: readonly Trigger[],
  frames: FrameLexicon,
  unknown: readonly string[],
): Reason {
  if (view.sites.length === 0) return { kind: "no-name" };
  for (const trigger of triggers) {
    const standing = standingOf(view, trigger);
    if ("unstated" in standing) return { kind: "unstated", word: trigger.text, why: standing.unstated };
  }
  const missing = triggers.flatMap((trigger) => missingIn(view, trigger, frames));
  const [nearest] = missing.sort((a, b) => a.roles.length - b.roles.length);
  if (nearest) return { kind: "unnamed", ...nearest };
  if (unknown.length > 0) return { kind: "unknown-predicate" };
  const [saying] = readSayings(view, clauses);
  if (saying) return { kind: "unnamed", word: saying.verb.predicate.lemma, says: "comments_on", roles: ["tail"] };
  return { kind: "no-predicate" };
}

/** How often each reason was given, and each predicate met that no frame knows, the most frequent first. */
export interface UnreadTally {
  readonly reasons: Readonly<Record<Reason["kind"], number>>;
  readonly unknown: readonly { readonly predicate: string; readonly count: number }[];
}

/** Counts the reasons, and the unknown predicates, of sentences of any number of articles. */
export function tallyUnread(sentences: readonly UnreadSentence[]): UnreadTally {
  const reasons: Record<Reason["kind"], number> = {
    "no-name": 0,
    "no-predicate": 0,
    "unknown-predicate": 0,
    unnamed: 0,
    unstated: 0,
    unsure: 0,
    "set-aside": 0,
  };
  const counts = new Map<string, number>();
  for (const { reason, unknown } of sentences) {
    reasons[reason.kind]++;
    for (const predicate of unknown) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  }
  const unknown = [...counts]
    .map(([predicate, count]) => ({ predicate, count }))
    .sort((a, b) => b.count - a.count || (a.predicate < b.predicate ? -1 : 1));
  return { reasons, unknown };
}
