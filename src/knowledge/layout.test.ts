import { describe, expect, it } from "vitest";
import { emptyGraph } from "./assemble.ts";
import { byCodeUnit } from "./keys.ts";
import { layOut } from "./layout.ts";
import type { KnowledgeGraph } from "./types.ts";

/** A graph of companies; an edge is a pair of numbers. */
function graphOf(order: number, pairs: [number, number][], keys = [...Array(order).keys()]): KnowledgeGraph {
  const graph = emptyGraph();
  const key = (i: number) => `company:${i}`;
  for (const i of [...keys].sort((a, b) => byCodeUnit(key(a), key(b)))) {
    const attributes = { kind: "company" as const, label: key(i), aliases: [], mentions: [], reasons: [] };
    graph.addNode(key(i), { ...attributes, x: 0, y: 0, size: 1 });
  }
  for (const [a, b] of pairs) {
    const edge = { kind: "owns", label: "소유", evidence: [], factuality: "done" as const, confidence: 1 };
    graph.addEdgeWithKey(`${key(a)} -owns-> ${key(b)}`, key(a), key(b), { ...edge, method: "rule" });
  }
  return graph;
}

const ring = (from: number, count: number) =>
  Array.from({ length: count }, (_, i): [number, number] => [from + i, from + ((i + 1) % count)]);
const star = (centre: number, count: number) =>
  Array.from({ length: count }, (_, i): [number, number] => [centre, centre + i + 1]);

const cases: [string, number, [number, number][]][] = [
  ["nothing", 0, []],
  ["one node", 1, []],
  ["a pair", 2, [[0, 1]]],
  ["nodes without edges", 40, []],
  ["a star", 61, star(0, 60)],
  ["rings, pairs and lone nodes", 60, [...ring(0, 20), ...ring(20, 10), [30, 31], [32, 33], ...star(34, 9)]],
];

const places = (graph: KnowledgeGraph) => graph.mapNodes((key, { x, y, size }) => ({ key, x, y, size }));

describe.each(cases)("layout of %s", (_name, order, pairs) => {
  const graph = graphOf(order, pairs);
  layOut(graph);

  it("is the same each time", () => {
    const again = graphOf(order, pairs);
    layOut(again);
    layOut(again);
    expect(places(again)).toEqual(places(graph));
  });

  it("gives finite places of three decimals", () => {
    for (const { x, y, size } of places(graph)) {
      for (const value of [x, y, size]) expect(Math.round(value * 1000) / 1000).toBe(value);
    }
  });

  it("lets no two nodes overlap", () => {
    const all = places(graph);
    const overlapping = all.flatMap((a, i) =>
      all.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.size + b.size),
    );
    expect(overlapping).toEqual([]);
  });

  it("flings nothing away", () => {
    const all = places(graph);
    const far = Math.max(0, ...all.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
    expect(far).toBeLessThan(120 + 110 * Math.sqrt(order));
  });
});

describe("sizes", () => {
  it("grow with the degree, like its root", () => {
    const graph = graphOf(12, star(0, 9));
    layOut(graph);
    expect(["company:0", "company:1", "company:10"].map((key) => graph.getNodeAttribute(key, "size"))).toEqual([
      11.2, 6.4, 4,
    ]);
  });
});
