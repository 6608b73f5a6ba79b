/**
 * Tagging with a sparse model: feature keys in, spans with probabilities out.
 *
 * Sums the rows of a position's features, finds the best path, and how probable each tag and span is. Buffers are
 * reused from call to call.
 */
import { Lattice } from "./lattice.ts";
import { hashPerfectly, type PerfectHash, slotOf } from "./perfect-hash.ts";
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
const FILTER_SHIFT = 32 - FILTER_BITS;
const FILTER_WORD = FILTER_SHIFT + 5;

/** Weights that one int32 holds, a byte each; MIDDLE is added to them, so that bytes are never negative. */
const LANES = 4;
const MIDDLE = 128;
/** The even bytes of an int32, each with room for a sum of MOST_KEYS of them. */
const EVEN = 0x00ff00ff;
const MOST_KEYS = 256;
/** Words of a row are added up in as many pairs of variables at a time. */
const STRIDE = 3;

export class Tagger {
  readonly model: SparseModel;
  readonly tags: number;
  readonly #lattice: Lattice;
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5));
  readonly #hash: PerfectHash;
  /** A slot is a key, then its row, the weights of all tags: to find a key is to have fetched its row. */
  readonly #table: Int32Array;
  /** Int32s of a slot, and of the row in it: tags / LANES, rounded up to whole strides. */
  readonly #slot: number;
  readonly #words: number;
  /** Sums of a row's even and odd bytes in turn, each two lanes of 16 bits. */
  readonly #sums: Int32Array;
  /** Of the position in hand: keys that the filter lets through, and places of the rows of those that are known. */
  readonly #keys = new Int32Array(MOST_KEYS + 1);
  readonly #found = new Int32Array(MOST_KEYS + 1);
  #emissions = new Float32Array(0);
  #marginals = new Float32Array(0);
  #path = new Int32Array(0);

  constructor(model: SparseModel) {
    this.model = model;
    this.tags = tagCount(model.kinds.length);
    this.#lattice = new Lattice(this.tags, RUNNING_BEAM);
    this.#lattice.setTransitions(model.transitions);
    this.#words = STRIDE * Math.ceil(this.tags / LANES / STRIDE);
    this.#slot = 1 + this.#words;
    this.#sums = new Int32Array(2 * this.#words);
    this.#hash = hashPerfectly(model.keys);
    this.#table = new Int32Array(this.#slot * this.#hash.slots);
    this.#fill();
  }

  #fill(): void {
    const { keys, rowStarts, entryTags, entryWeights } = this.model;
    const { seeds, bucketShift, slotShift } = this.#hash;
    const table = this.#table;
    const filter = this.#filter;
    const none = Math.imul(MIDDLE, 0x01010101);
    for (let n = 0; n < keys.length; n++) {
      const key = keys[n] as number;
      const at = this.#slot * slotOf(key, seeds[key >>> bucketShift] as number, slotShift);
      table[at] = key;
      table.fill(none, at + 1, at + this.#slot);
      for (let e = rowStarts[n] as number; e < (rowStarts[n + 1] as number); e++) {
        const tag = entryTags[e] as number;
        const word = at + 1 + (tag >> 2);
        table[word] = (table[word] as number) + ((entryWeights[e] as number) << (8 * (tag & 3)));
      }
      const word = key >>> FILTER_WORD;
      filter[word] = (filter[word] as number) | (1 << (key >>> FILTER_SHIFT));
    }
  }

  /**
   * Emission scores (length × tags) of `length` positions with `width` feature keys each; reused by the next call.
   *
   * @throws RangeError if a position has more keys than MOST_KEYS
   */
  emissions(features: Int32Array, width: number, length: number): Float32Array {
    const { tags } = this;
    if (this.#emissions.length < length * tags) {
      this.#emissions = new Float32Array(length * tags * 2);
      this.#marginals = new Float32Array(length * tags * 2);
      this.#path = new Int32Array(length * 2);
    }
    const out = this.#emissions;
    if (width > MOST_KEYS) throw new RangeError(`maek/learning: ${width} keys a position; at most ${MOST_KEYS} add up`);
    for (let i = 0; i < length; i++) {
      const count = this.#lookUp(features, i * width, (i + 1) * width);
      this.#addRows(count);
      this.#unpack(out, i * tags, count * MIDDLE);
    }
    return out;
  }

  /**
   * Writes the places of the rows of those keys that have one into #found; returns how many. First what the filter lets
   * through, then the slots of these: neither loop has a branch to wait at.
   */
  #lookUp(features: Int32Array, from: number, to: number): number {
    const { seeds, bucketShift, slotShift } = this.#hash;
    const filter = this.#filter;
    const table = this.#table;
    const size = this.#slot;
    const keys = this.#keys;
    const found = this.#found;
    let likely = 0;
    for (let f = from; f < to; f++) {
      const key = features[f] as number;
      keys[likely] = key;
      likely += ((filter[key >>> FILTER_WORD] as number) >>> (key >>> FILTER_SHIFT)) & 1;
    }
    let count = 0;
    for (let n = 0; n < likely; n++) {
      const key = keys[n] as number;
      const at = slotOf(key, seeds[key >>> bucketShift] as number, slotShift) * size;
      found[count] = at + 1;
      const other = (table[at] as number) ^ key;
      count += 1 + ((other | -other) >> 31);
    }
    return count;
  }

  /** Adds up the first `count` rows of #found. */
  #addRows(count: number): void {
    const found = this.#found;
    const table = this.#table;
    const sums = this.#sums;
    for (let w = 0; w < this.#words; w += STRIDE) {
      let evenA = 0;
      let oddA = 0;
      let evenB = 0;
      let oddB = 0;
      let evenC = 0;
      let oddC = 0;
      for (let n = 0; n < count; n++) {
        const at = (found[n] as number) + w;
        const a = table[at] as number;
        const b = table[at + 1] as number;
        const c = table[at + 2] as number;
        evenA = (evenA + (a & EVEN)) | 0;
        oddA = (oddA + ((a >>> 8) & EVEN)) | 0;
        evenB = (evenB + (b & EVEN)) | 0;
        oddB = (oddB + ((b >>> 8) & EVEN)) | 0;
        evenC = (evenC + (c & EVEN)) | 0;
        oddC = (oddC + ((c >>> 8) & EVEN)) | 0;
      }
      const to = 2 * w;
      sums[to] = evenA;
      sums[to + 1] = oddA;
      sums[to + 2] = evenB;
      sums[to + 3] = oddB;
      sums[to + 4] = evenC;
      sums[to + 5] = oddC;
    }
  }

  /** Takes the packed sums apart into scores of the tags. @param middle what all rows together have in excess */
  #unpack(out: Float32Array, base: number, middle: number): void {
    const { unit } = this.model;
    const sums = this.#sums;
    for (let t = 0; t < this.tags; t++) {
      const pair = sums[2 * (t >> 2) + (t & 1)] as number;
      out[base + t] = (((t & 2) === 0 ? pair & 0xffff : pair >>> 16) - middle) * unit;
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
