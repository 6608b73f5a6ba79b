/** The rows of the relation list: filtering and sorting, without the table. */
import { type Factuality, factualityLabel, type KnowledgeGraph } from "../../../src/index.ts";
import type { Hidden } from "../state/filters.ts";
import { relationName } from "../text/words.ts";

export interface Row {
  readonly edge: string;
  readonly source: string;
  readonly target: string;
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  readonly factuality: Factuality;
  readonly status: string;
  readonly evidence: string;
}

export type Column = "from" | "relation" | "to" | "status" | "evidence";
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** One row an edge that the filters leave. */
export function rowsOf(graph: KnowledgeGraph, hidden: Hidden): Row[] {
  const texts = new Map(graph.getAttribute("articles").map(({ id, text }) => [id, text]));
  return graph
    .filterEdges((edge) => !hidden.edges.has(edge))
    .map((edge) => {
      const [source, target] = graph.extremities(edge);
      const { kind, title, factuality, evidence } = graph.getEdgeAttributes(edge);
      const [first] = evidence;
      return {
        edge,
        source,
        target,
        from: graph.getNodeAttribute(source, "label"),
        relation: title ? `${relationName(graph, kind)} (${title})` : relationName(graph, kind),
        to: graph.getNodeAttribute(target, "label"),
        factuality,
        status: factualityLabel(factuality),
        evidence: first ? (texts.get(first.article)?.slice(first.start, first.end) ?? "") : "",
      };
    });
}

/** Rows that hold every word of the query in some cell. */
export function matching(rows: readonly Row[], query: string): Row[] {
  const words = query.normalize("NFC").toLocaleLowerCase("ko").split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter(({ from, relation, to, status, evidence }) => {
    const cells = `${from}\n${relation}\n${to}\n${status}\n${evidence}`.normalize("NFC").toLocaleLowerCase("ko");
    return words.every((word) => cells.includes(word));
  });
}

const collator = new Intl.Collator("ko");

/** Sorted by a column; equal rows keep their order. */
export function sorted(rows: readonly Row[], { column, descending }: Order): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * collator.compare(a[column], b[column]));
}
