import { expect, test } from "vitest";
import { calibrationOf } from "./calibrate.ts";

test("a calibration never falls, and says how often verdicts are right", () => {
  // Of verdicts that say 0.2 a tenth is right, of those that say 0.5 half, of those that say 0.9 two thirds.
  const verdicts = [
    [0.2, 10],
    [0.5, 2],
    [0.9, 1.5],
  ].flatMap(([said = 0, every = 1]) =>
    Array.from({ length: 300 }, (_, i) => ({ said, right: Math.floor((i + 1) / every) > Math.floor(i / every) })),
  );
  const points = calibrationOf(verdicts);
  points.forEach(([said, right], i) => {
    const before = points[i - 1];
    if (before) expect(said >= before[0] && right >= before[1]).toBe(true);
  });
  const at = (said: number) => points.filter(([p]) => Math.abs(p - said) < 0.05).map(([, right]) => right);
  expect(at(0.2).every((right) => Math.abs(right - 0.1) < 0.05)).toBe(true);
  expect(at(0.9).every((right) => Math.abs(right - 2 / 3) < 0.05)).toBe(true);
  expect(at(0.2).length * at(0.9).length).toBeGreaterThan(0);
});

test("few verdicts make one point, none make none", () => {
  expect(
    calibrationOf([
      { said: 0.4, right: true },
      { said: 0.6, right: false },
    ]),
  ).toEqual([[0.5, 0.5]]);
  expect(calibrationOf([])).toEqual([]);
});

test("no verdict is beyond doubt", () => {
  const verdicts = [0.1, 0.9].flatMap((said) => Array.from({ length: 100 }, () => ({ said, right: said > 0.5 })));
  const points = calibrationOf(verdicts);
  expect(points.length).toBeGreaterThan(1);
  for (const [, right] of points) expect(right > 0 && right < 1).toBe(true);
});
