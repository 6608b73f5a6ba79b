import { expect, test } from "vitest";
import { type Calibration, calibrated } from "./calibration.ts";

const points: Calibration = [
  [0.1, 0.2],
  [0.5, 0.4],
  [0.9, 0.8],
];

test.each([
  [0, 0.2],
  [0.1, 0.2],
  [0.3, 0.3],
  [0.5, 0.4],
  [0.7, 0.6],
  [1, 0.8],
])("said %d, right %d", (said, right) => {
  expect(calibrated(points, said)).toBeCloseTo(right);
});

test("without points a probability is what it says", () => {
  expect(calibrated([], 0.3)).toBe(0.3);
});
