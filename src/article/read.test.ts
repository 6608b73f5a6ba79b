import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "./day.ts";
import { firstFault } from "./decode.ts";
import { guessHeadline } from "./headline.ts";
import { LARGEST_FILE, LONGEST_ARTICLE, readArticle } from "./read.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const about = { id: "a", name: "a.txt" };

describe("an article's text is the file's content as it stands", () => {
  it.each([
    ["plain", "새 공장을 짓는다.\n내년에 연다.\n", "새 공장을 짓는다.\n내년에 연다.\n"],
    ["byte order mark", "\ufeff새 공장", "새 공장"],
    ["CRLF", "새 공장\r\n헌 공장\r\n", "새 공장\n헌 공장\n"],
    ["a lone CR stays", "새\r공장", "새\r공장"],
    ["decomposed Hangul", "새 공장".normalize("NFD"), "새 공장"],
    ["compatibility letters stay", "ㅋㅋ 공장", "ㅋㅋ 공장"],
    ["other composed characters stay", "카페 Café에서".normalize("NFC"), "카페 Café에서"],
    ["white space around stays", "  \n 새 공장 \n\n", "  \n 새 공장 \n\n"],
  ])("%s", (_, content, text) => {
    expect(readArticle(utf8(content), about).text).toBe(text);
    expect(readArticle(content, about).text).toBe(text);
  });

  it("a title given from outside is no part of the text", () => {
    const article = readArticle("제목 줄\n본문이다.", { ...about, title: "다른 제목", date: "2025-02-24" });
    expect(article).toEqual({ id: "a", text: "제목 줄\n본문이다.", title: "다른 제목", date: "2025-02-24" });
  });
});

describe("what is no article is refused in one line", () => {
  it.each([
    ["empty", new Uint8Array(), "a.txt: the file is empty"],
    ["white space", utf8(" \n\t\n"), "a.txt: there is no text in it"],
    ["mark alone", utf8("\ufeff"), "a.txt: there is no text in it"],
    ["picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), "a binary file"],
    ["PDF", utf8("%PDF-1.7\n가나다"), "a binary file"],
    ["control characters", utf8("\u0001\u0002\u0003가나다"), "a binary file"],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x00, 0xac), "UTF-16, not UTF-8"],
    ["wrong byte", Uint8Array.of(...utf8("가나"), 0xff, 0x41), "not UTF-8: byte 0xff at offset 6"],
    ["cut sequence", utf8("가나").subarray(0, 5), "not UTF-8: byte 0xeb at offset 3"],
    ["surrogate in UTF-8", Uint8Array.of(0x41, 0xed, 0xa0, 0x80), "not UTF-8: byte 0xed at offset 1"],
    ["overlong", Uint8Array.of(0xc0, 0xaf), "not UTF-8: byte 0xc0 at offset 0"],
    ["CP949", Uint8Array.of(0xb0, 0xa1, 0xb3, 0xaa), "it looks like CP949/EUC-KR"],
    ["English", utf8("Nothing to see here."), "no Korean in it"],
    ["Japanese", utf8("何もありません。"), "no Korean in it"],
    ["too long", utf8("가".repeat(LONGEST_ARTICLE + 1)), "longer than 200,000 characters"],
    ["ten megabytes", new Uint8Array(10_000_000).fill(0x41), "longer than 200,000 characters"],
  ])("%s", (_, bytes, message) => {
    expect(() => readArticle(bytes, about)).toThrow(message);
    try {
      readArticle(bytes, about);
    } catch (error) {
      expect((error as Error).name).toBe("MaekError");
      expect((error as Error).message).toMatch(/^maek\/article: a\.txt: [^\n]+$/);
    }
  });

  it("a string with half a character", () => {
    expect(() => readArticle("가나\ud83d다", about)).toThrow("at offset 2");
  });

  it("the largest text within the limit is read", () => {
    const bytes = utf8("가".repeat(LONGEST_ARTICLE));
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_FILE);
    expect(readArticle(bytes, about).text.length).toBe(LONGEST_ARTICLE);
  });
});

describe("properties", () => {
  it("the scanner finds a fault exactly where the platform's decoder does", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.tuple(fc.string({ unit: "binary", maxLength: 6 }), fc.uint8Array({ maxLength: 3 })).map(([text, tail]) => {
        return Uint8Array.of(...utf8(text), ...tail);
      }),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        const fault = firstFault(content);
        const decode = (part: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(part);
        if (fault < 0) decode(content);
        else {
          decode(content.subarray(0, fault));
          expect(() => decode(content)).toThrow();
        }
      }),
    );
  });

  it("the text round-trips when nothing is to be set aside", () => {
    const text = fc.string({ unit: fc.constantFrom(..."가나다 힣.\nAa1·“”中") }).map((middle) => `한${middle}`);
    fc.assert(
      fc.property(text, (content) => {
        expect(readArticle(utf8(content), about).text).toBe(content);
      }),
    );
  });
});

describe("the headline", () => {
  it.each([
    ["새봄전자, 2분기 흑자 전환\n새봄전자가 흑자를 냈다.", "새봄전자, 2분기 흑자 전환"],
    ["|\n새 공장 세운다\n본문이다.", "새 공장 세운다"],
    ["“같이 가자” … 손잡은 두 회사\n본문이다.", "“같이 가자” … 손잡은 두 회사"],
    ["값이 오른다...\n본문이다.", "값이 오른다..."],
    ["|\n◇“수요 엄청나”\n본문이다.", undefined],
    ["■ 개요\n본문이다.", undefined],
    ["새봄전자가 1일 새 공장을 열었다.\n둘째 문장이다.", undefined],
    ["그는 “간다.”\n둘째 문장이다.", undefined],
    ["한 줄뿐인 글", undefined],
    ["(서울=통신) 새봄전자가 새 공장을 열었다\n본문", undefined],
    [`${"가나다라마 ".repeat(40)}\n본문`, undefined],
    ["", undefined],
  ])("%j", (text, headline) => {
    const span = guessHeadline(text);
    expect(span && text.slice(span.start, span.end)).toBe(headline);
  });
});

describe("days", () => {
  it.each(["2025-02-24", "2024-02-29", "1999-12-31"])("%s is one", (day) => expect(parseDay(day)).toBe(day));
  it.each(["2025-02-29", "2025-13-01", "2025-00-10", "2025-2-4", "24.02.2025", "", "어제", "2025-02-24 "])(
    "%j is none",
    (day) => expect(() => parseDay(day)).toThrow(/^maek\/article: date /),
  );
});
