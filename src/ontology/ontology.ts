/**
 * The ontology: which kinds of nodes, relations, events and roles a graph may hold, and between what they may stand.
 *
 * Takes graph/ontology.json (checked once, by zod) and gives typed look-ups. It stands on the ground floor because
 * entities, facts, knowledge and formats all ask it the same questions.
 */
import { z } from "zod";
import data from "../../graph/ontology.json" with { type: "json" };

export const ENTITY_KINDS = ["person", "company", "organization", "place", "product"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];
export type NodeKind = EntityKind | "event";

export const ROLES = ["agent", "target", "participant", "place"] as const;
export type Role = (typeof ROLES)[number];

export const FACTUALITIES = ["done", "ongoing", "planned", "alleged", "denied", "cancelled"] as const;
export type Factuality = (typeof FACTUALITIES)[number];

const labels = { ko: z.string().min(1), en: z.string().min(1) };
const ends = z.array(z.enum(ENTITY_KINDS)).min(1);

const relations = z.record(
  z.string(),
  z.strictObject({ ...labels, symmetric: z.boolean().optional(), head: ends, tail: ends }),
);
const events = z.record(z.string(), z.strictObject(labels));

export const ontologySchema = z.strictObject({
  nodes: z.record(
    z.enum([...ENTITY_KINDS, "event"]),
    z.strictObject({ ...labels, color: z.string().regex(/^#[0-9a-f]{6}$/) }),
  ),
  relations,
  roles: z.record(
    z.enum(ROLES),
    z.strictObject({ ...labels, direction: z.enum(["entity-to-event", "event-to-entity"]) }),
  ),
  events,
  factuality: z.record(z.enum(FACTUALITIES), z.strictObject(labels)),
});

export type Ontology = z.infer<typeof ontologySchema>;

/** The ontology that ships with maek. */
export const ontology: Ontology = ontologySchema.parse(data);

/** Names that edges and events bear in keys and files. */
const NAME = /^[a-z][a-z0-9_]*$/;
const named = <T extends z.ZodRecord>(record: T) =>
  record.refine((added) => Object.keys(added).every((name) => NAME.test(name)), {
    error: "names are of small Latin letters, digits and _",
  });

/** What a user adds: relations and types of events. Kinds of nodes, roles and factuality are the house's own. */
export const extensionSchema = z.strictObject({
  relations: named(relations).optional(),
  events: named(events).optional(),
});

export type OntologyExtension = z.infer<typeof extensionSchema>;

/** The ontology with what a user adds to it. What it has already stays as it is. */
export function extendOntology(extension: OntologyExtension | undefined, base: Ontology = ontology): Ontology {
  if (!extension) return base;
  const own = [base.relations, base.events, base.roles].flatMap((part) => Object.keys(part));
  const added = <T>(part: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(part).filter(([name]) => !own.includes(name)));
  return {
    ...base,
    relations: { ...base.relations, ...added(extension.relations) },
    events: { ...base.events, ...added(extension.events) },
  };
}

/** The relation of that name; no name that every object inherits ("constructor") is one. */
export function relationOf(kind: string, by: Ontology = ontology): Ontology["relations"][string] | undefined {
  return Object.hasOwn(by.relations, kind) ? by.relations[kind] : undefined;
}

/** The role of that name, or undefined. */
export function roleOf(kind: string, by: Ontology = ontology): Ontology["roles"][Role] | undefined {
  return Object.hasOwn(by.roles, kind) ? by.roles[kind as Role] : undefined;
}

/** Whether `kind` is a relation that may run from a node of kind `head` to one of kind `tail`. */
export function allowsRelation(kind: string, head: NodeKind, tail: NodeKind, by: Ontology = ontology): boolean {
  const relation = relationOf(kind, by);
  if (!relation || head === "event" || tail === "event") return false;
  return relation.head.includes(head) && relation.tail.includes(tail);
}

/** Whether the relation holds both ways (meets, family_of …), so that its ends have no order. */
export function isSymmetric(kind: string, by: Ontology = ontology): boolean {
  return relationOf(kind, by)?.symmetric === true;
}
