/**
 * Takes the text of a graph file from outside; gives the graph, or a MaekError that says where the file is broken:
 * line and column of a fault of syntax, the path (`nodes[3].attributes.kind`) of one of shape.
 */
import type { z } from "zod";
import { findSyntaxFault, MaekError } from "../article/index.ts";
import { emptyGraph } from "./assemble.ts";
import { graphSchema } from "./schema.ts";
import type { KnowledgeGraph } from "./types.ts";

/**
 * The value of a JSON text, with or without a byte order mark.
 *
 * @throws MaekError with line and column of a fault of syntax
 */
export function parseJson(json: string, name: string): unknown {
  const text = json.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch {
    const fault = findSyntaxFault(text);
    const where = fault ? `${name}:${fault.line}:${fault.column}: not JSON: ${fault.what}` : `${name}: not JSON`;
    throw new MaekError(`maek/json: ${where}`);
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** Zod's first complaint, on one line. */
export function shapeFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "of another shape";
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  const where = issue.path.length > 0 ? `${pathText(issue.path)}: ` : "";
  return `${where}${issue.message}${more}`.replace(/\s+/gu, " ");
}

/**
 * A graph from the JSON of a graph file. Attributes that maek does not know are kept.
 *
 * @param json  the file's text
 * @param name  the file's name, for messages
 * @throws MaekError when it is no JSON, not of the graph file's shape, or its keys do not fit together. What the graph
 *   says is not judged here: see `checkGraph`.
 */
export function parseGraph(json: string, name: string): KnowledgeGraph {
  return graphFrom(parseJson(json, name), name, "json");
}

/**
 * A graph from what should be the value of a graph file. Readers of every format end here.
 *
 * @param format  the format it was read from, for messages
 * @throws MaekError for a value of another shape, a key used twice, an edge without one of its ends, or a self-loop
 */
export function graphFrom(value: unknown, name: string, format: string): KnowledgeGraph {
  const fail = (fault: string) => new MaekError(`maek/${format}: ${name}: ${fault}`);
  const parsed = graphSchema.safeParse(value);
  if (!parsed.success) throw fail(shapeFault(parsed.error));
  const { attributes, nodes, edges } = parsed.data;
  const graph = emptyGraph();
  graph.replaceAttributes(attributes);
  nodes.forEach(({ key, attributes }, i) => {
    if (graph.hasNode(key)) throw fail(`nodes[${i}].key: ${JSON.stringify(key)} is there twice`);
    const isEvent = attributes.kind === "event";
    graph.addNode(key, isEvent ? { ...attributes, evidence: attributes.evidence ?? [attributes.trigger] } : attributes);
  });
  edges.forEach(({ key, source, target, attributes }, i) => {
    const stranger = [source, target].find((end) => !graph.hasNode(end));
    if (stranger !== undefined) throw fail(`edges[${i}]: ${JSON.stringify(stranger)} is no node of the graph`);
    if (source === target) throw fail(`edges[${i}]: a self-loop at ${JSON.stringify(source)}`);
    if (graph.hasEdge(key)) throw fail(`edges[${i}].key: ${JSON.stringify(key)} is there twice`);
    graph.addEdgeWithKey(key, source, target, attributes);
  });
  return graph;
}
