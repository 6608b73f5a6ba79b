/**
 * Takes clusters laid out each around an origin of its own, the most important first; gives all places on one plane.
 *
 * Each cluster is a rectangle. The first stands in the middle; each next one is put at the free place nearest to it,
 * found along rings of growing radius, wider than high as screens are. So small components stay near, none is flung
 * away, and none overlap.
 */
import type { Cluster, Place } from "./layout.ts";

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

const GAP = 36;
const STEP = 30;
const WIDE = 1.5;

function boxOf(cluster: Cluster): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const { x, y, size } of cluster) {
    box.left = Math.min(box.left, x - size);
    box.right = Math.max(box.right, x + size);
    box.bottom = Math.min(box.bottom, y - size);
    box.top = Math.max(box.top, y + size);
  }
  return box;
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.bottom < b.top + GAP && b.bottom < a.top + GAP;

/** The places nearest to the middle first, along rings. */
function* spots(): Generator<[number, number]> {
  yield [0, 0];
  for (let ring = 1; ; ring++) {
    const count = 6 * ring;
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * i) / count - Math.PI / 2;
      yield [WIDE * STEP * ring * Math.cos(angle), STEP * ring * Math.sin(angle)];
    }
  }
}

function moved(box: Box, x: number, y: number): Box {
  return { left: box.left + x, right: box.right + x, bottom: box.bottom + y, top: box.top + y };
}

/** All places, moved so that no two clusters overlap. */
export function pack(clusters: readonly Cluster[]): Place[] {
  const taken: Box[] = [];
  return clusters.flatMap((cluster) => {
    const box = boxOf(cluster);
    const [cx, cy] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2];
    for (const [x, y] of spots()) {
      const there = moved(box, x - cx, y - cy);
      if (taken.some((other) => overlaps(there, other))) continue;
      taken.push(there);
      return cluster.map((place) => ({ ...place, x: place.x + x - cx, y: place.y + y - cy }));
    }
    return cluster;
  });
}
