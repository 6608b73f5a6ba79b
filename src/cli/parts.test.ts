import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { emptyGraph, type KnowledgeGraph } from "../knowledge/index.ts";
import { explanationText } from "./explain.ts";
import { formatsOption, outputPaths } from "./graph-file.ts";
import { inMilliseconds, progress } from "./progress.ts";
import { summarize, summaryLine } from "./summary.ts";
import type { Terminal } from "./terminal.ts";

describe("where a graph is written to", () => {
  it.each<[string, string | undefined, string[]]>([
    ["out/graph.json", undefined, ["out/graph.json"]],
    ["graph", undefined, ["graph"]],
    ["graph.gexf", undefined, ["graph.gexf"]],
    ["a.b.json", "json,gexf", ["a.b.json", "a.b.gexf"]],
    ["graph.gexf", "json, gexf", ["graph.json", "graph.gexf"]],
    ["graph.json", "gexf", ["graph.gexf"]],
    ["graph", "json,gexf", ["graph", "graph.gexf"]],
    ["2025.02", "json,gexf", ["2025.02", "2025.02.gexf"]],
    ["graph.JSON", "json,json", ["graph.JSON"]],
  ])("-o %s --format %s", (output, names, paths) => {
    const wanted = names === undefined ? undefined : formatsOption(names);
    expect(outputPaths(output, wanted).map(({ path }) => path)).toEqual(paths);
  });

  it.each(["", "pdf", "json,", "json,pdf"])("--format %j is refused", (names) => {
    expect(() => formatsOption(names)).toThrow(InvalidArgumentError);
  });
});

function graphOfNames(...names: readonly (readonly string[])[]): KnowledgeGraph {
  const graph = emptyGraph();
  for (const [index, [label = "", ...others]] of names.entries()) {
    graph.addNode(`person:${label}#${index}`, {
      kind: "person",
      label,
      aliases: [label, ...others],
      mentions: [],
      reasons: [],
      x: 0,
      y: 0,
      size: 1,
    });
  }
  return graph;
}

describe("progress", () => {
  function listen(lively: boolean, total: number) {
    const said: string[] = [];
    const terminal: Terminal = {
      print: () => undefined,
      say: (text) => said.push(text),
      lively,
      overwrite: (text) => said.push(`\r${text}`),
    };
    const steps = progress(terminal, total);
    for (let article = 1; article <= total; article++) {
      for (const stage of ["korean", "entities", "facts"] as const) {
        steps.onStage({ stage, milliseconds: 2, counts: { things: 1000 }, article: `a${article}` });
      }
    }
    steps.onStage({ stage: "graph", milliseconds: 123.4, counts: { nodes: 5 } });
    steps.finish();
    return said.map((line) => line.replace(/ +/g, " "));
  }

  it("one article: a line a stage", () => {
    expect(listen(false, 1)).toEqual([
      "korean things 1,000 2.0 ms",
      "entities things 1,000 2.0 ms",
      "facts things 1,000 2.0 ms",
      "graph nodes 5 123 ms",
    ]);
  });

  it("many articles: a counter, at most ten lines of it, and sums", () => {
    const said = listen(false, 25);
    expect(said.filter((line) => line.startsWith("reading"))).toHaveLength(10);
    expect(said.slice(9)).toEqual([
      "reading 25/25 a25",
      "korean things 25,000 50 ms",
      "entities things 25,000 50 ms",
      "facts things 25,000 50 ms",
      "graph nodes 5 123 ms",
    ]);
  });

  it("on a terminal the counter is one line, cleared at the end", () => {
    expect(listen(true, 3).slice(0, 3)).toEqual(["\rreading 1/3 a1", "\rreading 2/3 a2", "\r"]);
  });

  it.each([
    [0.04, "0.0 ms"],
    [9.96, "10.0 ms"],
    [41.4, "41 ms"],
    [3200.5, "3,201 ms"],
  ])("%d", (time, text) => expect(inMilliseconds(time)).toBe(text));
});

describe("summary", () => {
  it("counts, in the singular and the plural", () => {
    expect(summaryLine(summarize(graphOfNames(["김하늘"])))).toBe(
      "1 person, 0 companies, 0 organizations, 0 places, 0 products, 0 events, 0 edges",
    );
    expect(summaryLine(summarize(graphOfNames(["김하늘"], ["이봄"])))).toMatch(/^2 people, /);
  });
});

describe("explanation", () => {
  const unread = {
    article: "기사\n\u001b[31m",
    number: 1,
    start: 0,
    end: 8,
    text: "비가\t\u009b2J왔다.",
    reason: { kind: "unknown-predicate" as const },
    unknown: ["오\u0007다"],
  };
  const nothing = { unnamed: 0, unstated: 0, unsure: 0, "set-aside": 0, "no-name": 0, "no-predicate": 0 };
  const reasons = { ...nothing, "unknown-predicate": 1 };
  const text = (sentences: number) => explanationText({ sentences, unread: [unread], reasons, unknown: [] });

  it("has nothing of an article that commands a terminal", () => {
    expect(text(2).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(text(2)).toMatch(/^기사 \[31m 1: 「비가 2J왔다\.」 no frame knows 오 다\n/);
  });

  it.each([
    [1, "1 sentence, 0 gave a fact, 1 none:"],
    [1200, "1,200 sentences, 1199 gave a fact, 1 none:"],
  ])("counts %d", (sentences, line) => expect(text(sentences).split("\n")).toContain(line));
});
