import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSyntaxFault } from "./json-syntax.ts";

describe("findSyntaxFault", () => {
  it.each([
    ["a comma too many", '{\n "a": [1,]\n}', 2, 10, 'unexpected "]"'],
    ["the end", '{\n "a": [1', 2, 9, "the text ends too early"],
    ["an end so deep that calls would not reach it", "[".repeat(100_000), 1, 100_001, "the text ends too early"],
  ])("finds %s", (_, text, line, column, what) => expect(findSyntaxFault(text)).toEqual({ line, column, what }));

  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "\\", "x", "\n"))
    .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice((at % (json.length + 1)) + 1));

  it("judges as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (json) => {
        let isJson = true;
        try {
          JSON.parse(json);
        } catch {
          isJson = false;
        }
        expect(findSyntaxFault(json) === undefined).toBe(isJson);
      }),
      { numRuns: 500 },
    );
  });
});
