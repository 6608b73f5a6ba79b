import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMorphology, type Morphology } from "./index.ts";

let morphology: Morphology;
beforeAll(async () => {
  morphology = await loadMorphology();
});

describe("loadMorphology", () => {
  it("loads once", async () => {
    expect(await loadMorphology()).toBe(morphology);
  });
});

describe("analyze", () => {
  const rows: [string, string][] = [
    ["알리바바는", "알리바바/NNP:알리바바 는/JX:는"],
    ["했다.", "하/VV:했 았/EP:했 다/EF:다 ./SF:."],
    ["강조했다.", "강조/NNG:강조 하/XSV:했 았/EP:했 다/EF:다 ./SF:."],
    ["밝혔다", "밝히/VV:밝혔 었/EP:혔 다/EF:다"],
    ["위한", "위하/VV:위한 ㄴ/ETM:한"],
    ["가까워", "가깝/VA:가까 아/EC:워"],
    ["도와", "돕/VV:도 아/EC:와"],
    ["그것은 회사다.", "회사/NNG:회사 이/VCP:사 다/EF:다 ./SF:."],
  ];
  it.each(rows)("aligns %s", (text, expected) => {
    const eojeol = morphology.analyze(text).at(-1);
    const read = eojeol?.morphemes.map((m) => `${m.form}/${m.tag}:${text.slice(m.start, m.end)}`).join(" ");
    expect(read).toBe(expected);
  });

  it("gives a name of several words to its words", () => {
    const text = "‘오만과 편견’의 작가";
    const eojeols = morphology.analyze(text).map((e) => e.morphemes.map((m) => m.form));
    expect(eojeols).toEqual([["‘", "오만과"], ["편견", "’", "의"], ["작가"]]);
  });

  it("counts UTF-16 units behind characters of two", () => {
    const text = "🙂 마윈은 😀웃었다.";
    const forms = morphology.analyze(text).map((e) => text.slice(e.start, e.end));
    expect(forms).toEqual(["🙂", "마윈은", "😀웃었다."]);
  });

  it("keeps every morpheme inside its eojeol, in order, without gaps", () => {
    const piece = fc.constantFrom(
      "했다",
      "됐",
      "가",
      " ",
      "은",
      "놨",
      "(",
      "1조",
      "AI",
      "😀",
      "\ud800",
      "\u0000",
      "ㄴ",
      "李",
      "를",
      ".",
      "\n",
    );
    const strings = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(strings, (text) => {
        let reached = 0;
        for (const { start, end, morphemes } of morphology.analyze(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
          expect(morphemes.length).toBeGreaterThan(0);
          let from = start;
          let to = start;
          for (const morpheme of morphemes) {
            expect(morpheme.start).toBeGreaterThanOrEqual(from);
            expect(morpheme.start).toBeLessThanOrEqual(to);
            expect(morpheme.end).toBeGreaterThanOrEqual(to);
            expect(morpheme.end).toBeGreaterThan(morpheme.start);
            from = morpheme.start;
            to = morpheme.end;
          }
          expect(to).toBe(end);
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
