/**
 * Writes GEXF (https://gexf.net), piece by piece, so that a large graph never stands in memory as one tree.
 *
 * Version 1.3 is for Gephi from 0.9.3 on; 1.2 is for older readers, among them Debian's networkx, and differs in its
 * namespaces and in having no `kind` on edges. Every edge is directed and has an id. Events with a date, and the edges
 * of their roles, have start and end, which turns on Gephi's timeline. The articles follow the graph as processing
 * instructions, `<?maek …?>`: other programs pass over them, maek restores the whole graph.
 */
import type { EdgeAttributes, KnowledgeGraph, NodeAttributes } from "../knowledge/index.ts";
import { type Factuality, ontology } from "../ontology/index.ts";
import { EDGE_FIELDS, type Field, NODE_FIELDS } from "./gexf-fields.ts";
import { holdable, xmlAttributes, xmlInstructions } from "./xml.ts";

export const GEXF_VERSIONS = ["1.3", "1.2"] as const;
export type GexfVersion = (typeof GEXF_VERSIONS)[number];

export interface GexfOptions {
  readonly version?: GexfVersion;
}

/** The target of the processing instructions that hold the articles. */
export const INSTRUCTION = "maek";

const NAMESPACES: Readonly<Record<GexfVersion, string>> = {
  "1.3": "http://gexf.net/1.3",
  "1.2": "http://www.gexf.net/1.2draft",
};

/** How an edge is drawn whose fact is not plainly so. */
const EDGE_SHAPES: Partial<Record<Factuality, string>> = {
  planned: "dashed",
  alleged: "dotted",
  denied: "dotted",
  cancelled: "dotted",
};

type Period = Record<"start" | "end", string | undefined>;

function* declarations<T>(name: string, fields: readonly Field<T>[]): Generator<string> {
  yield `  <attributes class="${name}">\n`;
  for (const { title, type } of fields) {
    yield `   <attribute${xmlAttributes({ id: title, title, type })}/>\n`;
  }
  yield "  </attributes>\n";
}

function valueText(value: string | number | readonly string[]): string {
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value.map(holdable));
}

function* values<T>(thing: T, fields: readonly Field<T>[], graph: KnowledgeGraph): Generator<string> {
  yield "    <attvalues>\n";
  for (const { title, of } of fields) {
    const value = of(thing, graph);
    if (value === undefined || (typeof value === "object" && value.length === 0)) continue;
    yield `     <attvalue${xmlAttributes({ for: title, value: valueText(value) })}/>\n`;
  }
  yield "    </attvalues>\n";
}

/** When an event was, as GEXF says it; nothing for an entity or an undated event. */
function periodOf(node: NodeAttributes): Period {
  const time = node.kind === "event" ? node.time : undefined;
  return { start: time?.from, end: time?.to };
}

function channels(color: string): Record<"r" | "g" | "b", number> {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return { r, g, b };
}

function* node(key: string, attributes: NodeAttributes, graph: KnowledgeGraph): Generator<string> {
  yield `   <node${xmlAttributes({ id: key, label: attributes.label, ...periodOf(attributes) })}>\n`;
  yield* values(attributes, NODE_FIELDS, graph);
  yield `    <viz:color${xmlAttributes(channels(ontology.nodes[attributes.kind]?.color ?? "#888888"))}/>\n`;
  yield `    <viz:position${xmlAttributes({ x: attributes.x, y: attributes.y, z: 0 })}/>\n`;
  yield `    <viz:size${xmlAttributes({ value: attributes.size })}/>\n`;
  yield `    <viz:shape value="${attributes.kind === "event" ? "diamond" : "disc"}"/>\n   </node>\n`;
}

interface EdgeEnds {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

function* edge(ends: EdgeEnds, attributes: EdgeAttributes, graph: KnowledgeGraph, version: GexfVersion) {
  const { key, source, target } = ends;
  const periods = [source, target].map((end) => periodOf(graph.getNodeAttributes(end)));
  const period = periods.find(({ start, end }) => start !== undefined || end !== undefined);
  const strength = attributes.evidence.length;
  yield `   <edge${xmlAttributes({
    id: key,
    source,
    target,
    type: "directed",
    ...(version === "1.2" ? {} : { kind: attributes.kind }),
    label: attributes.label,
    weight: Math.max(1, strength),
    ...period,
  })}>\n`;
  yield* values(attributes, EDGE_FIELDS, graph);
  yield `    <viz:thickness${xmlAttributes({ value: 1 + Math.round(Math.log2(Math.max(1, strength)) * 100) / 100 })}/>\n`;
  yield `    <viz:shape value="${EDGE_SHAPES[attributes.factuality] ?? "solid"}"/>\n   </edge>\n`;
}

/** The GEXF file of a graph, in pieces of about a line each. */
export function* gexfPieces(graph: KnowledgeGraph, { version = "1.3" }: GexfOptions = {}): Generator<string> {
  const namespace = NAMESPACES[version];
  const dated = graph.someNode((_key, attributes) => {
    const { start, end } = periodOf(attributes);
    return start !== undefined || end !== undefined;
  });
  const time = dated ? { mode: "dynamic", timeformat: "date" } : { mode: "static" };
  const root = { xmlns: namespace, "xmlns:viz": `${namespace}/viz`, version };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf${xmlAttributes(root)}>\n`;
  yield " <meta>\n  <creator>maek</creator>\n  <description>Knowledge graph of Korean news</description>\n </meta>\n";
  yield ` <graph${xmlAttributes({ ...time, defaultedgetype: "directed", idtype: "string" })}>\n`;
  yield* declarations("node", NODE_FIELDS);
  yield* declarations("edge", EDGE_FIELDS);
  yield `  <nodes${xmlAttributes({ count: graph.order })}>\n`;
  for (const entry of graph.nodeEntries()) yield* node(entry.node, entry.attributes, graph);
  yield `  </nodes>\n  <edges${xmlAttributes({ count: graph.size })}>\n`;
  for (const { edge: key, attributes, source, target } of graph.edgeEntries()) {
    yield* edge({ key, source, target }, attributes, graph, version);
  }
  yield "  </edges>\n </graph>\n</gexf>\n";
  yield* xmlInstructions(INSTRUCTION, graph.getAttributes());
}

/** The GEXF file of a graph, in one string. */
export function writeGexf(graph: KnowledgeGraph, options?: GexfOptions): string {
  return [...gexfPieces(graph, options)].join("");
}
