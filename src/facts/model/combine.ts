/**
 * Rules and models together → facts.
 *
 * Takes what the rules read and what the models decide. The models have the rules' drafts among their features, so their
 * verdict weighs both; a fact that a rule drew as well keeps the rule's name and evidence, so that it can be explained.
 * What a rule of good standing drew stays whatever the verdict, and so does what a user's frames or ontology add.
 */
import type { Span } from "../../article/index.ts";
import type { EntityReading } from "../../entities/index.ts";
import type { Document } from "../../korean/index.ts";
import { isSymmetric } from "../../ontology/index.ts";
import type { Confidence } from "../confidence.ts";
import { cover, type EventDraft } from "../draft.ts";
import { amountsNear } from "../match.ts";
import { mergeEvents } from "../merge.ts";
import { titleAfter } from "../phrases.ts";
import { speakerAt } from "../speech.ts";
import type { EventFact, Fact, RelationFact } from "../types.ts";
import type { Site } from "../view.ts";
import { EVENT_CLASSES, PAIR_CLASSES, splitClass } from "./classes.ts";
import { type DecidedEvent, type DecidedRelation, decideEvents, decideRelations } from "./decide.ts";
import { isOnlyAsked, triggerOf } from "./gate.ts";
import type { FactModel } from "./model.ts";
import type { Pair } from "./pairs.ts";
import { proposeEvents, proposeRelations } from "./propose.ts";
import { readStory, type Story, type StoryOptions } from "./scene.ts";

/**
 * The facts of a document by rules and models.
 *
 * @param ruleFacts what readFacts gives for the same document and reading
 * @returns relations, then events in order of their triggers; confidence is the models' calibrated probability
 */
export function combineFacts(
  document: Document,
  reading: EntityReading,
  ruleFacts: readonly Fact[],
  model: FactModel,
  options: StoryOptions = {},
): Fact[] {
  const story = readStory(document, reading, options);
  return [
    ...relationFacts(story, ruleFacts, decideRelations(story, proposeRelations(story, model), model), model.floors),
    ...eventFacts(story, ruleFacts, decideEvents(story, proposeEvents(story, model), model), model.floors),
  ];
}

/** Decided relations as facts. */
export function relationFacts(
  story: Story,
  ruleFacts: readonly Fact[],
  decided: readonly DecidedRelation[],
  { kept }: Pick<FactModel["floors"], "kept">,
): RelationFact[] {
  const drawn = ruleFacts.filter((f) => f.type === "relation");
  const used = new Set<RelationFact>();
  const facts = decided.map(({ proposal, confidence, places }): RelationFact => {
    const { kind } = proposal;
    const best = places[0] as DecidedRelation["places"][number];
    const symmetric = isSymmetric(kind);
    const head = symmetric ? best.pair.a.entity.key : proposal.head;
    const tail = symmetric ? best.pair.b.entity.key : proposal.tail;
    const same = drawn.find(
      (f) =>
        f.kind === kind && ((f.head === head && f.tail === tail) || (symmetric && f.head === tail && f.tail === head)),
    );
    if (same) {
      used.add(same);
      return { ...same, confidence: round(confidence) };
    }
    const title = /^(position_at|member_of|family_of)$/.test(kind) ? titleOf(best.pair, head) : undefined;
    const speaker = best.pair.carried
      ? undefined
      : speakerAt(best.pair.scene.sayings, Math.max(best.pair.a.last, best.pair.b.last));
    return {
      type: "relation",
      kind,
      head,
      tail,
      ...(title !== undefined && { title }),
      evidence: distinct(places.flatMap(({ pair }) => evidenceOf(pair))),
      factuality: best.factuality,
      ...(speaker && speaker.entity.key !== head && { attributedTo: speaker.entity.key }),
      confidence: round(confidence),
      method: "model",
      rule: `model/${kind}`,
    };
  });
  const known = new Set(PAIR_CLASSES.map((text) => splitClass(text).kind));
  const asked = (f: RelationFact) => f.evidence.every((span) => isOnlyAsked(story.scenes, span));
  const stands = (f: RelationFact) => f.taught || !known.has(f.kind) || (f.confidence >= kept.relation && !asked(f));
  return [...facts, ...drawn.filter((f) => !used.has(f) && stands(f))];
}

function titleOf({ scene, a, b, carried }: Pair, head: string): string | undefined {
  const person = [a, b].find((s) => s.entity.key === head && s.entity.kind === "person");
  if (!person || (carried && person === a)) return undefined;
  const after = titleAfter(scene.view, person)?.text;
  const before = scene.view.titles.findLast((t) => t.end <= person.start && person.start - t.end <= 2)?.text;
  return after ?? before;
}

