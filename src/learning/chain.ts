/**
 * A linear-chain conditional random field in training: dense weights, AdaGrad, partly annotated sequences.
 *
 * Takes sequences of feature rows with a mask of allowed tags a position. A fully annotated position allows one tag;
 * where several are allowed, the field is trained so that the allowed paths together become likely, which is how
 * missing annotation and coarser tag sets are learnt from. References: Lafferty, McCallum & Pereira 2001; Tsuboi et al.
 * 2008 (partial annotation); Duchi, Hazan & Singer 2011 (AdaGrad).
 */
import { Lattice } from "./lattice.ts";

/** Gradients smaller than this are left out: most positions are plain text that the field has long settled. */
const NEGLIGIBLE = 0.005;
const INITIAL_SQUARE = 0.1;

/** A sequence to learn from: positions [start, start + length) of a corpus, their allowed tags, its weight. */
export interface TrainingSequence {
  readonly start: number;
  readonly mask: Int32Array;
  readonly weight: number;
}

/** Feature rows of all positions of a corpus: position i has rows[starts[i]] … rows[starts[i + 1] - 1]. */
export interface FeatureRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Leaves out each feature of a sequence with probability `rate` while learning, those of rows below `sparing` aside, so
 * that no weight relies on a rare word being there: Sutton, Sindelar & McCallum 2006, Reducing Weight Undertraining in
 * Structured Discriminative Learning. Weights of the other rows are to be multiplied by 1 - rate when all are in use.
 */
export interface Dropout {
  readonly rate: number;
  readonly sparing: number;
}

const NO_DROPOUT: Dropout = { rate: 0, sparing: 0 };

const isSinglePath = (mask: Int32Array): boolean => mask.every((bits) => (bits & (bits - 1)) === 0);

export class Chain {
  readonly tags: number;
  readonly rowCount: number;
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
  readonly #dropout: Dropout;
  #salt = 0;
  #least = 0;
  readonly #squares: Float32Array;
  readonly #transitionSquares: Float64Array;
  readonly #lattice: Lattice;
  #emissions = new Float32Array(0);
  #expected = new Float32Array(0);
  #observed = new Float32Array(0);
  #steps = 0;

  constructor(tags: number, rowCount: number, dropout: Dropout = NO_DROPOUT) {
    this.tags = tags;
    this.rowCount = rowCount;
    this.weights = new Float32Array(rowCount * tags);
    this.#squares = new Float32Array(rowCount * tags).fill(INITIAL_SQUARE);
    this.#dropout = dropout;
    this.transitions = new Float64Array(tags * tags);
    this.#transitionSquares = new Float64Array(tags * tags).fill(1);
    this.#lattice = new Lattice(tags);
  }

  /** Emission scores (length × tags) of a sequence; the array is reused by the next call. */
  emissions(features: FeatureRows, start: number, length: number): Float32Array {
    const { tags, weights } = this;
    const size = length * tags;
    if (this.#emissions.length < size) {
      this.#emissions = new Float32Array(size * 2);
      this.#expected = new Float32Array(size * 2);
      this.#observed = new Float32Array(size * 2);
    }
    const out = this.#emissions;
    out.fill(0, 0, size);
    const { sparing } = this.#dropout;
    const least = this.#least;
    const salt = this.#salt;
    for (let i = 0; i < length; i++) {
      const row = i * tags;
      const to = features.starts[start + i + 1] as number;
      for (let f = features.starts[start + i] as number; f < to; f++) {
        const feature = features.rows[f] as number;
        if (feature >= sparing && Math.imul(feature ^ salt, 0x9e3779b1) >>> 24 < least) continue;
        const base = feature * tags;
        for (let t = 0; t < tags; t++) out[row + t] = (out[row + t] as number) + (weights[base + t] as number);
      }
    }
    return out;
  }

