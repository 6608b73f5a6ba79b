/** A name as a user types it → the nodes it may mean. */
import { MaekError } from "../article/index.ts";
import type { KnowledgeGraph } from "../knowledge/index.ts";

/** The most candidates that an error names. */
const SHOWN = 8;

/** What two ways to write a name have in common. */
function squash(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\s·“”‘’"'()]/g, "")
    .toLowerCase();
}

/**
 * The keys of the nodes of that name: by key, by label or alias, else the only one whose label or alias holds it.
 * Two things of one name are both given.
 *
 * @throws MaekError when there is none, or when a part of a name fits several
 */
export function findNodes(graph: KnowledgeGraph, name: string): string[] {
  if (graph.hasNode(name)) return [name];
  const wanted = squash(name);
  const namesOf = (key: string) => {
    const { label, aliases } = graph.getNodeAttributes(key);
    return [label, ...aliases].map(squash);
  };
  const exact = graph.filterNodes((key) => namesOf(key).includes(wanted));
  if (exact.length > 0) return exact;
  const partial = wanted === "" ? [] : graph.filterNodes((key) => namesOf(key).some((known) => known.includes(wanted)));
  if (partial.length === 1) return partial;
  if (partial.length === 0) throw new MaekError(`maek/cli: the graph has nothing named "${name}"`);
  const labels = partial.slice(0, SHOWN).map((key) => graph.getNodeAttribute(key, "label"));
  const rest = partial.length > SHOWN ? ` and ${partial.length - SHOWN} more` : "";
  throw new MaekError(`maek/cli: "${name}" is part of several names: ${labels.join(", ")}${rest}`);
}
