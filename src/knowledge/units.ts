/**
 * Takes placed readings; gives one unit for each entity of each article: the names it goes by, and, for a person, the
 * companies and organizations the article ties it to. Identity across articles is decided on these.
 */
import type { Entity } from "../entities/index.ts";
import type { EntityKind } from "../ontology/index.ts";
import type { PlacedReading } from "./articles.ts";
import { byCodeUnit, sameName } from "./keys.ts";

/** An entity as one article knows it. */
export interface Unit {
  readonly article: string;
  readonly entity: Entity;
  readonly kind: EntityKind;
  /** The label, as `sameName` writes it. */
  readonly name: string;
  /** Other full names, as `sameName` writes them: what may join it to an entity of another article. */
  readonly otherNames: ReadonlySet<string>;
  /** Names of the bodies a person works for or belongs to. */
  readonly bodies: ReadonlySet<string>;
  /** Names of every company and organization in the article. */
  readonly surroundings: ReadonlySet<string>;
}

/** The relations that tell which body a person belongs to. */
const BODY_RELATIONS: ReadonlySet<string> = new Set(["position_at", "member_of", "founded", "owns"]);

/** A surname with its title ("우 CEO", "시 주석"): the name of whoever is meant in that article, and of nobody elsewhere. */
const SURNAME_WITH_TITLE = /^\p{Script=Hangul}\s\S/u;

/** Whether a form names its bearer outside its own article too. */
export function isFullName(kind: EntityKind, form: string): boolean {
  const name = sameName(form);
  if (kind === "person") return name.length >= 3 && !SURNAME_WITH_TITLE.test(form);
  return name.length >= 2;
}

const isBody = (entity: Entity) => entity.kind === "company" || entity.kind === "organization";
const namesOf = (entity: Entity) => [entity.label, ...entity.aliases].map(sameName);

/** The units of all readings, ordered by article and key. */
export function unitsOf(placed: readonly PlacedReading[]): Unit[] {
  return placed.flatMap(({ id, reading: { reading, facts } }) => {
    const byKey = new Map(reading.entities.map((entity) => [entity.key, entity]));
    const surroundings = new Set(reading.entities.filter(isBody).flatMap(namesOf));
    const bodies = new Map<string, Set<string>>();
    for (const fact of facts) {
      if (fact.type !== "relation" || !BODY_RELATIONS.has(fact.kind) || fact.factuality === "denied") continue;
      const body = byKey.get(fact.tail);
      if (!body || !isBody(body)) continue;
      const known = bodies.get(fact.head) ?? new Set<string>();
      for (const name of namesOf(body)) known.add(name);
      bodies.set(fact.head, known);
    }
    return [...reading.entities]
      .sort((a, b) => byCodeUnit(a.key, b.key))
      .map((entity) => {
        const name = sameName(entity.label);
        const others = entity.aliases.filter((alias) => isFullName(entity.kind, alias)).map(sameName);
        return {
          article: id,
          entity,
          kind: entity.kind,
          name,
          otherNames: new Set(others.filter((other) => other !== name)),
          bodies: entity.kind === "person" ? (bodies.get(entity.key) ?? new Set<string>()) : new Set<string>(),
          surroundings,
        };
      });
  });
}
