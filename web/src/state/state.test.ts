import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from "../../../src/index.ts";
import { hiddenBy, NO_FILTERS, solo, toggled } from "./filters.ts";
import { fromHash, type Selection, sameSelection, toHash } from "./selection.ts";

function graph(): KnowledgeGraph {
  const made: KnowledgeGraph = new MultiDirectedGraph();
  const node = (key: string, kind: string, article = "a") =>
    made.addNode(key, { kind, label: key, mentions: [{ article, start: 0, end: 1 }] } as unknown as NodeAttributes);
  const edge = (key: string, source: string, kind: string, target: string, article = "a", confidence = 1) =>
    made.addEdgeWithKey(key, source, target, {
      kind,
      confidence,
      evidence: [{ article, start: 0, end: 1 }],
    } as unknown as EdgeAttributes);
  node("마윈", "person");
  node("알리바바", "company");
  node("앤트그룹", "company");
  node("중국", "place", "b");
  edge("설립", "마윈", "founded", "알리바바");
  edge("소유", "알리바바", "owns", "앤트그룹", "a", 0.5);
  edge("소재", "알리바바", "located_in", "중국", "b", 0.9);
  return made;
}

const kinds = (...values: ("person" | "company" | "place")[]) => ({ ...NO_FILTERS, kinds: new Set(values) });
const relations = (...values: string[]) => ({ ...NO_FILTERS, relations: new Set(values) });

describe("filters", () => {
  it.each([
    ["nothing", NO_FILTERS, {}, [], []],
    ["a kind, with its edges", kinds("person"), {}, ["마윈"], ["설립"]],
    ["a relation, with the node that it leaves alone", relations("owns"), {}, ["앤트그룹"], ["소유"]],
    ["what another article says", { ...NO_FILTERS, article: "a" }, {}, ["중국"], ["소재"]],
    [
      "what is less sure, with the node that it leaves alone",
      { ...NO_FILTERS, confidence: 0.6 },
      {},
      ["앤트그룹"],
      ["소유"],
    ],
    ["nothing that is sure enough", { ...NO_FILTERS, confidence: 0.5 }, {}, [], []],
    ["not the chosen node", kinds("person"), { node: "마윈" }, [], ["설립"]],
    ["not the chosen edge nor its ends", kinds("person", "company"), { edge: "설립" }, ["앤트그룹"], ["소유", "소재"]],
  ])("hide %s", (_name, filters, kept: Selection, nodes, edges) => {
    const hidden = hiddenBy(graph(), filters, kept);
    expect([...hidden.nodes]).toEqual(nodes);
    expect([...hidden.edges]).toEqual(edges);
  });

  it("hide an event that is less sure, with its edges", () => {
    const told = graph();
    told.addNode("투자", { kind: "event", confidence: 0.4, mentions: [] } as unknown as NodeAttributes);
    told.addEdgeWithKey("주체", "알리바바", "투자", {
      kind: "agent",
      confidence: 0.7,
      evidence: [],
    } as unknown as EdgeAttributes);
    const hidden = hiddenBy(told, { ...NO_FILTERS, confidence: 0.45 });
    expect([[...hidden.nodes], [...hidden.edges]]).toEqual([["투자"], ["주체"]]);
  });

  it("toggle and solo", () => {
    expect([...toggled(new Set(["a"]), "b")]).toEqual(["a", "b"]);
    expect([...toggled(new Set(["a"]), "a")]).toEqual([]);
    expect([...solo(new Set<string>(), "b", ["a", "b", "c"])]).toEqual(["a", "c"]);
    expect([...solo(new Set(["a", "c"]), "b", ["a", "b", "c"])]).toEqual([]);
  });
});

describe("the address", () => {
  const known = { hasNode: (key: string) => !key.startsWith("없는"), hasEdge: (key: string) => key !== "없는" };

  it.each<[Selection]>([
    [{}],
    [{ node: "person:마윈" }],
    [{ node: "person:A&B=C#2 +1%" }],
    [{ edge: "person:시진핑|meets|person:마윈", evidence: 2 }],
    [{ node: "event:alibaba:412", edge: "a→b" }],
  ])("carries %j there and back", (selection) => {
    expect(fromHash(`#${toHash(selection)}`, known)).toEqual(selection);
  });

  it.each([
    ["#node=없는%20사람", {}],
    ["#edge=없는&evidence=3", {}],
    ["#node=a&edge=b&evidence=-1", { node: "a", edge: "b" }],
    ["#node=a&edge=b&evidence=x", { node: "a", edge: "b" }],
    ["#%E0%A4%A", {}],
    ["", {}],
  ])("drops what is not known: %s", (hash, expected) => {
    expect(fromHash(hash, known)).toEqual(expected);
  });

  it("takes the first evidence for granted", () => {
    expect(sameSelection({ edge: "a" }, { edge: "a", evidence: 0 })).toBe(true);
    expect(sameSelection({ edge: "a" }, { node: "a" })).toBe(false);
  });
});
