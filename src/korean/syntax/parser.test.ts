import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readArticle } from "../../article/index.ts";
import { ModelFileError } from "../../learning/index.ts";
import { type Document, loadMorphology, loadParser, type Morphology, type Parser, readDocument } from "../index.ts";

const bytes = new Uint8Array(readFileSync(new URL("../../../graph/models/syntax.bin", import.meta.url)));
let morphology: Morphology;
let parser: Parser;
beforeAll(async () => {
  morphology = await loadMorphology();
  parser = loadParser(bytes);
});

function read(text: string): Document {
  return readDocument(readArticle(text, { id: "가" }), morphology);
}

describe("parse", () => {
  // Each eojeol, and the one it hangs on.
  const rows: [string, Record<string, string>][] = [
    ["김하늘은 사과를 먹었다.", { 김하늘은: "먹었다.", 사과를: "먹었다." }],
    [
      "우 CEO가 이끄는 새봄전자는 지난해 나래소프트를 인수했다.",
      { 우: "CEO가", CEO가: "이끄는", 이끄는: "새봄전자는", 새봄전자는: "인수했다.", 나래소프트를: "인수했다." },
    ],
    ["회사는 새로운 공장의 문을 열었다.", { 회사는: "열었다.", 새로운: "공장의", 공장의: "문을", 문을: "열었다." }],
    ["김하늘 사장은 사과와 배를 샀다.", { 김하늘: "사장은", 사과와: "배를", 배를: "샀다." }],
    ["그는 서울에서 열린 회의에 참석했다.", { 그는: "참석했다.", 서울에서: "열린", 열린: "회의에" }],
  ];
  it.each(rows)("%s", (text, expected) => {
    const sentence = read(text).sentences[0] as Document["sentences"][number];
    const { heads } = parser.parse(sentence);
    const words = sentence.eojeols.map(({ start, end }) => text.slice(start, end));
    const found = Object.keys(expected).map((word) => [word, words[heads[words.indexOf(word)] as number]]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it("draws one tree over every sentence, however odd, in every scheme", () => {
    const texts = ["네.", "…", '"가자!" - 그가 말했다 ...', "◇ (사진) = 연합 『가』", "가 ".repeat(130), "A B , . C ?"];
    for (const text of texts) {
      for (const sentence of read(`${text}\n가나다라.`).sentences) {
        for (const scheme of parser.schemes) {
          const { heads, labels } = parser.parse(sentence, scheme);
          expect(heads).toHaveLength(sentence.eojeols.length);
          expect(labels).toHaveLength(sentence.eojeols.length);
          expect([...heads].filter((head) => head < 0)).toHaveLength(1);
          heads.forEach((head, index) => {
            expect(labels[index] === "root").toBe(head < 0);
            let top = index;
            for (let steps = 0; steps <= heads.length && top >= 0; steps++) top = heads[top] as number;
            expect(top).toBe(-1);
            if (head >= 0 && head < index) expect(labels[index]).toBe("punct");
          });
        }
      }
    }
  });

  it("says which schemes there are", () => {
    const sentence = read("네.").sentences[0] as Document["sentences"][number];
    expect(() => parser.parse(sentence, "klingon")).toThrow(/no parsing scheme "klingon"; there are kaist, gsd, klue/);
  });
});

describe("loadParser", () => {
  it.each<[string, (file: Uint8Array) => Uint8Array, RegExp]>([
    ["another file", () => new TextEncoder().encode("maek/1".repeat(9)), /not a parser's file/],
    ["a file cut short", (file) => file.slice(0, -100), /damaged/],
    ["a changed weight", (file) => file.with(5000, (file[5000] as number) ^ 1), /damaged/],
    ["another version", (file) => file.with(8, 99), /version 99/],
  ])("refuses %s", (_name, change, message) => {
    expect(() => loadParser(change(bytes))).toThrow(ModelFileError);
    expect(() => loadParser(change(bytes))).toThrow(message);
  });
});
