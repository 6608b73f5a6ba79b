/** `maek show`: what a graph says of one thing, as Korean sentences with the words they were read from. */
import { Command } from "commander";
import { type ArticleSpan, byCodeUnit, type KnowledgeGraph, type NodeAttributes } from "../knowledge/index.ts";
import { ontology } from "../ontology/index.ts";
import { findNodes } from "./find-node.ts";
import { readGraphFile } from "./graph-file.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

interface ShowOptions extends CommonOptions {
  readonly why?: boolean;
}

const HELP = `
Without a name: everything in the graph, by kind, what has most ties first.

Examples:
  maek show graph.json
  maek show graph.json 이재용
  maek show graph.json 이재용 --why      (why its other names were taken for it)`;

/** The command's declaration. */
export function showCommand(): Command {
  const command = new Command("show")
    .description("print what a graph says of a person, company … with its evidence")
    .argument("<file>", "a graph file, or - for standard input")
    .argument("[name]", "a name or a part of one")
    .option("--why", "say why each other name was taken for it")
    .addHelpText("after", HELP)
    .action(async (file: string, name: string | undefined, options: ShowOptions) => {
      const graph = await readGraphFile(file);
      const keys = name === undefined ? undefined : findNodes(graph, name);
      const shell = terminal(options);
      if (options.json) shell.print(JSON.stringify(asData(graph, keys ?? graph.nodes())));
      else if (keys) shell.print(keys.map((key) => describeNode(graph, key, options.why)).join("\n\n"));
      else shell.print(overview(graph));
    });
  return withCommonOptions(command);
}

/** A line for each kind: "인물  우융밍 (5), 마윈 (3)". */
function overview(graph: KnowledgeGraph): string {
  if (graph.order === 0) return "(empty graph)";
  const lines = Object.entries(ontology.nodes).map(([kind, { ko }]) => {
    const keys = graph.filterNodes((_, node) => node.kind === kind);
    keys.sort((a, b) => graph.degree(b) - graph.degree(a) || byCodeUnit(a, b));
    const names = keys.map((key) => `${graph.getNodeAttribute(key, "label")} (${graph.degree(key)})`);
    return names.length > 0 ? [`${ko}  ${names.join(", ")}`] : [];
  });
  return lines.flat().join("\n");
}

function describeNode(graph: KnowledgeGraph, key: string, why = false): string {
  const node = graph.getNodeAttributes(key);
  return [heading(node), ...names(node, why), ...ties(graph, key).flatMap(({ lines }) => lines)].join("\n");
}

/** "우융밍 (인물)", "알리바바 3800억위안 투자 (사건: 투자, 예정, 24일)" */
function heading(node: NodeAttributes): string {
  const kind = ontology.nodes[node.kind].ko;
  if (node.kind !== "event") return `${node.label} (${kind})`;
  const details = [ontology.events[node.eventType]?.ko ?? node.eventType, ontology.factuality[node.factuality].ko];
  if (node.time) details.push(node.time.text);
  return `${node.label} (${kind}: ${[...details, ...node.amounts.map(({ text }) => text)].join(", ")})`;
}

function names(node: NodeAttributes, why: boolean): string[] {
  if (node.kind === "event") return [];
  const others = node.aliases.filter((alias) => alias !== node.label);
  const reasons = why ? node.reasons.map(({ alias, reason }) => `  ${alias}: ${reason}`) : [];
  return [...(others.length > 0 ? [`다른 이름: ${others.join(", ")}`] : []), ...reasons];
}

function ties(graph: KnowledgeGraph, key: string): { edge: string; lines: string[] }[] {
  return graph
    .edges(key)
    .sort(byCodeUnit)
    .map((edge) => {
      const { evidence } = graph.getEdgeAttributes(edge);
      return {
        edge,
        lines: [`- ${sentenceOf(graph, edge)}`, ...evidence.map((span) => `    “${sentenceAt(graph, span)}”`)],
      };
    });
}

function sentenceOf(graph: KnowledgeGraph, edge: string): string {
  const { label, title } = graph.getEdgeAttributes(edge);
  const name = (key: string) => graph.getNodeAttribute(key, "label");
  return `${name(graph.source(edge))} → ${name(graph.target(edge))}: ${label}${title ? ` (${title})` : ""}`;
}

/** The sentences that the evidence stands in. */
function sentenceAt(graph: KnowledgeGraph, { article, start, end }: ArticleSpan): string {
  const source = graph.getAttribute("articles").find(({ id }) => id === article);
  if (!source) return "";
  const touched = source.sentences.filter(([from, to]) => from < end && to > start);
  const [from, to] = [touched[0]?.[0] ?? start, touched.at(-1)?.[1] ?? end];
  return source.text.slice(from, to).replace(/\s+/g, " ").trim();
}

/** The same for programs. */
function asData(graph: KnowledgeGraph, keys: readonly string[]) {
  return keys.map((key) => ({
    key,
    ...graph.getNodeAttributes(key),
    ties: ties(graph, key).map(({ edge }) => ({
      key: edge,
      source: graph.source(edge),
      target: graph.target(edge),
      sentence: sentenceOf(graph, edge),
      ...graph.getEdgeAttributes(edge),
    })),
  }));
}
