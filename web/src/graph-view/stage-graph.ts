/**
 * The graph that sigma draws: the same keys, and nothing but places.
 *
 * Places mean nearness, not measure, so they are stretched along one axis towards the canvas' own proportions: the
 * picture fills its frame and Korean labels, which are wide and low, get room. The knowledge graph stays as it is.
 */
import { MultiDirectedGraph } from "graphology";
import type { KnowledgeGraph } from "../../../src/index.ts";

export interface StagePlace {
  x: number;
  y: number;
}

export type StageGraph = MultiDirectedGraph<StagePlace>;

/** No axis is stretched further than this: beyond it groups would fall apart to the eye. */
const MOST_STRETCH = 1.9;

/** Factors for x and y that bring `width × height` nearest to the frame's proportions. */
export function stretchTo(frame: number, width: number, height: number): { x: number; y: number } {
  if (!(width > 0) || !(height > 0) || !(frame > 0)) return { x: 1, y: 1 };
  const missing = frame / (width / height);
  return missing >= 1 ? { x: Math.min(missing, MOST_STRETCH), y: 1 } : { x: 1, y: Math.min(1 / missing, MOST_STRETCH) };
}

/** Width and height of the picture, in the layout's units after stretching. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/**
 * A drawable copy of the graph.
 * @param frame width of the canvas divided by its height
 */
export function stageGraph(graph: KnowledgeGraph, frame: number): { graph: StageGraph; extent: Extent } {
  const places = graph.mapNodes((key, { x, y }) => ({ key, x, y }));
  const span = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const [width, height] = [span(places.map(({ x }) => x)), span(places.map(({ y }) => y))];
  const stretch = stretchTo(frame, width, height);
  const stage: StageGraph = new MultiDirectedGraph<StagePlace>();
  for (const { key, x, y } of places) stage.addNode(key, { x: x * stretch.x, y: y * stretch.y });
  graph.forEachEdge((key, _attributes, source, target) => stage.addEdgeWithKey(key, source, target));
  return { graph: stage, extent: { width: width * stretch.x, height: height * stretch.y } };
}
