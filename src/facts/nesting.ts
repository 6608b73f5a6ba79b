/**
 * Relations that a name itself states: 중국 공상은행 is in 중국, 한은 노조 belongs to 한은.
 *
 * Takes the entities of an article; the evidence is the longer name where it first stands.
 */
import type { Entity } from "../entities/index.ts";
import type { EntityKind } from "../ontology/index.ts";
import type { RelationDraft } from "./draft.ts";
import type { SentenceView, Site } from "./view.ts";

/** Drafts for every name that begins with another entity's name; linear in the number of names and sites. */
export function readNesting(views: readonly SentenceView[], entities: readonly Entity[]): RelationDraft[] {
  const sites = new Map<string, Shown[]>();
  for (const view of views) {
    for (const site of view.sites) {
      const shown = sites.get(site.entity.key);
      if (shown) shown.push({ site, view });
      else sites.set(site.entity.key, [{ site, view }]);
    }
  }
  const grouped = /계열사|그룹|자회사/.test(views[0]?.text ?? "") ? "group" : "alone";
  const bearers = bearersOf(entities);
  const drafts: RelationDraft[] = [];
  for (const inner of entities) {
    for (const outer of outersOf(inner, bearers)) {
      const how = beginsWith(inner, outer);
      const found = how && sites.get(inner.key)?.find(({ site }) => outer.aliases.some((a) => site.text.startsWith(a)));
      const other = sites.get(outer.key)?.[0];
      if (!found || !other) continue;
      const kind = KINDS[outer.kind]?.[inner.kind];
      if (!kind) continue;
      const [head, tail] = OUTWARD.has(kind) ? [other.site, found.site] : [found.site, other.site];
      const public_ = /(?:정부|당국)$/.test(inner.label) ? "/government" : "";
      const owned = kind === "owns" ? `/${grouped}` : "";
      const rule = `${kind}/nested/${inner.kind}/${outer.kind}/${how}${public_}${owned}`;
      drafts.push(nested(found.view, found.site, head, tail, kind, rule));
    }
  }
  return drafts;
}

interface Shown {
  readonly site: Site;
  readonly view: SentenceView;
}

/** By each name, the entities that bear it, with their place in the article's list. */
type Bearers = ReadonlyMap<string, readonly { readonly entity: Entity; readonly order: number }[]>;

function bearersOf(entities: readonly Entity[]): Bearers {
  const bearers = new Map<string, { entity: Entity; order: number }[]>();
  entities.forEach((entity, order) => {
    for (const name of new Set(entity.aliases)) {
      const known = bearers.get(name);
      if (known) known.push({ entity, order });
      else bearers.set(name, [{ entity, order }]);
    }
  });
  return bearers;
}

/** The entities with whose names the inner one's names begin, in the article's order. */
function outersOf(inner: Entity, bearers: Bearers): Entity[] {
  const found = new Map<Entity, number>();
  for (const name of inner.aliases) {
    for (let length = 2; length <= name.length - 2; length++) {
      for (const { entity, order } of bearers.get(name.slice(0, length)) ?? []) {
        if (entity !== inner) found.set(entity, order);
      }
    }
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([entity]) => entity);
}

/** By the kinds of the outer and the inner name: what the longer name says of the shorter one. */
const KINDS: Partial<Record<EntityKind, Partial<Record<EntityKind, string>>>> = {
  place: { company: "located_in", organization: "located_in", place: "located_in" },
  organization: { organization: "member_of", product: "makes", company: "owns" },
  company: { organization: "member_of", product: "makes", company: "owns" },
};
const OUTWARD = new Set(["makes", "owns"]);

function beginsWith(inner: Entity, outer: Entity): string | undefined {
  if (outer.kind !== "place" && outer.kind !== "organization" && outer.kind !== "company") return undefined;
  for (const name of inner.aliases) {
    for (const prefix of outer.aliases) {
      if (prefix.length < 2 || name.length < prefix.length + 2 || !name.startsWith(prefix)) continue;
      return name[prefix.length] === " " ? "spaced" : "joined";
    }
  }
  return undefined;
}

function nested(view: SentenceView, shown: Site, head: Site, tail: Site, kind: string, rule: string): RelationDraft {
  return {
    type: "relation",
    kind,
    head,
    tail,
    evidence: { start: shown.start, end: shown.end },
    sentence: view.sentence.index,
    factuality: "done",
    rule,
    traits: [rule.split("/").slice(0, 4).join("/"), rule.split("/").slice(0, 2).join("/"), kind],
  };
}
