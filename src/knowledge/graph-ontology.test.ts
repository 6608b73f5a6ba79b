import { describe, expect, it } from "vitest";
import type { OntologyExtension } from "../ontology/index.ts";
import { assemble } from "./assemble.ts";
import { checkGraph } from "./check.ts";
import { read } from "./fixture.ts";
import { ontologyOf } from "./graph-ontology.ts";
import { parseOntology } from "./ontology-file.ts";
import { parseGraph } from "./parse.ts";
import { tiesOf } from "./ties.ts";

const EXTENSION: OntologyExtension = {
  relations: {
    lends_to: { ko: "대출", en: "lends to", head: ["company"], tail: ["company", "person"] },
    twins_with: { ko: "쌍둥이", en: "twins with", symmetric: true, head: ["place"], tail: ["place"] },
  },
  events: { lending: { ko: "대출", en: "lending" } },
};
const reading = read("가람은행이 한빛전자에 돈을 빌려줬다. 서울과 부산", {
  entities: ["company:가람은행", "company:한빛전자", "place:서울", "place:부산"],
  relations: [
    { says: "company:가람은행 lends_to company:한빛전자", by: "빌려줬다" },
    { says: "place:서울 lends_to company:한빛전자", by: "빌려줬다" },
    { says: "place:서울 twins_with place:부산", by: "서울과 부산" },
  ],
  events: [{ is: "lending 빌려줬다", roles: { agent: "company:가람은행" } }],
});

describe("a graph with a relation of its own", () => {
  const graph = assemble([reading], EXTENSION);

  it("holds it between the kinds that it allows, under its label", () => {
    expect(graph.edges().filter((key) => !key.includes("event"))).toEqual([
      "company:가람은행 -lends_to-> company:한빛전자",
      "place:부산 -twins_with-> place:서울",
    ]);
    expect(graph.getEdgeAttribute("company:가람은행 -lends_to-> company:한빛전자", "label")).toBe("대출");
    expect(tiesOf(graph, "company:한빛전자").map(({ sentence }) => sentence)).toEqual(["가람은행 — 대출 — 한빛전자"]);
  });

  it("keeps its rules, also when it is read again", () => {
    expect(checkGraph(graph)).toEqual([]);
    const again = parseGraph(JSON.stringify(graph.export()), "graph.json");
    expect(checkGraph(again)).toEqual([]);
    expect(ontologyOf(again).events.lending?.ko).toBe("대출");
    again.removeAttribute("ontology");
    expect(checkGraph(again)).toContainEqual(expect.stringContaining('has kind "lends_to", unknown to the ontology'));
  });

  it("leaves it out where nobody adds it, and changes nothing of what is there", () => {
    const plain = assemble([reading]);
    expect(plain.edges().filter((key) => !key.includes("event"))).toEqual([]);
    expect(plain.hasAttribute("ontology")).toBe(false);
    const owns = { ko: "소유 아님", en: "owns not", head: ["place" as const], tail: ["place" as const] };
    const graph = assemble([reading], { relations: { owns } });
    expect(ontologyOf(graph).relations.owns?.ko).toBe("소유");
    const file = JSON.stringify(graph.export());
    expect(() => parseGraph(file, "graph.json")).toThrow(/graph\.json: .*"owns" is a name of maek's own ontology/);
  });
});

describe("the file", () => {
  it("gives what it adds", () => {
    expect(parseOntology(JSON.stringify(EXTENSION), "mine.json")).toEqual(EXTENSION);
    expect(parseOntology("{}", "mine.json")).toEqual({});
  });

  it.each([
    ['{\n"relations": ', /mine\.json:2:\d+: not JSON/],
    ['{"nodes": {}}', /mine\.json: .*nodes/],
    [
      '{"events": {"Lending": {"ko": "대출", "en": "lending"}}}',
      /mine\.json: events: names are of small Latin letters/,
    ],
    ['{"events": {"lending": {"ko": "대출"}}}', /mine\.json: events\.lending\.en: /],
    [
      '{"relations": {"lends_to": {"ko": "대출", "en": "lends", "head": ["bank"], "tail": ["company"]}}}',
      /mine\.json: relations\.lends_to\.head\[0\]: /,
    ],
    [
      '{"events": {"agent": {"ko": "주체", "en": "agent"}}}',
      /mine\.json: events: "agent" is a name of maek's own ontology/,
    ],
    [
      '{"relations": {"owns": {"ko": "소유", "en": "owns", "head": ["place"], "tail": ["place"]}}}',
      /mine\.json: relations: "owns" is a name of maek's own ontology/,
    ],
    [
      '{"relations": {"__proto__": {"ko": "대출", "en": "lends", "head": ["company"], "tail": ["company"]}}}',
      /mine\.json: relations: names are of small Latin letters/,
    ],
    [
      '{"events": {"constructor": {"ko": "건설", "en": "constructor"}}}',
      /mine\.json: events: "constructor" is a name that every object has/,
    ],
    [
      `{"relations": {"lending": {"ko": "대출", "en": "lends", "head": ["company"], "tail": ["company"]}},
        "events": {"lending": {"ko": "대출", "en": "lending"}}}`,
      /mine\.json: events: "lending" is a relation already/,
    ],
    ['{"relations": []}', /mine\.json: relations: /],
  ])("%s is refused", (json, message) => {
    expect(() => parseOntology(json, "mine.json")).toThrow(message);
  });
});
