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

/** How far (in natural logarithms) behind the best a path may be before it is given up. */
const BEAM = 15;

/** The tags that need no other before them: outside and all beginnings (bit 0 and the odd bits). */
const FREE = 0xaaaaaaaa | 1;

/** Bits of the tags that may follow any of these tags. */
const reachable = (before: number): number => FREE | ((before & 0xaaaaaaaa) << 1) | (before & 0x55555554);

/** Where `marginals` adds the probabilities of steps from tag to tag, and with which sign. */
export interface PairCounts {
  readonly counts: Float64Array;
  readonly sign: 1 | -1;
}

/** Reusable buffers and the transitions of one tag set; not to be shared between concurrent callers. */
export class Lattice {
  readonly tags: number;
  readonly #all: number;
  readonly #beam: number;
  readonly #transitions: Float64Array;
  readonly #factors: Float64Array;
  readonly #after: Float64Array;
  readonly #reach: Float64Array;
  /** Tags alive at each position: row i holds #counts[i] of them. */
  #alive = new Int8Array(0);
  #counts = new Int32Array(0);
  #back = new Int8Array(0);
  #score = new Float64Array(0);
  #forward = new Float64Array(0);
  #weight = new Float64Array(0);
  #scales = new Float64Array(0);

  /** @param beam a tag whose best path is this far behind its position's best is given up; Infinity for all paths */
  constructor(tags: number, beam = BEAM) {
    this.tags = tags;
    this.#all = 2 ** tags - 1;
    this.#beam = beam;
    this.#after = new Float64Array(tags);
    this.#reach = new Float64Array(tags);
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
    this.#alive = new Int8Array(size * 2);
    this.#counts = new Int32Array(length * 2);
    this.#back = new Int8Array(size * 2);
    this.#score = new Float64Array(size * 2);
    this.#forward = new Float64Array(size * 2);
    this.#weight = new Float64Array(size * 2);
    this.#scales = new Float64Array(length * 2);
  }

  /** Leads the best path to each tag of each position, and notes which tags are alive. */
  #lead(emissions: Float32Array, length: number, mask?: Int32Array): void {
    this.#reserve(length);
    const { tags } = this;
    const alive = this.#alive;
    const score = this.#score;
    const back = this.#back;
    const transitions = this.#transitions;
    let before = 0;
    let sources = 0;
    for (let i = 0; i < length; i++) {
      const row = i * tags;
      const above = row - tags;
      const open = (mask ? (mask[i] as number) : this.#all) & this.#all & reachable(before);
      let highest = Number.NEGATIVE_INFINITY;
      for (let bits = open; bits !== 0; bits &= bits - 1) {
        const t = 31 - Math.clz32(bits & -bits);
        let best = i > 0 ? Number.NEGATIVE_INFINITY : 0;
        let from = 0;
        if (isInside(t)) {
          for (let s = t - 1; s <= t; s++) {
            if ((before & (1 << s)) === 0) continue;
            const reached = (score[above + s] as number) + (transitions[s * tags + t] as number);
            if (reached > best) {
              best = reached;
              from = s;
            }
          }
        } else {
          for (let n = 0; n < sources; n++) {
            const s = alive[above + n] as number;
            const reached = (score[above + s] as number) + (transitions[s * tags + t] as number);
            if (reached > best) {
              best = reached;
              from = s;
            }
          }
        }
        best += emissions[row + t] as number;
        score[row + t] = best;
        back[row + t] = from;
        if (best > highest) highest = best;
      }
      const least = highest - this.#beam;
      sources = 0;
      before = 0;
      for (let bits = open; bits !== 0; bits &= bits - 1) {
        const t = 31 - Math.clz32(bits & -bits);
        const value = score[row + t] as number;
        if (value < least || value === Number.NEGATIVE_INFINITY) continue;
        alive[row + sources++] = t;
        before |= 1 << t;
      }
      this.#counts[i] = sources;
    }
  }

  /** Writes the best path into `path`. */
  best(emissions: Float32Array, length: number, path: Int32Array, mask?: Int32Array): void {
    if (length === 0) return;
    this.#lead(emissions, length, mask);
    this.#follow(length, path);
  }

  /** Writes the best path into `path` and each tag's probability at each position into `out`. */
  read(emissions: Float32Array, length: number, path: Int32Array, out: Float32Array): void {
    if (length === 0) return;
    this.#lead(emissions, length);
    this.#follow(length, path);
    this.#sumUp(emissions, length);
    this.#backward(length, out);
  }

