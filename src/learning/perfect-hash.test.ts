/**
 * Perfect hashing: each known key has a slot of its own.
 */
import { describe, expect, it } from "vitest";
import { hashPerfectly, slotOf } from "./perfect-hash.ts";

describe("hashPerfectly", () => {
  it.each([
    ["no key", 0, (n: number) => n],
    ["one key", 1, () => 0xffffffff],
    ["keys that follow on each other, all in one bucket", 300, (n: number) => n + 1],
    ["spread keys", 20000, (n: number) => n * 214748],
  ])("gives each its own slot: %s", (_, count, key) => {
    const keys = Uint32Array.from({ length: count }, (_, n) => key(n)).sort();
    const { seeds, bucketShift, slotShift, slots } = hashPerfectly(keys);
    const taken = Array.from(keys, (key) => slotOf(key, seeds[key >>> bucketShift] as number, slotShift));
    expect(new Set(taken).size).toBe(count);
    expect(taken.every((slot) => slot >= 0 && slot < slots)).toBe(true);
    const signed = Array.from(keys, (key) => slotOf(key | 0, seeds[(key | 0) >>> bucketShift] as number, slotShift));
    expect(signed).toEqual(taken);
  });
});
