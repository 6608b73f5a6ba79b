/**
 * Which nodes and edges the legend leaves in view, as a pure function of the filters.
 *
 * A hidden kind takes its nodes and their edges away. A hidden relation takes its edges, and the nodes that are left
 * with no edge at all because of it; so does a least confidence, which takes unsure events as well. What is chosen stays in view whatever the filters say.
 */
import type { KnowledgeGraph, NodeKind } from "../../../src/index.ts";
import type { Selection } from "./selection.ts";

export interface Filters {
  readonly kinds: ReadonlySet<NodeKind>;
  /** Kinds of edges: relations and roles. */
  readonly relations: ReadonlySet<string>;
  /** Only what this article says. */
  readonly article?: string | undefined;
  /** Only what is at least so sure, 0 to 1. */
  readonly confidence?: number | undefined;
}

export const NO_FILTERS: Filters = { kinds: new Set(), relations: new Set() };

export interface Hidden {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Adds what is missing, takes what is there. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Hides all but `value`; asked again, shows everything. */
export function solo<T>(set: ReadonlySet<T>, value: T, all: Iterable<T>): ReadonlySet<T> {
  const others = new Set([...all].filter((each) => each !== value));
  const already = others.size === set.size && [...others].every((each) => set.has(each));
  return already ? new Set() : others;
}

export function isFiltering({ kinds, relations, article, confidence = 0 }: Filters): boolean {
  return kinds.size > 0 || relations.size > 0 || article !== undefined || confidence > 0;
}

/** The nodes and edges that the filters take out of view. */
export function hiddenBy(graph: KnowledgeGraph, filters: Filters, kept: Selection = {}): Hidden {
  const { kinds, relations, article, confidence: least = 0 } = filters;
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachNode((key, node) => {
    const { kind, mentions } = node;
    const unsure = node.kind === "event" && node.confidence < least;
    if (kinds.has(kind) || unsure || (article && !mentions.some((mention) => mention.article === article)))
      nodes.add(key);
  });
  graph.forEachEdge((key, { kind, evidence, confidence }, source, target) => {
    const elsewhere = article !== undefined && !evidence.some((span) => span.article === article);
    if (relations.has(kind) || confidence < least || elsewhere || nodes.has(source) || nodes.has(target))
      edges.add(key);
  });
  if (relations.size > 0 || least > 0)
    graph.forEachNode((key) => {
      if (graph.degree(key) > 0 && graph.everyEdge(key, (edge) => edges.has(edge))) nodes.add(key);
    });
  if (kept.node !== undefined && graph.hasNode(kept.node)) nodes.delete(kept.node);
  if (kept.edge !== undefined && graph.hasEdge(kept.edge)) {
    edges.delete(kept.edge);
    for (const end of graph.extremities(kept.edge)) nodes.delete(end);
  }
  return { nodes, edges };
}
