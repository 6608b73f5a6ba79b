import { describe, expect, it } from "vitest";
import { findQuotes } from "./index.ts";

function read(text: string): string[] {
  return findQuotes(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("findQuotes", () => {
  const rows: [string, string[]][] = [
    ["AI 쳇봇인 ‘퉁이 첸원’을 보유했다.", ["name: 퉁이 첸원"]],
    ["그는 “성장률이 높다”라며 웃었다.", ["speech: 성장률이 높다"]],
    ["그는 “모든 노력을 아끼지 않을 것”이라고 강조했다.", ["speech: 모든 노력을 아끼지 않을 것"]],
    ['그는 "투자를 늘리겠다"고 말했다.', ["speech: 투자를 늘리겠다"]],
    ["그는 '투자를 늘리겠다'고 말했다.", ["speech: 투자를 늘리겠다"]],
    ["‘영국의 스티브 잡스’라고 불리는 그", ["name: 영국의 스티브 잡스"]],
    ["‘사회적 경제 기본법’이라는 법안", ["name: 사회적 경제 기본법"]],
    [
      "시장이 “좋다. 그리고 ‘더 좋아질 것’이라 본다”고 했다.",
      ["speech: 좋다. 그리고 ‘더 좋아질 것’이라 본다", "name: 더 좋아질 것"],
    ],
    ["영화 《오페라의 유령》과 소설 <광장>", ["name: 오페라의 유령", "name: 광장"]],
    ["논문 「한국어 연구」가 『학회지』에 실렸다.", ["name: 한국어 연구", "name: 학회지"]],
    ["McDonald’s와 Levi's 매장", []],
    ["값은 3 < 5이고 7 > 2다.", []],
    ["그는 ”좋다”고 했다.", ["speech: 좋다"]],
    ['그는 "좋다고 했다. 그녀는 "나쁘다"고 했다.', ["speech: 나쁘다"]],
    ["“열렸다\n닫혔다”", []],
    ["그는 “가자.” 하고 말했다.", ["name: 가자."]],
    ['"갤럭시"와 "아이폰"의 경쟁', ["name: 갤럭시", "name: 아이폰"]],
  ];
  it.each(rows)("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("drops a mark without a partner in reach", () => {
    expect(read(`“${"가 ".repeat(600)}”`)).toEqual([]);
  });
});
