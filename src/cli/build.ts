/** `maek build`: articles → one graph, or one each, in one format or several. */
import { mkdir, rmdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Article, MaekError, parseDay } from "../article/index.ts";
import type { Format } from "../formats/index.ts";
import type { Reading } from "../knowledge/index.ts";
import type { FactReaderName, FinderName, Maek } from "../maek.ts";
import { checkApart, checkOutputs, fileError, findInputs, type Input, readInputs, writeFiles } from "../node/index.ts";
import type { Explanation } from "./explain.ts";
import { type Extensions, framesFile, readExtensions } from "./extensions.ts";
import { FORMAT_NAMES, formatsOption, outputPaths, render } from "./graph-file.ts";
import { inMilliseconds, type Progress, progress } from "./progress.ts";
import { counted, type GraphSummary, summarize, summaryLine } from "./summary.ts";
import { type CommonOptions, type Terminal, terminal, withCommonOptions } from "./terminal.ts";

interface BuildOptions extends CommonOptions {
  readonly output?: string;
  readonly each?: string;
  readonly date?: string;
  readonly title?: string;
  readonly format?: readonly Format[];
  readonly finder: FinderName;
  readonly facts: FactReaderName;
  readonly minConfidence?: number;
  /** A file, or true for standard output. */
  readonly explain?: string | true;
  readonly ontology?: string;
  readonly lexicon?: string;
}

const HELP = `
A text file's ending is .txt; a folder stands for all .txt files in it and below. With several articles the graph is
one, in which a person or company of all of them is one node.

Examples:
  maek build article.txt -o graph.json --date 2025-02-24
  maek build article.txt -o graph.json --format json,gexf     (graph.gexf stands beside it)
  maek build news/ -o news.json                               (one graph of all articles)
  maek build news/ --each graphs/                             (graphs/NAME.json for each news/NAME.txt)
  maek build - -o - < article.txt > graph.json
  maek build news/ -o news.json --explain unread.log          (the sentences that gave no fact, and why)
  maek build news/ --explain                                  (the same on standard output; inputs come first)`;

/** The command's declaration. */
export function buildCommand(): Command {
  const command = new Command("build")
    .description("read articles and build their knowledge graph")
    .usage("<input...> [options]")
    .argument("[input...]", "text files, folders of them, or - for standard input")
    .option("-o, --output <file>", "the graph file to write; - is standard output")
    .option("--each <folder>", "write a graph for each article, FOLDER/NAME.json")
    .option("--date <day>", "day of publication, YYYY-MM-DD: what 어제 is counted from", dayOption)
    .option("--title <text>", "headline, where the text itself has none")
    .option("--format <names>", `formats to write, by comma: ${FORMAT_NAMES}`, formatsOption)
    .addOption(
      new Option("--finder <name>", "what finds the names: rules, tagger and judge, or the rules alone")
        .choices(["learned", "rules"] satisfies FinderName[])
        .default("learned" satisfies FinderName),
    )
    .addOption(
      new Option("--facts <name>", "what reads the facts: rules and learned models, or the rules alone")
        .choices(["learned", "rules"] satisfies FactReaderName[])
        .default("learned" satisfies FactReaderName),
    )
    .option("--min-confidence <number>", "leave out what is less sure than this, 0 to 1", confidenceOption)
    .option("--ontology <file>", "relations and types of events to read beyond maek's own, as JSON")
    .option("--lexicon <folder>", "words to read by beyond maek's own: frames.json")
    .option(
      "--explain [file]",
      "tell which sentences gave no fact, and why; to standard output (also as -) unless a file is given",
      (file: string) => file === "-" || file,
    )
    .addHelpText("after", HELP)
    .action((inputs: string[], options: BuildOptions) => {
      const fault = misuse(inputs, options);
      if (fault) command.error(`maek: ${fault}`);
      return build(inputs, options);
    });
  return withCommonOptions(command);
}

function dayOption(day: string): string {
  try {
    return parseDay(day);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof MaekError ? `${error.message}.` : "");
  }
}

function confidenceOption(text: string): number {
  const confidence = Number(text);
  if (/^[\d.]+$/.test(text) && confidence >= 0 && confidence <= 1) return confidence;
  throw new InvalidArgumentError("a confidence is a number from 0 to 1.");
}

/** What is wrong with the options taken together. */
function misuse(inputs: readonly string[], options: BuildOptions): string | undefined {
  const { output, each, json, format, explain: told } = options;
  if (inputs.length === 0) {
    const eaten = typeof told === "string" ? ` (--explain took ${told} for its file: put inputs before options)` : "";
    return `missing required argument 'input'${eaten}`;
  }
  if (output === undefined && each === undefined && told === undefined) {
    return "where to? Give -o FILE (- is standard output) or --each FOLDER";
  }
  if (output === "-" && (json || told === true || (format?.length ?? 1) > 1)) {
    return "standard output takes one thing: a graph of one format, without --json";
  }
  return undefined;
}

