/**
 * Takes a GEXF file that maek wrote; gives the knowledge graph back. Another program may have moved, resized or
 * renamed nodes in between; it must have left the processing instructions that hold the articles.
 */
import { MaekError } from "../article/index.ts";
import { byCodeUnit, graphFrom, type KnowledgeGraph } from "../knowledge/index.ts";
import { parseSpan } from "./gexf-fields.ts";
import type { GexfEdge, GexfNode, GexfValue } from "./gexf-model.ts";
import { readGexfFile } from "./gexf-read.ts";
import { INSTRUCTION } from "./gexf-write.ts";

type Values = Readonly<Record<string, GexfValue>>;

const text = (values: Values, title: string) => (values[title] === undefined ? undefined : String(values[title]));

function list(values: Values, title: string): string[] {
  const value = values[title];
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

const spans = (values: Values, title: string) => list(values, title).map((span) => parseSpan(span) ?? span);

/** Members that have a value. */
function present(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function timeOf(values: Values): Record<string, unknown> | undefined {
  const [start, end] = (text(values, "time") ?? "").split("-").map(Number);
  const written = text(values, "timeText");
  if (written === undefined) return undefined;
  return present({ text: written, start, end, from: text(values, "timeFrom"), to: text(values, "timeTo") });
}

function amountsOf(values: Values): Record<string, unknown>[] {
  const [amounts, units, bounds, uppers] = ["amounts", "amountUnits", "amountBounds", "amountUppers"].map((title) =>
    list(values, title),
  );
  const numbers = list(values, "amountValues").map(Number);
  return (amounts ?? []).map((written, i) => {
    const upper = uppers?.[i];
    return present({
      text: written,
      value: numbers[i],
      upper: upper ? Number(upper) : undefined,
      unit: units?.[i],
      bound: bounds?.[i],
    });
  });
}

function nodeOf({ id, label, attributes: values, position, size }: GexfNode) {
  const isEvent = values.kind === "event";
  const reasons = list(values, "reasons");
  const ofEntity = {
    subkind: text(values, "subkind"),
    reasons: list(values, "reasonAliases").map((alias, i) => ({ alias, reason: reasons[i] })),
  };
  const ofEvent = {
    eventType: text(values, "eventType"),
    trigger: spans(values, "trigger")[0],
    evidence: spans(values, "evidence"),
    factuality: text(values, "factuality"),
    time: timeOf(values),
    amounts: amountsOf(values),
    attributedTo: text(values, "attributedTo"),
    confidence: values.confidence,
  };
  const attributes = present({
    kind: values.kind,
    label,
    aliases: list(values, "aliases"),
    mentions: spans(values, "mentions"),
    ...(isEvent ? ofEvent : ofEntity),
    x: position?.x,
    y: position?.y,
    size,
  });
  return { key: id, attributes };
}

function edgeOf({ id, source, target, label, attributes: values }: GexfEdge) {
  const attributes = present({
    kind: values.relation,
    label,
    title: text(values, "title"),
    evidence: spans(values, "evidence"),
    factuality: text(values, "factuality"),
    attributedTo: text(values, "attributedTo"),
    confidence: values.confidence,
    method: text(values, "method"),
  });
  return { key: id, source, target, attributes };
}

function instructionOf(json: string | undefined, fileName: string): unknown {
  if (json === undefined) {
    const why = "not written by maek, or the articles were lost on the way through another program";
    throw new MaekError(`maek/gexf: ${fileName}: no articles in it: ${why}`);
  }
  try {
    return JSON.parse(json);
  } catch {
    throw new MaekError(`maek/gexf: ${fileName}: the articles in its <?${INSTRUCTION} …?> are damaged`);
  }
}

const byKey = (a: { key?: string | undefined }, b: { key?: string | undefined }) =>
  byCodeUnit(a.key ?? "", b.key ?? "");

/**
 * The knowledge graph of a GEXF file that maek wrote, of either version.
 *
 * @throws MaekError when it is no XML, no GEXF, holds no articles, or nodes or edges that are none of maek's
 */
export function readGexf(text: string, fileName: string): KnowledgeGraph {
  const file = readGexfFile(text, fileName);
  const attributes = instructionOf(file.instructions[INSTRUCTION], fileName);
  const nodes = file.nodes.map(nodeOf).sort(byKey);
  const edges = file.edges.map(edgeOf).sort(byKey);
  return graphFrom({ attributes, nodes, edges }, fileName, "gexf");
}
