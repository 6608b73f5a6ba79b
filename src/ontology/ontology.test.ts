import { describe, expect, it } from "vitest";
import { extendOntology, extensionOf, extensionSchema, type OntologyExtension, ontology } from "./ontology.ts";

const LENDS = { ko: "대출", en: "lends to", head: ["company" as const], tail: ["company" as const] };
const LENDING = { ko: "대출", en: "lending" };

describe("names that a user gives", () => {
  it.each<[string, string, boolean]>([
    ["new ones", '{"relations": {"lends_to": R}, "events": {"lending": E}}', true],
    ["none", "{}", true],
    ["a relation of maek's own", '{"relations": {"owns": R}}', false],
    ["a role of maek's own", '{"events": {"agent": E}}', false],
    ["a relation of maek's own for events", '{"events": {"owns": E}}', false],
    ["capitals", '{"events": {"Lending": E}}', false],
    ["what a record passes over", '{"relations": {"__proto__": R}}', false],
    ["what every object has", '{"events": {"constructor": E}}', false],
    ["one name for two things", '{"relations": {"lending": R}, "events": {"lending": E}}', false],
  ])("%s", (_, json, right) => {
    const data: unknown = JSON.parse(json.replace(/R/g, JSON.stringify(LENDS)).replace(/E/g, JSON.stringify(LENDING)));
    expect(extensionSchema.safeParse(data).success).toBe(right);
  });
});

describe("what an ontology has beyond another", () => {
  it.each<[string, OntologyExtension | undefined, OntologyExtension | undefined]>([
    ["nothing", undefined, undefined],
    ["nothing new", { relations: {} }, undefined],
    ["a relation", { relations: { lends_to: LENDS } }, { relations: { lends_to: LENDS }, events: {} }],
    ["a type of events", { events: { lending: LENDING } }, { relations: {}, events: { lending: LENDING } }],
  ])("%s", (_, added, beyond) => {
    expect(extensionOf(extendOntology(added))).toEqual(beyond);
    expect(extensionOf(ontology)).toBeUndefined();
  });
});
