/**
 * Training of the tree scorer: the gold tree must score higher than every other by the number of wrong heads.
 *
 * Each sentence is decoded with a bonus for wrong heads; where the outcome is not gold, the parts that differ are moved by
 * AdaGrad. The weights given are the average over all steps. Sentences come in an order that depends on the seed alone.
 * References: B. Taskar, C. Guestrin, D. Koller, "Max-margin Markov networks", 2003; J. Duchi, E. Hazan, Y. Singer,
 * "Adaptive subgradient methods", 2011.
 */
import { MOST_FEATURES } from "../../src/korean/syntax/arc-features.ts";
import type { Atoms } from "../../src/korean/syntax/atoms.ts";
import { bestTree, type PartScores, type SortedTree } from "../../src/korean/syntax/decode.ts";
import { TreeScorer } from "../../src/korean/syntax/scorer.ts";
import { randoms, shuffled } from "../../src/learning/index.ts";

export interface ArcExample {
  readonly atoms: Atoms;
  readonly bank: number;
  readonly tree: SortedTree;
  /** Whether its treebank has arcs that are turned around. */
  readonly turns: boolean;
}

export interface ArcOptions {
  /** The table has 2 to the power of this many weights. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** What a wrong head adds to a score. */
  readonly cost: number;
  /** The share of templates that each sentence goes without, others each time. */
  readonly dropout: number;
  readonly seed: number;
  /** Called after each epoch. @param weights gives the weights averaged so far */
  readonly after?: (epoch: number, wrong: number, weights: () => Float32Array) => void;
}

const INITIAL_SQUARE = 1;

/** Weights of the tree scorer. */
export function trainArcs(examples: readonly ArcExample[], options: ArcOptions): Float32Array {
  const size = 2 ** options.bits;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(INITIAL_SQUARE);
  const weighted = new Float64Array(size);
  const scorer = new TreeScorer(weights);
  const order = Int32Array.from(examples, (_, i) => i);
  let good = new Int32Array(1 << 16);
  let bad = new Int32Array(1 << 16);
  const kept = new Uint8Array(2 * MOST_FEATURES);
  const random = randoms(options.seed);
  let step = 1;
  let gold: SortedTree;
  const costly: PartScores = {
    get sorts() {
      return scorer.sorts;
    },
    arc(dependent, head, out) {
      scorer.arc(dependent, head, out);
      for (let sorts = 0; sorts < 4; sorts++) {
        const right = gold.heads[dependent] === head && gold.turned[dependent] === (sorts & 1);
        if (!right) out[sorts] = (out[sorts] as number) + options.cost;
      }
    },
    pair: (outer, inner, head, out) => scorer.pair(outer, inner, head, out),
  };
  const move = (place: number, gradient: number) => {
    const square = (squares[place] as number) + 1;
    squares[place] = square;
    const change = (gradient * options.rate) / Math.sqrt(square);
    weights[place] = (weights[place] as number) + change;
    weighted[place] = (weighted[place] as number) + change * step;
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let wrong = 0;
    for (const index of shuffled(order, options.seed + epoch)) {
      const { atoms, bank, tree, turns } = examples[index] as ArcExample;
      const { length } = tree.heads;
      if (length < 2) continue;
      gold = tree;
      scorer.use(atoms, bank, turns);
      if (options.dropout > 0) scorer.keep(kept.map(() => (random() < options.dropout ? 0 : 1)));
      const found = bestTree(length, costly);
      step++;
      let errors = 0;
      for (let w = 0; w < length; w++) if (!sameArc(tree, found, w)) errors++;
      if (errors === 0) continue;
      wrong += errors;
      const most = length * 640;
      if (good.length < most) {
        good = new Int32Array(most);
        bad = new Int32Array(most);
      }
      const goodEnd = differingPlaces(scorer, tree, found, good);
      const badEnd = differingPlaces(scorer, found, tree, bad);
      for (let k = 0; k < goodEnd; k++) move(good[k] as number, 1);
      for (let k = 0; k < badEnd; k++) move(bad[k] as number, -1);
    }
    options.after?.(epoch, wrong, () => average(weights, weighted, step));
  }
  return average(weights, weighted, step);
}

function average(weights: Float32Array, weighted: Float64Array, step: number): Float32Array {
  return weights.map((weight, place) => weight - (weighted[place] as number) / step);
}

/** The weights in eight bits; the largest is 127. */
export function quantized(weights: Float32Array): Int8Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  return Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
}

function sameArc(tree: SortedTree, other: SortedTree, word: number): boolean {
  return tree.heads[word] === other.heads[word] && tree.turned[word] === other.turned[word];
}

/** Places of the features of those parts of `tree` that `other` lacks; gives how many. */
function differingPlaces(scorer: TreeScorer, tree: SortedTree, other: SortedTree, out: Int32Array): number {
  let end = 0;
  for (let w = 0; w < tree.heads.length; w++) {
    const head = tree.heads[w] as number;
    if (head < 0 || (sameArc(tree, other, w) && tree.turned[head] === other.turned[head])) continue;
    end = scorer.arcPlaces(w, head, 2 * (tree.turned[head] as number) + (tree.turned[w] as number), out, end);
  }
  const others = new Set(pairsOf(other).map(keyOf));
  for (const pair of pairsOf(tree)) {
    if (!others.has(keyOf(pair))) end = scorer.pairPlaces(...pair, out, end);
  }
  return end;
}

/** [outer, inner, head, sorts] as in PartScores. */
type Pair = [number, number, number, number];

const keyOf = ([outer, inner, head, sorts]: Pair): number => (((outer + 1) * 1024 + inner) * 1024 + head) * 8 + sorts;

/** The neighbouring arcs of a tree. */
function pairsOf({ heads, turned }: SortedTree): Pair[] {
  const pairs: Pair[] = [];
  const nearest = Int32Array.from(heads, (_, word) => word);
  const sort = (word: number) => (word < 0 ? 0 : (turned[word] as number));
  const add = (outer: number, inner: number, head: number) =>
    pairs.push([outer, inner, head, 4 * sort(head) + 2 * (inner === head ? 0 : sort(inner)) + sort(outer)]);
  for (let word = heads.length - 1; word >= 0; word--) {
    const head = heads[word] as number;
    if (head < 0) continue;
    add(word, nearest[head] as number, head);
    nearest[head] = word;
  }
  nearest.forEach((inner, head) => {
    if (inner !== head) add(-1, inner, head);
  });
  return pairs;
}
