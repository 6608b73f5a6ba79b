/**
 * Scores parts of a tree with a table of weights that features hash into.
 *
 * A feature has two places in the table: one shared by all treebanks, one of its own treebank's, so that what the
 * annotation schemes have in common is learned from all and the rest from each (H. Daumé III, "Frustratingly easy domain
 * adaptation", 2007). Different features may meet in one place: with millions of places that costs little (K. Ganchev,
 * M. Dredze, "Small statistical models by random feature mixing", 2008).
 */
import { finish, mix } from "../../learning/index.ts";
import {
  arcFeatures,
  HEAD_SORTED_ARC_FEATURES,
  MOST_FEATURES,
  pairFeatures,
  SORTED_ARC_FEATURES,
  SORTED_PAIR_FEATURES,
} from "./arc-features.ts";
import type { Atoms } from "./atoms.ts";
import type { PartScores } from "./decode.ts";

/** Weights by place; their number is a power of two. */
export type WeightTable = Float32Array | Int8Array;

const OWN = 0x5bd1e995;
const SORT = 0x3c6ef372;

/** Scores arcs and pairs of arcs of the sentence it was last given. */
export class TreeScorer implements PartScores {
  readonly #weights: WeightTable;
  readonly #shift: number;
  readonly #features = new Int32Array(MOST_FEATURES);
  #atoms: Atoms | undefined;
  #own = 0;
  #sorts = 2;
  #kept: Uint8Array | undefined;

  constructor(weights: WeightTable) {
    this.#weights = weights;
    this.#shift = 32 - Math.log2(weights.length);
  }

  /**
   * @param bank index of the treebank whose scheme is meant
   * @param turns whether that scheme has arcs that are turned around
   */
  use(atoms: Atoms, bank: number, turns: boolean): void {
    this.#sorts = turns ? 2 : 1;
    this.#atoms = atoms;
    this.#own = mix(OWN, bank + 1);
  }

  /**
   * Counts only some templates from now on, for dropout in training.
   * @param templates 0 for those left out: an arc's first, from MOST_FEATURES on a pair's; all count where absent
   */
  keep(templates: Uint8Array | undefined): void {
    this.#kept = templates;
  }

  get sorts(): number {
    return this.#sorts;
  }

  arc(dependent: number, head: number, out: Float64Array): void {
    const count = arcFeatures(this.#atoms as Atoms, dependent, head, this.#features);
    const plain = this.#sum(0, count, 0);
    out[0] = plain;
    if (this.#sorts === 1) return;
    const turned = plain + this.#sum(0, SORTED_ARC_FEATURES, sorted(1));
    out[1] = turned;
    if (head === (this.#atoms as Atoms).length - 1) return;
    out[2] = plain + this.#sum(0, HEAD_SORTED_ARC_FEATURES, sorted(2));
    out[3] = turned + this.#sum(0, HEAD_SORTED_ARC_FEATURES, sorted(3));
  }

  pair(outer: number, inner: number, head: number, out: Float64Array): void {
    const count = pairFeatures(this.#atoms as Atoms, outer, inner, head, this.#features);
    const score = this.#sum(MOST_FEATURES, count, 0);
    out[0] = score;
    if (this.#sorts === 1) return;
    const headTurns = head < (this.#atoms as Atoms).length - 1;
    for (let sorts = 0; sorts < 4; sorts++) {
      if ((outer < 0 && (sorts & 1) === 1) || (inner === head && sorts > 1)) continue;
      const own = sorts === 0 ? score : score + this.#sum(MOST_FEATURES, SORTED_PAIR_FEATURES, sorted(sorts));
      out[sorts] = own;
      if (headTurns) out[4 + sorts] = own + this.#sum(MOST_FEATURES, SORTED_PAIR_FEATURES, sorted(4 + sorts));
    }
  }

  /** Adds the places of an arc's features to `out`, from `at` on; gives where they end. @param sorts as in PartScores */
  arcPlaces(dependent: number, head: number, sorts: number, out: Int32Array, at: number): number {
    const count = arcFeatures(this.#atoms as Atoms, dependent, head, this.#features);
    let end = this.#places(0, count, 0, out, at);
    if ((sorts & 1) === 1) end = this.#places(0, SORTED_ARC_FEATURES, sorted(1), out, end);
    return sorts < 2 ? end : this.#places(0, HEAD_SORTED_ARC_FEATURES, sorted(sorts), out, end);
  }

  /** The same for a pair of arcs. @param sorts as in PartScores */
  pairPlaces(outer: number, inner: number, head: number, sorts: number, out: Int32Array, at: number): number {
    const count = pairFeatures(this.#atoms as Atoms, outer, inner, head, this.#features);
    let end = this.#places(MOST_FEATURES, count, 0, out, at);
    if ((sorts & 3) > 0) end = this.#places(MOST_FEATURES, SORTED_PAIR_FEATURES, sorted(sorts & 3), out, end);
    return sorts < 4 ? end : this.#places(MOST_FEATURES, SORTED_PAIR_FEATURES, sorted(sorts), out, end);
  }

  #places(template: number, count: number, salt: number, out: Int32Array, at: number): number {
    let end = at;
    for (let f = 0; f < count; f++) {
      if (this.#kept?.[template + f] === 0) continue;
      const feature = (this.#features[f] as number) ^ salt;
      out[end++] = finish(feature) >>> this.#shift;
      out[end++] = finish(mix(this.#own, feature)) >>> this.#shift;
    }
    return end;
  }

  #sum(template: number, count: number, salt: number): number {
    const weights = this.#weights;
    const shift = this.#shift;
    const own = this.#own;
    const kept = this.#kept;
    let sum = 0;
    for (let f = 0; f < count; f++) {
      if (kept !== undefined && kept[template + f] === 0) continue;
      const feature = (this.#features[f] as number) ^ salt;
      sum += (weights[finish(feature) >>> shift] as number) + (weights[finish(mix(own, feature)) >>> shift] as number);
    }
    return sum;
  }
}

/** What tells the features of arcs of these sorts from the same of plain ones. */
function sorted(sorts: number): number {
  return Math.imul(SORT, sorts);
}
