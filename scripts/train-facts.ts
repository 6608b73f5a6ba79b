/**
 * Trains the fact models and writes graph/models/facts.bin: the same articles give the same bytes.
 *
 *   npm run train:facts -- [--benchmark ../shared/benchmark] [--out FOLDER] [--measure]
 *
 * The first models (pair, occasion, part) learn from all articles; the verdicts learn from what first models propose for
 * articles they have not seen, fold by fold. --measure prints cross-validated figures instead of writing: frames alone,
 * models alone (without the rules' drafts as features), both, and precision by floor.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FEATURES } from "../src/facts/model/model.ts";
import { writeLinearModels } from "../src/learning/index.ts";
import { readAnnotated } from "./train-facts/corpus.ts";
import { measure } from "./train-facts/cross-validate.ts";
import { FLOORS } from "./train-facts/recipes.ts";
import { casesOf, trainAll } from "./train-facts/train-all.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    benchmark: { type: "string", default: "../shared/benchmark" },
    out: { type: "string", default: join(root, "graph/models") },
    measure: { type: "boolean", default: false },
  },
});

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);
const benchmark = resolve(values.benchmark);
const articles = await readAnnotated(join(benchmark, "train"));
say(`${articles.length} articles`);
if (values.measure) await measure(articles, benchmark, say);
else {
  const models = trainAll(casesOf(articles), say);
  const bytes = writeLinearModels(models, JSON.stringify({ features: FEATURES, floors: FLOORS }));
  writeFileSync(join(values.out, "facts.bin"), bytes);
  say(`${models.map((m) => `${m.name} ${m.keys.length}`).join(", ")} features, ${bytes.length} bytes`);
}
