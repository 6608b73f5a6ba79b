/**
 * Pairs of entities that a sentence may relate: those it names together, and those it names with what the sentences
 * before were about.
 *
 * Takes a scene and gives each pair of entities once, by their nearest mentions, the earlier one first.
 */
import type { Site } from "../view.ts";
import type { Scene } from "./scene.ts";

export interface Pair {
  readonly scene: Scene;
  /** The earlier mention; of a carried pair the one that an earlier sentence names. */
  readonly a: Site;
  readonly b: Site;
  /** How `a` came here from another sentence: as the topic, the last company or person, or by a rule ("named"). */
  readonly carried?: "topic" | "company" | "person" | "named";
}

const MOST_BETWEEN = 14;

export function findPairs(scene: Scene): Pair[] {
  const { sites } = scene.view;
  const nearest = new Map<string, Pair>();
  for (let j = 1; j < sites.length; j++) {
    for (let i = Math.max(0, j - MOST_BETWEEN); i < j; i++) {
      const a = sites[i] as Site;
      const b = sites[j] as Site;
      if (a.entity.key === b.entity.key) continue;
      const name = [a.entity.key, b.entity.key].sort().join("\n");
      const known = nearest.get(name);
      if (!known || b.start - a.end < known.b.start - known.a.end) nearest.set(name, { scene, a, b });
    }
  }
  const pairs = [...nearest.values()];
  const here = new Set(sites.map((s) => s.entity.key));
  const carried = new Set<string>();
  for (const how of ["topic", "company", "person"] as const) {
    const a = scene.context[how];
    if (!a || here.has(a.entity.key) || carried.has(a.entity.key)) continue;
    carried.add(a.entity.key);
    const seen = new Set<string>();
    for (const b of sites) {
      if (seen.has(b.entity.key)) continue;
      seen.add(b.entity.key);
      pairs.push({ scene, a, b, carried: how });
    }
  }
  for (const { head, tail } of scene.relations) {
    const inside = (s: Site) => s.start >= scene.view.sentence.start && s.end <= scene.view.sentence.end;
    if (inside(head) === inside(tail)) continue;
    const [a, other] = inside(tail) ? [head, tail] : [tail, head];
    const b = sites.find((s) => s.start === other.start);
    if (!b || here.has(a.entity.key) || carried.has(a.entity.key) || a.entity.key === b.entity.key) continue;
    pairs.push({ scene, a, b, carried: "named" });
  }
  return pairs;
}
