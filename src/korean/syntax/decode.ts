/**
 * The best head-final tree of a sentence, by dynamic programming over spans.
 *
 * Takes the scores of arcs and of neighbouring arcs and gives each word a head behind it so that no two arcs cross, and
 * each arc its sort: plain (0), or turned around (1), where UD would let the dependent govern. In such a tree a word's
 * dependents are found from the nearest outward, and the next one always ends where the last one's words begin. O(n³).
 * Reference: J. Eisner, "Three new probabilistic models for dependency parsing", 1996; R. McDonald, F. Pereira, "Online
 * learning of approximate dependency parsing algorithms", 2006 (siblings).
 */

/** Scores of the parts of a tree. Words are counted from 0. */
export interface PartScores {
  /** Writes the score of the arc to `out[sort]`. */
  arc(dependent: number, head: number, out: Float64Array): void;
  /**
   * Writes the score of two neighbouring arcs to the same head to `out[2 * innerSort + outerSort]`.
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
  // whole[i, j]: j governs i … j-1 and nothing before. open[sort, i, j]: the same, and its next dependent will be i-1 by
  // an arc of that sort. Each remembers its last dependent as 2 * word + sort, -1 for none.
  const size = length + 1;
  const area = size * size;
  const whole = new Float64Array(area);
  const open = new Float64Array(2 * area);
  const wholeLast = new Int32Array(area).fill(-1);
  const openLast = new Int32Array(2 * area).fill(-1);
  const arc = new Float64Array(2);
  const pair = new Float64Array(4);
  const low = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < length; j++) {
    for (let i = j; i >= 0; i--) {
      const at = i * size + j;
      if (i < j) {
        let best = low;
        for (let c = i; c < j; c++) {
          scores.pair(-1, c, j, pair);
          const inside = whole[i * size + c] as number;
          for (let sort = 0; sort < 2; sort++) {
            const score = (open[sort * area + (c + 1) * size + j] as number) + inside + (pair[2 * sort] as number);
            if (score > best) {
              best = score;
              wholeLast[at] = 2 * c + sort;
            }
          }
        }
        whole[at] = best;
      }
      if (i === 0) continue;
      scores.arc(i - 1, j, arc);
      for (let sort = 0; sort < 2; sort++) open[sort * area + at] = low;
      if (i === j) {
        scores.pair(j - 1, j, j, pair);
        for (let sort = 0; sort < 2; sort++) open[sort * area + at] = pair[sort] as number;
      }
      for (let c = i; c < j; c++) {
        scores.pair(i - 1, c, j, pair);
        const inside = whole[i * size + c] as number;
        for (let k = 0; k < 4; k++) {
          const before = (open[(k >> 1) * area + (c + 1) * size + j] as number) + inside + (pair[k] as number);
          const outer = (k & 1) * area + at;
          if (before > (open[outer] as number)) {
            open[outer] = before;
            openLast[outer] = 2 * c + (k >> 1);
          }
        }
      }
      for (let sort = 0; sort < 2; sort++) {
        open[sort * area + at] = (open[sort * area + at] as number) + (arc[sort] as number);
      }
    }
  }
  return trace(length, wholeLast, openLast);
}

function trace(length: number, wholeLast: Int32Array, openLast: Int32Array): SortedTree {
  const size = length + 1;
  const heads = new Int32Array(length).fill(-1);
  const turned = new Uint8Array(length);
  const spans: [number, number][] = [[0, length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [start, head] = span;
    let from = start;
    let last = wholeLast[from * size + head] as number;
    while (last >= 0) {
      const child = last >> 1;
      heads[child] = head;
      turned[child] = last & 1;
      spans.push([from, child]);
      from = child + 1;
      last = openLast[(last & 1) * size * size + from * size + head] as number;
    }
  }
  return { heads, turned };
}
