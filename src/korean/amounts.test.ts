import { describe, expect, it } from "vitest";
import { findAmounts } from "./index.ts";

/** "text = value unit bound", with ".." before the upper end of a range and "→ n" where the amount converts another. */
function read(text: string): string[] {
  return findAmounts(text).map(({ text: own, value, upper, unit, bound, conversionOf }) => {
    const range = upper === undefined ? `${value}` : `${value}..${upper}`;
    return `${own} = ${range} ${unit} ${bound}${conversionOf === undefined ? "" : ` → ${conversionOf}`}`;
  });
}

describe("findAmounts", () => {
  const rows: [string, string[]][] = [
    [
      "최소 3800억위안(약 74조9000억원)을 투자한다",
      ["3800억위안 = 380000000000 CNY at_least", "74조9000억원 = 74900000000000 KRW about → 0"],
    ],
    ["매출액은 2801억5000만위안", ["2801억5000만위안 = 280150000000 CNY exact"]],
    [
      "역대 최대인 182억위안(약 3조6000억원)의 과징금",
      ["182억위안 = 18200000000 CNY exact", "3조6000억원 = 3600000000000 KRW about → 0"],
    ],
    ["11% 성장했고 2%포인트, 3%p 올랐다", ["11% = 11 % exact", "2%포인트 = 2 %p exact", "3%p = 3 %p exact"]],
    ["약 650억 달러를 배정했다", ["650억 달러 = 65000000000 USD about"]],
    ["$650억 규모", ["$650억 = 65000000000 USD exact"]],
    ["22억 원과 5억2800여 만 원", ["22억 원 = 2200000000 KRW exact", "5억2800여 만 원 = 528000000 KRW about"]],
    ["3천200억원과 9억 6천만원", ["3천200억원 = 320000000000 KRW exact", "9억 6천만원 = 960000000 KRW exact"]],
    ["1경4612조원", ["1경4612조원 = 14612000000000000 KRW exact"]],
    ["금리는 6.3~9.0%다", ["6.3~9.0% = 6.3..9 % exact"]],
    ["3만~5만원, 3~5만원", ["3만~5만원 = 30000..50000 KRW exact", "3~5만원 = 30000..50000 KRW exact"]],
    ["5000~1만원", ["5000~1만원 = 5000..10000 KRW exact"]],
    ["1조5000억~1조8000억위안", ["1조5000억~1조8000억위안 = 1500000000000..1800000000000 CNY exact"]],
    ["순이익 -9억원", ["-9억원 = -900000000 KRW exact"]],
    ["6개사 분할", ["6개사 = 6 개사 exact"]],
    ["1000만명이 넘는 이용자", ["1000만명 = 10000000 명 over"]],
    ["100여명이 참여했다", ["100여명 = 100 명 about"]],
    ["2만1103명", ["2만1103명 = 21103 명 exact"]],
    ["2조원을 넘을 전망", ["2조원 = 2000000000000 KRW over"]],
    ["50만원 이하 소액", ["50만원 = 500000 KRW at_most"]],
    ["30% 이상 출자", ["30% = 30 % at_least"]],
    ["18세 미만", ["18세 = 18 세 under"]],
    ["200명을 웃도는", ["200명 = 200 명 over"]],
    ["500억원대에 사들였다", ["500억원 = 50000000000 KRW about"]],
    ["62개 대기업", ["62개 = 62 개 exact"]],
    ["경쟁률은 2637 대 1", ["2637 대 1 = 2637 대 1 exact"]],
    ["26만대 규모", ["26만대 = 260000 대 exact"]],
    ["두 배로, 세 차례", ["두 배 = 2 배 exact", "세 차례 = 3 차례 exact"]],
    ["32만5414주를 샀다", ["32만5414주 = 325414 주 exact"]],
    ["총면적 4,959m²(1,500평 규모)", ["4,959m² = 4959 ㎡ exact", "1,500평 = 1500 평 exact → 0"]],
    ["100MW급 발전소와 10bp", ["100MW = 100 MW exact", "10bp = 10 bp exact"]],
    [
      "4조1700억원으로 전년(6조3800억원)에",
      ["4조1700억원 = 4170000000000 KRW exact", "6조3800억원 = 6380000000000 KRW exact"],
    ],
    ["3주 뒤, 3개월, 6개분기 연속, 24일, 7년", []],
    ["50대 남성, 4대 강, 10대 그룹", []],
    ["코로나19와 G20, 제4조, 제 2회, 11번째, 3차", []],
    ["3위원회, 5명령, 2원전", []],
    ["리터당 28원/L", ["28원 = 28 KRW exact"]],
  ];
  it.each(rows)("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
