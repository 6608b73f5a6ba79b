/** The command line as users meet it: real processes of the real bundle; what they say, leave behind and return. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Installed } from "./installed.fixture.ts";

const ARTICLE = `새봄전자, 한빛소재 인수
새봄전자가 24일 한빛소재를 300억원에 인수했다고 밝혔다.
김하늘 새봄전자 사장은 “생산을 늘리겠다”고 말했다.
`;
const OTHER = `새봄전자, 미국 공장 세운다
김하늘 새봄전자 사장은 미국에 공장을 세우기로 했다고 밝혔다.
`;
const NOTHING = "비가 내렸다.\n바람이 불었고 하늘이 흐렸다.\n";

let installed: Installed;
const at = (name: string) => installed.at(name);
const maek = (args: readonly string[], input = "") => installed.run(args, input);

beforeAll(async () => {
  installed = await Installed.build("cli-test");
  await mkdir(at("no-articles"));
  await mkdir(at("news"));
  await mkdir(at("folder"));
  await installed.write({
    "article.txt": ARTICLE,
    "nothing.txt": NOTHING,
    "news/b.txt": OTHER,
    "news/a.txt": ARTICLE,
    "empty.txt": "",
    "no-articles/readme.md": ARTICLE,
    "binary.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
    "cp949.txt": Uint8Array.of(0xbb, 0xf5, 0xba, 0xbd),
    "cut.txt": new TextEncoder().encode(ARTICLE).subarray(0, 4),
    "long.txt": "새봄전자가 공장을 열었다. ".repeat(290_000),
    "english.txt": "Nothing to read here.\n",
    "article.docx": ARTICLE,
    "graph.xyz": "{}",
    "cut.json": '{\n "options": {},\n "nodes": [',
    "alien.json": '{"attributes": {"format": "other/1"}, "nodes": [], "edges": []}',
  });
  const built = await maek(["build", "article.txt", "-o", "graph.json", "--date", "2025-02-24", "-q"]);
  expect(built).toEqual({ code: 0, out: "", err: "" });
  const graph = await readFile(at("graph.json"), "utf8");
  await writeFile(at("broken-rule.json"), graph.replaceAll(/"evidence":\[\{[^\]]*\]/g, '"evidence":[]'));
});
afterAll(() => installed.remove());

describe("bad input: one line that says what and where, and no file", () => {
  it.concurrent.each<[string, string[], number, RegExp]>([
    ["missing file", ["build", "none.txt", "-o", "OUT"], 1, /cannot read none\.txt: no such file/],
    ["empty file", ["build", "empty.txt", "-o", "OUT"], 1, /empty\.txt: the file is empty/],
    ["folder without articles", ["build", "no-articles", "-o", "OUT"], 1, /no-articles: a folder without articles/],
    ["binary file", ["build", "binary.txt", "-o", "OUT"], 1, /binary\.txt: a binary file/],
    ["invalid UTF-8", ["build", "cut.txt", "-o", "OUT"], 1, /cut\.txt: not UTF-8: byte 0xeb at offset 3/],
    ["another encoding", ["build", "cp949.txt", "-o", "OUT"], 1, /cp949\.txt: not UTF-8.*looks like CP949/],
    ["ten megabytes", ["build", "long.txt", "-o", "OUT"], 1, /long\.txt: longer than 200,000 characters/],
    ["no Korean", ["build", "english.txt", "-o", "OUT"], 1, /english\.txt: no Korean in it/],
    ["one bad article of two", ["build", "article.txt", "english.txt", "-o", "OUT"], 1, /english\.txt: no Korean/],
    [
      "one bad article of two, each",
      ["build", "article.txt", "english.txt", "--each", "OUT"],
      1,
      /english\.txt: no Korean/,
    ],
    ["unknown input format", ["build", "article.docx", "-o", "OUT"], 1, /article\.docx: unknown input format "\.docx"/],
    [
      "one title for two articles",
      ["build", "news", "-o", "OUT", "--title", "제목"],
      1,
      /one title cannot stand for 2/,
    ],
    [
      "unknown format to build",
      ["build", "article.txt", "-o", "OUT", "--format", "pdf"],
      2,
      /unknown format "pdf" \(known: json, gexf/,
    ],
    ["unknown format to export", ["export", "graph.json", "--to", "pdf", "-o", "OUT"], 2, /unknown format "pdf"/],
    ["no format to export", ["export", "graph.json", "-o", "OUT"], 2, /which format\?/],
    ["unknown graph format", ["view", "graph.xyz"], 1, /graph\.xyz: unknown graph format "\.xyz"/],
    ["missing graph", ["view", "none.json"], 1, /cannot read none\.json: no such file/],
    ["broken graph: syntax", ["check", "cut.json"], 1, /cut\.json:3:\d+: not JSON/],
    ["broken graph: shape", ["show", "alien.json"], 1, /alien\.json: attributes\.format/],
    [
      "broken graph: a rule",
      ["export", "broken-rule.json", "--to", "gexf", "-o", "OUT"],
      1,
      /broken-rule\.json: .*evidence/,
    ],
    [
      "output in no folder",
      ["build", "article.txt", "-o", "none/OUT"],
      1,
      /cannot write none\/OUT: no such file or folder/,
    ],
    ["output is a folder", ["build", "article.txt", "-o", "folder"], 1, /cannot write folder: is a folder/],
    ["output below a file", ["build", "article.txt", "-o", "article.txt/OUT"], 1, /cannot write article\.txt\/OUT: /],
    ["output where none may write", ["build", "article.txt", "-q", "-o", "/proc/OUT"], 1, /cannot write \/proc\/OUT: /],
    ["each below a file", ["build", "article.txt", "--each", "article.txt/OUT"], 1, /cannot write article\.txt\/OUT: /],
    [
      "export to a folder",
      ["export", "graph.json", "--to", "gexf", "-o", "folder"],
      1,
      /cannot write folder: is a folder/,
    ],
    ["the input as output", ["build", "article.txt", "-o", "./article.txt"], 1, /article\.txt is an input/],
    [
      "the input as output of export",
      ["export", "graph.json", "--to", "gexf", "-o", "graph.json"],
      1,
      /graph\.json is an input/,
    ],
    ["a day that is none", ["build", "article.txt", "-o", "OUT", "--date", "2025-02-30"], 2, /"2025-02-30" is no day/],
    ["no output", ["build", "article.txt"], 2, /where to\? Give -o FILE/],
    [
      "two things for standard output",
      ["build", "article.txt", "-o", "-", "--json"],
      2,
      /standard output takes one thing/,
    ],
    ["unknown option", ["build", "article.txt", "-o", "OUT", "--hasty"], 2, /unknown option '--hasty'/],
    ["no input", ["build", "-o", "OUT"], 2, /missing required argument 'input'/],
    ["a port that is none", ["view", "graph.json", "--port", "http"], 2, /a port is a number/],
    ["a name that is not there", ["show", "graph.json", "홍길동"], 1, /nothing named "홍길동"/],
  ])("%s", async (_, args, code, message) => {
    const before = await readdir(at(""), { recursive: true });
    const outcome = await maek(args);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
    expect(outcome.err.trimEnd().split("\n")).toHaveLength(1);
    expect(outcome.err).not.toMatch(/^\s+at /m);
    expect(outcome.out).toBe("");
    const left = (await readdir(at(""), { recursive: true })).filter((name) => /OUT|\.tmp$/.test(name));
    expect(left).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });

  it("an unknown command", async () => {
    const { code, err } = await maek(["bild"]);
    expect(code).toBe(2);
    expect(err).toContain("unknown command 'bild'");
  });
});

describe("help", () => {
  it.concurrent.each<[string[], number]>([
    [["--help"], 0],
    [["build", "--help"], 0],
    [["view", "--help"], 0],
    [["show", "--help"], 0],
    [["export", "--help"], 0],
    [["check", "--help"], 0],
  ])("%j has an example", async (args, code) => {
    const outcome = await maek(args);
    expect(outcome).toMatchObject({ code, err: "" });
    expect(outcome.out).toMatch(/Usage: maek.*\n/);
    expect(outcome.out).toMatch(/Examples?:\n {2}maek /);
  });

  it("nothing asked for is answered with help, and exit code 2", async () => {
    const outcome = await maek([]);
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.err).toContain("Usage: maek");
  });
});

describe("build", () => {
  it("the same article gives the same bytes; progress is a line a stage", async () => {
    const { code, out, err } = await maek(["build", "article.txt", "-o", "again.json", "--date", "2025-02-24"]);
    expect(code).toBe(0);
    expect(await readFile(at("again.json"), "utf8")).toBe(await readFile(at("graph.json"), "utf8"));
    expect(
      err
        .trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(["korean", "entities", "facts", "graph", "layout"]);
    expect(out).toMatch(/^\d+ (person|people), .*\d+ edges?, [\d.,]+ ms → again\.json\n$/);
  });

  it("offsets are offsets into the file", async () => {
    const graph = JSON.parse(await readFile(at("graph.json"), "utf8"));
    expect(graph.attributes.articles).toMatchObject([
      { id: "article", date: "2025-02-24", title: "새봄전자, 한빛소재 인수", text: ARTICLE },
    ]);
    expect(graph.nodes.length).toBeGreaterThan(0);
    for (const { attributes } of graph.nodes) {
      for (const { start, end } of attributes.mentions) expect(attributes.aliases).toContain(ARTICLE.slice(start, end));
    }
  });

  it("other formats stand beside the JSON", async () => {
    const { code, out } = await maek(["build", "article.txt", "-o", "both.json", "--format", "json,gexf", "-q"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(JSON.parse(await readFile(at("both.json"), "utf8")).nodes.length).toBeGreaterThan(0);
    expect(await readFile(at("both.gexf"), "utf8")).toMatch(/^<\?xml[\s\S]*<\/gexf>/);
  });

  it("an output's ending says its format", async () => {
    expect(await maek(["build", "article.txt", "-o", "only.gexf", "-q"])).toEqual({ code: 0, out: "", err: "" });
    expect(await readFile(at("only.gexf"), "utf8")).toContain("<gexf");
  });

  it("several articles make one graph, in whatever order", async () => {
    await maek(["build", "news", "-o", "news.json", "-q"]);
    await maek(["build", "news/b.txt", "news/a.txt", "-o", "swapped.json", "-q"]);
    const news = await readFile(at("news.json"), "utf8");
    expect(await readFile(at("swapped.json"), "utf8")).toBe(news);
    expect(JSON.parse(news).attributes.articles.map(({ id }: { id: string }) => id)).toEqual(["a", "b"]);
  });

  it("--each makes one graph an article", async () => {
    const { code, out, err } = await maek(["build", "news", "--each", "graphs", "--json"]);
    expect(code).toBe(0);
    expect((await readdir(at("graphs"))).sort()).toEqual(["a.json", "b.json"]);
    expect(JSON.parse(out)).toMatchObject({ articles: 2, files: [join("graphs", "a.json"), join("graphs", "b.json")] });
    expect(err).toContain("reading   2/2  b");
    await maek(["build", "news/a.txt", "-o", "a-alone.json", "-q"]);
    expect(await readFile(at("graphs/a.json"), "utf8")).toBe(await readFile(at("a-alone.json"), "utf8"));
  });

  it("standard input to standard output", async () => {
    const { code, out } = await maek(["build", "-", "-o", "-"], ARTICLE);
    expect(code).toBe(0);
    expect(JSON.parse(out).attributes.articles[0]).toMatchObject({ id: "stdin", text: ARTICLE });
  });

  it("an article without names is an empty graph, and said so", async () => {
    const { code, err } = await maek(["build", "nothing.txt", "-o", "nothing.json"]);
    expect(code).toBe(0);
    expect(err).toContain("the graph is empty");
    expect(JSON.parse(await readFile(at("nothing.json"), "utf8"))).toMatchObject({ nodes: [], edges: [] });
    expect((await maek(["check", "nothing.json"])).code).toBe(0);
    expect(await maek(["show", "nothing.json"])).toMatchObject({ code: 0, out: "(empty graph)\n" });
  });

  it("--json sums up for programs", async () => {
    const { out } = await maek(["build", "article.txt", "-o", "summed.json", "--json", "-q"]);
    const graph = JSON.parse(await readFile(at("summed.json"), "utf8"));
    expect(JSON.parse(out)).toMatchObject({
      articles: 1,
      nodes: graph.nodes.length,
      edges: graph.edges.length,
      files: ["summed.json"],
    });
  });
});

describe("graph files", () => {
  it("check finds a built graph whole, and lists what is broken", async () => {
    expect(await maek(["check", "graph.json"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^graph\.json: whole \(/),
    });
    const broken = await maek(["check", "broken-rule.json", "--json"]);
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out).faults.length).toBeGreaterThan(0);
  });

  it("show tells of a company, and of the whole graph", async () => {
    const { code, out } = await maek(["show", "graph.json", "새봄전자"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^새봄전자 \(기업\)\n/);
    expect(out).toContain("\n    김하늘 새봄전자 사장은 “생산을 늘리겠다”고 말했다.\n");
    expect((await maek(["show", "graph.json"])).out).toMatch(/^기업 {2}.*새봄전자 \(\d+\)/m);
    expect(JSON.parse((await maek(["show", "graph.json", "새봄", "--json"])).out)).toMatchObject([
      { label: "새봄전자" },
    ]);
  });

  it("export from standard input to standard output", async () => {
    const graph = await readFile(at("graph.json"), "utf8");
    const { code, out } = await maek(["export", "-", "--to", "gexf", "-o", "-", "-q"], graph);
    expect(code).toBe(0);
    expect(out).toMatch(/^<\?xml[\s\S]*<\/gexf>/);
    await maek(["export", "graph.json", "--to", "gexf", "-o", "exported.gexf", "-q"]);
    expect(await readFile(at("exported.gexf"), "utf8")).toBe(out);
  });

  it("a reader that stops early is no error", async () => {
    expect(await installed.start(["show", "graph.json"], { readsOutput: false }).ended).toMatchObject({
      code: 0,
      err: "",
    });
  });

  it("view serves the graph until interrupted", async () => {
    const viewing = installed.start(["view", "graph.json", "--port", "0"]);
    const url = await viewing.firstLine;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(`${url}graph.json`)).text()).toBe(await readFile(at("graph.json"), "utf8"));
    expect((await fetch(url)).headers.get("content-type")).toContain("text/html");
    viewing.stop();
    expect((await viewing.ended).code).toBe(0);
  });
});
