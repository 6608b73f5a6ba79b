/**
 * The attributes that GEXF carries for nodes and edges: their titles, their types, and how each is written.
 *
 * Lists are written as JSON arrays: the quoted list of the GEXF 1.3 primer, in the one spelling that keeps commas,
 * bars and quotation marks apart; lists of numbers too are lists of strings, since networkx 3 fails on a file that
 * declares `listdouble`. A span is `article:start-end`. Titles that end in `Text` or `Label`, and `quotes`,
 * are for people and for other programs; gexf-graph.ts restores a graph from the rest. No title is `type`, which
 * gephi-lite takes for a drawing program.
 */
import {
  type ArticleSpan,
  type EdgeAttributes,
  type EntityAttributes,
  type EventAttributes,
  type KnowledgeGraph,
  type NodeAttributes,
  ontologyOf,
} from "../knowledge/index.ts";
import { type Ontology, ontology } from "../ontology/index.ts";

export type FieldType = "string" | "double" | "liststring";

/** One column: `of` gives its value, or undefined where the thing has none. */
export interface Field<T> {
  readonly title: string;
  readonly type: FieldType;
  readonly of: (thing: T, graph: KnowledgeGraph) => string | number | readonly string[] | undefined;
}

/** `alibaba:412-415`. */
export function spanText({ article, start, end }: ArticleSpan): string {
  return `${article}:${start}-${end}`;
}

/** The span that `spanText` wrote, or undefined. */
export function parseSpan(text: string): ArticleSpan | undefined {
  const [, article, start, end] = /^(.*):(\d+)-(\d+)$/su.exec(text) ?? [];
  return article === undefined ? undefined : { article, start: Number(start), end: Number(end) };
}

/** Texts of a graph's articles by id; kept for the graph, as every edge asks for them. */
const textsOf = new WeakMap<KnowledgeGraph, Map<string, string>>();

function words(spans: readonly ArticleSpan[], graph: KnowledgeGraph): string[] {
  const known = textsOf.get(graph) ?? new Map(graph.getAttribute("articles").map(({ id, text }) => [id, text]));
  textsOf.set(graph, known);
  return spans.map(({ article, start, end }) => (known.get(article)?.slice(start, end) ?? "").replace(/\s+/gu, " "));
}

function speakerLabel(key: string | undefined, graph: KnowledgeGraph): string | undefined {
  return key !== undefined && graph.hasNode(key) ? graph.getNodeAttribute(key, "label") : undefined;
}

const kindLabel = (kind: keyof Ontology["nodes"], by: Ontology) => by.nodes[kind]?.ko;

const ofEntity =
  <V>(get: (entity: EntityAttributes) => V) =>
  (node: NodeAttributes) =>
    node.kind === "event" ? undefined : get(node);

const ofEvent =
  <V>(get: (event: EventAttributes, graph: KnowledgeGraph) => V) =>
  (node: NodeAttributes, graph: KnowledgeGraph) =>
    node.kind === "event" ? get(node, graph) : undefined;

export const NODE_FIELDS: readonly Field<NodeAttributes>[] = [
  { title: "kind", type: "string", of: ({ kind }) => kind },
  { title: "kindLabel", type: "string", of: ({ kind }) => kindLabel(kind, ontology) },
  { title: "subkind", type: "string", of: ofEntity(({ subkind }) => subkind) },
  { title: "aliases", type: "liststring", of: ({ aliases }) => aliases },
  { title: "mentions", type: "liststring", of: ({ mentions }) => mentions.map(spanText) },
  { title: "reasonAliases", type: "liststring", of: ofEntity(({ reasons }) => reasons.map(({ alias }) => alias)) },
  { title: "reasons", type: "liststring", of: ofEntity(({ reasons }) => reasons.map(({ reason }) => reason)) },
  { title: "eventType", type: "string", of: ofEvent(({ eventType }) => eventType) },
  {
    title: "eventTypeLabel",
    type: "string",
    of: (node, graph) => (node.kind === "event" ? ontologyOf(graph).events[node.eventType]?.ko : undefined),
  },
  { title: "trigger", type: "string", of: ofEvent(({ trigger }) => spanText(trigger)) },
  { title: "evidence", type: "liststring", of: ofEvent(({ evidence }) => evidence.map(spanText)) },
  { title: "quotes", type: "liststring", of: ofEvent(({ evidence }, graph) => words(evidence, graph)) },
  { title: "factuality", type: "string", of: ofEvent(({ factuality }) => factuality) },
  { title: "factualityLabel", type: "string", of: ofEvent(({ factuality }) => ontology.factuality[factuality]?.ko) },
  { title: "timeText", type: "string", of: ofEvent(({ time }) => time?.text) },
  { title: "time", type: "string", of: ofEvent(({ time }) => (time ? `${time.start}-${time.end}` : undefined)) },
  { title: "timeFrom", type: "string", of: ofEvent(({ time }) => time?.from) },
  { title: "timeTo", type: "string", of: ofEvent(({ time }) => time?.to) },
  { title: "amounts", type: "liststring", of: ofEvent(({ amounts }) => amounts.map(({ text }) => text)) },
  { title: "amountValues", type: "liststring", of: ofEvent(({ amounts }) => amounts.map(({ value }) => `${value}`)) },
  {
    title: "amountUppers",
    type: "liststring",
    of: ofEvent(({ amounts }) =>
      amounts.some(({ upper }) => upper !== undefined) ? amounts.map(({ upper }) => `${upper ?? ""}`) : undefined,
    ),
  },
  { title: "amountUnits", type: "liststring", of: ofEvent(({ amounts }) => amounts.map(({ unit }) => unit)) },
  { title: "amountBounds", type: "liststring", of: ofEvent(({ amounts }) => amounts.map(({ bound }) => bound)) },
  { title: "attributedTo", type: "string", of: ofEvent(({ attributedTo }) => attributedTo) },
  {
    title: "attributedToLabel",
    type: "string",
    of: ofEvent(({ attributedTo }, graph) => speakerLabel(attributedTo, graph)),
  },
  { title: "confidence", type: "double", of: ofEvent(({ confidence }) => confidence) },
];

export const EDGE_FIELDS: readonly Field<EdgeAttributes>[] = [
  { title: "relation", type: "string", of: ({ kind }) => kind },
  { title: "title", type: "string", of: ({ title }) => title },
  { title: "evidence", type: "liststring", of: ({ evidence }) => evidence.map(spanText) },
  { title: "quotes", type: "liststring", of: ({ evidence }, graph) => words(evidence, graph) },
  { title: "factuality", type: "string", of: ({ factuality }) => factuality },
  { title: "factualityLabel", type: "string", of: ({ factuality }) => ontology.factuality[factuality]?.ko },
  { title: "attributedTo", type: "string", of: ({ attributedTo }) => attributedTo },
  { title: "attributedToLabel", type: "string", of: ({ attributedTo }, graph) => speakerLabel(attributedTo, graph) },
  { title: "confidence", type: "double", of: ({ confidence }) => confidence },
  { title: "method", type: "string", of: ({ method }) => method },
];
