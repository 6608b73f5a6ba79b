/**
 * Takes the text of a GEXF file of any version and any program; gives it as plain data (see gexf-model.ts). It keeps
 * what it reads: time, hierarchy, edges that share an id, edge kinds, positions. Names are compared without their
 * prefix, since files disagree on the namespace of viz.
 */
import { parseXml, XmlElement, XmlError, XmlProcessingInstruction } from "@rgrove/parse-xml";
import { MaekError } from "../article/index.ts";
import type {
  GexfAttribute,
  GexfEdge,
  GexfFile,
  GexfNode,
  GexfPeriod,
  GexfTimedValue,
  GexfValue,
} from "./gexf-model.ts";
import { gexfValue } from "./gexf-values.ts";

type Columns = ReadonlyMap<string, GexfAttribute>;

const localName = (element: XmlElement) => element.name.slice(element.name.indexOf(":") + 1).toLowerCase();

function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  );
}

const child = (element: XmlElement | undefined, name: string) => children(element, name)[0];

/** The member as an object with that member, or with none: for optional members. */
function optional<K extends string, V>(name: K, value: V | undefined): { [name in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [name in K]?: V });
}

function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = element?.attributes[name];
  const number = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function colorOf(element: XmlElement): string | undefined {
  const color = child(element, "color");
  if (!color) return undefined;
  const { hex } = color.attributes;
  const channels = ["r", "g", "b"].map((name) => numberOf(color, name) ?? 0);
  const alpha = numberOf(color, "a");
  const bytes = alpha === undefined || alpha >= 1 ? channels : [...channels, alpha * 255];
  const two = (byte: number) =>
    Math.max(0, Math.min(255, Math.round(byte)))
      .toString(16)
      .padStart(2, "0");
  return hex?.toLowerCase() ?? `#${bytes.map(two).join("")}`;
}

function periodOf({ attributes }: XmlElement): GexfPeriod | undefined {
  const open = (name: string) => attributes[`${name}open`] !== undefined;
  const start = attributes.start ?? attributes.startopen ?? attributes.timestamp;
  const end = attributes.end ?? attributes.endopen ?? attributes.timestamp;
  if (start === undefined && end === undefined) return undefined;
  return {
    ...optional("start", start),
    ...optional("end", end),
    ...(open("start") ? { startOpen: true } : {}),
    ...(open("end") ? { endOpen: true } : {}),
  };
}

function columnsOf(graph: XmlElement, of: "node" | "edge"): Columns {
  const columns = new Map<string, GexfAttribute>();
  for (const group of children(graph, "attributes")) {
    if (group.attributes.class !== of) continue;
    for (const { attributes, ...column } of children(group, "attribute").map((element) => ({
      attributes: element.attributes,
      fallback: child(element, "default")?.text,
    }))) {
      const { id = "", title = id, type = "string" } = attributes;
      const fallback = column.fallback === undefined ? undefined : gexfValue(column.fallback, type);
      columns.set(id, {
        id,
        title,
        type,
        of,
        mode: group.attributes.mode ?? "static",
        ...optional("default", fallback),
      });
    }
  }
  return columns;
}

/** What nodes and edges have alike. */
function thingOf(element: XmlElement, columns: Columns) {
  const attributes = new Map<string, GexfValue>();
  for (const { title, default: fallback } of columns.values())
    if (fallback !== undefined) attributes.set(title, fallback);
  const timed: GexfTimedValue[] = [];
  for (const attvalue of children(child(element, "attvalues"), "attvalue")) {
    const id = attvalue.attributes.for ?? attvalue.attributes.id ?? "";
    const { title = id, type = "string" } = columns.get(id) ?? {};
    const value = gexfValue(attvalue.attributes.value ?? "", type);
    const period = periodOf(attvalue);
    if (period) timed.push({ title, value, ...period });
    else attributes.set(title, value);
  }
  const spells = [...children(child(element, "spells"), "spell"), ...children(child(element, "slices"), "slice")];
  return {
    ...optional("label", element.attributes.label),
    attributes: Object.fromEntries(attributes),
    timed,
    periods: [element, ...spells].flatMap((spell) => periodOf(spell) ?? []),
    ...optional("color", colorOf(element)),
    ...optional("shape", child(element, "shape")?.attributes.value),
  };
}

