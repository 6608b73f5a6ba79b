import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential, Lattice, mayFollow, spansOf, tagCount, tagsOf } from "./index.ts";

const TAGS = tagCount(2);
const LENGTH = 4;
const scores = (count: number) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count });

/** Every tag sequence that BIO allows, the slow way. */
function allPaths(length: number): number[][] {
  if (length === 0) return [[]];
  return allPaths(length - 1).flatMap((path) =>
    Array.from({ length: TAGS }, (_, tag) => tag)
      .filter((tag) => mayFollow(path.at(-1) ?? 0, tag))
      .map((tag) => [...path, tag]),
  );
}

function scoreOf(path: readonly number[], emissions: Float32Array, transitions: readonly number[]): number {
  return path.reduce(
    (sum, tag, i) =>
      sum +
      (emissions[i * TAGS + tag] as number) +
      (i > 0 ? (transitions[(path[i - 1] as number) * TAGS + tag] as number) : 0),
    0,
  );
}

describe("Lattice", () => {
  it("finds the path and the probabilities that counting all paths finds", () => {
    fc.assert(
      fc.property(
        scores(LENGTH * TAGS),
        scores(TAGS * TAGS),
        fc.array(fc.integer({ min: 1, max: (1 << TAGS) - 1 }), { minLength: LENGTH, maxLength: LENGTH }),
        (emissionScores, transitions, maskBits) => {
          const emissions = Float32Array.from(emissionScores);
          const mask = Int32Array.from(maskBits, (bits) => bits | 1);
          const paths = allPaths(LENGTH).filter((path) => path.every((tag, i) => ((mask[i] as number) >> tag) & 1));
          const lattice = new Lattice(TAGS, Number.POSITIVE_INFINITY);
          lattice.setTransitions(transitions);

          const best = new Int32Array(LENGTH);
          lattice.best(emissions, LENGTH, best, mask);
          const highest = Math.max(...paths.map((path) => scoreOf(path, emissions, transitions)));
          expect(scoreOf([...best], emissions, transitions)).toBeCloseTo(highest, 5);

          const marginals = new Float32Array(LENGTH * TAGS);
          const counts = new Float64Array(TAGS * TAGS);
          const logSum = lattice.marginals(emissions, LENGTH, marginals, mask, { counts, sign: 1 });
          const total = paths.reduce((sum, path) => sum + Math.exp(scoreOf(path, emissions, transitions)), 0);
          expect(logSum).toBeCloseTo(Math.log(total), 4);
          const expected = new Float64Array(LENGTH * TAGS);
          const steps = new Float64Array(TAGS * TAGS);
          for (const path of paths) {
            const share = Math.exp(scoreOf(path, emissions, transitions)) / total;
            path.forEach((tag, i) => {
              expected[i * TAGS + tag] = (expected[i * TAGS + tag] as number) + share;
              const step = (path[i - 1] ?? 0) * TAGS + tag;
              if (i > 0) steps[step] = (steps[step] as number) + share;
            });
          }
          marginals.forEach((value, k) => {
            expect(value).toBeCloseTo(expected[k] as number, 4);
          });
          counts.forEach((value, k) => {
            expect(value).toBeCloseTo(steps[k] as number, 4);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives up only what hardly counts", () => {
    const length = 60;
    const emissions = Float32Array.from({ length: length * TAGS }, (_, k) => ((k * 7919) % 13) - 6);
    const marginals = [5, 15, Number.POSITIVE_INFINITY].map((beam) => {
      const out = new Float32Array(length * TAGS);
      new Lattice(TAGS, beam).marginals(emissions, length, out);
      return out;
    });
    const gap = (a: number) =>
      Math.max(...Array.from(marginals[a] as Float32Array, (v, k) => Math.abs(v - (marginals[2]?.[k] as number))));
    expect(gap(0)).toBeLessThan(0.1);
    expect(gap(1)).toBeLessThan(1e-4);
  });

  it("keeps its probabilities over long sequences of large scores", () => {
    const length = 5000;
    const emissions = Float32Array.from({ length: length * TAGS }, (_, k) => (k % 7) * 4 - 12);
    const lattice = new Lattice(TAGS);
    const marginals = new Float32Array(length * TAGS);
    expect(Number.isFinite(lattice.marginals(emissions, length, marginals))).toBe(true);
    for (let i = 0; i < length; i += 499) {
      const sum = marginals.subarray(i * TAGS, (i + 1) * TAGS).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 4);
    }
  });
});

describe("exponential", () => {
  it("is e to the power of x", () => {
    for (let x = -60; x <= 60; x += 0.37) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 8);
    expect(exponential(-5000)).toBeGreaterThanOrEqual(0);
    expect(exponential(5000)).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

describe("tags", () => {
  it("mark spans and give them back", () => {
    const spans = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 }), fc.nat(6)), { maxLength: 8 });
    fc.assert(
      fc.property(spans, (steps) => {
        let at = 0;
        const marked = steps.map(([gap, length, kind]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at, kind };
        });
        expect(spansOf(tagsOf(marked, at + 2))).toEqual(marked);
      }),
    );
  });
});
