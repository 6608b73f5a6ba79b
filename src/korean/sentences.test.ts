import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./index.ts";

function read(text: string, title = ""): string[] {
  return splitSentences(text, title).map(({ start, end }) => text.slice(start, end));
}

describe("splitSentences", () => {
  const rows: [string, string, string[]][] = [
    ["plain", "그는 왔다. 그녀도 왔다.", ["그는 왔다.", "그녀도 왔다."]],
    ["joined paragraphs", "당국이 발표했다.AFP통신은 보도했다.", ["당국이 발표했다.", "AFP통신은 보도했다."]],
    ["a joined number", "전망이다.25일 업계에 따르면 늘었다.", ["전망이다.", "25일 업계에 따르면 늘었다."]],
    [
      "speech of several sentences",
      "그는 “값이 올랐다. 더 오를 것이다.”라고 말했다.",
      ["그는 “값이 올랐다. 더 오를 것이다.”라고 말했다."],
    ],
    ["a spaced quotative", "그는 “더 오를 것이다.” 라고 말했다.", ["그는 “더 오를 것이다.” 라고 말했다."]],
    ["speech that stands alone", "“더 오를 것이다.” 김 대표는 낙관했다.", ["“더 오를 것이다.”", "김 대표는 낙관했다."]],
    ["speech joined to the next", "“더 하겠습니다.”이번 행사는 컸다.", ["“더 하겠습니다.”", "이번 행사는 컸다."]],
    [
      "a straight quote",
      '그는 "값이 올랐다. 더 오른다"고 했다. 끝이다.',
      ['그는 "값이 올랐다. 더 오른다"고 했다.', "끝이다."],
    ],
    ["decimals", "금리는 3.5%다. 물가는 2.1% 올랐다.", ["금리는 3.5%다.", "물가는 2.1% 올랐다."]],
    ["abbreviations", "U.S. 스틸은 No.1 기업이다.", ["U.S. 스틸은 No.1 기업이다."]],
    ["an address", "문의는 www.example.com으로 하면 된다.", ["문의는 www.example.com으로 하면 된다."]],
    ["stops in brackets", "그는(무슨 일인가? 몰랐다.) 갔다.", ["그는(무슨 일인가? 몰랐다.) 갔다."]],
    ["questions", "왜 올랐을까? 수요 때문이다!", ["왜 올랐을까?", "수요 때문이다!"]],
    ["an ellipsis", "가격 인상, 생산 중단…. 올해 시장은 나빴다.", ["가격 인상, 생산 중단….", "올해 시장은 나빴다."]],
    ["footnotes", "그가 밝혔다.[1][2]민주당은 반박했다.", ["그가 밝혔다.[1][2]", "민주당은 반박했다."]],
    ["lines of marks", "|\n기업이 왔다.\n---\n갔다.", ["기업이 왔다.", "갔다."]],
    ["wiki categories", "점수를 줬다.[[분류:대한민국]]", ["점수를 줬다."]],
    ["lists in a sentence", "계획은 △투자 △고용 △연구로 나뉜다.", ["계획은 △투자 △고용 △연구로 나뉜다."]],
  ];
  it.each(rows)("%s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  const headings: [string, [string, string][]][] = [
    [
      "◇“권익 보호” 약속\n그는 왔다.",
      [
        ["heading", "◇“권익 보호” 약속"],
        ["body", "그는 왔다."],
      ],
    ],
    [
      "늘고 있다.○명품 적자전환12일 금융감독원에 따르면 줄었다.",
      [
        ["body", "늘고 있다."],
        ["heading", "○명품 적자전환"],
        ["body", "12일 금융감독원에 따르면 줄었다."],
      ],
    ],
    [
      "나온다. ▶관련기사 A5면건설업계는 반겼다.",
      [
        ["body", "나온다."],
        ["heading", "▶관련기사 A5면"],
        ["body", "건설업계는 반겼다."],
      ],
    ],
    [
      "컸다.○“싸고 친절하다”가나치과가 화제다.",
      [
        ["body", "컸다."],
        ["heading", "○“싸고 친절하다”"],
        ["body", "가나치과가 화제다."],
      ],
    ],
    [
      "한빛은 컸다. 한빛을 보자.○소유권 이전 추진한빛은 5일 땅을 팔았다.",
      [
        ["body", "한빛은 컸다."],
        ["body", "한빛을 보자."],
        ["heading", "○소유권 이전 추진"],
        ["body", "한빛은 5일 땅을 팔았다."],
      ],
    ],
  ];
  it.each(headings)("%s", (text, expected) => {
    expect(splitSentences(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(expected);
  });

  it("knows the headline", () => {
    const text = "값이 올랐다. 왜?\n본문이다.";
    expect(splitSentences(text, "값이 올랐다. 왜?").map(({ kind }) => kind)).toEqual(["headline", "body"]);
  });

  it("never lets a stray mark swallow the article", () => {
    const text = `그는 “왔다. ${"값이 올랐다. ".repeat(200)}`.trim();
    expect(read(text).length).toBeGreaterThan(195);
  });

  it("covers every letter and digit outside of markup", () => {
    const piece = fc.constantFrom(
      "그는 ",
      "왔다.",
      "“",
      "”",
      "\n",
      "○",
      "3.5%",
      "(",
      ")",
      "?",
      "ABC",
      "12일 ",
      "…",
      '"',
      "|",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const inside = read(text)
          .join("")
          .replace(/[^\p{L}\p{N}]/gu, "");
        expect(inside).toBe(text.replace(/[^\p{L}\p{N}]/gu, ""));
      }),
    );
  });
});
