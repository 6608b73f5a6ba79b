/**
 * Calibration: from the probability that a verdict gives to how often such verdicts are right.
 *
 * A line through a few points that never falls, fitted over articles that the verdicts have not seen
 * (scripts/train-facts/calibrate.ts). Reference: Zadrozny & Elkan 2002 (isotonic regression).
 */

/** Points [said, right], both from 0 to 1, ascending; before the first and after the last one the line is level. */
export type Calibration = readonly (readonly [said: number, right: number])[];

/** How often a verdict of probability `said` is right; `said` itself where there are no points. */
export function calibrated(points: Calibration, said: number): number {
  const after = points.findIndex(([p]) => p >= said);
  const next = points[after < 0 ? points.length - 1 : after];
  if (!next) return said;
  const before = points[after - 1];
  if (after <= 0 || !before) return next[1];
  const share = (said - before[0]) / (next[0] - before[0]);
  return before[1] + share * (next[1] - before[1]);
}
