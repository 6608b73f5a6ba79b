import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree, type PartScores } from "./decode.ts";

/** All head-final trees of `length` words in which no arcs cross. */
function allTrees(length: number): number[][] {
  const trees: number[][] = [];
  const extend = (heads: number[]) => {
    const word = length - 1 - heads.length;
    if (word < 0) {
      trees.push(heads);
      return;
    }
    // The next word's head is the word behind it, or one that governs that.
    for (let head = word + 1; head >= 0; head = head === length - 1 ? -1 : (heads[head - word - 1] as number)) {
      extend([head, ...heads]);
    }
  };
  extend([-1]);
  return trees;
}

function scoreOf(heads: readonly number[], turned: readonly number[], scores: PartScores): number {
  const arc = new Float64Array(4);
  const pair = new Float64Array(8);
  let sum = 0;
  for (let head = 0; head < heads.length; head++) {
    let inner = head;
    let sort = 0;
    const headSort = turned[head] as number;
    for (let word = head - 1; word >= 0; word--) {
      if (heads[word] !== head) continue;
      scores.arc(word, head, arc);
      scores.pair(word, inner, head, pair);
      const outer = turned[word] as number;
      sum += (arc[2 * headSort + outer] as number) + (pair[4 * headSort + 2 * sort + outer] as number);
      inner = word;
      sort = outer;
    }
    if (inner === head) continue;
    scores.pair(-1, inner, head, pair);
    sum += pair[4 * headSort + 2 * sort] as number;
  }
  return sum;
}

describe("bestTree", () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 5],
    [5, 14],
  ])("chooses among the trees of %i words: %i", (length, count) => {
    expect(allTrees(length)).toHaveLength(count);
  });

  it("finds the tree that scores highest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (n, stream) => {
        const drawn = new Map<string, number>();
        const draw = (out: Float64Array, ...part: number[]) => {
          for (let k = 0; k < out.length; k++) {
            const key = [...part, k].join();
            if (!drawn.has(key)) drawn.set(key, stream.next().value as number);
            out[k] = drawn.get(key) as number;
          }
        };
        const scores: PartScores = {
          sorts: 2,
          arc: (dependent, head, out) => draw(out, dependent, head),
          pair: (outer, inner, head, out) => draw(out, outer, inner, head),
        };
        const { heads, turned } = bestTree(n, scores);
        const sorts = Array.from({ length: 2 ** (n - 1) }, (_, bits) =>
          Array.from({ length: n }, (_, w) => (w < n - 1 ? (bits >> w) & 1 : 0)),
        );
        const best = allTrees(n).flatMap((tree) => sorts.map((sort) => scoreOf(tree, sort, scores)));
        expect(scoreOf([...heads], [...turned], scores)).toBe(Math.max(...best));
      }),
    );
  });
});
