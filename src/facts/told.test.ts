import { expect, test } from "vitest";
import type { EntityReading } from "../entities/index.ts";
import { type Fact, ofSureEntities, toldOf } from "./index.ts";

const entity = (key: string, confidence: number): EntityReading["entities"][number] => ({
  key,
  kind: "company",
  label: key,
  aliases: [key],
  mentions: [{ start: 0, end: 2, text: key, kind: "company", source: "model", confidence }],
  reasons: [],
});
const reading: EntityReading = {
  article: { id: "a", title: "", text: "가람" },
  entities: [entity("가람", 0.9), entity("나래", 0.55), entity("다온", 0.6)],
  titles: [],
};
const stated = {
  evidence: [{ start: 0, end: 2 }],
  factuality: "done",
  confidence: 0.7,
  method: "rule",
  rule: "r",
} as const;
const relation = (head: string, tail: string): Fact => ({ ...stated, type: "relation", kind: "owns", head, tail });
const event = (...entities: string[]): Fact => ({
  ...stated,
  type: "event",
  eventType: "meeting",
  trigger: { start: 0, end: 2 },
  label: "만남",
  roles: entities.map((key) => ({ role: "participant", entity: key, evidence: stated.evidence })),
  amounts: [],
});

test("facts speak of their ends, their roles and those who say so", () => {
  const facts = [relation("가람", "나래"), { ...event("다온"), attributedTo: "라온" }];
  expect([...toldOf(facts)]).toEqual(["가람", "나래", "다온", "라온"]);
});

test("of doubtful entities nothing is kept", () => {
  const facts = [relation("가람", "다온"), relation("가람", "나래"), event("가람", "나래"), event("나래")];
  expect(ofSureEntities(facts, reading)).toEqual([relation("가람", "다온"), event("가람")]);
  expect(ofSureEntities([{ ...relation("가람", "다온"), attributedTo: "나래" }], reading)).toEqual([]);
  const taught: Fact = { ...relation("가람", "나래"), taught: true };
  expect(ofSureEntities([taught], reading)).toEqual([taught]);
});
