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

/** The points of a ring: its middle is the origin, its lowest point comes first. */
function ring(number: number): [number, number][] {
  if (number === 0) return [[0, 0]];
  const count = 6 * number;
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    return [WIDE * STEP * number * Math.cos(angle), STEP * number * Math.sin(angle)];
  });
}

/** Finds free room around what is there already. */
class Plane {
  readonly #taken: Box[] = [];
  readonly #rings: [number, number][][] = [];
  /** The first ring that is not wholly inside the first box. */
  #inner = 0;

  #isFree(box: Box, hinder: { last: number }): boolean {
    const blocked = (i: number) => {
      const other = this.#taken[i];
      return other !== undefined && overlaps(box, other);
    };
    // What stood in the way at the last point does so at most next ones.
    if (blocked(hinder.last)) return false;
    for (let i = 0; i < this.#taken.length; i++) {
      if (!blocked(i)) continue;
      hinder.last = i;
      return false;
    }
    return true;
  }

  /** Takes the free room nearest to the middle for a box of this width and height; its middle. */
  take(width: number, height: number): [number, number] {
    const hinder = { last: 0 };
    for (let number = this.#inner; ; number++) {
      this.#rings[number] ??= ring(number);
      for (const [x, y] of this.#rings[number] ?? []) {
        const box = { left: x - width / 2, right: x + width / 2, bottom: y - height / 2, top: y + height / 2 };
        if (!this.#isFree(box, hinder)) continue;
        if (this.#taken.length === 0) this.#inner = Math.floor(Math.min(width / WIDE, height) / 2 / STEP);
        this.#taken.push(box);
        return [x, y];
      }
    }
  }
}

/** All places, moved so that no two clusters overlap. */
export function pack(clusters: readonly Cluster[]): Place[] {
  const plane = new Plane();
  return clusters.flatMap((cluster) => {
    const box = boxOf(cluster);
    const [x, y] = plane.take(box.right - box.left, box.top - box.bottom);
    const [dx, dy] = [x - (box.left + box.right) / 2, y - (box.bottom + box.top) / 2];
    return cluster.map((place) => ({ ...place, x: place.x + dx, y: place.y + dy }));
  });
}
