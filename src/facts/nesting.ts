/**
 * Relations that a name itself states: 중국 공상은행 is in 중국, 한은 노조 belongs to 한은.
 *
 * Takes the entities of an article; the evidence is the longer name where it first stands.
 */
import type { Entity } from "../entities/index.ts";
import { allowsRelation } from "../ontology/index.ts";
import type { RelationDraft } from "./draft.ts";
import type { SentenceView, Site } from "./view.ts";

/** Drafts for every name that begins with another entity's name. */
export function readNesting(views: readonly SentenceView[], entities: readonly Entity[]): RelationDraft[] {
  const sites = views.flatMap((view) => view.sites.map((site) => ({ site, view })));
  const firstSite = (entity: Entity) => sites.find(({ site }) => site.entity.key === entity.key);
  const drafts: RelationDraft[] = [];
  for (const inner of entities) {
    for (const outer of entities) {
      if (inner === outer) continue;
      const how = beginsWith(inner, outer);
      const found =
        how &&
        sites.find(({ site }) => site.entity.key === inner.key && outer.aliases.some((a) => site.text.startsWith(a)));
      const other = firstSite(outer);
      if (!found || !other) continue;
      const kind = outer.kind === "place" ? "located_in" : "member_of";
      if (outer.kind === "company" && inner.kind !== "organization") continue;
      if (!allowsRelation(kind, inner.kind, outer.kind)) continue;
      drafts.push(
        nested(found.view, found.site, other.site, kind, `${kind}/nested/${inner.kind}/${outer.kind}/${how}`),
      );
    }
  }
  return drafts;
}

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

function nested(view: SentenceView, inner: Site, outer: Site, kind: string, rule: string): RelationDraft {
  return {
    type: "relation",
    kind,
    head: inner,
    tail: outer,
    evidence: { start: inner.start, end: inner.end },
    sentence: view.sentence.index,
    factuality: "done",
    rule,
    families: [rule.split("/").slice(0, 2).join("/"), kind],
  };
}
