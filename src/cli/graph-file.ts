/** Graph files, as the commands take them and give them. */
import { extname } from "node:path";
import { InvalidArgumentError } from "commander";
import { decodeText, MaekError } from "../article/index.ts";
import { type Format, formats } from "../formats/index.ts";
import { checkGraph, type KnowledgeGraph } from "../knowledge/index.ts";
import { nameOf, type OutputFile, readBytes } from "../node/index.ts";

/** The names of the formats, for help texts: "json, gexf". */
export const FORMAT_NAMES = Object.keys(formats).join(", ");

/**
 * Reads a graph file that keeps every rule; "-" is standard input, which is JSON, as is a file without an ending.
 *
 * @throws MaekError when it is missing, of a format that cannot be read, broken (with line or path of the fault), or
 *   breaks a rule
 */
export async function readGraphFile(path: string): Promise<KnowledgeGraph> {
  const graph = await readAnyGraph(path);
  const [first, ...more] = checkGraph(graph);
  if (first === undefined) return graph;
  const others = more.length > 0 ? ` (and ${more.length} more: maek check lists them)` : "";
  throw new MaekError(`maek/cli: ${nameOf(path)}: ${first}${others}`);
}

/** Reads a graph file that may break rules; otherwise like readGraphFile. */
export async function readAnyGraph(path: string): Promise<KnowledgeGraph> {
  const format = path === "-" || extname(path) === "" ? formats.json : formatOfFile(path);
  if (!format?.read) {
    const readable = Object.values(formats).filter(({ read }) => read);
    const endings = readable.map(({ extension }) => extension).join(", ");
    throw new MaekError(`maek/cli: ${path}: unknown graph format "${extname(path)}" (maek reads ${endings})`);
  }
  return format.read(decodeText(await readBytes(path), nameOf(path)), nameOf(path));
}

/** The format that a file's ending stands for. */
export function formatOfFile(path: string): Format | undefined {
  const ending = extname(path).toLowerCase();
  return Object.values(formats).find(({ extension }) => extension === ending);
}

/** Parses an option's "json,gexf". */
export function formatsOption(names: string): Format[] {
  return [...new Set(names.split(","))].map((name) => formatOption(name.trim()));
}

/** Parses an option's "gexf". */
export function formatOption(name: string): Format {
  const format = Object.values(formats).find((known) => known.name === name);
  if (!format) throw new InvalidArgumentError(`unknown format "${name}" (known: ${FORMAT_NAMES}).`);
  return format;
}

/**
 * The files that a graph is written to: the output itself, and beside it one for each other format.
 *
 * @param output  the name given with -o; it is the JSON's, unless its ending is another format's
 * @param wanted  the formats asked for; when absent, the one of the ending
 */
export function outputPaths(output: string, wanted?: readonly Format[]): { path: string; format: Format }[] {
  const named = formatOfFile(output);
  const own = named ?? formats.json;
  const stem = named ? output.slice(0, -named.extension.length) : output;
  return (wanted ?? [own]).map((format) => ({ format, path: format === own ? output : stem + format.extension }));
}

/** Writes the graph in each of the formats, in memory. */
export function render(graph: KnowledgeGraph, paths: ReturnType<typeof outputPaths>): OutputFile[] {
  return paths.map(({ path, format }) => ({ path, text: format.write(graph) }));
}