  /** Best path of a sequence under the present weights. */
  best(features: FeatureRows, start: number, length: number, mask?: Int32Array): Int32Array {
    const emissions = this.emissions(features, start, length);
    this.#lattice.setTransitions(this.transitions);
    const path = new Int32Array(length);
    this.#lattice.best(emissions, length, path, mask);
    return path;
  }

  /** Probability of each tag at each position (length × tags); the array is reused by the next call. */
  marginals(features: FeatureRows, start: number, length: number): Float32Array {
    const emissions = this.emissions(features, start, length);
    this.#lattice.setTransitions(this.transitions);
    this.#lattice.marginals(emissions, length, this.#expected);
    return this.#expected;
  }

  /** One step of AdaGrad on one sequence; returns its negative log likelihood before the step. */
  learn(features: FeatureRows, sequence: TrainingSequence, rate: number): number {
    const { tags } = this;
    const { start, mask } = sequence;
    const length = mask.length;
    this.#salt = Math.imul(this.#steps + 1, 0x85ebca6b);
    this.#least = Math.round(this.#dropout.rate * 256);
    const emissions = this.emissions(features, start, length);
    this.#least = 0;
    if (this.#steps++ % 8 === 0) this.#lattice.setTransitions(this.transitions);
    const steps = new Float64Array(tags * tags);
    const all = this.#lattice.marginals(emissions, length, this.#expected, undefined, { counts: steps, sign: -1 });
    const allowed = isSinglePath(mask)
      ? this.#followPath(emissions, mask, steps)
      : this.#lattice.marginals(emissions, length, this.#observed, mask, { counts: steps, sign: 1 });
    if (!Number.isFinite(allowed)) return 0;
    this.#least = Math.round(this.#dropout.rate * 256);
    for (let i = 0; i < length; i++) this.#update(features, start + i, i * tags, sequence.weight, rate);
    this.#least = 0;
    for (let k = 0; k < steps.length; k++) {
      const gradient = (steps[k] as number) * sequence.weight;
      if (gradient === 0) continue;
      const square = (this.#transitionSquares[k] as number) + gradient * gradient;
      this.#transitionSquares[k] = square;
      this.transitions[k] = (this.transitions[k] as number) + (rate * gradient) / Math.sqrt(square);
    }
    return all - allowed;
  }

  /** What `marginals` under a mask of one path would give, without the lattice. */
  #followPath(emissions: Float32Array, mask: Int32Array, steps: Float64Array): number {
    const { tags } = this;
    this.#observed.fill(0, 0, mask.length * tags);
    let score = 0;
    let previous = -1;
    mask.forEach((bits, i) => {
      const tag = 31 - Math.clz32(bits);
      this.#observed[i * tags + tag] = 1;
      score += emissions[i * tags + tag] as number;
      if (previous >= 0) {
        const step = previous * tags + tag;
        steps[step] = (steps[step] as number) + 1;
        score += this.transitions[step] as number;
      }
      previous = tag;
    });
    return score;
  }

  #update(features: FeatureRows, position: number, row: number, weight: number, rate: number): void {
    const { tags, weights } = this;
    const squares = this.#squares;
    const { sparing } = this.#dropout;
    const least = this.#least;
    const salt = this.#salt;
    const from = features.starts[position] as number;
    const to = features.starts[position + 1] as number;
    for (let t = 0; t < tags; t++) {
      const difference = (this.#observed[row + t] as number) - (this.#expected[row + t] as number);
      if (difference < NEGLIGIBLE && difference > -NEGLIGIBLE) continue;
      const gradient = difference * weight;
      const squared = gradient * gradient;
      const step = rate * gradient;
      for (let f = from; f < to; f++) {
        const feature = features.rows[f] as number;
        if (feature >= sparing && Math.imul(feature ^ salt, 0x9e3779b1) >>> 24 < least) continue;
        const k = feature * tags + t;
        const square = (squares[k] as number) + squared;
        squares[k] = square;
        weights[k] = (weights[k] as number) + step / Math.sqrt(square);
      }
    }
  }
}
