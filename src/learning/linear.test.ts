import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish, hashText, LinearScorer, readLinearModels, shrink, trainLinear, writeLinearModels } from "./index.ts";

const key = (text: string) => finish(hashText(text));
const CLASSES = ["none", "cat", "dog"];
/** Rows: 0 bias, 1 "meows", 2 "barks". */
const keys = Int32Array.from(["bias", "meows", "barks"], key);
const examples = {
  starts: Int32Array.from([0, 1, 3, 5, 6, 8, 10]),
  rows: Int32Array.from([0, 0, 1, 0, 2, 0, 0, 1, 0, 2]),
  labels: Int32Array.from([0, 1, 2, 0, 1, 2]),
  weights: new Float32Array(6).fill(1),
};
const options = { epochs: 40, rate: 0.3, penalty: 0.001, seed: 1 };
const train = () => shrink("pets", CLASSES, keys, trainLinear(examples, 3, 3, options), { smallest: 0.01, largest: 4 });

describe("a linear classifier", () => {
  it.each([
    [["bias"], "none"],
    [["bias", "meows"], "cat"],
    [["bias", "barks"], "dog"],
    [["bias", "barks", "never seen"], "dog"],
  ])("tells by %j: %s", (features, expected) => {
    const p = new LinearScorer(train()).probabilities(features.map(key));
    expect(CLASSES[p.indexOf(Math.max(...p))]).toBe(expected);
  });

  it("gives probabilities that add up to one, and none to what is not allowed", () => {
    const p = new LinearScorer(train()).probabilities(["bias", "barks"].map(key), Uint8Array.from([1, 1, 0]));
    expect(p[2]).toBe(0);
    expect((p[0] as number) + (p[1] as number)).toBeCloseTo(1, 10);
  });

  it("learns the same from the same", () => {
    expect(writeLinearModels([train()], "a")).toEqual(writeLinearModels([train()], "a"));
  });

  it("ignores examples without weight", () => {
    const weights = Float32Array.from([1, 0, 1, 1, 0, 1]);
    const learned = trainLinear({ ...examples, weights }, 3, 3, options);
    expect(learned[1 * 3 + 1]).toBe(0);
  });
});

describe("the file of linear models", () => {
  const bytes = writeLinearModels([train(), { ...train(), name: "again" }], "about");

  it("gives back what was written", () => {
    const { models, about } = readLinearModels(bytes);
    expect(about).toBe("about");
    expect(models.map((m) => m.name)).toEqual(["pets", "again"]);
    expect(models[0]).toEqual(train());
  });

  it("reads Node's Buffer like any bytes", () => {
    const within = Buffer.concat([Buffer.from("before"), bytes, Buffer.from("after")]).subarray(6, 6 + bytes.length);
    expect(readLinearModels(within)).toEqual(readLinearModels(bytes));
  });

  it("refuses any file with a changed byte, and any that is cut", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        expect(() => readLinearModels(damaged)).toThrow(/maek\/learning/);
        expect(() => readLinearModels(bytes.slice(0, at))).toThrow(/maek\/learning/);
      }),
    );
  });
});
