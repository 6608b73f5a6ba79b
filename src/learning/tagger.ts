/**
 * Tagging with a sparse model: feature keys in, spans with probabilities out.
 *
 * Sums the rows of a position's features, finds the best path and, where something was found, how probable each span
 * is. Buffers are reused from call to call.
 */
import { Lattice } from "./lattice.ts";
import type { SparseModel } from "./sparse-model.ts";
import { spansOf, type TaggedSpan, tagCount } from "./tags.ts";

/** A span and its probability: the least probable of its positions' tags. */
export interface ScoredSpan extends TaggedSpan {
  readonly probability: number;
}

const BUCKET_BITS = 20;
const BUCKET_SHIFT = 32 - BUCKET_BITS;

export class Tagger {
  readonly model: SparseModel;
  readonly tags: number;
  readonly #lattice: Lattice;
  readonly #buckets: Uint32Array;
  readonly #weights: Float32Array;
  #emissions = new Float32Array(0);
  #marginals = new Float32Array(0);
  #path = new Int32Array(0);

  constructor(model: SparseModel) {
    this.model = model;
    this.tags = tagCount(model.kinds.length);
    this.#lattice = new Lattice(this.tags);
    this.#lattice.setTransitions(model.transitions);
    this.#buckets = new Uint32Array((1 << BUCKET_BITS) + 1);
    const { keys } = model;
    let bucket = 0;
    for (let n = 0; n < keys.length; n++) {
      const own = (keys[n] as number) >>> BUCKET_SHIFT;
      while (bucket <= own) this.#buckets[bucket++] = n;
    }
    this.#buckets.fill(keys.length, bucket);
    this.#weights = Float32Array.from(model.entryWeights, (weight) => weight * model.unit);
  }

  /** The row of a feature key, or -1. */
  #rowOf(key: number): number {
    const unsigned = key >>> 0;
    const bucket = unsigned >>> BUCKET_SHIFT;
    const { keys } = this.model;
    const end = this.#buckets[bucket + 1] as number;
    for (let n = this.#buckets[bucket] as number; n < end; n++) if (keys[n] === unsigned) return n;
    return -1;
  }

  /** Emission scores (length × tags) of `length` positions with `width` feature keys each; reused by the next call. */
  emissions(features: Int32Array, width: number, length: number): Float32Array {
    const { tags, model } = this;
    const { rowStarts, entryTags } = model;
    const weights = this.#weights;
    if (this.#emissions.length < length * tags) {
      this.#emissions = new Float32Array(length * tags * 2);
      this.#marginals = new Float32Array(length * tags * 2);
      this.#path = new Int32Array(length * 2);
    }
    const out = this.#emissions;
    out.fill(0, 0, length * tags);
    for (let i = 0; i < length; i++) {
      const base = i * tags;
      for (let f = i * width; f < (i + 1) * width; f++) {
        const key = features[f] as number;
        if (key === 0) continue;
        const row = this.#rowOf(key);
        if (row < 0) continue;
        const end = rowStarts[row + 1] as number;
        for (let n = rowStarts[row] as number; n < end; n++) {
          const at = base + (entryTags[n] as number);
          out[at] = (out[at] as number) + (weights[n] as number);
        }
      }
    }
    return out;
  }

  /** The spans of the best path through `length` positions. */
  tag(features: Int32Array, width: number, length: number): ScoredSpan[] {
    if (length === 0) return [];
    const emissions = this.emissions(features, width, length);
    this.#lattice.best(emissions, length, this.#path);
    const spans = spansOf(this.#path.subarray(0, length));
    if (spans.length === 0) return [];
    this.#lattice.marginals(emissions, length, this.#marginals);
    return spans.map((span) => {
      let probability = 1;
      for (let i = span.start; i < span.end; i++)
        probability = Math.min(probability, this.#marginals[i * this.tags + (this.#path[i] as number)] as number);
      return { ...span, probability };
    });
  }
}
