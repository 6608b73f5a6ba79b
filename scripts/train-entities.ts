/**
 * Trains the entity tagger and writes graph/models/entities.bin: the same data give the same bytes.
 *
 *   npm run train:entities -- [--data ../shared/data] [--benchmark ../shared/benchmark]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FEATURES_VERSION } from "../src/entities/features.ts";
import { loadMorphology } from "../src/korean/index.ts";
import { prune, writeModel } from "../src/learning/index.ts";
import { readAnnotated, readSilver } from "./train-entities/corpus.ts";
import { KINDS } from "./train-entities/kinds.ts";
import { prepare } from "./train-entities/prepared.ts";
import { trainChain, weightsFor } from "./train-entities/train-chain.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    benchmark: { type: "string", default: "../shared/benchmark" },
    out: { type: "string", default: join(root, "graph/models") },
  },
});

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);

const silver = readSilver(values.data).filter(({ id }) => id.endsWith("wikitree"));
const articles = readAnnotated(join(values.benchmark, "train"), await loadMorphology());
say(`${silver.length} sentences of konec, ${articles.length} articles`);
const prepared = prepare(
  [
    ...silver.map((sample) => ({ sample, source: "konec" as const, weight: 1 })),
    ...articles.flatMap(({ sentences }) =>
      sentences.map((sample) => ({ sample, source: "articles" as const, weight: 3 })),
    ),
  ],
  () => true,
  2,
);
say(`${prepared.features.starts.length - 1} characters, ${prepared.index.size} features`);
const chain = trainChain(prepared, prepared.items, {
  epochs: 2,
  rate: 0.1,
  seed: 1,
  onEpoch: (_, epoch, loss, speed) =>
    say(`epoch ${epoch}: loss ${loss.toFixed(4)} a character, ${Math.round(speed)} characters/s`),
});
const model = prune(weightsFor("articles", chain, prepared), KINDS, FEATURES_VERSION, {
  smallest: 0.04,
  rowSmallest: 0.15,
  largest: 3,
});
const bytes = writeModel(model);
writeFileSync(join(values.out, "entities.bin"), bytes);
say(`${model.keys.length} features, ${model.entryTags.length} weights, ${bytes.length} bytes`);
