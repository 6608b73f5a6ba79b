/**
 * Measures how fast maek reads, on one core: milliseconds an article by stage, beside what its morphological analyzer
 * takes alone in the same run; memory; bytes of what is shipped.
 *
 *   npm run benchmark -- [--articles ../shared/benchmark/dev] [--rounds 5]
 *
 * Each round reads every article; the first round warms up and is not counted; of the others the median counts.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type Article, formats, loadMaek, loadMorphology, readDocument, STAGES } from "../src/index.ts";
import { findInputs, packageFolder, readInputs } from "../src/node/index.ts";
import { readOptions } from "./options.ts";

const options = readOptions({
  articles: { type: "string", default: "../shared/benchmark/dev" },
  rounds: { type: "string", default: "5" },
});

const root = packageFolder();
const given = resolve(options.articles);
const folder = existsSync(given) ? given : join(root, "graph", "alibaba");
if (folder !== given) console.log(`no folder ${given}: measuring graph/alibaba alone`);

const beforeLoading = performance.now();
const maek = await loadMaek();
const loading = performance.now() - beforeLoading;
const morphology = await loadMorphology();
const articles = await readInputs(await findInputs([folder]));
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);

/** What one article's sentences are to the analyzer: it is called once for each. */
const sentences = articles.map((article) =>
  readDocument(article, morphology).sentences.map(({ start, end }) => article.text.slice(start, end)),
);

/** One round: milliseconds by name of what was measured. */
function measure(): Map<string, number> {
  const times = new Map<string, number>();
  const add = (name: string, milliseconds: number) => times.set(name, (times.get(name) ?? 0) + milliseconds);
  const timed = <T>(name: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    add(name, performance.now() - start);
    return result;
  };
  timed("analyzer alone", () => {
    for (const texts of sentences) for (const text of texts) morphology.analyze(text);
  });
  const build = (article: Article) =>
    maek.build([article], { onStage: (stage) => add(stage.stage, stage.milliseconds) });
  const graphs = articles.map((article) => timed("article → graph", () => build(article)));
  timed("graph → JSON", () => graphs.map(formats.json.write));
  timed("graph → GEXF", () => graphs.map(formats.gexf.write));
  return times;
}

const rounds = Array.from({ length: Math.max(2, Number(options.rounds) + 1) }, measure).slice(1);
const median = (name: string) => {
  const sorted = rounds.map((times) => times.get(name) ?? 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

console.log(
  `${articles.length} articles, ${characters.toLocaleString("en")} characters, ${rounds.length} rounds, median`,
);
console.log(`loading                ${loading.toFixed(0)} ms, once\n`);
console.log(
  `${"".padEnd(18)}${"ms an article".padStart(14)}${"characters/s".padStart(14)}${"articles/s".padStart(12)}`,
);
for (const name of [
  "analyzer alone",
  "article → graph",
  ...STAGES.map((stage) => `  ${stage}`),
  "graph → JSON",
  "graph → GEXF",
]) {
  const time = median(name.trim());
  const perSecond = (count: number) => Math.round((1000 * count) / time).toLocaleString("en");
  const perArticle = (time / articles.length).toFixed(2);
  console.log(
    `${name.padEnd(18)}${perArticle.padStart(14)}${perSecond(characters).padStart(14)}${perSecond(articles.length).padStart(12)}`,
  );
}
console.log(`\npeak memory            ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

/** The files below a folder of the project, with their bytes as they are and compressed. */
function sizes(path: string): void {
  const whole = join(root, path);
  if (!existsSync(whole)) return;
  const names = readdirSync(whole, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(whole, name)).isFile(),
  );
  const files = names.map((name) => readFileSync(join(whole, name)));
  const kilobytes = (buffers: readonly Uint8Array[]) =>
    Math.round(buffers.reduce((sum, { length }) => sum + length, 0) / 1000);
  const compressed = files.map((bytes) => gzipSync(bytes));
  console.log(
    `${path.padEnd(22)} ${kilobytes(files)} kB in ${files.length} files, ${kilobytes(compressed)} kB compressed`,
  );
}
for (const path of ["dist", "graph/lexicon", "graph/models"]) sizes(path);
