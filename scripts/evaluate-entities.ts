/**
 * Figures of the learned entity finder beside those of the rules alone, kind by kind, and on konec's sentences.
 *
 *   npx tsx scripts/evaluate-entities.ts [--data ../shared/data] [--benchmark ../shared/benchmark] [--set dev,seed]
 *
 * Articles: entities as the benchmark's score.mjs counts them. konec: exact spans in its 2,534 news sentences, by the
 * tagger with konec's weights (konec-weights.ts tells where those come from).
 */
import { join, resolve } from "node:path";
import { patternFinder } from "../src/entities/index.ts";
import { loadFinder, loadMorphology } from "../src/index.ts";
import { readOptions } from "./options.ts";
import { annotate, readGold } from "./train-entities/corpus.ts";
import { hasKonec, showKonec } from "./train-entities/konec-weights.ts";
import { scoreEntities } from "./train-entities/measure.ts";
import { showScore } from "./train-entities/scores.ts";

const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  benchmark: { type: "string", default: "../shared/benchmark" },
  set: { type: "string", default: "dev,seed" },
});
const places = { data: resolve(options.data), benchmark: resolve(options.benchmark) };
const morphology = await loadMorphology();
const learned = await loadFinder();

for (const set of options.set.split(",")) {
  const articles = annotate(readGold(join(places.benchmark, set)), morphology);
  console.log(`== ${set}, ${articles.length} articles, entities`);
  for (const [name, finder] of [
    ["rules", patternFinder],
    ["learned", learned],
  ] as const) {
    const scores = await scoreEntities(places.benchmark, articles, ({ document }) => finder.find(document));
    console.log(`${name.padEnd(8)} typed ${showScore(scores.typed)}; untyped ${showScore(scores.untyped)}`);
    for (const [kind, score] of Object.entries(scores.byKind)) console.log(`  ${kind.padEnd(14)} ${showScore(score)}`);
  }
}
if (hasKonec(places.data)) showKonec(places, morphology);
else console.log(`no konec in ${places.data} (--data FOLDER says where its konec/dev.tsv is)`);
