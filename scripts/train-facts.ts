/**
 * Trains the fact models and writes graph/models/facts.bin: the same articles give the same bytes.
 *
 *   npm run train:facts -- [--benchmark ../shared/benchmark] [--data ../shared/data] [--out FOLDER] [--measure]
 *                          [--readings scripts/train-facts/readings.txt]
 *
 * Learns from the benchmark's training articles and from those annotated for maek, with names as the gold files have
 * them and as finders found them that had not seen the article (--readings, which train:entities writes). The first
 * models (pair, occasion, part) learn from all articles; the verdicts learn from what first models propose for articles
 * they have not seen, fold by fold. Prints cross-validated figures: rules alone, both, and precision by floor;
 * --measure prints those of models alone too.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FEATURES } from "../src/facts/model/model.ts";
import { writeLinearModels } from "../src/learning/index.ts";
import { packageFolder } from "../src/node/index.ts";
import { readOptions } from "./options.ts";
import { readAnnotated, readComposed } from "./train-facts/corpus.ts";
import { calibrate, judgeByFold, tellFigures, tellModelsAlone, unseenRuleFacts } from "./train-facts/cross-validate.ts";
import { loadScorer } from "./train-facts/measure.ts";
import { FLOORS, FOLDS } from "./train-facts/recipes.ts";
import { ruleWeights } from "./train-facts/rule-weights.ts";
import { casesOf, crossPropose, firstTrainer, verdictTrainer } from "./train-facts/train-all.ts";

const options = readOptions({
  benchmark: { type: "string", default: "../shared/benchmark" },
  data: { type: "string", default: "../shared/data" },
  readings: { type: "string", default: join(packageFolder(), "scripts/train-facts/readings.txt") },
  out: { type: "string", default: join(packageFolder(), "graph/models") },
  measure: { type: "boolean", default: false },
});
const places = { benchmark: resolve(options.benchmark), data: resolve(options.data), readings: options.readings };
const all = () => true;

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);
const articles = await readAnnotated(places);
const composed = await readComposed(places.data);
say(`${articles.length} articles, ${composed.length} composed pieces`);
const score = await loadScorer(places.benchmark);
const weights = ruleWeights(articles, FOLDS);
const cases = casesOf(articles, composed, weights);
const train = firstTrainer(cases);
const proposed = crossPropose(cases, train, say);
const models = [...train(all), ...verdictTrainer(proposed)(all)];
const judged = judgeByFold(articles, proposed);
const calibration = calibrate(judged.verdicts);
const bytes = writeLinearModels(models, JSON.stringify({ features: FEATURES, floors: FLOORS, calibration }));
writeFileSync(join(options.out, "facts.bin"), bytes);
say(`${models.map((m) => `${m.name} ${m.keys.length}`).join(", ")} features, ${bytes.length} bytes`);
tellFigures(articles, proposed, judged, unseenRuleFacts(articles, weights), score, say);
if (options.measure) tellModelsAlone(articles, composed, score, say);
