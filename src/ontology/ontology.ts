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
const OWN: ReadonlySet<string> = new Set(
  [ontology.relations, ontology.events, ontology.roles].flatMap((part) => Object.keys(part)),
);

/** Why a user may not call a relation or a type of events so; undefined when it may be. */
function faultOfName(name: string): string | undefined {
  if (!NAME.test(name)) return "names are of small Latin letters, digits and _";
  if (name in {}) return `"${name}" is a name that every object has`;
  return OWN.has(name) ? `"${name}" is a name of maek's own ontology` : undefined;
}

/** Looks at the names before the record does, which passes over "__proto__" without a word. */
const named = <T extends z.ZodRecord>(record: T) =>
  z
    .unknown()
    .superRefine((added, context) => {
      const names = typeof added === "object" && added !== null ? Object.keys(added) : [];
      for (const name of names) {
        const message = faultOfName(name);
        if (message) context.addIssue({ code: "custom", message });
      }
    })
    .pipe(record);

/**
 * What a user adds: relations and types of events. Kinds of nodes, roles and factuality are the house's own. A name
 * is new, and stands for one thing.
 */
export const extensionSchema = z
  .strictObject({
    relations: named(relations).optional(),
    events: named(events).optional(),
  })
  .superRefine(({ relations = {}, events = {} }, context) => {
    for (const name of Object.keys(events)) {
      if (!Object.hasOwn(relations, name)) continue;
      context.addIssue({ code: "custom", path: ["events"], message: `"${name}" is a relation already` });
    }
  });

export type OntologyExtension = z.infer<typeof extensionSchema>;

/** The ontology with what a user adds to it. What it has already stays as it is: see `extensionSchema`. */
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

/** What an ontology has beyond `base`, or undefined: what `extendOntology` added. */
export function extensionOf(extended: Ontology, base: Ontology = ontology): OntologyExtension | undefined {
  const beyond = <T>(part: Readonly<Record<string, T>>, known: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(part).filter(([name]) => !Object.hasOwn(known, name)));
  const relations = beyond(extended.relations, base.relations);
  const events = beyond(extended.events, base.events);
  if (Object.keys(relations).length + Object.keys(events).length === 0) return undefined;
  return { relations, events };
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
