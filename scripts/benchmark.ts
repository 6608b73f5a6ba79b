/**
 * Measures how fast maek reads, on one core: milliseconds an article by stage, beside what its morphological analyzer
 * takes alone in the same run; tagging alone, and everything from article to entities; memory; bytes of what is shipped.
 *
 *   npm run benchmark -- [--articles ../shared/benchmark/dev] [--rounds 5]
 *
 * Each round reads every article; the first round warms up and is not counted; of the others the median counts.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { extractDocumentFeatures, readByRules } from "../src/entities/features-article.ts";
import { tagDocument } from "../src/entities/learned-finder.ts";
import {
  type Article,
  formats,
  learnedFinder,
  loadEntityModel,
  loadMaek,
  loadMorphology,
  readDocument,
  readEntities,
  readEntityWeights,
  STAGES,
} from "../src/index.ts";
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
const weights = await readEntityWeights();
const beforeWeights = performance.now();
const model = loadEntityModel(weights);
const loadingWeights = performance.now() - beforeWeights;
const finder = learnedFinder(model);
const articles = await readInputs(await findInputs([folder]));
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);

const documents = articles.map((article) => readDocument(article, morphology));
/** What one article's sentences are to the analyzer: it is called once for each. */
const sentences = documents.map(({ article, sentences }) =>
  sentences.map(({ start, end }) => article.text.slice(start, end)),
);
const rules = documents.map((document) => readByRules(document));

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
  timed("tagging", () => {
    documents.forEach((document, n) => {
      const features = extractDocumentFeatures(document, rules[n] as (typeof rules)[0]);
      tagDocument(model.tagger, document, features);
    });
  });
  timed("article → entities", () => {
    for (const article of articles) readEntities(readDocument(article, morphology), finder);
  });
  const build = (article: Article) =>
    maek.build([article], { onStage: (stage) => add(stage.stage, stage.milliseconds) });
  const graphs = articles.map((article) => timed("article → graph", () => build(article)));
  timed("graph → JSON", () => graphs.map((graph) => formats.json.write(graph)));
  timed("graph → GEXF", () => graphs.map((graph) => formats.gexf.write(graph)));
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
console.log(`loading                ${loading.toFixed(0)} ms, once; of that the entity finder's weights, read again:`);
console.log(`                       ${loadingWeights.toFixed(0)} ms from their bytes\n`);
console.log(
  `${"".padEnd(19)}${"ms an article".padStart(14)}${"characters/s".padStart(14)}${"articles/s".padStart(12)}`,
);
for (const name of [
  "analyzer alone",
  "tagging",
  "article → entities",
  "article → graph",
  ...STAGES.map((stage) => `  ${stage}`),
  "graph → JSON",
  "graph → GEXF",
]) {
  const time = median(name.trim());
  const perSecond = (count: number) => Math.round((1000 * count) / time).toLocaleString("en");
  const perArticle = (time / articles.length).toFixed(2);
  console.log(
    `${name.padEnd(19)}${perArticle.padStart(14)}${perSecond(characters).padStart(14)}${perSecond(articles.length).padStart(12)}`,
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
const bytes = Object.values(weights).reduce((sum, { length }) => sum + length, 0);
const small = Object.values(weights).reduce((sum, file) => sum + gzipSync(file).length, 0);
console.log(`entity finder          ${Math.round(bytes / 1000)} kB, ${Math.round(small / 1000)} kB compressed`);
