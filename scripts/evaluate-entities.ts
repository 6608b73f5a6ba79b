/**
 * Figures of the learned entity finder: konec's development sentences by kind, and the benchmark's articles.
 *
 *   npx tsx scripts/evaluate-entities.ts [--data ../shared/data] [--benchmark ../shared/benchmark] [--set dev,seed]
 *
 * konec: exact spans in its 2,534 news sentences, by the tagger with konec's weights. Articles: entities as the
 * benchmark's score.mjs counts them, by the rules alone and by rules, tagger and judge; characters a second by the way.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { extractFeatures, FEATURE_WIDTH } from "../src/entities/features.ts";
import { DOCUMENT_FEATURE_WIDTH } from "../src/entities/features-article.ts";
import { learnedFinder, loadEntityModel, loadTagger, patternFinder } from "../src/entities/index.ts";
import { loadMorphology } from "../src/korean/index.ts";
import { readOptions } from "./options.ts";
import { readAnnotated, readKonecDev } from "./train-entities/corpus.ts";
import { scoreEntities, scoreSpans } from "./train-entities/measure.ts";
import { showScore } from "./train-entities/scores.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  benchmark: { type: "string", default: "../shared/benchmark" },
  set: { type: "string", default: "dev,seed" },
  models: { type: "string", default: join(root, "graph/models") },
});
const benchmark = resolve(options.benchmark);
const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(options.models, name)));

const files = { tagger: bytes("entities.bin"), judge: bytes("entities.judge.bin") };
const began = performance.now();
const model = loadEntityModel(files);
const loaded = performance.now() - began;
const morphology = await loadMorphology();

const konec = readKonecDev(options.data, morphology);
console.log(`== konec dev, ${konec.length} news sentences, exact spans`);
console.log("| kind | precision | recall | F1 | gold |\n|---|---|---|---|---|");
for (const row of scoreSpans(loadTagger(bytes("entities.konec.bin")), konec).rows()) console.log(row);

for (const set of options.set.split(",")) {
  const articles = readAnnotated(join(benchmark, set), morphology);
  console.log(`== ${set}, ${articles.length} articles, entities`);
  for (const [name, finder] of [
    ["rules", patternFinder],
    ["learned", learnedFinder(model)],
  ] as const) {
    const scores = await scoreEntities(benchmark, set, articles, ({ document }) => finder.find(document));
    console.log(`${name.padEnd(8)} typed ${showScore(scores.typed)}; untyped ${showScore(scores.untyped)}`);
    for (const [kind, score] of Object.entries(scores.byKind)) console.log(`  ${kind.padEnd(14)} ${showScore(score)}`);
  }
}

const texts = konec.map(({ text }) => text);
const length = texts.reduce((sum, text) => sum + text.length, 0);
/** Characters a second, the best of five rounds after one to warm up. */
function speed(work: () => void): number {
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.round(length / (Math.min(...times.slice(1)) / 1000));
}
const tagging = speed(() => {
  for (const text of texts) model.tagger.tag(extractFeatures(text, 0, text.length), FEATURE_WIDTH, text.length);
});
const withRules = speed(() => {
  for (const { features, text } of konec) model.tagger.tag(features, DOCUMENT_FEATURE_WIDTH, text.length);
});
console.log(
  `== speed: load ${loaded.toFixed(0)} ms; features and tagging ${tagging} characters/s; tagging alone ${withRules}`,
);
