/**
 * The lattice of a linear chain: from scores of each tag at each position to the best path or to probabilities.
 *
 * Takes emission scores (length × tags, row by row) and transition scores (tags × tags, from × to); forbidden steps are
 * those of BIO. Gives the best path (Viterbi) or each tag's probability at each position (forward-backward on scaled
 * probabilities). A mask of allowed tags a position (bit t for tag t) restricts the paths: that is how partly annotated
 * text is read. Reference: Sutton & McCallum 2012, An Introduction to Conditional Random Fields.
 */
import { exponential } from "./exponential.ts";
import { isInside, mayFollow } from "./tags.ts";

const ALL = -1;

/** Where `marginals` adds the probabilities of steps from tag to tag, and with which sign. */
export interface PairCounts {
  readonly counts: Float64Array;
  readonly sign: 1 | -1;
}

/** Reusable buffers and the transitions of one tag set; not to be shared between concurrent callers. */
export class Lattice {
  readonly tags: number;
  readonly #transitions: Float64Array;
  readonly #factors: Float64Array;
  #forward = new Float64Array(0);
  #emission = new Float64Array(0);
  #scales = new Float64Array(0);
  #back = new Int8Array(0);

  constructor(tags: number) {
    this.tags = tags;
    this.#transitions = new Float64Array(tags * tags);
    this.#factors = new Float64Array(tags * tags).fill(1);
  }

  /** Copies the transition scores (tags × tags, from × to). */
  setTransitions(scores: ArrayLike<number>): void {
    this.#transitions.set(scores);
    for (let i = 0; i < this.#factors.length; i++) this.#factors[i] = exponential(scores[i] as number);
  }

  #reserve(length: number): void {
    const size = length * this.tags;
    if (this.#forward.length >= size) return;
    this.#forward = new Float64Array(size * 2);
    this.#emission = new Float64Array(size * 2);
    this.#scales = new Float64Array(length * 2);
    this.#back = new Int8Array(size * 2);
  }

  /** Writes the best path into `path`. */
  best(emissions: Float32Array, length: number, path: Int32Array, mask?: Int32Array): void {
    if (length === 0) return;
    this.#reserve(length);
    const { tags } = this;
    const score = this.#forward;
    const back = this.#back;
    const transitions = this.#transitions;
    for (let i = 0; i < length; i++) {
      const row = i * tags;
      const above = row - tags;
      const allowed = mask ? (mask[i] as number) : ALL;
      for (let t = 0; t < tags; t++) {
        let best = Number.NEGATIVE_INFINITY;
        let from = 0;
        const inside = isInside(t);
        if (i === 0) best = inside ? best : 0;
        else if (inside) {
          from = t - 1;
          best = (score[above + t - 1] as number) + (transitions[(t - 1) * tags + t] as number);
          const stay = (score[above + t] as number) + (transitions[t * tags + t] as number);
          if (stay > best) {
            best = stay;
            from = t;
          }
        } else {
          for (let s = 0; s < tags; s++) {
            const reached = (score[above + s] as number) + (transitions[s * tags + t] as number);
            if (reached > best) {
              best = reached;
              from = s;
            }
          }
        }
        score[row + t] = (allowed >>> t) & 1 ? best + (emissions[row + t] as number) : Number.NEGATIVE_INFINITY;
        back[row + t] = from;
      }
    }
    let tag = 0;
    const last = (length - 1) * tags;
    for (let t = 1; t < tags; t++) if ((score[last + t] as number) > (score[last + tag] as number)) tag = t;
    for (let i = length - 1; i >= 0; i--) {
      path[i] = tag;
      tag = back[i * tags + tag] as number;
    }
  }

  /**
   * Writes each tag's probability at each position into `out` (length × tags) and returns the natural logarithm of the
   * sum over all allowed paths. With `pairs`, adds `pairs.sign` times each step's probability to `pairs.counts`
   * (tags × tags).
   */
  marginals(emissions: Float32Array, length: number, out: Float32Array, mask?: Int32Array, pairs?: PairCounts): number {
    if (length === 0) return 0;
    this.#reserve(length);
    const { tags } = this;
    const forward = this.#forward;
    const weight = this.#emission;
    const factors = this.#factors;
    let logSum = 0;
    for (let i = 0; i < length; i++) {
      const row = i * tags;
      const above = row - tags;
      const allowed = mask ? (mask[i] as number) : ALL;
      let highest = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < tags; t++) highest = Math.max(highest, emissions[row + t] as number);
      let total = 0;
      for (let t = 0; t < tags; t++) {
        if (((allowed >>> t) & 1) === 0) {
          weight[row + t] = 0;
          forward[row + t] = 0;
          continue;
        }
        const w = exponential((emissions[row + t] as number) - highest);
        let sum = 0;
        if (isInside(t)) {
          if (i > 0)
            sum =
              (forward[above + t - 1] as number) * (factors[(t - 1) * tags + t] as number) +
              (forward[above + t] as number) * (factors[t * tags + t] as number);
        } else if (i === 0) sum = 1;
        else for (let s = 0; s < tags; s++) sum += (forward[above + s] as number) * (factors[s * tags + t] as number);
        weight[row + t] = w;
        forward[row + t] = sum * w;
        total += sum * w;
      }
      const scale = total > 0 ? 1 / total : 1;
      for (let t = 0; t < tags; t++) forward[row + t] = (forward[row + t] as number) * scale;
      this.#scales[i] = scale;
      logSum += highest + (total > 0 ? Math.log(total) : -700);
    }
    this.#backward(length, out, pairs);
    return logSum;
  }

  /** Second half of `marginals`: runs back over the scaled forward sums and leaves probabilities in `out`. */
  #backward(length: number, out: Float32Array, pairs?: PairCounts): void {
    const { tags } = this;
    const forward = this.#forward;
    const weight = this.#emission;
    const factors = this.#factors;
    const after = new Float64Array(tags).fill(1);
    const reach = new Float64Array(tags);
    for (let i = length - 1; i >= 0; i--) {
      const row = i * tags;
      for (let t = 0; t < tags; t++) out[row + t] = (forward[row + t] as number) * (after[t] as number);
      if (i === 0) break;
      const scale = this.#scales[i] as number;
      for (let t = 0; t < tags; t++) reach[t] = (weight[row + t] as number) * (after[t] as number) * scale;
      if (pairs) this.#countPairs(row - tags, reach, pairs);
      for (let s = 0; s < tags; s++) {
        let sum = 0;
        const base = s * tags;
        for (let t = 0; t < tags; t = t === 0 ? 1 : t + 2) sum += (factors[base + t] as number) * (reach[t] as number);
        if (s > 0) {
          const inside = isInside(s) ? s : s + 1;
          sum += (factors[base + inside] as number) * (reach[inside] as number);
        }
        after[s] = sum;
      }
    }
  }

  #countPairs(above: number, reach: Float64Array, { counts, sign }: PairCounts): void {
    const { tags } = this;
    for (let s = 0; s < tags; s++) {
      const weight = sign * (this.#forward[above + s] as number);
      if (weight < 1e-6 && weight > -1e-6) continue;
      const base = s * tags;
      for (let t = 0; t < tags; t++) {
        if (!mayFollow(s, t)) continue;
        const at = base + t;
        counts[at] = (counts[at] as number) + weight * (this.#factors[at] as number) * (reach[t] as number);
      }
    }
  }
}
