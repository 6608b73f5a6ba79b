/**
 * Learns the weights by which drafts of facts are weighed (graph/lexicon/confidence.json).
 *
 * Takes what the rules drew in annotated articles and whether it was right, and gives a weight for each rule and trait:
 * logistic regression with an L2 penalty, by AdaGrad over the examples in their order, so that two runs agree.
 * Reference: J. Duchi et al., "Adaptive subgradient methods for online learning and stochastic optimization", 2011.
 */

export interface Example {
  readonly traits: readonly string[];
  readonly right: boolean;
}

const EPOCHS = 8;
const RATE = 0.1;
const PENALTY = 0.004;
const SEEN = 3;

/** Weights by trait, rounded to three decimals, traits in alphabetical order; "" is the bias. */
export function learnWeights(examples: readonly Example[]): Record<string, number> {
  const seen = new Map<string, number>();
  for (const { traits } of examples) for (const t of new Set(traits)) seen.set(t, (seen.get(t) ?? 0) + 1);
  const names = ["", ...[...seen.keys()].filter((t) => (seen.get(t) ?? 0) >= SEEN).sort()];
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ traits, right }) => ({
    right: right ? 1 : 0,
    at: [0, ...new Set(traits.map((t) => index.get(t) ?? -1).filter((i) => i > 0))],
  }));
  const weight = new Float64Array(names.length);
  const squared = new Float64Array(names.length).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { right, at } of rows) {
      let sum = 0;
      for (const i of at) sum += weight[i] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - right;
      for (const i of at) {
        const gradient = error + (i === 0 ? 0 : PENALTY * (weight[i] ?? 0));
        squared[i] = (squared[i] ?? 0) + gradient * gradient;
        weight[i] = (weight[i] ?? 0) - (RATE * gradient) / Math.sqrt(squared[i] ?? 1);
      }
    }
  }
  const learned = names.map((name, i): [string, number] => [name, Math.round((weight[i] ?? 0) * 1000) / 1000]);
  return Object.fromEntries(learned.filter(([name, w]) => name === "" || w !== 0));
}
