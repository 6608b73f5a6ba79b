/**
 * Training of linear classifiers: softmax regression by AdaGrad with an L2 penalty, and the small model it leaves.
 *
 * Takes examples as rows of numbered features with a class each; examples come in a shuffled order that depends on the
 * seed alone, so that the same examples give the same weights. References: Duchi, Hazan & Singer 2011;
 * Wang & Manning 2013 (dropout for linear models).
 */
import { type LinearModel, softmax } from "./linear.ts";

/** Gradients smaller than this are left out: most examples are soon settled. */
const NEGLIGIBLE = 0.003;
const INITIAL_SQUARE = 0.1;

/** Example i has features rows[starts[i]] … rows[starts[i + 1] - 1], the class labels[i] and counts weights[i] times. */
export interface LinearExamples {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly labels: Int32Array;
  readonly weights: Float32Array;
  /** Which classes are possible: masks[maskOf[i]]; all where absent. */
  readonly masks?: readonly Uint8Array[];
  readonly maskOf?: Int32Array;
}

export interface LinearOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Weight of the squared weights in the loss of one example. */
  readonly penalty: number;
  readonly seed: number;
  /** The share of an example's features that is left out, others each time, so that none is leant on too much. */
  readonly dropout?: number;
  /** Only these examples; all where absent. */
  readonly only?: Int32Array;
}

/** Numbers from 0 up to 1 that depend on the seed alone (linear congruential generator). */
export function randoms(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A deterministic order of 0 … length - 1 (Fisher–Yates). */
export function shuffled(order: Int32Array, seed: number): Int32Array {
  const random = randoms(seed);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}

/** Dense weights: row × classes + class. */
export function trainLinear(
  examples: LinearExamples,
  rowCount: number,
  classes: number,
  options: LinearOptions,
): Float32Array {
  const { starts, labels, masks, maskOf } = examples;
  const dropout = options.dropout ?? 0;
  const scale = 1 / (1 - dropout);
  const random = randoms(options.seed);
  let rows = new Int32Array(64);
  const weights = new Float32Array(rowCount * classes);
  const squares = new Float32Array(rowCount * classes).fill(INITIAL_SQUARE);
  const order = options.only?.slice() ?? Int32Array.from(labels, (_, i) => i);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffled(order, options.seed + epoch);
    const rate = options.rate / (1 + epoch / options.epochs);
    for (const i of order) {
      const weight = examples.weights[i] as number;
      if (weight === 0) continue;
      const end = starts[i + 1] as number;
      if (rows.length < end - (starts[i] as number)) rows = new Int32Array(2 * (end - (starts[i] as number)));
      let count = 0;
      for (let f = starts[i] as number; f < end; f++) {
        if (dropout === 0 || random() >= dropout) rows[count++] = examples.rows[f] as number;
      }
      scoreRows(weights, rows, 0, count, classes, scores);
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) * scale;
      softmax(scores, maskOf && masks?.[maskOf[i] as number]);
      for (let c = 0; c < classes; c++) {
        const error = (scores[c] as number) - (labels[i] === c ? 1 : 0);
        if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue;
        for (let f = 0; f < count; f++) {
          const k = (rows[f] as number) * classes + c;
          const gradient = weight * (error * scale + options.penalty * (weights[k] as number));
          const square = (squares[k] as number) + gradient * gradient;
          squares[k] = square;
          weights[k] = (weights[k] as number) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

/** Sums the rows' weights into `scores`. */
export function scoreRows(
  weights: Float32Array,
  rows: Int32Array,
  from: number,
  to: number,
  classes: number,
  scores: Float64Array,
): Float64Array {
  scores.fill(0);
  for (let f = from; f < to; f++) {
    const base = (rows[f] as number) * classes;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[base + c] as number);
  }
  return scores;
}

export interface ShrinkOptions {
  /** Weights below this, either way, are dropped. */
  readonly smallest: number;
  /** Weights beyond this, either way, are cut to it; it is 127 units. */
  readonly largest: number;
}

/** What matters of dense weights, by feature key. @param keys keys[n] is the key of row n */
export function shrink(
  name: string,
  classes: readonly string[],
  keys: Int32Array,
  weights: Float32Array,
  options: ShrinkOptions,
): LinearModel {
  const unit = options.largest / 127;
  const order = Array.from(keys, (_, row) => row).sort(
    (a, b) => ((keys[a] as number) >>> 0) - ((keys[b] as number) >>> 0),
  );
  const kept: number[] = [];
  const rowStarts: number[] = [0];
  const entryClasses: number[] = [];
  const entryWeights: number[] = [];
  for (const row of order) {
    const before = entryClasses.length;
    for (let c = 0; c < classes.length; c++) {
      const weight = weights[row * classes.length + c] as number;
      const quantum = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (Math.abs(weight) < options.smallest || quantum === 0) continue;
      entryClasses.push(c);
      entryWeights.push(quantum);
    }
    if (entryClasses.length === before) continue;
    kept.push((keys[row] as number) >>> 0);
    rowStarts.push(entryClasses.length);
  }
  return {
    name,
    classes,
    keys: Uint32Array.from(kept),
    rowStarts: Uint32Array.from(rowStarts),
    entryClasses: Uint8Array.from(entryClasses),
    entryWeights: Int8Array.from(entryWeights),
    unit,
  };
}
