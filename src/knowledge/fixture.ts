/**
 * Readings for tests: an article's text and, in short form, what is said to have been read in it. Spans are found by
 * looking the words up in the text, as the lower floors would have.
 */
import fc from "fast-check";
import type { Entity } from "../entities/index.ts";
import type { EventFact, Fact, RelationFact } from "../facts/index.ts";
import { type EntityKind, FACTUALITIES, ontology, type Role } from "../ontology/index.ts";
import type { Reading } from "./types.ts";

/** "person:우융밍" or "person:우융밍=우 CEO=우융밍 CEO": kind, label, other names. */
export type EntitySpec = string;

export interface RelationSpec
  extends Partial<Pick<RelationFact, "title" | "factuality" | "confidence" | "attributedTo">> {
  /** "person:우융밍 position_at company:알리바바". */
  readonly says: string;
  /** Words of the text. */
  readonly by: string;
}

export interface EventSpec extends Partial<Pick<EventFact, "factuality" | "confidence" | "attributedTo">> {
  /** "investment 투자": type and trigger. */
  readonly is: string;
  readonly label?: string;
  readonly roles: Partial<Record<Role, string>>;
  readonly amount?: string;
  readonly time?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ArticleSpec {
  readonly id?: string;
  readonly date?: string;
  readonly entities?: readonly EntitySpec[];
  readonly relations?: readonly RelationSpec[];
  readonly events?: readonly EventSpec[];
}

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return { start, end: start + words.length };
}

function entityOf(text: string, spec: EntitySpec): Entity {
  const [key = "", ...others] = spec.split("=");
  const kind = key.slice(0, key.indexOf(":")) as EntityKind;
  const label = key.slice(key.indexOf(":") + 1).replace(/#\d+$/, "");
  const names = [label, ...others];
  const mentions = names
    .flatMap((name) => {
      const found = [];
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const span = { start: at, end: at + name.length, text: name };
        found.push({ ...span, kind, source: "fixture", confidence: 1 });
      }
      return found;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const reasons = others.map((alias) => ({ alias, reason: `'${alias}'는 ${label}` }));
  return { key, kind, label, aliases: names, mentions, reasons };
}

function relationOf(text: string, { says, by, ...rest }: RelationSpec): RelationFact {
  const [head = "", kind = "", tail = ""] = says.split(/ (?=\S+ \w+:)| (?=\w+:[^ ])/u);
  const stated = { evidence: [spanOf(text, by)], factuality: "done", confidence: 0.8, method: "rule", rule: "fixture" };
  return { type: "relation", kind, head, tail, ...stated, ...rest } as RelationFact;
}

function eventOf(text: string, spec: EventSpec): EventFact {
  const { is, label, roles, amount, time, from, to, ...rest } = spec;
  const [eventType = "", word = ""] = is.split(/ (.*)/su);
  const trigger = spanOf(text, word);
  return {
    type: "event",
    eventType,
    trigger,
    label: label ?? word,
    roles: Object.entries(roles).flatMap(([role, entities]) =>
      entities.split(",").map((entity) => ({ role: role as Role, entity, evidence: [trigger] })),
    ),
    amounts: amount
      ? [{ ...spanOf(text, amount), text: amount, value: 1, unit: amount.endsWith("%") ? "%" : "CNY", bound: "exact" }]
      : [],
    ...(time === undefined
      ? {}
      : { time: { ...spanOf(text, time), text: time, kind: "date", ...(from && { from }), ...(to && { to }) } }),
    evidence: [trigger],
    factuality: "done",
    confidence: 0.7,
    method: "rule",
    rule: "fixture",
    ...rest,
  };
}

/** The reading of a text. Sentences end at line breaks. */
export function read(
  text: string,
  { id = "a", date, entities = [], relations = [], events = [] }: ArticleSpec,
): Reading {
  const article = { id, text, title: "", ...(date && { date }) };
  let at = 0;
  const sentences = text.split("\n").map((line, index) => {
    const start = at;
    at += line.length + 1;
    return { index, start, end: start + line.length, kind: "body" as const, eojeols: [], quotes: [] };
  });
  const facts: Fact[] = [
    ...relations.map((spec) => relationOf(text, spec)),
    ...events.map((spec) => eventOf(text, spec)),
  ];
  return {
    document: { article, sentences: sentences.filter(({ start, end }) => end > start), amounts: [], dates: [] },
    reading: { article, entities: entities.map((spec) => entityOf(text, spec)), titles: [] },
    facts,
  };
}

const NAMES: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ["김철수", "김 대표", "박영희", "존 스미스", "스미스"],
  company: ["가나전자", "가나", "다라은행", "다라", "마바중공업", "마바重"],
  organization: ["검찰", "사아위원회", "사아위"],
  place: ["서울", "미국", "미 국"],
  product: ["차카폰", "파하"],
};

/** Any reading: names of a small stock, so that articles share many and clash in some. */
export const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "a#2"),
    date: fc.constantFrom(undefined, "2025-02-24", "2025-02-25"),
    entities: fc.uniqueArray(
      fc
        .constantFrom(...(Object.entries(NAMES) as [EntityKind, string[]][]))
        .chain(([kind, names]) =>
          fc
            .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
            .map((chosen) => `${kind}:${chosen.join("=")}`),
        ),
      { maxLength: 6, selector: (spec) => spec.split("=")[0] ?? "" },
    ),
    facts: fc.array(
      fc.record({
        relation: fc.boolean(),
        kind: fc.constantFrom(...Object.keys(ontology.relations)),
        eventType: fc.constantFrom(...Object.keys(ontology.events)),
        ends: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
        factuality: fc.constantFrom(...FACTUALITIES),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        attributed: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ id, date, entities, facts }) => {
    const names = entities.flatMap((spec) => spec.slice(spec.indexOf(":") + 1).split("="));
    const text = `${names.join("는 ")} 투자\n${id} ${names.length} 발표`;
    const keys = entities.map((spec) => spec.split("=")[0] ?? "");
    const key = (index: number) => keys[index % Math.max(1, keys.length)] ?? "";
    const stated = (fact: (typeof facts)[number]) => ({
      factuality: fact.factuality,
      confidence: fact.confidence,
      ...(fact.attributed ? { attributedTo: key(fact.ends[2]) } : {}),
    });
    const told = keys.length === 0 ? [] : facts;
    return read(text, {
      id,
      ...(date && { date }),
      entities,
      relations: told
        .filter(({ relation }) => relation)
        .map((fact) => ({
          says: `${key(fact.ends[0])} ${fact.kind} ${key(fact.ends[1])}`,
          by: "투자",
          ...stated(fact),
        })),
      events: told
        .filter(({ relation }) => !relation)
        .map((fact) => ({
          is: `${fact.eventType} ${fact.confidence < 0.5 ? "투자" : "발표"}`,
          roles: { agent: key(fact.ends[0]), target: key(fact.ends[1]), participant: key(fact.ends[0]) },
          ...stated(fact),
        })),
    });
  });
