import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { checkGraph } from "./check.ts";
import { read } from "./fixture.ts";
import type { EdgeAttributes, EntityAttributes, EventAttributes, KnowledgeGraph } from "./types.ts";

const TIE = "company:가나전자 -acquires-> company:다라은행";
const EVENT = "event:a:11";

function sound(): KnowledgeGraph {
  return assemble([
    read("가나전자가 다라은행 인수, 검찰", {
      entities: ["company:가나전자", "company:다라은행", "organization:검찰"],
      relations: [
        { says: "company:가나전자 acquires company:다라은행", by: "인수", attributedTo: "organization:검찰" },
      ],
      events: [
        {
          is: "acquisition 인수",
          roles: { agent: "company:가나전자" },
          time: "가나",
          from: "2025-01-01",
          to: "2025-01-02",
        },
      ],
    }),
  ]);
}

const entity = (graph: KnowledgeGraph, change: Partial<EntityAttributes>) =>
  graph.replaceNodeAttributes("company:가나전자", {
    ...(graph.getNodeAttributes("company:가나전자") as EntityAttributes),
    ...change,
  });
const event = (graph: KnowledgeGraph, change: Partial<EventAttributes>) => graph.mergeNodeAttributes(EVENT, change);
const edge = (graph: KnowledgeGraph, change: Partial<EdgeAttributes>) => graph.mergeEdgeAttributes(TIE, change);
const span = (start: number, end: number, article = "a") => ({ article, start, end });
const otherEdge = (kind: string): EdgeAttributes => ({
  kind,
  label: kind,
  evidence: [span(0, 1)],
  factuality: "done",
  confidence: 1,
  method: "rule",
});

describe("checkGraph", () => {
  it("finds nothing in a sound graph", () => expect(checkGraph(sound())).toEqual([]));

  it.each<[string, (graph: KnowledgeGraph) => unknown, string]>([
    ["no evidence", (g) => edge(g, { evidence: [] }), `edge "${TIE}" has no evidence`],
    [
      "evidence outside",
      (g) => edge(g, { evidence: [span(3, 99)] }),
      "evidence 3–99 lies outside its article's 17 characters",
    ],
    [
      "evidence nowhere",
      (g) => edge(g, { evidence: [span(0, 1, "b")] }),
      'is in article "b", which the graph does not hold',
    ],
    ["empty evidence", (g) => edge(g, { evidence: [span(2, 2)] }), "evidence 2–2 lies outside"],
    ["offsets", (g) => edge(g, { evidence: [span(0.5, 2)] }), "offsets 0.5–2, which are not integers"],
    ["unknown relation", (g) => edge(g, { kind: "likes" }), 'has kind "likes", unknown to the ontology'],
    ["inherited names", (g) => edge(g, { kind: "toString" }), 'has kind "toString", unknown to the ontology'],
    ["wrong ends", (g) => edge(g, { kind: "family_of" }), "family_of may not run from company to company"],
    ["a role between entities", (g) => edge(g, { kind: "agent" }), "agent may not run from company to company"],
    [
      "unknown speaker",
      (g) => edge(g, { attributedTo: "person:x" }),
      'attributed to "person:x", which the graph does not hold',
    ],
    ["an event for a speaker", (g) => edge(g, { attributedTo: EVENT }), `attributed to "${EVENT}", an event`],
    ["confidence", (g) => edge(g, { confidence: 1.5 }), "has confidence 1.5, not 0 to 1"],
    ["a drawing program", (g) => edge(g, { type: "curved" } as Partial<EdgeAttributes>), 'an attribute "type"'],
    ["place", (g) => entity(g, { x: Number.NaN }), "has x NaN, not a finite number"],
    [
      "mention spelt otherwise",
      (g) => entity(g, { mentions: [span(0, 5)] }),
      'mention 0–5 of article "a" reads "가나전자가"',
    ],
    ["label", (g) => entity(g, { label: "다른 이름" }), 'has a label "다른 이름" that is none of its aliases'],
    ["kind unlike key", (g) => entity(g, { kind: "place" }), 'has kind "place", unlike its key'],
    ["trigger", (g) => event(g, { trigger: span(16, 18) }), "trigger 16–18 lies outside"],
    ["event type", (g) => event(g, { eventType: "party" }), 'event type "party", unknown'],
    [
      "time",
      (g) => event(g, { time: { text: "x", start: 0, end: 1, from: "2025-02-01", to: "2025-01-01" } }),
      "time ends (2025-01-01) before it begins",
    ],
    [
      "a day that is none",
      (g) => event(g, { time: { text: "x", start: 0, end: 1, from: "2025-02-30" } }),
      'time "2025-02-30" is no day',
    ],
    [
      "twice",
      (g) => g.addEdgeWithKey("zz", "company:가나전자", "company:다라은행", otherEdge("acquires")),
      "repeats an edge of the same source, kind and target",
    ],
    [
      "unsorted edges",
      (g) => g.addEdgeWithKey("a", "company:가나전자", "company:다라은행", otherEdge("owns")),
      'edge "a" stands after',
    ],
    [
      "symmetric order",
      (g) => g.addEdgeWithKey("zz", "organization:검찰", "company:다라은행", otherEdge("meets")),
      "meets is symmetric, so its smaller key comes first",
    ],
    [
      "unsorted nodes",
      (g) => g.addNode("company:가", { ...g.getNodeAttributes("company:가나전자") }),
      'node "company:가" stands after',
    ],
    [
      "article twice",
      (g) => g.updateAttribute("articles", (all = []) => [...all, ...all]),
      'article "a" is there twice',
    ],
    [
      "sentences",
      (g) => g.updateAttribute("articles", (all = []) => all.map((one) => ({ ...one, sentences: [[0, 99]] as const }))),
      'article "a": sentence 0–99 lies outside',
    ],
  ])("finds %s", (_name, spoil, fault) => {
    const graph = sound();
    spoil(graph);
    expect(checkGraph(graph).filter((line) => line.includes(fault))).toHaveLength(1);
    expect(checkGraph(graph).every((line) => !line.includes("\n"))).toBe(true);
  });

  it("finds a self-loop, which graphs of maek refuse and others may hold", () => {
    const graph: KnowledgeGraph = new MultiDirectedGraph();
    const { attributes, nodes, edges } = sound().export();
    graph.import({ attributes, nodes, edges });
    graph.addEdgeWithKey("zz", "company:가나전자", "company:가나전자", otherEdge("owns"));
    expect(checkGraph(graph)).toEqual(['edge "zz" is a self-loop']);
  });
});
