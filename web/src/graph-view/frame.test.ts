import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import {
  type EdgeAttributes,
  type Factuality,
  type KnowledgeGraph,
  type NodeAttributes,
  ontology,
} from "../../../src/index.ts";
import { focusOf, frameOf, type ViewState } from "./frame.ts";
import { mix, palettes } from "./palette.ts";
import { edgeAppearance, nodeAppearance, nodeRadius, type Scene } from "./scene.ts";

function graph(): KnowledgeGraph {
  const made: KnowledgeGraph = new MultiDirectedGraph();
  const node = (key: string, kind: string, factuality?: Factuality) =>
    made.addNode(key, { kind, label: key, factuality } as unknown as NodeAttributes);
  const edge = (key: string, source: string, kind: string, target: string, factuality: Factuality = "done") =>
    made.addEdgeWithKey(key, source, target, { kind, label: key, factuality } as unknown as EdgeAttributes);
  node("마윈", "person");
  node("알리바바", "company");
  node("중국", "place");
  node("상장", "event", "cancelled");
  edge("설립", "마윈", "founded", "알리바바");
  edge("만남", "마윈", "meets", "중국", "alleged");
  edge("주체", "알리바바", "agent", "상장");
  return made;
}

const state = (change: Partial<ViewState> = {}): ViewState => ({
  palette: palettes.light,
  hiddenNodes: new Set(),
  hiddenEdges: new Set(),
  selectedNode: undefined,
  selectedEdge: undefined,
  hoveredNode: undefined,
  hoveredEdge: undefined,
  edgeLabels: true,
  ...change,
});

const scene = (change: Partial<Scene> = {}): Scene => ({
  palette: palettes.light,
  hiddenNodes: new Set(),
  hiddenEdges: new Set(),
  focus: undefined,
  curvatures: new Map(),
  ontology,
  selectedEdge: undefined,
  ...change,
});

describe("the light", () => {
  it.each<[string, Partial<ViewState>, string[] | undefined]>([
    ["of nothing", {}, undefined],
    ["of a node: its neighbours", { selectedNode: "마윈" }, ["마윈", "알리바바", "중국"]],
    ["of an edge: its ends", { selectedEdge: "주체" }, ["알리바바", "상장"]],
    ["of a node whose edge is hidden", { selectedNode: "마윈", hiddenEdges: new Set(["만남"]) }, ["마윈", "알리바바"]],
    [
      "of both, chosen and under the pointer",
      { selectedEdge: "주체", hoveredNode: "중국" },
      ["알리바바", "상장", "마윈", "중국"],
    ],
    ["of what is no longer there", { selectedNode: "없음", hoveredEdge: "없음" }, undefined],
  ])("%s", (_name, change, expected) => {
    const focus = focusOf(graph(), state(change));
    expect(focus && [...focus.nodes].sort()).toEqual(expected?.sort());
  });
});

describe("a frame", () => {
  const frame = (change: Partial<ViewState>) => {
    const now = state(change);
    return frameOf(graph(), now, focusOf(graph(), now), new Map(), () => ({ x: 0, y: 0, radius: 5 }));
  };

  it("leaves out what is hidden, and edges that hang on it", () => {
    const { nodes, edges } = frame({ hiddenNodes: new Set(["알리바바"]) });
    expect(nodes.map(({ key }) => key)).toEqual(["마윈", "중국", "상장"]);
    expect(edges.map(({ key }) => key)).toEqual(["만남"]);
  });

  it("says on an edge how sure it is, where it is not", () => {
    expect(frame({}).edges.map(({ label }) => label)).toEqual(["설립", "만남 (의혹·추정)", "주체"]);
  });

  it("puts names where few edges run", () => {
    const places: Record<string, number> = { 마윈: 0, 알리바바: 100, 중국: 200, 상장: 300 };
    const now = state();
    const { nodes } = frameOf(graph(), now, undefined, new Map(), (key) => ({ x: places[key] ?? 0, y: 0, radius: 5 }));
    expect(nodes.map(({ anchors }) => anchors[0])).toEqual(["below", "below", "right", "right"]);
  });

  it("names the chosen and its ties in any case, and dims the rest", () => {
    const { nodes, edges } = frame({ selectedNode: "마윈" });
    expect(nodes.filter(({ forced }) => forced).map(({ key }) => key)).toEqual(["마윈"]);
    expect(nodes.filter(({ dimmed }) => dimmed).map(({ key }) => key)).toEqual(["상장"]);
    expect(edges.filter(({ forced }) => forced).map(({ key }) => key)).toEqual(["설립", "만남"]);
  });
});

describe("looks", () => {
  it("mixes colours as #rrggbb, the only notation that sigma reads", () => {
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
    for (const palette of Object.values(palettes))
      for (const color of Object.values(palette.kinds)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("tells kinds by shape, and events by an open outline", () => {
    const of = (key: string) => nodeAppearance(key, graph().getNodeAttributes(key), 10, scene());
    expect(new Set(["마윈", "알리바바", "중국"].map((key) => of(key).shape)).size).toBe(3);
    expect(of("마윈").strokeWidth).toBe(0);
    expect(of("상장").strokeWidth).toBeGreaterThan(0);
    expect(of("상장").dashes).toBeGreaterThan(0);
  });

  it("gives arrows to relations with a direction, dashes to what is not sure", () => {
    const of = (key: string) => edgeAppearance(key, graph().getEdgeAttributes(key), scene());
    expect(of("설립")).toMatchObject({ arrow: 1, dash: 0, type: "straight" });
    expect(of("만남")).toMatchObject({ arrow: 0, dash: 2 });
  });

  it("dims what is out of the light and hides what is hidden", () => {
    const focus = { nodes: new Set(["마윈"]), edges: new Set<string>(), strength: 0.8 };
    const dimmed = nodeAppearance("중국", graph().getNodeAttributes("중국"), 10, scene({ focus }));
    expect(dimmed.color).toBe(mix(palettes.light.kinds.place, palettes.light.background, 0.8));
    expect(
      edgeAppearance("설립", graph().getEdgeAttributes("설립"), scene({ hiddenEdges: new Set(["설립"]) })).hidden,
    ).toBe(true);
  });

  it.each([
    ["in a roomy picture", 10, 1, 12.65],
    ["in a crowded one", 10, 0.1, 3.3],
    ["never smaller than can be hit", 0, 0.1, 3],
    ["never larger than 24 times the scale", 99, 0.7, 23.52],
    ["of no known size", Number.NaN, 0.5, 3.5],
  ])("sizes a node %s", (_name, size, unit, radius) => {
    expect(nodeRadius(size, unit)).toBeCloseTo(radius);
  });
});