  /** Goes back from the best last tag. */
  #follow(length: number, path: Int32Array): void {
    const { tags } = this;
    const score = this.#score;
    const last = (length - 1) * tags;
    let tag = this.#alive[last] as number;
    for (let m = 1; m < (this.#counts[length - 1] as number); m++) {
      const t = this.#alive[last + m] as number;
      if ((score[last + t] as number) > (score[last + tag] as number)) tag = t;
    }
    for (let i = length - 1; i >= 0; i--) {
      path[i] = tag;
      tag = this.#back[i * tags + tag] as number;
    }
  }

  /**
   * Writes each tag's probability at each position into `out` (length × tags) and returns the natural logarithm of the
   * sum over all allowed paths. With `pairs`, adds `pairs.sign` times each step's probability to `pairs.counts`
   * (tags × tags).
   */
  marginals(emissions: Float32Array, length: number, out: Float32Array, mask?: Int32Array, pairs?: PairCounts): number {
    if (length === 0) return 0;
    this.#lead(emissions, length, mask);
    const logSum = this.#sumUp(emissions, length);
    this.#backward(length, out, pairs);
    return logSum;
  }

  /** First half of `marginals`: sums of all paths of living tags up to each position, scaled to add up to 1 there. */
  #sumUp(emissions: Float32Array, length: number): number {
    const { tags } = this;
    const alive = this.#alive;
    const forward = this.#forward;
    const factors = this.#factors;
    let logSum = 0;
    let sources = 0;
    for (let i = 0; i < length; i++) {
      const row = i * tags;
      const above = row - tags;
      const targets = this.#counts[i] as number;
      let highest = Number.NEGATIVE_INFINITY;
      for (let m = 0; m < targets; m++)
        highest = Math.max(highest, emissions[row + (alive[row + m] as number)] as number);
      let total = 0;
      for (let m = 0; m < targets; m++) {
        const t = alive[row + m] as number;
        let sum = i > 0 ? 0 : 1;
        for (let n = 0; n < sources; n++) {
          const s = alive[above + n] as number;
          if (isInside(t) && s !== t && s !== t - 1) continue;
          sum += (forward[above + s] as number) * (factors[s * tags + t] as number);
        }
        const own = exponential((emissions[row + t] as number) - highest);
        this.#weight[row + t] = own;
        forward[row + t] = sum * own;
        total += sum * own;
      }
      const scale = total > 0 ? 1 / total : 1;
      for (let m = 0; m < targets; m++) {
        const at = row + (alive[row + m] as number);
        forward[at] = (forward[at] as number) * scale;
      }
      this.#scales[i] = scale;
      logSum += total > 0 ? highest + Math.log(total) : Number.NEGATIVE_INFINITY;
      sources = targets;
    }
    return logSum;
  }

  /** Second half of `marginals`: runs back over the scaled forward sums and leaves probabilities in `out`. */
  #backward(length: number, out: Float32Array, pairs?: PairCounts): void {
    const { tags } = this;
    const alive = this.#alive;
    const factors = this.#factors;
    const after = this.#after.fill(1);
    const reach = this.#reach;
    out.fill(0, 0, length * tags);
    for (let i = length - 1; i >= 0; i--) {
      const row = i * tags;
      const above = row - tags;
      const targets = this.#counts[i] as number;
      const scale = this.#scales[i] as number;
      for (let m = 0; m < targets; m++) {
        const t = alive[row + m] as number;
        out[row + t] = (this.#forward[row + t] as number) * (after[t] as number);
        reach[t] = (this.#weight[row + t] as number) * (after[t] as number) * scale;
      }
      if (i === 0) break;
      if (pairs) this.#countPairs(i, pairs);
      const sources = this.#counts[i - 1] as number;
      for (let n = 0; n < sources; n++) {
        const s = alive[above + n] as number;
        let sum = 0;
        for (let m = 0; m < targets; m++) {
          const t = alive[row + m] as number;
          if (mayFollow(s, t)) sum += (factors[s * tags + t] as number) * (reach[t] as number);
        }
        after[s] = sum;
      }
    }
  }

  /** Adds the probabilities of the steps into position i, whose onward sums stand in #reach. */
  #countPairs(i: number, { counts, sign }: PairCounts): void {
    const { tags } = this;
    const alive = this.#alive;
    const row = i * tags;
    const above = row - tags;
    for (let n = 0; n < (this.#counts[i - 1] as number); n++) {
      const s = alive[above + n] as number;
      const weight = sign * (this.#forward[above + s] as number);
      for (let m = 0; m < (this.#counts[i] as number); m++) {
        const t = alive[row + m] as number;
        if (!mayFollow(s, t)) continue;
        const at = s * tags + t;
        counts[at] = (counts[at] as number) + weight * (this.#factors[at] as number) * (this.#reach[t] as number);
      }
    }
  }
}
