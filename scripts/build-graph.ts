/**
 * graph/alibaba/article.txt → graph.json and graph.gexf beside it: `npm start`, which also shows the graph (--view).
 *
 * Says a line a stage, and at the end how much there is in the graph and how long it took.
 */
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { progress, summarize, summaryLine, terminal, view } from "../src/cli/index.ts";
import { formats, type KnowledgeGraph, loadMaek, MaekError, type OnStage, readArticle } from "../src/index.ts";
import { packageFolder, writeFiles } from "../src/node/index.ts";

export const FOLDER = join(packageFolder(), "graph", "alibaba");

/** The day the article was published. */
const DATE = "2025-02-24";

/** Builds the graph of the article, and the files it is kept in. */
export async function buildGraph(onStage?: OnStage): Promise<{ graph: KnowledgeGraph; files: Map<string, string> }> {
  const article = readArticle(await readFile(join(FOLDER, "article.txt")), { id: "alibaba", date: DATE });
  const maek = await loadMaek();
  const graph = maek.build([article], { onStage });
  const files = new Map(
    [formats.json, formats.gexf].map((format) => [`graph${format.extension}`, format.write(graph)]),
  );
  return { graph, files };
}

async function main(args: readonly string[]): Promise<void> {
  const start = performance.now();
  const shell = terminal({});
  const { graph, files } = await buildGraph(progress(shell, 1).onStage);
  await writeFiles([...files].map(([name, text]) => ({ path: join(FOLDER, name), text })));
  const milliseconds = Math.round(performance.now() - start);
  const folder = relative(process.cwd(), FOLDER) || ".";
  shell.print(
    `${summaryLine(summarize(graph))}, ${milliseconds} milliseconds → ${folder}/${[...files.keys()].join(", ")}`,
  );
  if (args.includes("--view")) await view(files.get("graph.json") ?? "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof MaekError ? error.message : error);
    process.exitCode = 1;
  });
}
