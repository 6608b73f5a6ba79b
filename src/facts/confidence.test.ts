import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confidenceOf, floorOf, measured } from "./confidence.ts";

describe("confidence", () => {
  it("is a probability, whatever the traits", () => {
    const names = Object.keys(measured.weights);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names, "unknown"), { maxLength: 20 }), (traits) => {
        const p = confidenceOf({ rule: "unknown", traits });
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
  it.each([
    [{ "": 0 }, 0.5],
    [{ "": 1, rule: 1, trait: -2 }, 0.5],
    [{ "": 0, rule: 2 }, 0.881],
  ])("weighs %j", (weights, expected) => {
    expect(confidenceOf({ rule: "rule", traits: ["trait"] }, { floors: {}, weights })).toBe(expected);
  });
  it("takes the floor of the kind before the floor of its sort", () => {
    const by = { floors: { relation: 0.5, comments_on: 0.6 }, weights: {} };
    expect([
      floorOf({ type: "relation", kind: "owns" }, by),
      floorOf({ type: "relation", kind: "comments_on" }, by),
      floorOf({ type: "event", eventType: "launch" }, by),
    ]).toEqual([0.5, 0.6, 0]);
  });
  it("has no floor for what a user adds, and no weight for what every object has", () => {
    const by = { floors: { relation: 0.5, owns: 0.6 }, weights: { "": 0 } };
    expect(floorOf({ type: "relation", kind: "owns", taught: true }, by)).toBe(0);
    expect(floorOf({ type: "relation", kind: "constructor" }, by)).toBe(0);
    expect(confidenceOf({ rule: "toString", traits: ["constructor", "__proto__"] }, by)).toBe(0.5);
  });
});
