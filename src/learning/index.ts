export { Chain, type Dropout, type FeatureRows, type TrainingSequence } from "./chain.ts";
export { exponential } from "./exponential.ts";
export { finish, hashText, mix } from "./hash.ts";
export { Lattice } from "./lattice.ts";
export { type LinearModel, LinearScorer, softmax } from "./linear.ts";
export { readLinearModels, writeLinearModels } from "./linear-file.ts";
export {
  type LinearExamples,
  type LinearOptions,
  randoms,
  scoreRows,
  shrink,
  shuffled,
  trainLinear,
} from "./linear-train.ts";
export { checksum, ModelFileError, readModel, writeModel } from "./model-file.ts";
export { type DenseWeights, type PruneOptions, prune, type SparseModel } from "./sparse-model.ts";
export { type ScoredSpan, Tagger } from "./tagger.ts";
export * from "./tags.ts";
export { FeatureIndex, KeyCounter } from "./vocabulary.ts";
