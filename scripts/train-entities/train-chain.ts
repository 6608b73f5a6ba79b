/** Trains a chain on prepared items, and takes out of it the weights for one source of text. */
import { Chain, type DenseWeights, type FeatureRows, tagCount } from "../../src/learning/index.ts";
import { KINDS } from "./kinds.ts";
import { type Item, type Prepared, type Source, sourceKey } from "./prepared.ts";
import { randomFrom, shuffle } from "./random.ts";

export interface TrainOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  readonly dropout: number;
  /** Told after each epoch: its number from 1, the loss a character, characters a second. */
  readonly onEpoch?: (chain: Chain, epoch: number, loss: number, speed: number) => void;
}

/** A sequence that lost less than this in one epoch is left out of the next. */
const SETTLED = 0.02;

/** The rate falls evenly to this share of the first one, so that the last sequences do not outweigh the others. */
const LAST_RATE = 0.05;

/** The item's mask; where the annotation leaves several tags open, the best path among those that it allows. */
function settle(chain: Chain, features: FeatureRows, { sample, start }: Item): Int32Array {
  const { mask } = sample;
  if (mask.every((bits) => (bits & (bits - 1)) === 0)) return mask;
  const path = chain.best(features, start, mask.length, mask);
  return mask.map((bits, i) => ((bits >>> (path[i] as number)) & 1 ? 1 << (path[i] as number) : bits));
}

/** Trains on those items, in an order that depends on the seed alone. */
export function trainChain(
  { features, index, general }: Prepared,
  training: readonly Item[],
  options: TrainOptions,
): Chain {
  const chain = new Chain(tagCount(KINDS.length), index.size, { rate: options.dropout, sparing: general });
  const random = randomFrom(options.seed);
  const order = training.filter(({ sample }) => sample.text.length > 0);
  const losses = new Map<Item, number>();
  // konec marks every kind, the articles only entities: a first round over konec tells what stands between the entities.
  for (const { source, sample, start, weight } of order)
    if (source === "konec") chain.learn(features, { start, mask: sample.mask, weight }, options.rate);
  const masks = new Map(order.map((item) => [item, settle(chain, features, item)]));
  const steps = options.epochs * order.length;
  let step = 0;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random);
    const began = performance.now();
    let loss = 0;
    let characters = 0;
    for (const item of order) {
      characters += item.sample.text.length;
      const rate = options.rate * (1 - (1 - LAST_RATE) * (step++ / steps));
      if ((losses.get(item) ?? 1) < SETTLED) {
        losses.delete(item);
        continue;
      }
      const mask = masks.get(item) as Int32Array;
      const lost = chain.learn(features, { start: item.start, mask, weight: item.weight }, rate);
      losses.set(item, lost);
      loss += lost;
    }
    const speed = characters / ((performance.now() - began) / 1000);
    options.onEpoch?.(chain, epoch, loss / characters, speed);
  }
  return chain;
}

/** The weights that hold for one source: shared and own added up, under the shared keys. */
export function weightsFor(source: Source, chain: Chain, { index, general }: Prepared, dropout: number): DenseWeights {
  const { tags } = chain;
  const all = index.keys();
  const copies = new Set<number>();
  for (const key of all) {
    for (const other of ["konec", "articles"] as const) {
      const row = index.get(sourceKey(key, other));
      if (row >= 0) copies.add(row);
    }
  }
  const keys = new Int32Array(all.length - copies.size);
  const weights = new Float32Array(keys.length * tags);
  let count = 0;
  all.forEach((key, row) => {
    if (copies.has(row)) return;
    keys[count] = key;
    const own = index.get(sourceKey(key, source));
    const share = row < general ? 1 : 1 - dropout;
    for (let t = 0; t < tags; t++) {
      const extra = own >= 0 ? (chain.weights[own * tags + t] as number) : 0;
      weights[count * tags + t] = share * ((chain.weights[row * tags + t] as number) + extra);
    }
    count++;
  });
  return { tags, keys, weights, transitions: chain.transitions };
}
