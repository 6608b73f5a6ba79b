/** What the models decide between: relations with their direction, event types, roles. */
import { allowsRelation, isSymmetric, ontology, ROLES } from "../../ontology/index.ts";
import type { Pair } from "./pairs.ts";

export const NONE = 0;

/** Relations of a pair (a, b): `>` from a to b, `<` from b to a, `=` symmetric. */
export const PAIR_CLASSES: readonly string[] = [
  "none",
  ...Object.keys(ontology.relations).flatMap((kind) => (isSymmetric(kind) ? [`${kind}=`] : [`${kind}>`, `${kind}<`])),
];

/** Statements are the speakers' comments and "other" has no bounds: rules may draw them, the model does not. */
const LEFT_OUT = new Set(["statement", "other"]);
export const EVENT_CLASSES: readonly string[] = [
  "none",
  ...Object.keys(ontology.events).filter((type) => !LEFT_OUT.has(type)),
];

export const ROLE_CLASSES: readonly string[] = ["none", ...ROLES];
export const VERDICT_CLASSES: readonly string[] = ["wrong", "right"];

const masks = new Map<string, Uint8Array>();

/** Which classes the kinds of a pair's ends allow: 1 by class number. */
export function allowedClasses({ a, b }: Pair): Uint8Array {
  const name = `${a.entity.kind}-${b.entity.kind}`;
  const known = masks.get(name);
  if (known) return known;
  const mask = Uint8Array.from(PAIR_CLASSES, (text, index) => {
    if (index === NONE) return 1;
    const { kind, way } = splitClass(text);
    const forward = allowsRelation(kind, a.entity.kind, b.entity.kind);
    const backward = allowsRelation(kind, b.entity.kind, a.entity.kind);
    return way === ">" ? Number(forward) : way === "<" ? Number(backward) : Number(forward && backward);
  });
  masks.set(name, mask);
  return mask;
}

export function splitClass(text: string): { kind: string; way: string } {
  return { kind: text.slice(0, -1), way: text.slice(-1) };
}
