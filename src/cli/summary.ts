/** A graph in numbers. */
import type { KnowledgeGraph } from "../knowledge/index.ts";
import type { NodeKind } from "../ontology/index.ts";

/** The words of a summary, in its order. */
const PLURALS: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  person: ["person", "people"],
  company: ["company", "companies"],
  organization: ["organization", "organizations"],
  place: ["place", "places"],
  product: ["product", "products"],
  event: ["event", "events"],
};

export interface GraphSummary {
  readonly articles: number;
  readonly nodes: number;
  readonly edges: number;
  /** How many nodes of each kind. */
  readonly kinds: Readonly<Record<NodeKind, number>>;
}

export function summarize(graph: KnowledgeGraph): GraphSummary {
  const kinds: Record<NodeKind, number> = { person: 0, company: 0, organization: 0, place: 0, product: 0, event: 0 };
  graph.forEachNode((_, { kind }) => {
    kinds[kind]++;
  });
  return { articles: graph.getAttribute("articles").length, nodes: graph.order, edges: graph.size, kinds };
}

/** "3 people, 7 companies, 2 organizations, 4 places, 1 product, 9 events, 41 edges" */
export function summaryLine({ kinds, edges }: GraphSummary): string {
  const parts = Object.entries(PLURALS).map(([kind, words]) => counted(kinds[kind as NodeKind], ...words));
  return [...parts, counted(edges, "edge", "edges")].join(", ");
}

/** "1 edge", "2 edges" */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
