/**
 * The best head-final tree of a sentence, by dynamic programming over spans.
 *
 * Takes the scores of arcs and of neighbouring arcs and gives each word a head behind it so that no two arcs cross, and
 * each arc its sort: plain (0), or turned around (1), where UD would let the dependent govern. In such a tree a word's
 * dependents are found from the nearest outward, and the next one always ends where the last one's words begin. O(n³).
 * Reference: J. Eisner, "Three new probabilistic models for dependency parsing", 1996; R. McDonald, F. Pereira, "Online
 * learning of approximate dependency parsing algorithms", 2006 (siblings).
 */

/** Scores of the parts of a tree. Words are counted from 0. The head's sort is that of the arc from it: 0 for the root. */
export interface PartScores {
  /** 2, or 1 where all arcs are plain. */
  readonly sorts: number;
  /** Writes the score of the arc to `out[2 * headSort + sort]`. */
  arc(dependent: number, head: number, out: Float64Array): void;
  /**
   * Writes the score of two neighbouring arcs to the same head to `out[4 * headSort + 2 * innerSort + outerSort]`.
   * @param outer -1 where `inner` is the farthest dependent; its sort is 0 then
   * @param inner the head itself where `outer` is the nearest dependent; its sort is 0 then
   */
  pair(outer: number, inner: number, head: number, out: Float64Array): void;
}

/** A tree in which every head stands behind its dependents. */
export interface SortedTree {
  /** By word; the last word's is -1. */
  readonly heads: Int32Array;
  /** 1 where the arc from a word is turned around. */
  readonly turned: Uint8Array;
}

/**
 * The tree that scores highest; of equals, the first found.
 * @param length number of words, at least 1
 */
export function bestTree(length: number, scores: PartScores): SortedTree {
  // whole[h, i, j]: j, with an arc of sort h from it, governs i … j-1 and nothing before. open[2h + s, i, j]: the same,
  // and its next dependent will be i-1 by an arc of sort s. Each remembers its last dependent as 2 * word + sort.
  const size = length + 1;
  const area = size * size;
  const whole = new Float64Array(2 * area);
  const open = new Float64Array(4 * area);
  const wholeLast = new Int32Array(2 * area).fill(-1);
  const openLast = new Int32Array(4 * area).fill(-1);
  const arc = new Float64Array(4);
  const pair = new Float64Array(8);
  const { sorts } = scores;
  for (let j = 0; j < length; j++) {
    const headSorts = j === length - 1 ? 1 : sorts;
    for (let i = j; i >= 0; i--) {
      const at = i * size + j;
      for (let h = 0; h < headSorts && i < j; h++) whole[h * area + at] = Number.NEGATIVE_INFINITY;
      for (let c = i; c < j; c++) {
        scores.pair(-1, c, j, pair);
        const before = (c + 1) * size + j;
        for (let h = 0; h < headSorts; h++) {
          for (let s = 0; s < sorts; s++) {
            const score =
              (open[(2 * h + s) * area + before] as number) +
              (whole[s * area + i * size + c] as number) +
              (pair[4 * h + 2 * s] as number);
            if (score <= (whole[h * area + at] as number)) continue;
            whole[h * area + at] = score;
            wholeLast[h * area + at] = 2 * c + s;
          }
        }
      }
      if (i === 0) continue;
      if (i === j) scores.pair(j - 1, j, j, pair);
      for (let h = 0; h < headSorts; h++) {
        for (let s = 0; s < sorts; s++) {
          open[(2 * h + s) * area + at] = i === j ? (pair[4 * h + s] as number) : Number.NEGATIVE_INFINITY;
        }
      }
      for (let c = i; c < j; c++) {
        scores.pair(i - 1, c, j, pair);
        const before = (c + 1) * size + j;
        for (let h = 0; h < headSorts; h++) {
          for (let s = 0; s < sorts; s++) {
            const inside = (open[(2 * h + s) * area + before] as number) + (whole[s * area + i * size + c] as number);
            for (let outer = 0; outer < sorts; outer++) {
              const score = inside + (pair[4 * h + 2 * s + outer] as number);
              const place = (2 * h + outer) * area + at;
              if (score <= (open[place] as number)) continue;
              open[place] = score;
              openLast[place] = 2 * c + s;
            }
          }
        }
      }
      scores.arc(i - 1, j, arc);
      for (let h = 0; h < headSorts; h++) {
        for (let s = 0; s < sorts; s++) {
          const place = (2 * h + s) * area + at;
          open[place] = (open[place] as number) + (arc[2 * h + s] as number);
        }
      }
    }
  }
  return trace(length, wholeLast, openLast);
}

function trace(length: number, wholeLast: Int32Array, openLast: Int32Array): SortedTree {
  const size = length + 1;
  const area = size * size;
  const heads = new Int32Array(length).fill(-1);
  const turned = new Uint8Array(length);
  const spans: [number, number][] = [[0, length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [start, head] = span;
    const headSort = turned[head] as number;
    let from = start;
    let last = wholeLast[headSort * area + from * size + head] as number;
    while (last >= 0) {
      const child = last >> 1;
      heads[child] = head;
      turned[child] = last & 1;
      spans.push([from, child]);
      from = child + 1;
      last = openLast[(2 * headSort + (last & 1)) * area + from * size + head] as number;
    }
  }
  return { heads, turned };
}
