import { describe, expect, test } from "vitest";
import abbreviations from "../../graph/lexicon/abbreviations.json" with { type: "json" };
import commonWords from "../../graph/lexicon/common-words.json" with { type: "json" };
import companies from "../../graph/lexicon/known-companies.json" with { type: "json" };
import organizations from "../../graph/lexicon/known-organizations.json" with { type: "json" };
import people from "../../graph/lexicon/known-people.json" with { type: "json" };
import places from "../../graph/lexicon/known-places.json" with { type: "json" };
import products from "../../graph/lexicon/known-products.json" with { type: "json" };
import { buildNameLexicon, nameLexicon } from "./index.ts";
import { endingsOf, hasEnding, knownSchema } from "./lexicon.ts";

describe.each(Object.entries({ companies, organizations, people, places, products }))("known %s", (_, data) => {
  const { groups } = knownSchema.parse(data);

  test("every name is written once, trimmed, in order", () => {
    const all = groups.flatMap(({ names, words }) => [...names, ...words]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((name) => name !== name.trim() || name.includes("  "))).toEqual([]);
    for (const { names } of groups) expect(names).toEqual([...names].sort());
  });
});

test("a name stands in one file of known names only", () => {
  const seen = new Map<string, number>();
  for (const { groups } of [companies, organizations, people, places, products]) {
    for (const { names, words } of groups)
      for (const name of [...names, ...words]) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  expect([...seen].filter(([, count]) => count > 1).map(([name]) => name)).toEqual([]);
});

test("an abbreviation does not lead to another abbreviation", () => {
  const all = new Map(Object.values(abbreviations.groups).flatMap((group) => Object.entries(group)));
  expect([...all].filter(([, full]) => all.has(full))).toEqual([]);
});

test("common words are cut by their length", () => {
  for (const [length, run] of Object.entries(commonWords.words)) expect(run.length % Number(length)).toBe(0);
  expect(nameLexicon.commonWords.has("투자")).toBe(true);
  expect(nameLexicon.commonWords.has("삼성전자")).toBe(false);
});

test("the shape of a Korean name is told from that of a word", () => {
  const least = Math.min(...["김철수", "이영희", "박지성", "최윤정"].map(nameLexicon.nameScore));
  const most = Math.max(...["이상한", "조사단", "전문가", "고객사"].map(nameLexicon.nameScore));
  expect(least).toBeGreaterThan(most);
});

test("foreign names sound foreign", () => {
  expect(nameLexicon.foreignScore("아인혼")).toBeGreaterThan(nameLexicon.foreignScore("전문투자자"));
});

test("endings are found longest first", () => {
  expect(endingsOf("가나투자증권", nameLexicon.endings).map(({ ending }) => ending)).toEqual(["투자증권", "증권"]);
  expect(hasEnding("금융위원장", nameLexicon.titleEndings)).toBe(true);
  expect(hasEnding("위원장", new Set(["위원장"]))).toBe(false);
});

test("another lexicon can be built from other names", () => {
  const own = buildNameLexicon([{ about: "", groups: [{ kind: "company", names: ["가나다"], words: ["다리"] }] }]);
  expect(own.known.get("가나다")).toEqual({ kind: "company", certain: true });
  expect(own.known.get("다리")).toEqual({ kind: "company", certain: false });
  expect(own.beginnings.get("가나")).toBe(3);
  expect(own.beginnings.get("다")).toBe(2);
  expect(own.beginnings.has("나")).toBe(false);
});
