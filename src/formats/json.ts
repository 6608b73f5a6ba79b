/**
 * The graph file: graphology's serialized JSON, in canonical bytes.
 *
 * Members stand in a fixed order, and each article, node and edge is one line, so that two versions of a graph can be
 * compared line by line and a fault's line tells which node it is in. The file ends with a newline.
 */
import {
  byCodeUnit,
  type EdgeAttributes,
  type EntityAttributes,
  type EventAttributes,
  type GraphArticle,
  type KnowledgeGraph,
  parseGraph,
} from "../knowledge/index.ts";
import type { Format } from "./types.ts";

const ARTICLE: readonly (keyof GraphArticle)[] = ["id", "title", "date", "publisher", "url", "text", "sentences"];

const NODE: readonly (keyof EntityAttributes | keyof EventAttributes)[] = [
  ...(["kind", "subkind", "eventType", "label", "aliases", "mentions", "reasons", "trigger", "evidence"] as const),
  ...(["factuality", "time", "amounts", "attributedTo", "confidence", "x", "y", "size"] as const),
];

const EDGE: readonly (keyof EdgeAttributes)[] = [
  ...(["kind", "label", "title", "evidence", "factuality", "attributedTo", "confidence", "method"] as const),
];

/** The members of an object in the given order; those it does not name follow, by code unit. */
function ordered(object: object, order: readonly string[]): Record<string, unknown> {
  const members = new Map(Object.entries(object));
  const names = [...order, ...[...members.keys()].filter((name) => !order.includes(name)).sort(byCodeUnit)];
  return Object.fromEntries(names.filter((name) => members.has(name)).map((name) => [name, members.get(name)]));
}

/** An array with each item on its own line. */
function lines(items: readonly unknown[], indent: string): string {
  if (items.length === 0) return "[]";
  return `[\n${items.map((item) => `${indent} ${JSON.stringify(item)}`).join(",\n")}\n${indent}]`;
}

const byKey = (a: { key: string }, b: { key: string }) => byCodeUnit(a.key, b.key);

function write(graph: KnowledgeGraph): string {
  const { articles, ...others } = graph.getAttributes();
  const attributes = Object.entries(ordered(others, ["format", "language"]))
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    .join("");
  const nodes = graph.mapNodes((key, node) => ({ key, attributes: ordered(node, NODE) })).sort(byKey);
  const edges = graph
    .mapEdges((key, edge, source, target) => {
      return { key, source, target, attributes: ordered(edge, EDGE) };
    })
    .sort(byKey);
  return `{
 "options": {"type":"directed","multi":true,"allowSelfLoops":false},
 "attributes": {
${attributes}  "articles": ${lines(
    articles.map((article) => ordered(article, ARTICLE)),
    "  ",
  )}
 },
 "nodes": ${lines(nodes, " ")},
 "edges": ${lines(edges, " ")}
}
`;
}

export const json: Format & { read: (text: string, fileName: string) => KnowledgeGraph } = {
  name: "json",
  extension: ".json",
  write,
  read: parseGraph,
};