async function build(paths: readonly string[], options: BuildOptions): Promise<void> {
  const start = performance.now();
  const shell = terminal(options);
  const inputs = await findInputs(paths);
  const outputs = options.output === undefined ? [] : outputPaths(options.output, options.format);
  const named = outputs.map(({ path }) => path).filter((path) => path !== "-");
  await checkFiles(inputs, named, options);
  const articles = await readInputs(inputs, options);
  const steps = progress(shell, articles.length);
  // The lexicon takes longer to load than most commands take to run: it waits until there are articles to read.
  const { loadMaek } = await import("../maek.ts");
  const extensions = await readExtensions(options);
  const maek = await loadMaek({
    finder: options.finder,
    ...extensions,
    facts: options.facts,
  });

  const how = { ...options, ...steps };
  const each = options.each === undefined ? undefined : await buildEach(maek, articles, how);
  const wanted = outputs.length > 0 || options.explain !== undefined;
  const readings = each?.readings ?? (wanted ? articles.map((article) => maek.read(article, how)) : []);
  let summary: GraphSummary | undefined;
  if (outputs.length > 0) {
    const graph = maek.join(readings, how);
    summary = summarize(graph);
    const files = render(graph, outputs);
    if (options.output === "-") process.stdout.write(files[0]?.text ?? "");
    else await writeFiles(files);
  }
  steps.finish();
  const explained = options.explain === undefined ? undefined : await explain(readings, options, extensions);
  tell({ shell, options, articles, summary, explained, files: [...named, ...(each?.files ?? [])], start });
}

/**
 * Looks, before the work is done, at the files that are to be written.
 *
 * @param named  those of -o
 * @throws MaekError when one cannot be, is read, or would be written twice
 */
async function checkFiles(inputs: readonly Input[], named: readonly string[], options: BuildOptions): Promise<void> {
  const { each, explain: log, ontology, lexicon } = options;
  const read = inputs.map(({ path }) => path);
  if (ontology !== undefined) read.push(ontology);
  if (lexicon !== undefined) read.push(framesFile(lexicon));
  const written = typeof log === "string" ? [...named, log] : named;
  await checkOutputs(written, read);
  if (typeof log === "string" && (await isNamedAsArticle(log))) {
    throw new MaekError(
      `maek/cli: ${log} is named as an article is: an explanation goes to a file of another ending, such as .log`,
    );
  }
  const single = each === undefined ? [] : inputs.flatMap(({ id }) => eachPaths(each, id, options.format));
  await checkApart([...written, ...single.map(({ path }) => path)], read);
}

/** Whether a file is, or could be, an article: `--explain news/*.txt` would take one for the explanation's file. */
async function isNamedAsArticle(file: string): Promise<boolean> {
  if (!/^(\.txt|\.text|)$/i.test(extname(file))) return false;
  const now = await stat(file).catch(() => undefined);
  return now === undefined || now.isFile();
}

/** Where the graph of one article by itself goes. */
function eachPaths(folder: string, id: string, formats: readonly Format[] | undefined) {
  return outputPaths(join(folder, `${id}.json`), formats);
}

/** Explains to a file, or to standard output, where --json has it in the summary instead. */
async function explain(
  readings: readonly Reading[],
  { explain: target, json, minConfidence }: BuildOptions,
  { frames }: Extensions,
): Promise<Explanation> {
  const { explanationOf, explanationText } = await import("./explain.ts");
  const explained = explanationOf(readings, { minConfidence, frames });
  const text = `${json ? JSON.stringify(explained) : explanationText(explained)}\n`;
  if (typeof target === "string") await writeFiles([{ path: target, text }]);
  else if (!json) process.stdout.write(text);
  return explained;
}

/** Builds and writes the graph of each article by itself; keeps the readings only when they are needed again. */
async function buildEach(maek: Maek, articles: readonly Article[], options: BuildOptions & Progress) {
  const folder = options.each ?? "";
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError("write", folder, error);
  });
  const readings: Reading[] = [];
  const files: string[] = [];
  try {
    for (const article of articles) {
      const reading = maek.read(article, options);
      if (options.output !== undefined || options.explain !== undefined) readings.push(reading);
      const rendered = render(maek.join([reading], options), eachPaths(folder, article.id, options.format));
      await writeFiles(rendered);
      files.push(...rendered.map(({ path }) => path));
    }
  } catch (error) {
    if (made !== undefined && files.length === 0) await rmdir(folder).catch(() => undefined);
    throw error;
  }
  return { readings, files };
}

interface Outcome {
  readonly shell: Terminal;
  readonly options: BuildOptions;
  readonly articles: readonly Article[];
  readonly summary: GraphSummary | undefined;
  readonly explained: Explanation | undefined;
  readonly files: readonly string[];
  readonly start: number;
}

/** Sums up: for a program on standard output, for a person on standard error. */
function tell({ shell, options, articles, summary, explained, files, start }: Outcome): void {
  const milliseconds = performance.now() - start;
  if (options.json) {
    const told = options.explain === true ? { explained } : {};
    const took = { milliseconds: Math.round(milliseconds) };
    shell.print(JSON.stringify({ articles: articles.length, ...summary, files, ...took, ...told }));
    return;
  }
  if (summary?.nodes === 0)
    shell.say("no named person, company, organization, place or product found: the graph is empty");
  const noun = options.each === undefined ? "article" : "graph";
  const what = summary ? summaryLine(summary) : counted(articles.length, noun, `${noun}s`);
  const line = `${what}, ${inMilliseconds(milliseconds)}`;
  if (options.output === "-" || files.length === 0) shell.say(line);
  else if (!options.quiet) shell.print(`${line} → ${files.length > 2 ? options.each : files.join(", ")}`);
}
