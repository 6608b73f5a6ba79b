/** `maek show`: what a graph says of one thing, as Korean sentences with the words they were read from. */
import { Command } from "commander";
import { MaekError } from "../article/index.ts";
import {
  byCodeUnit,
  factualityLabel,
  findNode,
  type KnowledgeGraph,
  type NodeAttributes,
  ontologyOf,
  tiesOf,
} from "../knowledge/index.ts";
import { ontology } from "../ontology/index.ts";
import { readGraphFile } from "./graph-file.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

/** The most candidates that an error names. */
const SHOWN = 8;

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
      const keys = name === undefined ? undefined : named(graph, name);
      const shell = terminal(options);
      if (options.json) shell.print(JSON.stringify(asData(graph, keys ?? graph.nodes())));
      else if (keys) shell.print(keys.map((key) => tell(graph, key, options.why)).join("\n\n"));
      else shell.print(overview(graph));
    });
  return withCommonOptions(command);
}

/**
 * The keys of the nodes that a name means; two, where two things have the very same name.
 *
 * @throws MaekError when it means none, or may mean several
 */
function named(graph: KnowledgeGraph, name: string): readonly string[] {
  const { key, candidates } = findNode(graph, name);
  if (key !== undefined) return [key];
  if (candidates.length === 0) throw new MaekError(`maek/cli: the graph has nothing named "${name}"`);
  const labels = candidates.map((candidate) => graph.getNodeAttribute(candidate, "label"));
  if (new Set(labels).size === 1) return candidates;
  const rest = labels.length > SHOWN ? ` and ${labels.length - SHOWN} more` : "";
  throw new MaekError(`maek/cli: "${name}" may mean ${labels.slice(0, SHOWN).join(", ")}${rest}`);
}

/** A line for each kind: "인물  우융밍 (5), 마윈 (3)". */
function overview(graph: KnowledgeGraph): string {
  if (graph.order === 0) return "(empty graph)";
  const lines = Object.entries(ontology.nodes).flatMap(([kind, { ko }]) => {
    const keys = graph.filterNodes((_, node) => node.kind === kind);
    keys.sort((a, b) => graph.degree(b) - graph.degree(a) || byCodeUnit(a, b));
    const names = keys.map((key) => `${graph.getNodeAttribute(key, "label")} (${graph.degree(key)})`);
    return names.length > 0 ? [`${ko}  ${names.join(", ")}`] : [];
  });
  return lines.join("\n");
}

function tell(graph: KnowledgeGraph, key: string, why = false): string {
  const node = graph.getNodeAttributes(key);
  const ties = tiesOf(graph, key).flatMap(({ sentence, evidence }) => {
    const quoted = new Set(evidence.map((found) => found.sentence.replace(/\s+/g, " ").trim()));
    return [`- ${sentence}`, ...[...quoted].map((words) => `    ${words}`)];
  });
  return [heading(node, graph), ...names(node, why), ...ties].join("\n");
}

/** "우융밍 (인물)", "알리바바 3800억위안 투자 (사건: 투자, 예정, 24일, 3800억위안)" */
function heading(node: NodeAttributes, graph: KnowledgeGraph): string {
  const kind = ontology.nodes[node.kind].ko;
  if (node.kind !== "event") return `${node.label} (${kind})`;
  const type = ontologyOf(graph).events[node.eventType]?.ko ?? node.eventType;
  const details = [type, factualityLabel(node.factuality), node.time?.text, ...node.amounts.map(({ text }) => text)];
  return `${node.label} (${kind}: ${details.filter((detail) => detail !== undefined).join(", ")})`;
}

function names(node: NodeAttributes, why: boolean): string[] {
  if (node.kind === "event") return [];
  const others = node.aliases.filter((alias) => alias !== node.label);
  const reasons = why ? node.reasons.map(({ alias, reason }) => `  ${alias}: ${reason}`) : [];
  return [...(others.length > 0 ? [`다른 이름: ${others.join(", ")}`] : []), ...reasons];
}

/** The same for programs. */
function asData(graph: KnowledgeGraph, keys: readonly string[]) {
  return keys.map((key) => ({ key, ...graph.getNodeAttributes(key), ties: tiesOf(graph, key) }));
}
