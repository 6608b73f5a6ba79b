import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/entities/index.ts";
import { parseReadings, writeReadings } from "./readings.ts";

const TEXT = "강원 동해시 가람정보고 출신인 김하늘 사장";
const mention = (text: string, rest: Partial<Mention>): Mention => {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, kind: "person", text, source: "tagger", confidence: 0.9, ...rest };
};

describe("readings", () => {
  const mentions = [
    mention("김하늘", { source: "name shape" }),
    mention("사장", { kind: "title", source: "title" }),
    mention("강원 동해시", { kind: "place", subkind: "country.part", source: "composed", short: "동해시" }),
  ];
  const textOf = (id: string) => (id === "h001" ? TEXT : undefined);

  it("come back as they were written, without their texts", () => {
    const written = writeReadings([
      ["h000", []],
      ["h001", mentions],
    ]);
    expect(written).not.toMatch(/[가-힣]/);
    expect(parseReadings(written, textOf).get("h001")).toEqual(mentions);
  });

  it("leave out articles whose text is not there", () => {
    expect(parseReadings(writeReadings([["h002", mentions]]), textOf).get("h002")).toEqual([]);
  });

  it("name the line that is no mention", () => {
    expect(() => parseReadings("# h001\n0-2 person\n", textOf)).toThrow(/line 2: no mention "0-2 person"/);
  });
});
