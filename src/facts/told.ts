/** Which entities facts speak of, and which facts speak of sure ones alone. */
import { type EntityReading, isDoubtful } from "../entities/index.ts";
import type { Fact } from "./types.ts";

/** Keys of the facts' ends, of their events' roles, and of those who say so. */
export function toldOf(facts: readonly Fact[]): Set<string> {
  const keys = facts.flatMap((fact) => [
    ...(fact.type === "relation" ? [fact.head, fact.tail] : fact.roles.map(({ entity }) => entity)),
    ...(fact.attributedTo ? [fact.attributedTo] : []),
  ]);
  return new Set(keys);
}

/**
 * The facts as far as they are told of entities that are surely there: what rules say of others is not measured. What a
 * user's own frames say stands.
 */
export function ofSureEntities(facts: readonly Fact[], { entities }: EntityReading): Fact[] {
  const doubtful = new Set(entities.filter(isDoubtful).map(({ key }) => key));
  if (doubtful.size === 0) return [...facts];
  return facts.flatMap((fact): Fact[] => {
    if (fact.taught) return [fact];
    if (fact.attributedTo && doubtful.has(fact.attributedTo)) return [];
    if (fact.type === "relation") return doubtful.has(fact.head) || doubtful.has(fact.tail) ? [] : [fact];
    const roles = fact.roles.filter(({ entity }) => !doubtful.has(entity));
    return roles.length > 0 ? [{ ...fact, roles }] : [];
  });
}
