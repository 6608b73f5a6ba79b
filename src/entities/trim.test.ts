import { describe, expect, it } from "vitest";
import { nameLexicon } from "./lexicon.ts";
import { trim } from "./trim.ts";
import type { Mention } from "./types.ts";

const cut = (kind: Mention["kind"], text: string): string | undefined => {
  const found = trim({ kind, text, start: 10, end: 10 + text.length, source: "model", confidence: 0.9 }, nameLexicon);
  if (found) expect(text.slice(found.start - 10, found.end - 10)).toBe(found.text);
  return found?.text;
};

describe("trim", () => {
  it.each([
    ["company", "주)라마바텍", "라마바텍"],
    ["company", "라마바텍(주", "라마바텍"],
    ["company", "㈜라마바텍", "라마바텍"],
    ["company", "(주)라마바텍", "라마바텍"],
    ["company", "라마바텍(주)", "라마바텍"],
    ["company", "오름(주)소재", "오름(주)소재"],
    ["person", "박도윤 전 부회장", "박도윤"],
    ["person", "박도윤 전 한빛", "박도윤"],
    ["person", "현 국왕 알베르 2세", "알베르 2세"],
    ["person", "김도윤대표", "김도윤"],
    ["person", "남궁도윤", "남궁도윤"],
    ["company", "한별전자", "한별전자"],
  ] as const)("%s %s → %s", (kind, text, name) => {
    expect(cut(kind, text)).toBe(name);
  });

  it("leaves nothing of a title alone", () => {
    expect(cut("person", "회장")).toBeUndefined();
    expect(cut("person", "전 회장")).toBeUndefined();
  });
});
