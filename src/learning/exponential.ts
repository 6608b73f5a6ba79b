/**
 * e to the power of x, by IEEE multiplications and additions alone: the same bits on every engine, which Math.exp does
 * not promise. That keeps training reproducible. Taylor series of order 9 after reduction to |r| ≤ ln 2 / 2.
 */
const LOWEST = -700;
const HIGHEST = 700;
const powersOfTwo = Float64Array.from({ length: 2049 }, (_, n) => 2 ** (n - 1024));

/** e^x with a relative error below 1e-9; x is cut to ±700. */
export function exponential(x: number): number {
  const cut = x < LOWEST ? LOWEST : x > HIGHEST ? HIGHEST : x;
  const n = Math.floor(cut * Math.LOG2E + 0.5);
  const r = cut - n * Math.LN2;
  const series =
    1 +
    r *
      (1 +
        r *
          (0.5 +
            r *
              (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320 + r / 362880))))))));
  return series * (powersOfTwo[n + 1024] as number);
}
