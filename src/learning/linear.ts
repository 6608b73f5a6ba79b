/**
 * A linear classifier over hashed sparse features: keys in, one score a class out.
 *
 * Takes the feature keys of an example and gives the sums of their weights, or the probabilities of the classes that are
 * allowed (softmax). Weights are sparse rows of eight-bit numbers found by key, as in sparse-model.ts. Reference: Berger,
 * Della Pietra & Della Pietra 1996 (maximum entropy).
 */
import { exponential } from "./exponential.ts";

export interface LinearModel {
  /** What it decides: several models lie in one file. */
  readonly name: string;
  /** At most 256. */
  readonly classes: readonly string[];
  /** Feature keys as unsigned numbers, ascending. */
  readonly keys: Uint32Array;
  /** Row n has entries rowStarts[n] … rowStarts[n + 1] - 1. */
  readonly rowStarts: Uint32Array;
  readonly entryClasses: Uint8Array;
  /** In units of `unit`. */
  readonly entryWeights: Int8Array;
  readonly unit: number;
}

/** Looks weights up and sums them; the array of scores is reused from call to call. */
export class LinearScorer {
  readonly model: LinearModel;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #scores: Float64Array;

  constructor(model: LinearModel) {
    this.model = model;
    let size = 16;
    while (size < model.keys.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    model.keys.forEach((key, row) => {
      let slot = key & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = row;
    });
    this.#scores = new Float64Array(model.classes.length);
  }

  /** Sums of weights by class. @param features hashed keys (see hash.ts) */
  scores(features: ArrayLike<number>): Float64Array {
    const { keys, rowStarts, entryClasses, entryWeights, unit } = this.model;
    const out = this.#scores.fill(0);
    for (let f = 0; f < features.length; f++) {
      const key = (features[f] as number) >>> 0;
      let slot = key & this.#mask;
      let row = this.#slots[slot] as number;
      while (row >= 0 && keys[row] !== key) {
        slot = (slot + 1) & this.#mask;
        row = this.#slots[slot] as number;
      }
      if (row < 0) continue;
      const end = rowStarts[row + 1] as number;
      for (let n = rowStarts[row] as number; n < end; n++) {
        const at = entryClasses[n] as number;
        out[at] = (out[at] as number) + (entryWeights[n] as number);
      }
    }
    for (let c = 0; c < out.length; c++) out[c] = (out[c] as number) * unit;
    return out;
  }

  /** Probabilities by class: 0 for those that `allowed` (1 = may be) leaves out. The array is reused by the next call. */
  probabilities(features: ArrayLike<number>, allowed?: Uint8Array): Float64Array {
    return softmax(this.scores(features), allowed);
  }
}

/** Scores → probabilities, in place. */
export function softmax(scores: Float64Array, allowed?: Uint8Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) {
    if (allowed?.[c] !== 0 && (scores[c] as number) > highest) highest = scores[c] as number;
  }
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const value = allowed?.[c] === 0 ? 0 : exponential((scores[c] as number) - highest);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
  return scores;
}
