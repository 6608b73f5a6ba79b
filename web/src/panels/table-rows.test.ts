import { describe, expect, it } from "vitest";
import { matching, type Row, sorted } from "./table-rows.ts";

const row = (from: string, relation: string, to: string, evidence = ""): Row => ({
  edge: `${from}|${relation}|${to}`,
  source: from,
  target: to,
  from,
  relation,
  to,
  factuality: "done",
  status: "있었음",
  evidence,
});

const rows = [
  row("하나은행", "투자", "가온"),
  row("가온", "경쟁", "NAVER"),
  row("나라", "투자", "하나은행", "나라가 샀다"),
];

describe("the relation list", () => {
  it.each([
    ["", 3],
    ["은행", 2],
    ["투자 은행", 2],
    ["naver", 1],
    ["샀다", 1],
    ["하나은행".normalize("NFD"), 2],
    ["없는 말", 0],
  ])("finds %j in %i rows", (query, count) => {
    expect(matching(rows, query)).toHaveLength(count);
  });

  it("sorts as Korean does, and back", () => {
    const up = sorted(rows, { column: "from", descending: false }).map(({ from }) => from);
    expect(up).toEqual(["가온", "나라", "하나은행"]);
    expect(sorted(rows, { column: "from", descending: true }).map(({ from }) => from)).toEqual(up.reverse());
  });
});