/** Both ends and the words between; of a carried pair each end where it stands. */
function evidenceOf({ scene, a, b, carried }: Pair): Span[] {
  if (!carried) return [cover(a, b)];
  const clause = scene.clauses.find((c) => c.arguments.some((x) => x.phrase.site === b));
  return [cover(a), clause ? cover(b, clause.predicate) : cover(b)];
}

/** Decided events as facts; what is told twice is one. Statements and the like are as the rules drew them. */
export function eventFacts(
  story: Story,
  ruleFacts: readonly Fact[],
  decided: readonly DecidedEvent[],
  { kept }: Pick<FactModel["floors"], "kept">,
): EventFact[] {
  const { text } = story.document.article;
  const drawn = ruleFacts.filter((f) => f.type === "event");
  const weights: Record<string, number> = {};
  const drafts = decided.map((d) => draftOf(d, weights));
  const by: Confidence = { floors: {}, weights };
  // Words of a user's own say what they say, whatever the models would make of them.
  const taught = drawn.filter((f) => f.taught);
  const free = drafts.filter(
    (d) => !taught.some((f) => f.trigger.start < d.trigger.end && d.trigger.start < f.trigger.end),
  );
  const merged = mergeEvents(free, by, text).map((fact): EventFact => {
    const same = drawn.find(
      (f) => f.eventType === fact.eventType && f.trigger.start < fact.trigger.end && fact.trigger.start < f.trigger.end,
    );
    return same
      ? { ...fact, method: "rule", rule: same.rule }
      : { ...fact, method: "model", rule: `model/${fact.eventType}` };
  });
  const others = drawn.filter(
    (f) =>
      !EVENT_CLASSES.includes(f.eventType) ||
      ((f.taught || (f.confidence >= kept.event && !isOnlyAsked(story.scenes, f.trigger))) &&
        !merged.some((m) => tells(story, m, f))),
  );
  return [...merged, ...others].sort((x, y) => x.trigger.start - y.trigger.start);
}

/** Whether one event makes another needless: the same word, or the same type and a common part in the same sentence. */
function tells({ scenes }: Story, event: EventFact, other: EventFact): boolean {
  if (event.trigger.start < other.trigger.end && other.trigger.start < event.trigger.end) return true;
  if (event.eventType !== other.eventType) return false;
  const sentenceOf = ({ trigger }: EventFact) => scenes.findIndex(({ view }) => trigger.start < view.sentence.end);
  const keys = new Set(event.roles.map((r) => r.entity));
  return sentenceOf(event) === sentenceOf(other) && other.roles.some((r) => keys.has(r.entity));
}

function draftOf(
  { proposal, confidence, factuality, roles }: DecidedEvent,
  weights: Record<string, number>,
): EventDraft {
  const { occasion, type } = proposal;
  const { scene } = occasion;
  const { view } = scene;
  const trigger = triggerOf(occasion);
  const span = { start: occasion.start, end: occasion.end };
  const here = (site: Site) => site.start >= view.sentence.start && site.end <= view.sentence.end;
  const rule = `${type}@${occasion.start}`;
  weights[rule] = Math.log(confidence / (1 - confidence));
  const time = view.document.dates.findLast((d) => d.start >= view.sentence.start && d.end <= occasion.start);
  const speaker = speakerAt(scene.sayings, occasion.word);
  return {
    type: "event",
    eventType: type,
    trigger: span,
    word: occasion.mode === "verb" && !occasion.lemma.endsWith("다") ? `${occasion.lemma}하다` : occasion.lemma,
    roles: roles
      .filter(({ part, role }) => !(role === "agent" && speaksFor(part.site, speaker, roles)))
      .map(({ part, role }) => ({
        role,
        site: part.site,
        evidence: here(part.site) ? cover(span, part.site) : span,
      })),
    amounts: amountsNear(view, trigger),
    ...(time && { time }),
    evidence: cover(span, ...roles.map((r) => r.part.site).filter(here)),
    sentence: scene.index,
    factuality,
    ...(speaker && { attributedTo: speaker.entity.key }),
    rule,
    traits: [],
  };
}

/** "우융밍 알리바바 CEO는 … 투자할 계획이라고 밝혔다": who says what a body does is not the one who does it. */
function speaksFor(site: Site, speaker: Site | undefined, roles: DecidedEvent["roles"]): boolean {
  return (
    site.entity.kind === "person" &&
    site.entity.key === speaker?.entity.key &&
    roles.some(({ part, role }) => role === "agent" && part.site.entity.kind !== "person")
  );
}

function distinct(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((s, i) => i === 0 || s.start !== sorted[i - 1]?.start || s.end !== sorted[i - 1]?.end);
}

const round = (p: number) => Math.round(p * 1000) / 1000;
