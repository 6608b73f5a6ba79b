/** For tests: a sentence read with entities that the test names, as "kind:name" or "kind:alias=name". */
import type { Article } from "../article/index.ts";
import type { Entity, EntityReading, Mention } from "../entities/index.ts";
import { type Document, loadMorphology, readDocument } from "../korean/index.ts";
import { ENTITY_KINDS, type EntityKind } from "../ontology/index.ts";

export interface Given {
  readonly document: Document;
  readonly reading: EntityReading;
  /** The name of an entity key. */
  name(key: string): string;
}

/**
 * Reads `text` with the entities of `names`: every occurrence of a name is a mention, longer names first.
 * @param names "company:알리바바", "person:우 CEO=우융밍" (an alias and the entity it names), "title:최고경영자"
 */
export async function given(text: string, names: readonly string[]): Promise<Given> {
  const article: Article = { id: "test", text, title: "" };
  const document = readDocument(article, await loadMorphology());
  const taken: Mention[] = [];
  const parsed = names.map((entry) => {
    const [kind = "", rest = ""] = entry.split(":");
    const [alias = "", label = alias] = rest.split("=");
    return { kind, alias, label };
  });
  for (const { kind, alias } of [...parsed].sort((a, b) => b.alias.length - a.alias.length)) {
    for (let at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + 1)) {
      const end = at + alias.length;
      if (taken.some((t) => at < t.end && t.start < end)) continue;
      const known = ENTITY_KINDS.find((k) => k === kind);
      taken.push({ start: at, end, kind: known ?? "title", text: alias, source: "test", confidence: 1 });
    }
  }
  const entities = new Map<string, Entity>();
  for (const { kind, label } of parsed) {
    if (kind === "title") continue;
    const aliases = parsed.filter((p) => p.kind === kind && p.label === label).map((p) => p.alias);
    const mentions = taken.filter((t) => t.kind === kind && aliases.includes(t.text)).sort((a, b) => a.start - b.start);
    const key = `${kind}:${label}`;
    entities.set(key, { key, kind: kind as EntityKind, label, aliases, mentions, reasons: [] });
  }
  const titles = taken.filter((t) => t.kind === "title").sort((a, b) => a.start - b.start);
  return {
    document,
    reading: { article, entities: [...entities.values()], titles },
    name: (key) => entities.get(key)?.label ?? key,
  };
}
