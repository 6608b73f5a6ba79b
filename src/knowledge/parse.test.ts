import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MaekError } from "../article/index.ts";
import { parseGraph } from "./parse.ts";

const placed = { aliases: ["가"], mentions: [], x: 0, y: 0, size: 1 };
const file = () => ({
  attributes: {
    format: "maek/1",
    language: "ko",
    articles: [{ id: "a", title: "", text: "가나 투자", sentences: [[0, 5]] }],
  },
  nodes: [
    { key: "company:가", attributes: { kind: "company", label: "가", ...placed } },
    { key: "company:나", attributes: { kind: "company", label: "나", ...placed, community: 3 } },
    {
      key: "event:a:3",
      attributes: {
        kind: "event",
        eventType: "investment",
        label: "투자",
        ...placed,
        trigger: { article: "a", start: 3, end: 5 },
        factuality: "done",
        amounts: [],
        confidence: 1,
      },
    },
  ],
  edges: [
    {
      key: "e",
      source: "company:가",
      target: "company:나",
      attributes: { kind: "owns", label: "소유", evidence: [], factuality: "done", confidence: 1, method: "rule" },
    },
  ],
});

/** A copy of the file with the value at a path replaced. */
function spoilt(path: (string | number)[], value: unknown): string {
  const copy: unknown = file();
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce((at, step) => (at as Record<string | number, unknown>)[step], copy);
  (parent as Record<string | number, unknown>)[last] = value;
  return JSON.stringify(copy);
}

const fault = (json: string) => {
  try {
    parseGraph(json, "graph.json");
  } catch (error) {
    expect(error).toBeInstanceOf(MaekError);
    return (error as MaekError).message;
  }
  return undefined;
};

describe("parseGraph", () => {
  it("reads a file, keeps what it does not know, and fills in what it may", () => {
    const graph = parseGraph(`\uFEFF${JSON.stringify(file())}`, "graph.json");
    expect(graph.nodes()).toEqual(["company:가", "company:나", "event:a:3"]);
    expect(graph.getNodeAttributes("company:나")).toMatchObject({ community: 3, reasons: [] });
    expect(graph.getNodeAttributes("event:a:3")).toMatchObject({ evidence: [{ article: "a", start: 3, end: 5 }] });
    expect(graph.extremities("e")).toEqual(["company:가", "company:나"]);
  });

  it.each<[(string | number)[], unknown, string]>([
    [["nodes", 0, "attributes", "kind"], "animal", "nodes[0].attributes.kind: "],
    [["nodes", 1, "attributes", "x"], "left", "nodes[1].attributes.x: "],
    [["nodes", 2, "attributes", "trigger", "start"], -1, "nodes[2].attributes.trigger.start: "],
    [["edges", 0, "attributes", "evidence"], [{ article: "a", start: 0 }], "edges[0].attributes.evidence[0].end: "],
    [["edges", 0, "attributes", "factuality"], "maybe", "edges[0].attributes.factuality: "],
    [["attributes", "articles", 0, "text"], 5, "attributes.articles[0].text: "],
    [["attributes", "format"], "maek/9", "attributes.format: "],
    [["nodes"], undefined, "nodes: "],
    [["nodes", 1, "key"], "company:가", 'nodes[1].key: "company:가" is there twice'],
    [["edges", 0, "target"], "company:다", 'edges[0]: "company:다" is no node of the graph'],
    [["edges", 0, "target"], "company:가", 'edges[0]: a self-loop at "company:가"'],
  ])("names the path of a fault: %j", (path, value, message) => {
    expect(fault(spoilt(path, value))).toContain(`maek/json: graph.json: ${message}`);
  });

  it.each([
    ['{"a": 1,}', '1:9: not JSON: unexpected "}"'],
    ['{\n "a": [1 2]\n}', '2:10: not JSON: unexpected "2"'],
    ["", "1:1: not JSON: the text ends too early"],
    ['{"a":\n  "b', "2:5: not JSON: the text ends too early"],
    ["[1]\n]", '2:1: not JSON: unexpected "]"'],
    ['{"한글" 1}', '1:7: not JSON: unexpected "1"'],
    ["nul", '1:1: not JSON: unexpected "n"'],
    ['["a\tb"]', '1:4: not JSON: unexpected "\\t"'],
  ])("names line and column of a fault of syntax: %j", (json, message) => {
    expect(fault(json)).toBe(`maek/json: graph.json:${message}`);
  });

  it.each(["[]", "null", "5", '"x"'])("refuses JSON that is no graph: %s", (json) => {
    expect(fault(json)).toMatch(/^maek\/json: graph\.json: [^\n]+$/);
  });
});

describe("any file", () => {
  const paths = [
    ["nodes"],
    ["edges"],
    ["attributes"],
    ["attributes", "articles", 0],
    ["nodes", 0],
    ["nodes", 2, "attributes"],
    ["nodes", 2, "attributes", "time"],
    ["edges", 0, "attributes", "evidence", 0],
  ];

  it("is read, or refused in one line", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.tuple(fc.constantFrom(...paths), fc.jsonValue())), (file) => {
        const json = typeof file === "string" ? file : spoilt(...file);
        expect(fault(json) ?? "").toMatch(/^(?:maek\/json: graph\.json: [^\n]+)?$/);
      }),
    );
  });
});
