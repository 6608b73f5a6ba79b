/** How the models are trained: chosen by cross-validation over the annotated articles. */
import type { ExampleWeights, Recipe } from "./stages.ts";

export const WEIGHTS: ExampleWeights = { elsewhere: 0.3, beside: 0 };
export const FIRST: Recipe = {
  least: 4,
  smallest: 0.055,
  largest: 2,
  options: { epochs: 6, rate: 0.02, penalty: 0.003, dropout: 0.3, seed: 1 },
};
/** Occasions lean on many small weights. */
export const OCCASION: Recipe = { ...FIRST, smallest: 0.042 };
export const VERDICT: Recipe = {
  least: 3,
  smallest: 0.01,
  largest: 4,
  options: { epochs: 10, rate: 0.05, penalty: 0.01, seed: 1 },
};
export const FOLDS = 5;
/** Least probabilities, for F1 without losing precision on articles not learnt from; what trusted rules drew is kept. */
export const FLOORS = { relation: 0.35, event: 0.3, role: 0.45, kept: { relation: 0.6, event: 0.4 } };
/** How much an article of each set counts. */
export const SET_WEIGHTS = { benchmark: 1, hankyung: 1, wikinews: 0.5, composed: 0.5 };
/** How much a proposal of an article of each set counts: rules are less right where they were not mined. */
export const VERDICT_WEIGHTS = { benchmark: 0.5, hankyung: 1, wikinews: 0.5, composed: 0 };
/** The sets that figures are told of: no lexicon was mined from them. */
export const JUDGED: readonly string[] = ["hankyung"];
