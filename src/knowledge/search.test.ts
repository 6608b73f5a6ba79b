import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { read } from "./fixture.ts";
import { matchHangul, prepare } from "./hangul-match.ts";
import { findNode, searchOf } from "./search.ts";

describe("matchHangul", () => {
  it.each([
    ["삼성전자", "삼성전자", "whole", "삼성전자"],
    ["삼성전자", "삼성", "start", "삼성"],
    ["삼성전자", "전자", "inside", "전자"],
    ["삼성전자", "ㅅㅅㅈㅈ", "initials", "삼성전자"],
    ["삼성전자", "ㅈㅈ", "initials", "전자"],
    ["값싼 집", "ㄱㅆㅈ", "initials", "값싼 집"],
    ["각설이", "ㄳ", "initials", "각설"],
    ["삼성전자", "삼서", "typing", "삼성"],
    ["삼성전자", "삼성ㅈ", "typing", "삼성전"],
    ["사부", "삽", "typing", "사부"],
    ["삼성 전자", "삼성전자", "whole", "삼성 전자"],
    ["삼성전자", "삼 성", "start", "삼성"],
    ["오픈AI", "ai", "inside", "AI"],
    ["포스코·한화", "코한", "inside", "코·한"],
    ["삼성전자".normalize("NFD"), "전자", "inside", "전자".normalize("NFD")],
    ["삼성전자", "전자".normalize("NFD"), "inside", "전자"],
    ["LG에너지솔루션", "lgㅇ", "typing", "LG에"],
  ])("%s: %s → %s, %s", (text, query, kind, found) => {
    const match = matchHangul(prepare(text), prepare(query));
    expect(match?.kind).toBe(kind);
    expect(text.slice(match?.start, match?.end)).toBe(found);
  });

  it.each([
    ["삼성전자", ""],
    ["삼성전자", "  "],
    ["삼성전자", "성삼"],
    ["삼성전자", "ㅈㅅ"],
    ["삼성전자", "ㅏ"],
    ["오픈AI", "aix"],
    ["검찰", "ㄱㅁ"],
  ])("%s: not %j", (text, query) => expect(matchHangul(prepare(text), prepare(query))).toBeUndefined());

  it("finds any part of any text, where it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = prepare(text).units;
        const [from, to] = [a % (units.length + 1), b % (units.length + 1)].sort((x, y) => x - y);
        const part = text.slice(units[from ?? 0]?.start ?? text.length, units[to ?? 0]?.start ?? text.length);
        const match = matchHangul(prepare(text), prepare(part));
        if (prepare(part).plain === "") expect(match).toBeUndefined();
        else expect(prepare(text.slice(match?.start, match?.end)).plain).toBe(prepare(part).plain);
      }),
    );
  });
});

const graph = assemble([
  read("삼성전자(삼성), 삼성물산 이재용 회장, 이재명 대통령, 이재용 투자 만났다", {
    entities: ["company:삼성전자=삼성", "company:삼성물산", "person:이재용=이재용 회장", "person:이재명"],
    relations: [{ says: "person:이재용 position_at company:삼성전자", by: "이재용" }],
    events: [{ is: "investment 투자", label: "삼성전자 투자", roles: { agent: "company:삼성전자" } }],
  }),
]);
const EVENT = "event:a:36";

describe("searchOf", () => {
  const search = searchOf(graph);
  it.each([
    ["삼성", ["company:삼성전자", "company:삼성물산", EVENT]],
    ["전자", ["company:삼성전자", EVENT]],
    ["ㅇㅈㅇ", ["person:이재용"]],
    ["이재", ["person:이재용", "person:이재명"]],
    ["투자", [EVENT]],
    ["없는 것", []],
  ])("%s", (query, keys) => expect(search(query).map(({ key }) => key)).toEqual(keys));

  it("puts names that begin with the initials before names that hold them", () => {
    const names = ["organization:해양수산부", "company:삼성SDS"];
    const both = searchOf(assemble([read("해양수산부 삼성SDS", { entities: names })]));
    expect(both("ㅅㅅ").map(({ label }) => label)).toEqual(["삼성SDS", "해양수산부"]);
  });

  it("takes no more than asked for", () => expect(search("이", 1)).toHaveLength(1));
});

describe("findNode", () => {
  it.each([
    ["person:이재용", "person:이재용", ["person:이재용"]],
    ["삼성전자", "company:삼성전자", ["company:삼성전자"]],
    ["삼성", "company:삼성전자", ["company:삼성전자"]],
    ["물산", "company:삼성물산", ["company:삼성물산"]],
    ["ㅇㅈㅁ", "person:이재명", ["person:이재명"]],
    ["투자", EVENT, [EVENT]],
    ["이재", undefined, ["person:이재용", "person:이재명"]],
    ["마윈", undefined, []],
    ["", undefined, []],
  ])("%s", (name, key, candidates) => {
    expect(findNode(graph, name)).toEqual(key === undefined ? { candidates } : { key, candidates });
  });
});
