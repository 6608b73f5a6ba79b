import { describe, expect, it } from "vitest";
import { emptyGraph } from "../../../src/index.ts";
import { directionSign, eventTypeName, relationName } from "./words.ts";

const plain = emptyGraph();
const ends = { head: ["company" as const], tail: ["company" as const] };
const taught = emptyGraph([], {
  relations: {
    lends_to: { ko: "대출", en: "lends to", ...ends },
    merges_with: { ko: "합병", en: "merges with", symmetric: true, ...ends },
  },
  events: { lending: { ko: "대출", en: "lending" } },
});

describe("the words of a graph's ontology", () => {
  it.each([
    [plain, "owns", "소유", "arrow"],
    [plain, "meets", "만남", "both"],
    [plain, "agent", "주체", "arrow"],
    [taught, "owns", "소유", "arrow"],
    [taught, "lends_to", "대출", "arrow"],
    [taught, "merges_with", "합병", "both"],
    [plain, "lends_to", "lends_to", "arrow"],
  ])("%#: %s", (graph, kind, name, sign) => {
    expect([relationName(graph, kind), directionSign(graph, kind)]).toEqual([name, sign]);
  });

  it("name types of events", () => {
    expect([taught, plain].map((graph) => eventTypeName(graph, "lending"))).toEqual(["대출", "lending"]);
  });
});
