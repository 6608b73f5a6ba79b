import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { KnowledgeGraph } from "../../../src/index.ts";
import { controlPoint, parallelCurvatures, pointOnEdge } from "./curves.ts";
import { distanceToEdge, edgeAt, nodeAt } from "./picking.ts";
import { stretchTo } from "./stage-graph.ts";

function graphOf(...edges: [string, string, string][]): KnowledgeGraph {
  const graph = new MultiDirectedGraph() as unknown as KnowledgeGraph;
  for (const [key, source, target] of edges) {
    for (const node of [source, target]) graph.mergeNode(node);
    graph.addEdgeWithKey(key, source, target, undefined);
  }
  return graph;
}

describe("curvature", () => {
  it("bends only edges that have a parallel", () => {
    const curvatures = parallelCurvatures(graphOf(["1", "가", "나"], ["2", "가", "나"], ["3", "나", "다"]));
    expect([...curvatures.keys()]).toEqual(["1", "2"]);
  });

  it("leaves the middle one of three straight", () => {
    const curvatures = parallelCurvatures(graphOf(["1", "가", "나"], ["2", "가", "나"], ["3", "가", "나"]));
    expect([...curvatures.keys()]).toEqual(["1", "3"]);
  });

  it("parts an edge from the one that runs back", () => {
    const curvatures = parallelCurvatures(graphOf(["1", "가", "나"], ["2", "나", "가"]));
    const there = pointOnEdge({ x: 0, y: 0 }, { x: 100, y: 0 }, curvatures.get("1") ?? 0, 0.5);
    const back = pointOnEdge({ x: 100, y: 0 }, { x: 0, y: 0 }, curvatures.get("2") ?? 0, 0.5);
    expect(there.y).toBeCloseTo(-back.y);
    expect(Math.abs(there.y)).toBeGreaterThan(4);
  });

  it("puts the control point beside the middle", () => {
    expect(controlPoint({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.2)).toEqual({ x: 50, y: 20 });
  });
});

describe("picking", () => {
  const straight = { key: "곧은", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0 };
  const bent = { key: "굽은", from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, curvature: 0.4 };

  it.each([
    ["on the line", { x: 50, y: 3 }, "곧은"],
    ["on the bow", { x: 50, y: 19 }, "굽은"],
    ["beyond the end", { x: 120, y: 0 }, undefined],
    ["far off", { x: 50, y: 60 }, undefined],
  ])("%s", (_name, point, expected) => {
    expect(edgeAt(point, [straight, bent], 6)).toBe(expected);
  });

  it("measures to the end of an edge of no length", () => {
    expect(distanceToEdge({ x: 3, y: 4 }, { ...straight, to: { x: 0, y: 0 } })).toBe(5);
  });

  it("finds the node whose outline is nearest", () => {
    const nodes = [
      { key: "큰", x: 0, y: 0, radius: 20 },
      { key: "작은", x: 40, y: 0, radius: 4 },
    ];
    expect(nodeAt({ x: 31, y: 0 }, nodes, 16)).toBe("작은");
    expect(nodeAt({ x: 24, y: 0 }, nodes, 16)).toBe("큰");
    expect(nodeAt({ x: 100, y: 0 }, nodes, 16)).toBeUndefined();
  });
});

describe("stretching to the frame", () => {
  it.each([
    ["a wide picture in a square frame grows in height", 1, 200, 150, { x: 1, y: 4 / 3 }],
    ["a high picture in a wide frame grows in width", 1.5, 100, 100, { x: 1.5, y: 1 }],
    ["not without bounds", 1, 1000, 10, { x: 1, y: 1.9 }],
    ["a picture without height stays", 1, 100, 0, { x: 1, y: 1 }],
  ])("%s", (_name, frame, width, height, expected) => {
    const { x, y } = stretchTo(frame, width, height);
    expect(x).toBeCloseTo(expected.x);
    expect(y).toBeCloseTo(expected.y);
  });
});
