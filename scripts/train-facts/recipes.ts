/** How the models are trained: chosen by cross-validation over the annotated articles. */
import type { ExampleWeights, Recipe } from "./stages.ts";

export const WEIGHTS: ExampleWeights = { elsewhere: 0.3, beside: 0 };
export const FIRST: Recipe = {
  least: 4,
  smallest: 0.045,
  options: { epochs: 6, rate: 0.1, penalty: 0.003, dropout: 0.3, seed: 1 },
};
export const VERDICT: Recipe = {
  least: 3,
  smallest: 0.01,
  options: { epochs: 10, rate: 0.05, penalty: 0.01, seed: 1 },
};
export const FOLDS = 5;
/** Least probabilities: the lowest that keep the wanted precision on articles not learnt from. */
export const FLOORS = { relation: 0.4, event: 0.38, role: 0.45 };
