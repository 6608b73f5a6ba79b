import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MaekError } from "../article/index.ts";
import { emptyGraph, type KnowledgeGraph } from "../knowledge/index.ts";
import { sampleGraph } from "./fixture.ts";
import { readGexf } from "./gexf-graph.ts";
import { readGexfFile } from "./gexf-read.ts";
import { GEXF_VERSIONS, writeGexf } from "./gexf-write.ts";
import { json } from "./json.ts";
import { holdable } from "./xml.ts";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const hostile = fc.string({ unit: "binary", minLength: 1 });
const nasty = [
  `<b>"&'</b>`,
  "]]>",
  "?>",
  "a\nb\tc\rd",
  " 앞뒤 ",
  "\u0000\u0008\u001b",
  "\ud800 \udfff",
  "\ufffe\uffff",
  "👩‍👩‍👧",
  "&#0;",
  "<!--",
  "{{x}}",
];

/** The graph with its labels as XML can hold them. */
const asWritten = (graph: KnowledgeGraph) => json.write(graph);

describe("what is written", () => {
  const file = readGexfFile(writeGexf(sampleGraph()), "x.gexf");

  it("is GEXF 1.3 with dates for Gephi's timeline", () => {
    expect(file).toMatchObject({ version: "1.3", mode: "dynamic", timeFormat: "date", defaultEdgeType: "directed" });
    expect(readGexfFile(writeGexf(emptyGraph()), "x").mode).toBe("static");
  });

  it("has nodes with kind, colour, place, size, and the time of events", () => {
    expect(file.nodes.map(({ id, label }) => [id, label])).toEqual([
      ["company:알리바바", "알리바바"],
      ["event:ali:1:30", "알리바바 투자"],
      ["organization:블룸버그", "블룸버그"],
      ["person:우융밍", "우융밍"],
    ]);
    expect(file.nodes[3]).toMatchObject({
      attributes: {
        kind: "person",
        kindLabel: "인물",
        aliases: ["우융밍", "우 CEO", 'a, "b" | [c]'],
        mentions: ["ali:1:0-3"],
      },
      position: { x: -1.5, y: 20.125, z: 0 },
      size: 6.4,
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
      periods: [],
    });
    expect(file.nodes[1]).toMatchObject({
      attributes: {
        eventTypeLabel: "투자",
        factualityLabel: "예정",
        timeText: "24일",
        amounts: ["3800억위안", "8~9%"],
        amountValues: ["380000000000", "8"],
        attributedToLabel: "블룸버그",
        confidence: 0.7,
      },
      periods: [{ start: "2025-02-24", end: "2025-02-25" }],
    });
  });

  it("has edges with their relation in Korean, their kind, and the words behind them", () => {
    expect(file.edges[1]).toMatchObject({
      source: "person:우융밍",
      target: "company:알리바바",
      kind: "position_at",
      label: "직책",
      type: "directed",
      weight: 2,
      thickness: 2,
      shape: "dotted",
      attributes: {
        relation: "position_at",
        title: "최고경영자(CEO)",
        evidence: ["ali:1:0-18", "ali:1:4-8"],
        quotes: ["우융밍 알리바바 최고경영자(CEO", "알리바바"],
        confidence: 0.8,
        method: "rule",
      },
      periods: [],
    });
    expect(file.edges[0]).toMatchObject({ label: "주체", periods: [{ start: "2025-02-24", end: "2025-02-25" }] });
  });

  it("names no attribute after a drawing program, and none twice", () => {
    const titles = file.attributes.map(({ of, title }) => `${of} ${title}`);
    expect(titles.filter((title) => /\btype$/.test(title))).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("declares only types that every reader knows", () => {
    expect(new Set(file.attributes.map(({ type }) => type))).toEqual(new Set(["string", "liststring", "double"]));
  });

  it("is for older readers in 1.2: no edge kinds", () => {
    const older = readGexfFile(writeGexf(sampleGraph(), { version: "1.2" }), "x.gexf");
    expect(older.version).toBe("1.2");
    expect(older.edges.some(({ kind }) => kind !== undefined)).toBe(false);
  });
});

describe.each(GEXF_VERSIONS)("GEXF %s", (version) => {
  it("gives back the graph it was written from", () => {
    const graph = sampleGraph();
    expect(asWritten(readGexf(writeGexf(graph, { version }), "x.gexf"))).toBe(asWritten(graph));
  });

  it("gives back any text and any label, as far as XML can hold it", () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.constantFrom(...nasty)),
        fc.oneof(hostile, fc.constantFrom(...nasty)),
        (name, text) => {
          const read = readGexf(
            writeGexf(sampleGraph({ person: `p${name}`, event: `e${name}`, text }), { version }),
            "x.gexf",
          );
          expect(asWritten(read)).toBe(
            asWritten(sampleGraph({ person: holdable(`p${name}`), event: holdable(`e${name}`), text })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

const schema = join(shared, "gexf/1.3-viz-fixed/gexf.xsd");
const xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"].find(existsSync);
const why = !xmllint ? " (skipped: xmllint is not installed)" : existsSync(schema) ? "" : ` (skipped: no ${schema})`;

describe.skipIf(why !== "")(`the schema of GEXF 1.3${why}`, () => {
  it.each<[string, KnowledgeGraph]>([
    ["a graph", sampleGraph()],
    ["no graph", emptyGraph()],
    ...nasty.map((name): [string, KnowledgeGraph] => [
      JSON.stringify(name),
      sampleGraph({ person: `p${name}`, event: `e${name}`, text: name }),
    ]),
  ])("accepts %s", (_name, graph) => {
    const folder = mkdtempSync(join(tmpdir(), "maek-gexf-"));
    try {
      const path = join(folder, "graph.gexf");
      writeFileSync(path, writeGexf(graph));
      execFileSync(xmllint ?? "", ["--noout", "--nonet", "--schema", schema, path], { stdio: "pipe" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("bad files", () => {
  const good = writeGexf(sampleGraph());
  it.each([
    ["", /^maek\/gexf: x\.gexf:1:1: not XML: /],
    ["<gexf>\n<graph>", /^maek\/gexf: x\.gexf:2:\d+: not XML: /],
    ["<html/>", /the root is <html>, not <gexf> with a <graph> in it$/],
    ["<gexf/>", /not <gexf> with a <graph> in it$/],
    ['<gexf version="1.3"><graph><nodes/><edges/></graph></gexf>', /no articles in it: not written by maek/],
    [good.replace("<?maek {", "<?maek ["), /the articles in its <\?maek …\?> are damaged$/],
    [good.replaceAll('value="investment"', 'value=""'), /: nodes\[1\]\.attributes\.eventType: /],
    [good.replace('target="company:알리바바"', 'target="company:바바"'), /"company:바바" is no node of the graph$/],
    ["<gexf>&bomb;</gexf>", /not XML: /],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><gexf><graph>&e;</graph></gexf>', /not XML: /],
    [`${"<a>".repeat(100_000)}`, /^maek\/gexf: x\.gexf/],
  ])("%#", (text, message) => {
    expect(() => readGexf(text, "x.gexf")).toThrow(message);
    expect(() => readGexf(text, "x.gexf")).toThrow(/^[^\n]*$/);
  });
});

describe("damaged files", () => {
  const good = writeGexf(sampleGraph());
  const cut = fc.tuple(fc.nat(good.length), fc.nat(60), fc.constantFrom("", "<", ">", '"', "&", "x", "]", "{", "가"));

  it("are read, or refused in one line", () => {
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const text = good.slice(0, at) + put + good.slice(at + length);
        try {
          readGexf(text, "x.gexf");
        } catch (error) {
          expect(error).toBeInstanceOf(MaekError);
          expect((error as Error).message).toMatch(/^maek\/gexf: x\.gexf[^\n]*$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const samples = join(shared, "samples/gexf");

describe.skipIf(!existsSync(samples))("files of other programs", () => {
  const read = (name: string) => readGexfFile(readFileSync(join(samples, name), "utf8"), name);

  it("are all read, with their nodes and edges", () => {
    for (const name of readdirSync(samples).filter((file) => file.endsWith(".gexf"))) {
      const text = readFileSync(join(samples, name), "utf8");
      const { nodes, edges } = readGexfFile(text, name);
      expect([nodes.length, edges.length], name).toEqual([
        text.match(/<node[\s/>]/g)?.length ?? 0,
        text.match(/<edge[\s/>]/g)?.length ?? 0,
      ]);
    }
  });

  it("keep time, hierarchy and edge kinds", () => {
    const dynamic = read("data_dynamics.gexf");
    expect(dynamic.nodes[0]?.periods).toEqual([{ start: "2009-03-01" }]);
    expect(dynamic.nodes[1]?.timed).toHaveLength(3);
    expect(dynamic.nodes[2]?.periods).toContainEqual({ end: "2009-03-01" });
    const parents = (name: string) => Object.fromEntries(read(name).nodes.map((node) => [node.id, node.parents]));
    expect(parents("data_hierarchy1.gexf")).toMatchObject({ a: [], b: ["a"], c: ["b"], h: ["e"] });
    expect(parents("data_hierarchy4.gexf")).toMatchObject({ a: [], b: ["a"], g: ["e"] });
    expect(read("v1_3.gexf").edges[0]).toMatchObject({ kind: "likes", source: "John" });
    expect(read("missing_nodes.gexf").edges).toHaveLength(4);
  });

  it("keep colours and lists in every spelling", () => {
    expect(read("v1_3.gexf").nodes[0]).toMatchObject({
      color: "#ff00ff",
      attributes: {
        pipe: ["a", "b", "c"],
        comma: ["a", "b", "c"],
        raw: ["a", "b", "c"],
        single: ["a", "'b'", "c"],
        double: ["a", "b", "c"],
        mixed: ["a", "b", "c"],
        booleans: [true, false, false],
        numbers: [1, 1.5, 2],
      },
    });
    expect(read("edge_viz.gexf").edges[0]).toMatchObject({ color: "#b3000080", thickness: 2, shape: "dotted" });
    expect(read("liststring.gexf").nodes[0]?.attributes).toMatchObject({ types: ["cooking", "money"], frog: true });
  });
});
