/**
 * The geometry of edges: straight where an edge is alone between its ends, bent where several run side by side.
 *
 * Curvature is the distance of the control point from the middle of the chord, in lengths of the chord. The same
 * formula stands in the edge program's shader, in the picking and in the edge labels, so that all three agree.
 */
import type { KnowledgeGraph } from "../../../src/index.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

const SPREAD = 0.36;

/** Curvature of each edge that has a parallel; edges that are alone are not in the map. */
export function parallelCurvatures(graph: KnowledgeGraph): Map<string, number> {
  const pairs = new Map<string, { edge: string; forward: boolean }[]>();
  graph.forEachEdge((edge, _attributes, source, target) => {
    const forward = source < target;
    const pair = JSON.stringify(forward ? [source, target] : [target, source]);
    const list = pairs.get(pair);
    if (list) list.push({ edge, forward });
    else pairs.set(pair, [{ edge, forward }]);
  });
  const curvatures = new Map<string, number>();
  for (const list of pairs.values()) {
    if (list.length < 2) continue;
    list.sort((a, b) => (a.edge < b.edge ? -1 : 1));
    list.forEach(({ edge, forward }, i) => {
      const offset = (i - (list.length - 1) / 2) * Math.min(SPREAD, 1.4 / list.length);
      if (offset !== 0) curvatures.set(edge, forward ? offset : -offset);
    });
  }
  return curvatures;
}

/** Control point of the quadratic curve from `p` to `q`. */
export function controlPoint(p: Point, q: Point, curvature: number): Point {
  return {
    x: (p.x + q.x) / 2 - (q.y - p.y) * curvature,
    y: (p.y + q.y) / 2 + (q.x - p.x) * curvature,
  };
}

/** The point at `t` (0 to 1) of the edge from `p` to `q`. */
export function pointOnEdge(p: Point, q: Point, curvature: number, t: number): Point {
  const c = controlPoint(p, q, curvature);
  const u = 1 - t;
  return {
    x: u * u * p.x + 2 * u * t * c.x + t * t * q.x,
    y: u * u * p.y + 2 * u * t * c.y + t * t * q.y,
  };
}
