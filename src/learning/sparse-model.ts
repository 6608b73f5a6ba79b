/**
 * A trained linear chain, made small: only the weights that matter, in eight bits, found by feature key.
 *
 * Takes dense weights of numbered features and gives sorted keys, each with a row of (tag, weight). Looking a key up
 * goes through a table of the keys' upper bits, so loading needs no hashing and a look-up touches one short run of keys.
 */

/** What a tagger needs: kinds, transitions, and sparse rows of weights by feature key. */
export interface SparseModel {
  /** Names of the kinds, in the order of their tags. */
  readonly kinds: readonly string[];
  /** What else the maker wants to remember: the features' version, say. */
  readonly about: string;
  /** Scores of steps, tags × tags, from × to. */
  readonly transitions: Float32Array;
  /** Feature keys as unsigned numbers, ascending. */
  readonly keys: Uint32Array;
  /** Row n has entries rowStarts[n] … rowStarts[n + 1] - 1. */
  readonly rowStarts: Uint32Array;
  readonly entryTags: Uint8Array;
  /** In units of `unit`. */
  readonly entryWeights: Int8Array;
  readonly unit: number;
}

/** Dense weights as they come from training. */
export interface DenseWeights {
  readonly tags: number;
  /** Row n belongs to keys[n]. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly transitions: ArrayLike<number>;
}

export interface PruneOptions {
  /** Weights below this, either way, are dropped. */
  readonly smallest: number;
  /** Rows none of whose weights reaches this are dropped. */
  readonly rowSmallest: number;
  /** Weights beyond this, either way, are cut to it; it is 127 units. */
  readonly largest: number;
}

/** Keeps what matters of the dense weights. */
export function prune(
  dense: DenseWeights,
  kinds: readonly string[],
  about: string,
  options: PruneOptions,
): SparseModel {
  const { tags, weights } = dense;
  const unit = options.largest / 127;
  const kept: number[] = [];
  for (let row = 0; row < dense.keys.length; row++) {
    let highest = 0;
    for (let t = 0; t < tags; t++) highest = Math.max(highest, Math.abs(weights[row * tags + t] as number));
    if (highest >= options.rowSmallest) kept.push(row);
  }
  kept.sort((a, b) => ((dense.keys[a] as number) >>> 0) - ((dense.keys[b] as number) >>> 0));
  const entryTags: number[] = [];
  const entryWeights: number[] = [];
  const rowStarts = new Uint32Array(kept.length + 1);
  kept.forEach((row, n) => {
    rowStarts[n] = entryTags.length;
    for (let t = 0; t < tags; t++) {
      const weight = weights[row * tags + t] as number;
      if (Math.abs(weight) < options.smallest) continue;
      const quantum = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (quantum === 0) continue;
      entryTags.push(t);
      entryWeights.push(quantum);
    }
  });
  rowStarts[kept.length] = entryTags.length;
  return {
    kinds,
    about,
    transitions: Float32Array.from(dense.transitions),
    keys: Uint32Array.from(kept, (row) => (dense.keys[row] as number) >>> 0),
    rowStarts,
    entryTags: Uint8Array.from(entryTags),
    entryWeights: Int8Array.from(entryWeights),
    unit,
  };
}
