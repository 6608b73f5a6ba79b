import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Document, loadMorphology, type Morphology, readDocument, withoutParticles } from "./index.ts";

let morphology: Morphology;
beforeAll(async () => {
  morphology = await loadMorphology();
});

function read(text: string, about: { title?: string; date?: string } = {}): Document {
  return readDocument({ id: "test", text, title: "", ...about }, morphology);
}

describe("eojeols", () => {
  const rows: [string, string, string[]][] = [
    ["딥시크를 계기로", "딥시크", ["를"]],
    ["클라우딩과 AI", "클라우딩", ["과"]],
    ["쳇봇인 제품", "쳇봇", []],
    ["삼성전자에서는 몰랐다", "삼성전자", ["에서", "는"]],
    ["LG는 말했다", "LG", ["는"]],
    ["최고경영자(CEO)는 말했다", "최고경영자(CEO)", ["는"]],
    ["앤트그룹의 상장", "앤트그룹", ["의"]],
    ["마윈이 등장했다", "마윈", ["이"]],
    ["트럼프가 말했다", "트럼프", ["가"]],
    ["다나와는 밝혔다", "다나와", ["는"]],
    ["“알리바바는 성장했다”", "알리바바", ["는"]],
    ["범용인공지능(AGI) 전략", "범용인공지능(AGI)", []],
    ["‘퉁이첸원’을 보유했다", "퉁이첸원", ["을"]],
    ["상승세”라며 말했다", "상승세", []],
    ["회사였다", "회사", []],
    ["기술기업이었지만 컸다", "기술기업", []],
    ["스킬질라는 밝혔다", "스킬질라", ["는"]],
    ["국가 정책", "국가", []],
    ["회의 결과", "회의", []],
    ["결과 발표", "결과", []],
    ["제주도 여행", "제주도", []],
    ["사이 좋은", "사이", []],
    ["아이 둘", "아이", []],
    ["마을 회관", "마을", []],
    ["발표했다.", "발표했다", []],
    ["총투자액보다도 많다", "총투자액", ["보다", "도"]],
    ["삼성전자㈜는 밝혔다", "삼성전자㈜", ["는"]],
  ];
  it.each(rows)("%s → %s + %j", (text, stem, particles) => {
    const eojeol = read(text).sentences[0]?.eojeols[0];
    expect(text.slice(eojeol?.stem.start, eojeol?.stem.end)).toBe(stem);
    expect(eojeol?.particles).toEqual(particles);
  });

  it("reads an unknown word by the particles it takes elsewhere", () => {
    const stems = (text: string) =>
      read(text).sentences.flatMap((s) => s.eojeols.map((e) => text.slice(e.stem.start, e.stem.end)));
    expect(stems("뉴플로이는 컸다. 뉴플로이 대표다.")).toContain("뉴플로이");
    expect(stems("하쿠가와를 봤다. 하쿠가와 시장은 말했다.").filter((s) => s === "하쿠가와")).toHaveLength(2);
  });

  it("reads unknown predicates as what they are, not as names", () => {
    const tags = (text: string) => read(text).sentences[0]?.eojeols[0]?.morphemes.map((m) => m.tag);
    expect(tags("위축돼 있다")).toEqual(["NNG", "XSV", "EC"]);
    expect(tags("증편됐고 늘었다")).toEqual(["NNG", "XSV", "EP", "EC"]);
  });

  it("marks words the dictionary lacks", () => {
    const morphemes = read("딥시크를 쓴 회사는 삼성전자다").sentences[0]?.eojeols.flatMap((e) => e.morphemes);
    expect(morphemes?.filter((m) => m.unknown).map((m) => m.form)).toEqual(["딥시크"]);
  });
});

describe("withoutParticles", () => {
  const rows: [string, string, string][] = [
    ["마이크로소프트는 데이터센터에 지출했다", "마이크로소프트는", "마이크로소프트"],
    ["우융밍 최고경영자(CEO)는 밝혔다", "우융밍 최고경영자(CEO)는", "우융밍 최고경영자(CEO)"],
    ["딥시크를 계기로", "딥시크를", "딥시크"],
    ["삼성전자 회의 결과", "삼성전자 회의", "삼성전자 회의"],
  ];
  it.each(rows)("%s: %s → %s", (text, words, expected) => {
    const start = text.indexOf(words);
    const sentence = read(text).sentences[0];
    expect(sentence).toBeDefined();
    if (!sentence) return;
    const span = withoutParticles(sentence, { start, end: start + words.length });
    expect(text.slice(span.start, span.end)).toBe(expected);
  });
});

describe("readDocument", () => {
  it("anchors dates and converts amounts in the article's own offsets", () => {
    const text = "알리바바, 투자 확대\n24일 보도에 따르면 알리바바는 최소 3800억위안(약 74조9000억원)을 투자한다.";
    const document = read(text, { title: "알리바바, 투자 확대", date: "2025-02-24" });
    expect(document.sentences.map((s) => s.kind)).toEqual(["headline", "body"]);
    expect(document.dates).toMatchObject([{ text: "24일", from: "2025-02-24", to: "2025-02-24" }]);
    expect(document.amounts).toMatchObject([
      { text: "3800억위안", value: 3.8e11, unit: "CNY", bound: "at_least" },
      { text: "74조9000억원", value: 7.49e13, unit: "KRW", bound: "about", conversionOf: 0 },
    ]);
    for (const { start, end, text: own } of [...document.amounts, ...document.dates]) {
      expect(text.slice(start, end)).toBe(own);
    }
  });

  it("survives any text, with offsets that hold", () => {
    const piece = fc.constantFrom(
      "알리바바는",
      " ",
      "“",
      "”",
      "'",
      '"',
      "(",
      ")",
      "했다.",
      "3조",
      "원",
      "24일",
      "지난",
      "○",
      "\n",
      "|",
      "😀",
      "\ud800",
      "딥시크를",
      "~",
      "[[",
      "]]",
      "이날",
      "<",
      ">",
      "1,000",
      "%",
    );
    const strings = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 40 }).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(strings, (text) => {
        const document = read(text, { date: "2024-02-29" });
        let reached = 0;
        for (const sentence of document.sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(reached);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          reached = sentence.end;
          let at = sentence.start;
          for (const { start, end, stem } of sentence.eojeols) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(stem.start).toBeGreaterThanOrEqual(start);
            expect(stem.end).toBeGreaterThan(stem.start);
            expect(stem.end).toBeLessThanOrEqual(end);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(sentence.end);
          for (const quote of sentence.quotes) {
            expect(quote.start).toBeGreaterThanOrEqual(sentence.start);
            expect(quote.end).toBeLessThanOrEqual(sentence.end);
          }
        }
        expect(reached).toBeLessThanOrEqual(text.length);
        for (const found of [document.amounts, document.dates]) {
          let end = 0;
          for (const item of found) {
            expect(item.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(item.start, item.end)).toBe(item.text);
            end = item.end;
          }
        }
        for (const { conversionOf } of document.amounts) {
          if (conversionOf !== undefined) expect(document.amounts[conversionOf]).toBeDefined();
        }
        for (const { from, to } of document.dates) {
          expect(from === undefined).toBe(to === undefined);
          if (from !== undefined && to !== undefined) expect(from <= to).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
