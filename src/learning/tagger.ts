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

const LAST = -128;

/** Bits of the filter that says at once that a key is unknown; half a megabyte stays in the processor's cache. */
const FILTER_BITS = 22;

export class Tagger {
  readonly model: SparseModel;
  readonly tags: number;
  readonly #lattice: Lattice;
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5));
  /** Open addressing: slot n holds the key at 2n and the start of its row at 2n + 1. */
  readonly #table: Int32Array;
  readonly #mask: number;
  /** Tag and weight by turns; a tag's bit 7 says that it is its row's last. */
  readonly #entries: Int8Array;
  #emissions = new Float32Array(0);
  #marginals = new Float32Array(0);
  #path = new Int32Array(0);

  constructor(model: SparseModel) {
    this.model = model;
    this.tags = tagCount(model.kinds.length);
    this.#lattice = new Lattice(this.tags);
    this.#lattice.setTransitions(model.transitions);
    let slots = 16;
    while (slots < model.keys.length * 1.6) slots *= 2;
    this.#mask = slots - 1;
    this.#table = new Int32Array(2 * slots);
    this.#entries = new Int8Array(2 * model.entryTags.length);
    this.#fill();
  }

  #fill(): void {
    const { keys, rowStarts, entryTags, entryWeights } = this.model;
    const entries = this.#entries;
    for (let n = 0; n < entryTags.length; n++) {
      entries[2 * n] = entryTags[n] as number;
      entries[2 * n + 1] = entryWeights[n] as number;
    }
    for (let n = 0; n < keys.length; n++) {
      const key = (keys[n] as number) | 0;
      const from = rowStarts[n] as number;
      const to = rowStarts[n + 1] as number;
      if (from === to) continue;
      entries[2 * (to - 1)] = (entries[2 * (to - 1)] as number) | LAST;
      const bit = key >>> (32 - FILTER_BITS);
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] as number) | (1 << (bit & 31));
      let slot = key & this.#mask;
      while (this.#table[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#table[2 * slot] = key;
      this.#table[2 * slot + 1] = from;
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
    out.fill(0, 0, length * tags);
    this.#addRows(features, width, length, out);
    return out;
  }

  #addRows(features: Int32Array, width: number, length: number, out: Float32Array): void {
    const { tags } = this;
    const { unit } = this.model;
    const filter = this.#filter;
    const table = this.#table;
    const mask = this.#mask;
    const entries = this.#entries;
    const sums = new Int32Array(tags);
    for (let i = 0; i < length; i++) {
      sums.fill(0);
      const to = (i + 1) * width;
      for (let f = i * width; f < to; f++) {
        const key = features[f] as number;
        const bit = key >>> (32 - FILTER_BITS);
        if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
        let slot = key & mask;
        let found = table[2 * slot] as number;
        while (found !== key && found !== 0) {
          slot = (slot + 1) & mask;
          found = table[2 * slot] as number;
        }
        if (found === 0) continue;
        for (let n = 2 * (table[2 * slot + 1] as number); ; n += 2) {
          const tag = entries[n] as number;
          const own = tag & 127;
          sums[own] = (sums[own] as number) + (entries[n + 1] as number);
          if (tag < 0) break;
        }
      }
      const base = i * tags;
      for (let t = 0; t < tags; t++) out[base + t] = (out[base + t] as number) + (sums[t] as number) * unit;
    }
  }

  /** The spans of the best path through `length` positions. */
  tag(features: Int32Array, width: number, length: number): ScoredSpan[] {
    if (length === 0) return [];
    const emissions = this.emissions(features, width, length);
    return this.#spans(emissions, length, false).spans;
  }

  /** The spans, and each tag's probability at each position (length × tags; the array is reused by the next call). */
  read(features: Int32Array, width: number, length: number): { spans: ScoredSpan[]; marginals: Float32Array } {
    if (length === 0) return { spans: [], marginals: this.#marginals };
    const emissions = this.emissions(features, width, length);
    return this.#spans(emissions, length, true);
  }

  /** Probabilities are worked out only where there is a span to weigh, or when they are asked for. */
  #spans(emissions: Float32Array, length: number, always: boolean): { spans: ScoredSpan[]; marginals: Float32Array } {
    const marginals = this.#marginals;
    this.#lattice.best(emissions, length, this.#path);
    const spans = spansOf(this.#path.subarray(0, length));
    if (spans.length > 0 || always) this.#lattice.marginals(emissions, length, marginals);
    const scored = spans.map((span) => {
      let probability = 1;
      for (let i = span.start; i < span.end; i++)
        probability = Math.min(probability, marginals[i * this.tags + (this.#path[i] as number)] as number);
      return { ...span, probability };
    });
    return { spans: scored, marginals };
  }
}