/** The nodes of a list and of the nodes inside them, and the edge lists found there. */
function readNodes(list: XmlElement | undefined, columns: Columns, edgeLists: XmlElement[]): GexfNode[] {
  const nodes: GexfNode[] = [];
  const open: { element: XmlElement; parent?: string }[] = children(list, "node").map((element) => ({ element }));
  for (let at = 0; at < open.length; at++) {
    const { element, parent } = open[at] as (typeof open)[number];
    const { id = "", pid } = element.attributes;
    const named = children(child(element, "parents"), "parent").map(({ attributes }) => attributes.for);
    const place = child(element, "position");
    const [x, y, z] = ["x", "y", "z"].map((name) => numberOf(place, name));
    nodes.push({
      id,
      ...thingOf(element, columns),
      ...(x === undefined || y === undefined ? {} : { position: { x, y, z: z ?? 0 } }),
      ...optional("size", numberOf(child(element, "size"), "value")),
      parents: [...new Set([parent, pid, ...named])].filter((key) => key !== undefined),
    });
    edgeLists.push(...children(element, "edges"));
    open.push(...children(child(element, "nodes"), "node").map((inner) => ({ element: inner, parent: id })));
  }
  return nodes;
}

function readEdge(element: XmlElement, columns: Columns, defaultType: string): GexfEdge {
  const { id, source = "", target = "", kind, type } = element.attributes;
  return {
    ...optional("id", id),
    source,
    target,
    ...optional("kind", kind),
    type: type ?? defaultType,
    ...optional("weight", numberOf(element, "weight")),
    ...thingOf(element, columns),
    ...optional("thickness", numberOf(child(element, "thickness"), "value")),
  };
}

function parseDocument(text: string, fileName: string) {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) {
      const [what = ""] = error.message.split(/ \(line|\n/);
      throw new MaekError(`maek/gexf: ${fileName}:${error.line}:${error.column}: not XML: ${what}`);
    }
    throw new MaekError(`maek/gexf: ${fileName}: nested too deeply to be read`);
  }
}

/**
 * Reads a GEXF file.
 *
 * @param text  the file's text
 * @param fileName  for messages
 * @throws MaekError with line and column where it is not well-formed XML, or when it holds no GEXF graph
 */
export function readGexfFile(text: string, fileName: string): GexfFile {
  const document = parseDocument(text, fileName);
  const root = document.root;
  const graph = child(root ?? undefined, "graph");
  if (!root || localName(root) !== "gexf" || !graph) {
    throw new MaekError(`maek/gexf: ${fileName}: the root is <${root?.name ?? ""}>, not <gexf> with a <graph> in it`);
  }
  const meta = child(root, "meta");
  const said = (meta?.children ?? []).filter((part) => part instanceof XmlElement);
  const instructions = new Map<string, string>();
  for (const part of document.children) {
    if (part instanceof XmlProcessingInstruction) {
      instructions.set(part.name, (instructions.get(part.name) ?? "") + part.content);
    }
  }
  const columns = { node: columnsOf(graph, "node"), edge: columnsOf(graph, "edge") };
  const edgeLists = children(graph, "edges");
  const nodes = readNodes(child(graph, "nodes"), columns.node, edgeLists);
  const defaultEdgeType = graph.attributes.defaultedgetype ?? "undirected";
  return {
    version: root.attributes.version ?? "",
    mode: graph.attributes.mode ?? graph.attributes.type ?? "static",
    ...optional("timeFormat", graph.attributes.timeformat ?? graph.attributes.timetype),
    defaultEdgeType,
    meta: { ...meta?.attributes, ...Object.fromEntries(said.map((part) => [localName(part), part.text])) },
    attributes: [...columns.node.values(), ...columns.edge.values()],
    nodes,
    edges: edgeLists
      .flatMap((list) => children(list, "edge"))
      .map((element) => readEdge(element, columns.edge, defaultEdgeType)),
    instructions: Object.fromEntries(instructions),
  };
}
