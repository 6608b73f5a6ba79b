/**
 * Tagging with a sparse model: feature keys in, spans with probabilities out.
 *
 * Sums the rows of a position's features, finds the best path, and how probable each tag and span is. Buffers are reused from call to call.
 */
import { Lattice } from "./lattice.ts";
import type { SparseModel } from "./sparse-model.ts";
import { spansOf, type TaggedSpan, tagCount } from "./tags.ts";

/** A span and its probability: the least probable of its positions' tags. */
export interface ScoredSpan extends TaggedSpan {
  readonly probability: number;
}

/** Paths this far (in natural logarithms) behind the best are given up: below 0.1 % of a position's probability. */
const RUNNING_BEAM = 8;

/** Bits of the filter that says at once that a key is unknown; what it takes stays in the processor's cache. */
const FILTER_BITS = 21;

/** Lanes of a packed number: three sums of weights, each below half of LANE either way, make one exact double. */
const LANES = 3;
const LANE = 2 ** 17;
/** Doubles of a row are added up in as many variables at a time. */
const STRIDE = 4;

export class Tagger {
  readonly model: SparseModel;
  readonly tags: number;
  readonly #lattice: Lattice;
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5));
  /** Open addressing: slot n holds the key at 2n and the place of its row in #rows at 2n + 1. */
  readonly #table: Int32Array;
  readonly #mask: number;
  /** Doubles a row takes: tags / LANES, rounded up to whole strides. */
  readonly #words: number;
  /** A row for each key, weights of all tags: LANES of them packed into a double, so that one addition adds three. */
  readonly #rows: Float64Array;
  readonly #sums: Float64Array;
  #found = new Int32Array(0);
  #emissions = new Float32Array(0);
  #marginals = new Float32Array(0);
  #path = new Int32Array(0);

  constructor(model: SparseModel) {
    this.model = model;
    this.tags = tagCount(model.kinds.length);
    this.#lattice = new Lattice(this.tags, RUNNING_BEAM);
    this.#lattice.setTransitions(model.transitions);
    let slots = 16;
    while (slots < model.keys.length * 1.6) slots *= 2;
    this.#mask = slots - 1;
    this.#table = new Int32Array(2 * slots);
    this.#words = STRIDE * Math.ceil(this.tags / LANES / STRIDE);
    this.#rows = new Float64Array(this.#words * model.keys.length);
    this.#sums = new Float64Array(this.#words);
    this.#fill();
  }

  #fill(): void {
    const { keys, rowStarts, entryTags, entryWeights } = this.model;
    const rows = this.#rows;
    const words = Int32Array.from({ length: this.tags }, (_, tag) => Math.floor(tag / LANES));
    const factors = Float64Array.from({ length: this.tags }, (_, tag) => LANE ** (tag % LANES));
    for (let n = 0; n < keys.length; n++) {
      const key = (keys[n] as number) | 0;
      const row = n * this.#words;
      for (let e = rowStarts[n] as number; e < (rowStarts[n + 1] as number); e++) {
        const tag = entryTags[e] as number;
        const word = row + (words[tag] as number);
        rows[word] = (rows[word] as number) + (entryWeights[e] as number) * (factors[tag] as number);
      }
      const bit = key >>> (32 - FILTER_BITS);
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] as number) | (1 << (bit & 31));
      let slot = key & this.#mask;
      while (this.#table[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#table[2 * slot] = key;
      this.#table[2 * slot + 1] = row;
    }
  }

  /** Emission scores (length × tags) of `length` positions with `width` feature keys each; reused by the next call. */
  emissions(features: Int32Array, width: number, length: number): Float32Array {
    const { tags } = this;
    if (this.#emissions.length < length * tags) {
      this.#emissions = new Float32Array(length * tags * 2);
      this.#marginals = new Float32Array(length * tags * 2);
      this.#path = new Int32Array(length * 2);
    }
    const out = this.#emissions;
    for (let i = 0; i < length; i++) {
      this.#addRows(features, i * width, (i + 1) * width);
      this.#unpack(out, i * tags);
    }
    return out;
  }

  /** Adds up the rows of the keys features[from] … features[to - 1]. */
  #addRows(features: Int32Array, from: number, to: number): void {
    if (this.#found.length < to - from) this.#found = new Int32Array(to - from);
    const found = this.#found;
    const count = this.#lookUp(features, from, to, found);
    const rows = this.#rows;
    const sums = this.#sums;
    for (let w = 0; w < sums.length; w += STRIDE) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let n = 0; n < count; n++) {
        const at = (found[n] as number) + w;
        a += rows[at] as number;
        b += rows[at + 1] as number;
        c += rows[at + 2] as number;
        d += rows[at + 3] as number;
      }
      sums[w] = a;
      sums[w + 1] = b;
      sums[w + 2] = c;
      sums[w + 3] = d;
    }
  }

  /** Writes the places of the rows of those keys that have one into `rows`; returns how many. */
  #lookUp(features: Int32Array, from: number, to: number, rows: Int32Array): number {
    const filter = this.#filter;
    const table = this.#table;
    const mask = this.#mask;
    let count = 0;
    for (let f = from; f < to; f++) {
      const key = features[f] as number;
      const bit = key >>> (32 - FILTER_BITS);
      if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      let slot = key & mask;
      let found = table[2 * slot] as number;
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask;
        found = table[2 * slot] as number;
      }
      if (found !== 0) rows[count++] = table[2 * slot + 1] as number;
    }
    return count;
  }

  /** Takes the packed sums apart into scores of the tags. */
  #unpack(out: Float32Array, base: number): void {
    const { unit } = this.model;
    const sums = this.#sums;
    let t = base;
    const end = base + this.tags;
    for (let w = 0; w < sums.length; w++) {
      let rest = sums[w] as number;
      for (let lane = 0; lane < LANES && t < end; lane++) {
        const upper = Math.floor(rest / LANE + 0.5);
        out[t++] = (rest - upper * LANE) * unit;
        rest = upper;
      }
    }
  }

  /** The spans of the best path through `length` positions. */
  tag(features: Int32Array, width: number, length: number): ScoredSpan[] {
    return this.read(features, width, length).spans;
  }

  /** The spans, and each tag's probability at each position (length × tags; the array is reused by the next call). */
  read(features: Int32Array, width: number, length: number): { spans: ScoredSpan[]; marginals: Float32Array } {
    if (length === 0) return { spans: [], marginals: this.#marginals };
    const emissions = this.emissions(features, width, length);
    const marginals = this.#marginals;
    const path = this.#path;
    this.#lattice.read(emissions, length, path, marginals);
    const spans = spansOf(path.subarray(0, length)).map((span) => {
      let probability = 1;
      for (let i = span.start; i < span.end; i++)
        probability = Math.min(probability, marginals[i * this.tags + (path[i] as number)] as number);
      return { ...span, probability };
    });
    return { spans, marginals };
  }
}
