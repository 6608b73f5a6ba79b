/**
 * Trains the entity finder and writes graph/models/entities.*: the same data give the same bytes.
 *
 *   npm run train:entities -- [--data ../shared/data] [--benchmark ../shared/benchmark] [--out graph/models]
 *
 * First five taggers, each without a fifth of the articles: what they say of that fifth trains the judge and gives the
 * cross-validated figures. Then the tagger that ships, from everything, with the weights for articles (entities.bin) and
 * those for konec's sentences (entities.konec.bin, which only the evaluation reads). Last, MODEL_CARD.md.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FEATURES_VERSION } from "../src/entities/features.ts";
import { readCandidates } from "../src/entities/features-candidate.ts";
import { judgeMentions, loadTagger, tagDocument } from "../src/entities/learned-finder.ts";
import { loadMorphology } from "../src/korean/index.ts";
import { type PruneOptions, prune, writeLinearModels, writeModel } from "../src/learning/index.ts";
import { readOptions } from "./options.ts";
import { writeCard } from "./train-entities/card.ts";
import { type AnnotatedArticle, readAnnotated, readKonecDev, readSilver } from "./train-entities/corpus.ts";
import { type JudgeExample, labelCandidates, trainJudge } from "./train-entities/judge.ts";
import { KINDS } from "./train-entities/kinds.ts";
import { scoreEntities, scoreMentions, scoreSpans } from "./train-entities/measure.ts";
import { prepare, type Source } from "./train-entities/prepared.ts";
import { ScoreTable, showScore } from "./train-entities/scores.ts";
import { type TrainOptions, trainChain, weightsFor } from "./train-entities/train-chain.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  benchmark: { type: "string", default: "../shared/benchmark" },
  out: { type: "string", default: join(root, "graph/models") },
});
const benchmark = resolve(options.benchmark);

const FOLDS = 5;
const ARTICLE_WEIGHT = 3;
const LEAST_COUNT = 2;
const TRAINING: TrainOptions = { epochs: 2, rate: 0.1, seed: 1, dropout: 0.5 };
const PRUNING: Record<Source, PruneOptions> = {
  articles: { smallest: 0.03, rowSmallest: 0.09, largest: 4 },
  konec: { smallest: 0.02, rowSmallest: 0.05, largest: 4 },
};

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);

const morphology = await loadMorphology();
const silver = readSilver(options.data, morphology);
const articles = readAnnotated(join(benchmark, "train"), morphology);
say(`${silver.length} sentences of konec, ${articles.length} articles`);

const foldOf = new Map(articles.flatMap(({ sentences }, n) => sentences.map((sample) => [sample, n % FOLDS] as const)));
const prepared = prepare(
  [
    ...silver.map((sample) => ({ sample, source: "konec" as const, weight: 1 })),
    ...articles.flatMap(({ sentences }) =>
      sentences.map((sample) => ({ sample, source: "articles" as const, weight: ARTICLE_WEIGHT })),
    ),
  ],
  LEAST_COUNT,
);
const masks = prepared.items.map(({ sample }) => sample.mask.slice());
say(`${prepared.features.starts.length - 1} characters, ${prepared.index.size} features`);

/** Trains on all but one fold; gives the weight files of both sources. */
function train(without: number, held: readonly AnnotatedArticle[]): Record<Source, Uint8Array> {
  prepared.items.forEach(({ sample }, n) => {
    sample.mask.set(masks[n] as Int32Array);
  });
  const items = prepared.items.filter(({ sample }) => foldOf.get(sample) !== without);
  const pack = (source: Source, chain: ReturnType<typeof trainChain>): Uint8Array =>
    writeModel(prune(weightsFor(source, chain, prepared, TRAINING.dropout), KINDS, FEATURES_VERSION, PRUNING[source]));
  const chain = trainChain(prepared, items, {
    ...TRAINING,
    onEpoch: (now, epoch, loss, speed) => {
      const score = held.length > 0 ? scoreMentions(loadTagger(pack("articles", now)), held).all : undefined;
      const figures = score ? `; held-out articles' mentions ${showScore(score)}` : "";
      say(`  epoch ${epoch}: loss ${loss.toFixed(4)} a character, ${Math.round(speed)} characters/s${figures}`);
    },
  });
  return { articles: pack("articles", chain), konec: pack("konec", chain) };
}

const mentions = new ScoreTable();
const examples = new Map<AnnotatedArticle, JudgeExample[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  say(`fold ${fold + 1} of ${FOLDS}`);
  const held = articles.filter((_, n) => n % FOLDS === fold);
  const tagger = loadTagger(train(fold, held).articles);
  mentions.merge(scoreMentions(tagger, held));
  for (const article of held) {
    const tagged = tagDocument(tagger, article.document, article.features);
    const candidates = readCandidates(article.document, article.rules.settled, tagged.mentions, tagged.probabilities);
    examples.set(article, labelCandidates(article, candidates));
  }
}
say(`mentions in articles, cross-validated: ${showScore(mentions.all)}`);

const byFold = Array.from({ length: FOLDS }, (_, fold) =>
  trainJudge(articles.filter((_, n) => n % FOLDS !== fold).flatMap((article) => examples.get(article) ?? [])),
);
const places = new Map(articles.map((article, n) => [article, n]));
const crossValidated = await scoreEntities(benchmark, "train", articles, (article) => [
  ...article.rules.raw.filter(({ kind }) => kind === "title"),
  ...(examples.get(article) ?? []).flatMap(({ candidate }) =>
    judgeMentions(
      candidate,
      (byFold[(places.get(article) as number) % FOLDS] as (typeof byFold)[0]).chances(candidate),
    ),
  ),
]);
const ruled = await scoreEntities(benchmark, "train", articles, ({ rules }) => [...rules.raw]);
say(`entities, rules alone:     ${showScore(ruled.typed)}; untyped ${showScore(ruled.untyped)}`);
say(`entities, cross-validated: ${showScore(crossValidated.typed)}; untyped ${showScore(crossValidated.untyped)}`);

say("all articles");
const files = train(-1, []);
const judge = writeLinearModels([trainJudge([...examples.values()].flat()).model], FEATURES_VERSION);
const dev = readKonecDev(options.data, morphology);
const konec = scoreSpans(loadTagger(files.konec), dev);
say(`konec dev, news: ${showScore(konec.all)}`);

const written = [
  ["entities.bin", files.articles],
  ["entities.judge.bin", judge],
  ["entities.konec.bin", files.konec],
] as const;
for (const [name, bytes] of written) {
  writeFileSync(join(options.out, name), bytes);
  say(`${name}: ${bytes.length} bytes`);
}
const card = writeCard({
  sentences: silver.length,
  articles: articles.length,
  files: written.map(([name, bytes]) => ({ name, bytes: bytes.length })),
  mentions,
  rules: ruled,
  entities: crossValidated,
  konec,
});
writeFileSync(join(options.out, "MODEL_CARD.md"), card);
