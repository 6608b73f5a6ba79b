/**
 * Takes a group of units that are one thing; gives the node: its label, every name it goes by, every mention.
 *
 * The label is the one that most articles give it, the fuller one on a tie: 검찰 is not called 대한민국 검찰 because one
 * article does. Homonyms are numbered in the order of their articles.
 */
import { byCodeUnit, entityKey, firstFree, mostStated, sameName } from "./keys.ts";
import { distinctSpans } from "./statements.ts";
import type { EntityAttributes } from "./types.ts";
import type { Unit } from "./units.ts";

/** A node to be, and the entities it stands for. */
export interface EntityNode {
  readonly key: string;
  readonly units: readonly Unit[];
  readonly attributes: EntityAttributes;
}

function reasonsOf(units: readonly Unit[], label: string): EntityAttributes["reasons"] {
  const all = units.flatMap(({ article, name, entity }) => {
    const own = entity.reasons.map(({ alias, reason }) => ({ alias, reason }));
    if (name === sameName(label)) return own;
    return [...own, { alias: entity.label, reason: `기사 ${article}의 '${entity.label}'도 같은 이름으로 불림` }];
  });
  const seen = new Set<string>();
  return all.filter(({ alias, reason }) => {
    const known = JSON.stringify([alias, reason]);
    return seen.has(known) ? false : seen.add(known);
  });
}

function attributesOf(units: readonly Unit[], label: string): EntityAttributes {
  const mentions = units.flatMap(({ article, entity }) =>
    entity.mentions.map(({ start, end }) => ({ article, start, end })),
  );
  const subkind = mostStated(units.flatMap((unit) => unit.entity.subkind ?? []));
  const forms = units.flatMap(({ entity }) => [...entity.mentions.map(({ text }) => text), ...entity.aliases]);
  return {
    kind: units[0]?.kind ?? "organization",
    ...(subkind === undefined ? {} : { subkind }),
    label,
    aliases: [...new Set([label, ...forms])],
    mentions: distinctSpans(mentions),
    reasons: reasonsOf(units, label),
    x: 0,
    y: 0,
    size: 1,
  };
}

/** The nodes of all groups, with their final keys, ordered by key. */
export function entityNodes(groups: readonly (readonly Unit[])[]): EntityNode[] {
  const first = (units: readonly Unit[]) => units[0]?.article ?? "";
  const named = groups.map((units) => {
    const label = mostStated(units.map((unit) => unit.entity.label)) ?? "";
    return { base: entityKey(units[0]?.kind ?? "organization", label), label, units };
  });
  named.sort(
    (a, b) =>
      byCodeUnit(a.base, b.base) ||
      byCodeUnit(first(a.units), first(b.units)) ||
      byCodeUnit(a.units[0]?.entity.key ?? "", b.units[0]?.entity.key ?? ""),
  );
  const taken = new Set<string>();
  return named
    .map(({ base, label, units }) => {
      const key = firstFree(base, taken);
      taken.add(key);
      return { key, units, attributes: attributesOf(units, label) };
    })
    .sort((a, b) => byCodeUnit(a.key, b.key));
}
