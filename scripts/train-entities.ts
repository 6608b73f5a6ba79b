/**
 * Trains the entity finder and writes graph/models/entities.*: the same data give the same bytes.
 *
 *   npm run train:entities -- [--data ../shared/data] [--benchmark ../shared/benchmark] [--out graph/models]
 *                             [--readings scripts/train-facts/readings.txt]
 *
 * First five taggers, each without a fifth of the articles: what they say of that fifth trains the judge and gives the
 * cross-validated figures. Then the tagger that ships, from everything (entities.bin), and one for konec's sentences,
 * which goes to .cache, for the evaluation. Last, MODEL_CARD.md. What each article's taggers and
 * judge found that had not seen it goes to --readings: from that the facts are learnt.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DOUBTFUL } from "../src/entities/doubtful.ts";
import { FEATURES_VERSION } from "../src/entities/features.ts";
import { readCandidates } from "../src/entities/features-candidate.ts";
import type { Mention } from "../src/entities/index.ts";
import { judgeMentions, loadTagger, tagDocument } from "../src/entities/learned-finder.ts";
import { loadMorphology } from "../src/korean/index.ts";
import { writeLinearModels } from "../src/learning/index.ts";
import { packageFolder } from "../src/node/index.ts";
import { readOptions } from "./options.ts";
import { writeCard } from "./train-entities/card.ts";
import { type AnnotatedArticle, readKonecDev } from "./train-entities/corpus.ts";
import { type JudgeExample, labelCandidates, trainJudge } from "./train-entities/judge.ts";
import { trainKonecWeights } from "./train-entities/konec-weights.ts";
import { scoreEntities, scoreMentions, scoreSpans } from "./train-entities/measure.ts";
import { ScoreTable, showScore } from "./train-entities/scores.ts";
import { FOLDS, type OnEpoch, readCorpus, trainTagger } from "./train-entities/trainer.ts";
import { writeReadings } from "./train-facts/readings.ts";

const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  benchmark: { type: "string", default: "../shared/benchmark" },
  out: { type: "string", default: join(packageFolder(), "graph/models") },
  readings: { type: "string", default: join(packageFolder(), "scripts/train-facts/readings.txt") },
});
const places = { data: resolve(options.data), benchmark: resolve(options.benchmark) };

const say = (line: string): void => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);

const morphology = await loadMorphology();
const corpus = readCorpus(places, morphology);
const { silver, benchmark, annotated, composed, prepared } = corpus;
const articles = [...benchmark, ...annotated];
say(
  `${silver.length} sentences of konec, ${benchmark.length} articles of the benchmark, ${annotated.length} of our own, ${composed.length} composed pieces`,
);
say(`${prepared.features.starts.length - 1} characters, ${prepared.index.size} features`);

const foldOf = new Map(
  [benchmark, annotated].flatMap((some) => some.map((article, n) => [article, n % FOLDS] as const)),
);
const inFold = (fold: number): AnnotatedArticle[] => articles.filter((article) => foldOf.get(article) === fold);

/** Prints each epoch, with the score on what was held out. */
const telling =
  (held: readonly AnnotatedArticle[]): OnEpoch =>
  (epoch, loss, speed, weights) => {
    const score = held.length > 0 ? scoreMentions(loadTagger(weights("articles")), held).all : undefined;
    const figures = score ? `; held-out articles' mentions ${showScore(score)}` : "";
    say(`  epoch ${epoch}: loss ${loss.toFixed(4)} a character, ${Math.round(speed)} characters/s${figures}`);
  };

/** How much more the judge heeds an article that no lexicon was mined from. */
const OWN_WEIGHT = 3;

const mentions = new ScoreTable();
const examples = new Map<AnnotatedArticle, readonly JudgeExample[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  say(`fold ${fold + 1} of ${FOLDS}`);
  const held = inFold(fold);
  const tagger = loadTagger(trainTagger(corpus, held, telling(held))("articles"));
  mentions.merge(
    scoreMentions(
      tagger,
      held.filter((article) => annotated.includes(article)),
    ),
  );
  for (const article of held) {
    const tagged = tagDocument(tagger, article.document, article.features);
    const candidates = readCandidates(article.document, article.rules.settled, tagged.mentions, tagged.probabilities);
    examples.set(article, labelCandidates(article, candidates, annotated.includes(article) ? OWN_WEIGHT : 1));
  }
}
say(`mentions in our own articles, cross-validated: ${showScore(mentions.all)}`);

const examplesOf = (some: readonly AnnotatedArticle[]): JudgeExample[] =>
  some.flatMap((article) => examples.get(article) ?? []);
const byFold = Array.from({ length: FOLDS }, (_, fold) =>
  trainJudge(examplesOf(articles.filter((article) => foldOf.get(article) !== fold))),
);
/** What is found in an article by those who have not seen it. */
const findUnseen = (article: AnnotatedArticle): Mention[] => {
  const { chances } = byFold[foldOf.get(article) as number] as (typeof byFold)[0];
  return [
    ...article.rules.raw.filter(({ kind }) => kind === "title"),
    ...examplesOf([article]).flatMap(({ candidate }) => judgeMentions(candidate, chances(candidate))),
  ];
};
/** What stays of it where no fact is told, nearly: that is decided for an entity, not for a mention. */
const findSurely = (article: AnnotatedArticle): Mention[] =>
  findUnseen(article).filter(({ kind, confidence }) => kind === "title" || confidence >= DOUBTFUL);
const judged = await scoreEntities(places.benchmark, annotated, findSurely);
writeFileSync(options.readings, writeReadings(articles.map((one) => [one.document.article.id, findUnseen(one)])));
const ruled = await scoreEntities(places.benchmark, annotated, ({ rules }) => [...rules.raw]);
say(`entities, rules alone:     ${showScore(ruled.typed)}; untyped ${showScore(ruled.untyped)}`);
say(`entities, cross-validated: ${showScore(judged.typed)}; untyped ${showScore(judged.untyped)}`);

say("all articles");
const tagger = trainTagger(corpus, [], telling([]))("articles");
const judge = writeLinearModels([trainJudge(examplesOf(articles)).model], FEATURES_VERSION);
say("konec's sentences, for the evaluation");
const konec = trainKonecWeights(tagger, places, morphology, say);
const dev = scoreSpans(loadTagger(konec), readKonecDev(options.data, morphology));
say(`konec dev, news: ${showScore(dev.all)}`);

const written = [
  ["entities.bin", tagger],
  ["entities.judge.bin", judge],
] as const;
for (const [name, bytes] of written) {
  writeFileSync(join(options.out, name), bytes);
  say(`${name}: ${bytes.length} bytes`);
}
const card = writeCard({
  sentences: silver.length,
  benchmark: benchmark.length,
  annotated: annotated.length,
  composed: composed.length,
  files: written.map(([name, bytes]) => ({ name, bytes: bytes.length })),
  mentions,
  rules: ruled,
  entities: judged,
  konec: dev,
});
writeFileSync(join(options.out, "MODEL_CARD.md"), card);
