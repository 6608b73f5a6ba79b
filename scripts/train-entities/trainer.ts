/**
 * What the tagger learns from, read and numbered; and training on all of it, or on all but one fold of the articles.
 *
 * konec's sentences say what names look like in any news; articles say what the ontology takes for an entity. Those of
 * the benchmark are read with thinned lexicons (thin.ts); those annotated for maek, which no lexicon was mined from, as
 * they are, and they weigh more.
 */
import { join } from "node:path";
import { FEATURES_VERSION } from "../../src/entities/features.ts";
import { nameLexicon } from "../../src/entities/index.ts";
import type { Morphology } from "../../src/korean/index.ts";
import { type Chain, type PruneOptions, prune, writeModel } from "../../src/learning/index.ts";
import { readAnnotations } from "../annotations/read.ts";
import { type AnnotatedArticle, annotate, type GoldFile, readGold, readSilver, type Sample } from "./corpus.ts";
import { KINDS } from "./kinds.ts";
import { type Prepared, prepare, type Source } from "./prepared.ts";
import { thinnedLexicons } from "./thin.ts";
import { type TrainOptions, trainChain, weightsFor } from "./train-chain.ts";

export const FOLDS = 5;
/** What is learnt for: which features count, and how often a position counts beside one of konec's. */
export interface Recipe {
  /** A feature that occurs less often is left out. */
  readonly leastCount: number;
  /** Weights of the benchmark's articles, and of those annotated for maek. */
  readonly benchmark: number;
  readonly annotated: number;
  /** And of the pieces composed for it. */
  readonly composed: number;
}
/** For the weights that ship. */
const FOR_ARTICLES: Recipe = { leastCount: 3, benchmark: 3, annotated: 4, composed: 2 };
/** For konec's own sentences: articles count no more than they do, and rarer words are heard. */
export const FOR_KONEC: Recipe = { leastCount: 2, benchmark: 1, annotated: 1, composed: 1 };
const TRAINING: TrainOptions = { epochs: 2, rate: 0.1, seed: 1, dropout: 0.5 };
const PRUNING: Record<Source, PruneOptions> = {
  articles: { smallest: 0.03, rowSmallest: 0.09, largest: 4 },
  konec: { smallest: 0.02, rowSmallest: 0.05, largest: 4 },
};

/** Where the data are: the data folder and the benchmark's. */
export interface Places {
  readonly data: string;
  readonly benchmark: string;
}

/** All that is learnt from. */
export interface Corpus {
  readonly silver: readonly Sample[];
  /** The benchmark's training articles, and those annotated for maek. */
  readonly benchmark: readonly AnnotatedArticle[];
  readonly annotated: readonly AnnotatedArticle[];
  /** The pieces composed for maek: the tagger learns from them, the judge does not, and nothing is measured on them. */
  readonly composed: readonly AnnotatedArticle[];
  readonly prepared: Prepared;
}

/** The training articles annotated for maek, or the pieces composed for it, as files of the benchmark. */
function readOwn(data: string, set: "train" | "composed"): GoldFile[] {
  return readAnnotations(data, set).map(({ article, gold }) => ({
    id: article.id,
    text: `${article.title}\n${article.text}`,
    article,
    gold,
  }));
}

export function readCorpus({ data, benchmark }: Places, morphology: Morphology, recipe = FOR_ARTICLES): Corpus {
  const silver = readSilver(data, morphology);
  const files = readGold(join(benchmark, "train"));
  const articles = annotate(files, morphology, thinnedLexicons(files, nameLexicon));
  const annotated = annotate(readOwn(data, "train"), morphology);
  const composed = annotate(readOwn(data, "composed"), morphology);
  const sentencesOf = (some: readonly AnnotatedArticle[], weight: number) =>
    some.flatMap(({ sentences }) => sentences.map((sample) => ({ sample, source: "articles" as const, weight })));
  const prepared = prepare(
    [
      ...silver.map((sample) => ({ sample, source: "konec" as const, weight: 1 })),
      ...sentencesOf(articles, recipe.benchmark),
      ...sentencesOf(annotated, recipe.annotated),
      ...sentencesOf(composed, recipe.composed),
    ],
    recipe.leastCount,
  );
  return { silver, benchmark: articles, annotated, composed, prepared };
}

/** Told after each epoch: its number, the loss a character, characters a second, and how to have the weights so far. */
export type OnEpoch = (epoch: number, loss: number, speed: number, weights: (source: Source) => Uint8Array) => void;

/** Trains on everything but the articles of `held`; gives the weight file of each source. */
export function trainTagger(
  { prepared }: Corpus,
  held: readonly AnnotatedArticle[],
  onEpoch: OnEpoch,
): (source: Source) => Uint8Array {
  const left = new Set(held.flatMap(({ sentences }) => sentences));
  const items = prepared.items.filter(({ sample }) => !left.has(sample));
  const pack = (chain: Chain) => (source: Source) =>
    writeModel(prune(weightsFor(source, chain, prepared, TRAINING.dropout), KINDS, FEATURES_VERSION, PRUNING[source]));
  return pack(
    trainChain(prepared, items, {
      ...TRAINING,
      onEpoch: (chain, epoch, loss, speed) => onEpoch(epoch, loss, speed, pack(chain)),
    }),
  );
}
