/**
 * Which node or edge is under the pointer, computed, not read back from a picking texture.
 *
 * sigma's own edge events draw every edge twice each frame (a third more time); a few thousand distances cost a
 * fraction of a millisecond and allow a wider reach for fingers.
 */
import { type Point, pointOnEdge } from "./curves.ts";

export interface DrawnEdge {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly curvature: number;
}

export interface DrawnNode extends Point {
  readonly key: string;
  readonly radius: number;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** Distance in pixels from a point to a drawn edge. */
export function distanceToEdge(point: Point, { from, to, curvature }: DrawnEdge): number {
  if (curvature === 0) return distanceToSegment(point, from, to);
  const steps = 12;
  let nearest = Number.POSITIVE_INFINITY;
  let previous = from;
  for (let i = 1; i <= steps; i++) {
    const next = pointOnEdge(from, to, curvature, i / steps);
    nearest = Math.min(nearest, distanceToSegment(point, previous, next));
    previous = next;
  }
  return nearest;
}

/** Key of the edge nearest to `point` within `reach` pixels. */
export function edgeAt(point: Point, edges: Iterable<DrawnEdge>, reach: number): string | undefined {
  let best: string | undefined;
  let nearest = reach;
  for (const edge of edges) {
    const distance = distanceToEdge(point, edge);
    if (distance <= nearest) {
      nearest = distance;
      best = edge.key;
    }
  }
  return best;
}

/** Key of the node whose outline is nearest to `point` within `reach` pixels. */
export function nodeAt(point: Point, nodes: Iterable<DrawnNode>, reach: number): string | undefined {
  let best: string | undefined;
  let nearest = reach;
  for (const node of nodes) {
    const distance = Math.hypot(point.x - node.x, point.y - node.y) - node.radius;
    if (distance <= nearest) {
      nearest = distance;
      best = node.key;
    }
  }
  return best;
}
