/**
 * Drafts → facts: what is said twice becomes one fact with all its evidence.
 *
 * Relations are one by kind and ends. Events are one when they are of the same type, share a main role (agent, target,
 * participant) and nothing speaks against it: other amounts, other days. Figures (earnings, market) are one only within a
 * sentence, for an article reports many.
 */

import type { Span } from "../article/index.ts";
import { type Factuality, isSymmetric, type Ontology } from "../ontology/index.ts";
import { type Confidence, confidenceOf } from "./confidence.ts";
import type { DraftRole, EventDraft, RelationDraft } from "./draft.ts";
import { labelOf } from "./label.ts";
import type { EventFact, EventRole, RelationFact } from "./types.ts";

/** Within so many sentences a bare mention is taken for the event that is spoken of. */
const NEAR = 3;
const WITHIN_SENTENCE = new Set(["earnings", "market"]);
const SUREST: readonly Factuality[] = ["done", "ongoing", "planned", "alleged", "denied", "cancelled"];

/** Relations, one for each kind and pair of ends, in order of first evidence. */
export function mergeRelations(drafts: readonly RelationDraft[], by: Confidence, ontology?: Ontology): RelationFact[] {
  const groups = new Map<string, RelationDraft[]>();
  for (const draft of drafts) {
    const ends = [draft.head.entity.key, draft.tail.entity.key];
    if (isSymmetric(draft.kind, ontology)) ends.sort();
    const key = [draft.kind, ...ends].join("\n");
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()].map((group) => {
    const weighed = group.map((d) => ({ d, confidence: confidenceOf(d, by) }));
    const best = weighed.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    const { d } = best;
    const title = fullest(
      d.title,
      group.flatMap((g) => g.title ?? []),
    );
    const attributed = group.every((g) => g.attributedTo !== undefined) ? d.attributedTo : undefined;
    return {
      type: "relation",
      kind: d.kind,
      head: d.head.entity.key,
      tail: d.tail.entity.key,
      ...(title !== undefined && { title }),
      evidence: distinct(group.flatMap((g) => [g.evidence, ...(g.also ?? [])])),
      factuality: surest(group.map((g) => g.factuality)),
      ...(attributed !== undefined && { attributedTo: attributed }),
      confidence: best.confidence,
      method: "rule",
      rule: d.rule,
      ...(group.some((g) => g.taught) && { taught: true }),
    };
  });
}

/** The longest title that spells out the surest one: 최고경영자(CEO) for CEO; the first one where that has none. */
function fullest(title: string | undefined, titles: readonly string[]): string | undefined {
  const known = title ?? titles[0];
  if (known === undefined) return undefined;
  return titles.filter((t) => t.includes(known)).reduce((a, b) => (b.length > a.length ? b : a), known);
}

/** Events, in order of their triggers. */
export function mergeEvents(drafts: readonly EventDraft[], by: Confidence, text: string): EventFact[] {
  const byType = new Map<string, EventDraft[][]>();
  for (const draft of drafts) {
    const groups = byType.get(draft.eventType) ?? [];
    byType.set(draft.eventType, groups);
    const group = groups.find(
      (g) => g.some((other) => sameEvent(other, draft)) && !g.some((other) => apart(other, draft)),
    );
    if (group) group.push(draft);
    else groups.push([draft]);
  }
  return [...byType.values()]
    .flat()
    .map((group) => eventFact(group, by, text))
    .sort((a, b) => a.trigger.start - b.trigger.start);
}

function sameEvent(a: EventDraft, b: EventDraft): boolean {
  if (a.eventType !== b.eventType) return false;
  const mains = (draft: EventDraft) => draft.roles.filter((r) => r.role !== "place").map((r) => r.site.entity.key);
  const shared = mains(a).some((key) => mains(b).includes(key));
  const within = a.sentence === b.sentence;
  if (within) return shared || (mains(a).length === 0 && mains(b).length === 0);
  if (!shared || WITHIN_SENTENCE.has(a.eventType)) return false;
  return a.word === b.word;
}

/** What speaks against one event: other amounts, other days; or, far from each other, another voice or standing. */
function apart(a: EventDraft, b: EventDraft): boolean {
  if (a.sentence === b.sentence) return false;
  const values = (draft: EventDraft) => draft.amounts.map((m) => `${m.value}${m.unit}`);
  if (a.amounts.length > 0 && b.amounts.length > 0 && !values(a).some((v) => values(b).includes(v))) return true;
  if (a.time?.from !== undefined && b.time?.from !== undefined && a.time.from !== b.time.from) return true;
  if (Math.abs(a.sentence - b.sentence) <= NEAR) return false;
  return a.attributedTo !== b.attributedTo && a.factuality !== b.factuality;
}

/** How much a draft tells: that of one event which tells most, names it, dates it and says whether it is done. */
function telling(draft: EventDraft): number {
  return draft.roles.length + (draft.amounts.length > 0 ? 2 : 0) + (draft.time ? 1 : 0);
}

function eventFact(group: readonly EventDraft[], by: Confidence, text: string): EventFact {
  const weighed = group.map((d) => ({ d, confidence: confidenceOf(d, by) }));
  const best = weighed.reduce((a, b) => {
    const more = telling(b.d) - telling(a.d);
    return more > 0 || (more === 0 && b.confidence > a.confidence) ? b : a;
  });
  const { d } = best;
  const beside = group.filter((g) => g !== d && g.sentence === d.sentence);
  const time = d.time ?? beside.find((g) => g.time)?.time;
  const amounts = [...new Set([d, ...beside].flatMap((g) => g.amounts))].sort((a, b) => a.start - b.start);
  return {
    type: "event",
    eventType: d.eventType,
    trigger: d.trigger,
    label: labelOf(d, text),
    roles: rolesOf([d, ...group.filter((g) => g !== d)]),
    ...(time && { time }),
    amounts,
    evidence: distinct(group.flatMap((g) => [g.evidence, ...(g.also ?? [])])),
    factuality: d.factuality,
    ...(d.attributedTo !== undefined && { attributedTo: d.attributedTo }),
    confidence: Math.max(...weighed.map((w) => w.confidence)),
    method: "rule",
    rule: d.rule,
    ...(group.some((g) => g.taught) && { taught: true }),
  };
}

/** Each entity in one role: the first that a draft gives it. */
function rolesOf(group: readonly EventDraft[]): EventRole[] {
  const roles: { first: DraftRole; evidence: Span[] }[] = [];
  for (const draft of group) {
    for (const role of draft.roles) {
      const known = roles.find((r) => r.first.site.entity.key === role.site.entity.key);
      if (!known) roles.push({ first: role, evidence: [role.evidence, ...(role.also ?? [])] });
      else if (known.first.role === role.role) known.evidence.push(role.evidence, ...(role.also ?? []));
    }
  }
  return roles.map(({ first, evidence }) => ({
    role: first.role,
    entity: first.site.entity.key,
    evidence: distinct(evidence),
  }));
}

function surest(all: readonly Factuality[]): Factuality {
  return SUREST.find((f) => all.includes(f)) ?? "done";
}

/** Spans by position, each once; one that another covers tells nothing more. */
function distinct(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ end }) => {
    const tells = end > reached;
    reached = Math.max(reached, end);
    return tells;
  });
}
