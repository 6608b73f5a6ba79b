/**
 * Takes the events of one article; gives event nodes, and the statements their roles make.
 *
 * A key comes from the article and the trigger's offset. Facts that agree in trigger, type and label are one event;
 * those that only share a trigger ("8%, 4% 증가") are numbered `#2` … by type, label and roles.
 */
import type { EventFact } from "../facts/index.ts";
import { byCodeUnit, eventKey, firstFree } from "./keys.ts";
import { distinctSpans, mergeAttribution, mergeConfidence, mergeFactuality } from "./statements.ts";
import type { EventAttributes } from "./types.ts";

/** An event node to be, with the facts it comes from. */
export interface EventNode {
  readonly key: string;
  readonly facts: readonly EventFact[];
  readonly attributes: EventAttributes;
}

const identityOf = (fact: EventFact) =>
  JSON.stringify([fact.trigger.start, fact.trigger.end, fact.eventType, fact.label.trim()]);

function attributesOf(
  facts: readonly EventFact[],
  article: string,
  text: string,
  nodeOf: (key: string) => string,
): EventAttributes {
  const first = facts[0] as EventFact;
  const trigger = { article, start: first.trigger.start, end: first.trigger.end };
  const word = text.slice(trigger.start, trigger.end);
  const spans = facts.flatMap((fact) => fact.evidence).map(({ start, end }) => ({ article, start, end }));
  const time = facts.find((fact) => fact.time)?.time;
  const speaker = mergeAttribution(facts.map((fact) => fact.attributedTo));
  const amounts = facts
    .flatMap((fact) => fact.amounts)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((amount, i, all) => amount.start !== all[i - 1]?.start || amount.end !== all[i - 1]?.end);
  return {
    kind: "event",
    eventType: first.eventType,
    label: first.label.trim() || word,
    aliases: [word],
    mentions: [trigger],
    trigger,
    evidence: distinctSpans(spans.length > 0 ? spans : [trigger]),
    factuality: mergeFactuality(facts.map((fact) => fact.factuality)),
    ...(time === undefined
      ? {}
      : {
          time: {
            text: time.text,
            start: time.start,
            end: time.end,
            ...(time.from === undefined ? {} : { from: time.from }),
            ...(time.to === undefined ? {} : { to: time.to }),
          },
        }),
    amounts: amounts.map(({ text: written, value, upper, unit, bound }) => ({
      text: written,
      value,
      ...(upper === undefined ? {} : { upper }),
      unit,
      bound,
    })),
    ...(speaker === undefined ? {} : { attributedTo: nodeOf(speaker) }),
    confidence: mergeConfidence(facts.map(({ confidence }) => ({ article, confidence }))),
    x: 0,
    y: 0,
    size: 1,
  };
}

/** The event nodes of one article. `nodeOf` turns an entity's key in the article into its node's key. */
export function eventNodes(
  facts: readonly EventFact[],
  article: string,
  text: string,
  nodeOf: (key: string) => string,
): EventNode[] {
  const groups = new Map<string, EventFact[]>();
  for (const fact of facts) groups.set(identityOf(fact), [...(groups.get(identityOf(fact)) ?? []), fact]);
  const ordered = [...groups.values()]
    .map((group) => [...group].sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b))))
    .map((group) => ({ group, rank: JSON.stringify(group[0]?.roles), first: group[0] as EventFact }))
    .sort(
      (a, b) =>
        a.first.trigger.start - b.first.trigger.start ||
        a.first.trigger.end - b.first.trigger.end ||
        byCodeUnit(a.first.eventType, b.first.eventType) ||
        byCodeUnit(a.first.label, b.first.label) ||
        byCodeUnit(a.rank, b.rank),
    );
  const taken = new Set<string>();
  return ordered.map(({ group, first }) => {
    const key = firstFree(eventKey(article, first.trigger.start), taken);
    taken.add(key);
    return { key, facts: group, attributes: attributesOf(group, article, text, nodeOf) };
  });
}
