/**
 * What one frame shows and where, in pixels: for the labels that are drawn over it and for what the pointer hits.
 *
 * Takes the graph, the view's state and a function that tells where a node stands; knows no sigma.
 */
import { factualityLabel, type KnowledgeGraph } from "../../../src/index.ts";
import { isRole } from "../text/words.ts";
import type { Point } from "./curves.ts";
import type { LabelEdge, LabelNode } from "./label-layer.ts";
import { ANCHORS, type Anchor } from "./labels.ts";
import type { Palette } from "./palette.ts";
import type { Focus } from "./scene.ts";

export interface ViewState {
  readonly palette: Palette;
  readonly hiddenNodes: ReadonlySet<string>;
  readonly hiddenEdges: ReadonlySet<string>;
  readonly selectedNode: string | undefined;
  readonly selectedEdge: string | undefined;
  readonly hoveredNode: string | undefined;
  readonly hoveredEdge: string | undefined;
  readonly edgeLabels: boolean;
}

export type Place = Point & { readonly radius: number };

export interface Frame {
  readonly nodes: readonly LabelNode[];
  readonly edges: readonly LabelEdge[];
}

/** More neighbours than this are not all named. */
const MANY_NEIGHBOURS = 40;
/** With more edges lit than this, only relations are named and no roles. */
const MANY_EDGES = 12;

/** What is in the light: the chosen, what the pointer is on, and the neighbours of both. */
export function focusOf(graph: KnowledgeGraph, state: ViewState): Focus | undefined {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const light = (node: string | undefined, edge: string | undefined) => {
    if (node !== undefined && graph.hasNode(node)) {
      nodes.add(node);
      graph.forEachEdge(node, (key, _attributes, source, target) => {
        if (state.hiddenEdges.has(key)) return;
        edges.add(key);
        nodes.add(source).add(target);
      });
    }
    if (edge !== undefined && graph.hasEdge(edge)) {
      edges.add(edge);
      for (const end of graph.extremities(edge)) nodes.add(end);
    }
  };
  light(state.selectedNode, state.selectedEdge);
  const chosen = nodes.size > 0;
  light(state.hoveredNode, state.hoveredEdge);
  return nodes.size > 0 ? { nodes, edges, strength: chosen ? 0.8 : 0.7 } : undefined;
}

/** The side of a node on which something stands that lies `dx`, `dy` pixels away. */
function sideOf(dx: number, dy: number): Anchor {
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? "right" : "left";
  return dy > 0 ? "below" : "above";
}

/** For each node the sides of its name, those with the fewest edges first. */
function quietSides(edges: readonly LabelEdge[], ends: (edge: string) => readonly [string, string]) {
  const counts = new Map<string, Map<Anchor, number>>();
  const count = (node: string, side: Anchor) => {
    const sides = counts.get(node) ?? new Map<Anchor, number>();
    sides.set(side, (sides.get(side) ?? 0) + 1);
    counts.set(node, sides);
  };
  for (const { key, from, to } of edges) {
    const [source, target] = ends(key);
    count(source, sideOf(to.x - from.x, to.y - from.y));
    count(target, sideOf(from.x - to.x, from.y - to.y));
  }
  return (node: string): readonly Anchor[] => {
    const sides = counts.get(node);
    return sides ? [...ANCHORS].sort((a, b) => (sides.get(a) ?? 0) - (sides.get(b) ?? 0)) : ANCHORS;
  };
}

/** The visible nodes and edges, with their places and what is to be written on them. */
export function frameOf(
  graph: KnowledgeGraph,
  state: ViewState,
  focus: Focus | undefined,
  curvatures: ReadonlyMap<string, number>,
  placeOf: (node: string) => Place,
): Frame {
  const { hiddenNodes, hiddenEdges, selectedNode, selectedEdge, hoveredNode, hoveredEdge } = state;
  const ends = new Set(
    [selectedEdge, hoveredEdge].flatMap((edge) =>
      edge !== undefined && graph.hasEdge(edge) ? graph.extremities(edge) : [],
    ),
  );
  const manyNodes = (focus?.nodes.size ?? 0) > MANY_NEIGHBOURS;
  const manyEdges = (focus?.edges.size ?? 0) > MANY_EDGES;
  const places = new Map<string, Place>();
  const nodes: Omit<LabelNode, "anchors">[] = [];
  const edges: LabelEdge[] = [];
  graph.forEachNode((key, { kind, label }) => {
    if (hiddenNodes.has(key)) return;
    const place = placeOf(key);
    places.set(key, place);
    const event = kind === "event";
    const lit = focus?.nodes.has(key) ?? false;
    const central = key === selectedNode || key === hoveredNode || ends.has(key);
    nodes.push({
      key,
      ...place,
      label,
      event,
      importance: (graph.degree(key) + 1) * (event ? 0.35 : 1) + (central ? 1e6 : 0),
      forced: central,
      bold: lit && !manyNodes && !event,
      dimmed: focus !== undefined && !lit,
      ring: key === selectedNode ? "selected" : key === hoveredNode ? "hovered" : undefined,
    });
  });
  graph.forEachEdge((key, { kind, label, factuality }, source, target) => {
    const [from, to] = [places.get(source), places.get(target)];
    if (hiddenEdges.has(key) || !from || !to) return;
    const role = isRole(kind);
    const sure = factuality === "done" || factuality === "ongoing";
    const pointed = key === selectedEdge || key === hoveredEdge;
    const tied = [source, target].some((end) => end === selectedNode || end === hoveredNode);
    edges.push({
      key,
      from,
      to,
      fromRadius: from.radius,
      toRadius: to.radius,
      curvature: curvatures.get(key) ?? 0,
      label: sure ? label : `${label} (${factualityLabel(factuality)})`,
      forced: pointed || (tied && !(role && manyEdges)),
      role,
      dimmed: focus !== undefined && !focus.edges.has(key),
    });
  });
  const anchorsOf = quietSides(edges, (edge) => graph.extremities(edge));
  return { nodes: nodes.map((node) => ({ ...node, anchors: anchorsOf(node.key) })), edges };
}
