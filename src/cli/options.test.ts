/** What `maek build` can be told beyond its inputs and outputs, as users meet it. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Installed } from "./installed.fixture.ts";

const ARTICLE = `새봄전자, 한빛소재 인수
새봄전자가 24일 한빛소재를 300억원에 인수했다고 밝혔다.
김하늘 새봄전자 사장은 “생산을 늘리겠다”고 말했다.
`;
const NOTHING = "비가 내렸다.\n바람이 불었고 하늘이 흐렸다.\n";

let installed: Installed;
const maek = (args: readonly string[]) => installed.run(args);
const read = (name: string) => readFile(installed.at(name), "utf8");

beforeAll(async () => {
  installed = await Installed.build("cli-options-test");
  await installed.write({ "article.txt": ARTICLE, "nothing.txt": NOTHING });
  await installed.write({
    "loan.txt": "가람은행은 12일 새봄전자에 300억원을 융통했다.\n",
    "banks.json": JSON.stringify(BANKS),
    "taken.json": JSON.stringify({ events: { listing: { ko: "상장", en: "listing" } } }),
  });
  await maek(["build", "article.txt", "-o", "graph.json", "-q"]);
  await mkdir(installed.at("words"));
  await installed.write({ "words/frames.json": JSON.stringify(LENDING) });
});
afterAll(() => installed.remove());

const BANKS = {
  relations: { lends_to: { ko: "대출", en: "lends to", head: ["company"], tail: ["company"] } },
};
const LENDING = {
  comment: "Who lends to whom.",
  lists: {},
  frames: [{ words: ["꾸어주다", "융통"], relations: [{ kind: "lends_to", head: "가", tail: "에" }] }],
};

describe("options that are wrong: one line, exit code, and no file", () => {
  it.concurrent.each<[string, string[], number, RegExp]>([
    [
      "a confidence that is none",
      ["build", "article.txt", "-o", "OUT", "--min-confidence", "1.2"],
      2,
      /'1\.2' is invalid\. a confidence is a number from 0 to 1/,
    ],
    ["a confidence that is no number", ["build", "article.txt", "-o", "OUT", "--min-confidence", "high"], 2, /'high'/],
    [
      "a graph and an explanation for standard output",
      ["build", "article.txt", "-o", "-", "--explain"],
      2,
      /standard output takes one thing/,
    ],
    [
      "an explanation by a bare - as well",
      ["build", "article.txt", "-o", "-", "--explain", "-"],
      2,
      /standard output takes one thing/,
    ],
    [
      "an explanation that takes the input for its file",
      ["build", "--explain", "article.txt", "-o", "OUT"],
      2,
      /missing required argument 'input' \(--explain took article\.txt for its file: put inputs before options\)/,
    ],
    [
      "an article for the explanation's file",
      ["build", "article.txt", "--explain", "nothing.txt"],
      1,
      /nothing\.txt is named as an article is: an explanation goes to a file of another ending/,
    ],
    [
      "the same name when nothing is there, by which a second run would fail",
      ["build", "article.txt", "--explain", "OUT"],
      1,
      /OUT is named as an article is/,
    ],
    ["a folder for the explanation", ["build", "article.txt", "--explain", "."], 1, /cannot write \.: is a folder/],
    [
      "one file for the graph and the explanation",
      ["build", "article.txt", "-o", "OUT.json", "--explain", "./OUT.json"],
      1,
      /\.\/OUT\.json would be written also as OUT\.json/,
    ],
    [
      "one file for another format and the explanation",
      ["build", "article.txt", "-o", "OUT.json", "--format", "json,gexf", "--explain", "OUT.gexf"],
      1,
      /OUT\.gexf would be written twice/,
    ],
    [
      "one file for a graph of each and the explanation",
      ["build", "article.txt", "--each", ".", "--explain", "article.json"],
      1,
      /article\.json would be written twice/,
    ],
    [
      "the ontology's file for the explanation",
      ["build", "article.txt", "--ontology", "banks.json", "--explain", "banks.json"],
      1,
      /banks\.json is an input/,
    ],
    [
      "an explanation in no folder",
      ["build", "article.txt", "-o", "OUT", "--explain", "none/OUT.log"],
      1,
      /cannot write none\/OUT\.log/,
    ],
    [
      "a version of GEXF that is none",
      ["export", "graph.json", "-o", "OUT.gexf", "--gexf-version", "2"],
      2,
      /'2' is invalid\. Allowed choices are 1\.3, 1\.2/,
    ],
    [
      "a version of GEXF for JSON",
      ["export", "graph.json", "-o", "OUT.json", "--gexf-version", "1.2"],
      2,
      /--gexf-version is for GEXF, not json/,
    ],
    [
      "no ontology",
      ["build", "loan.txt", "-o", "OUT", "--ontology", "none.json"],
      1,
      /cannot read none\.json: no such/,
    ],
    [
      "an ontology that takes a name of maek's",
      ["build", "loan.txt", "-o", "OUT", "--ontology", "taken.json"],
      1,
      /taken\.json: events: "listing" is a name of maek's own ontology/,
    ],
    [
      "words for a relation that is not there",
      ["build", "loan.txt", "-o", "OUT", "--lexicon", "words"],
      1,
      /frames\.json:1: kind: no relation of the ontology/,
    ],
  ])("%s", async (_, args, code, message) => {
    const outcome = await maek(args);
    expect(outcome).toMatchObject({ code, out: "", err: expect.stringMatching(message) });
    expect(outcome.err.trimEnd().split("\n")).toHaveLength(1);
    expect((await readdir(installed.at())).filter((name) => name.startsWith("OUT"))).toEqual([]);
  });
});

describe("export", () => {
  it.each([
    [[], "http://gexf.net/1.3"],
    [["--gexf-version", "1.3"], "http://gexf.net/1.3"],
    [["--gexf-version", "1.2"], "http://www.gexf.net/1.2draft"],
  ])("%j writes %s, which is read again", async (version, namespace) => {
    await maek(["export", "graph.json", "-o", "graph.gexf", "-q", ...version]);
    expect(await read("graph.gexf")).toContain(`<gexf xmlns="${namespace}"`);
    expect((await maek(["check", "graph.gexf"])).code).toBe(0);
  });
});

describe("build", () => {
  it("--min-confidence leaves out what is less sure", async () => {
    const all = JSON.parse((await maek(["build", "article.txt", "-o", "-", "-q"])).out);
    const confidences = all.edges.map(
      ({ attributes }: { attributes: { confidence: number } }) => attributes.confidence,
    );
    const least = (Math.min(...confidences) + Math.max(...confidences)) / 2;
    await maek(["build", "article.txt", "-o", "sure.json", "-q", "--min-confidence", `${least}`]);
    const sure = JSON.parse(await read("sure.json"));
    expect(sure.edges.length).toBeGreaterThan(0);
    expect(sure.edges.length).toBeLessThan(all.edges.length);
    expect(confidences.filter((confidence: number) => confidence >= least)).toHaveLength(sure.edges.length);
  });

  it("--ontology and --lexicon teach a relation, which the graph file knows from then on", async () => {
    const taught = ["--ontology", "banks.json", "--lexicon", "words"];
    expect(await maek(["build", "loan.txt", "-o", "loan.json", "-q", ...taught])).toMatchObject({ code: 0, err: "" });
    expect((await maek(["check", "loan.json"])).out).toContain("whole");
    expect((await maek(["show", "loan.json", "새봄전자"])).out).toContain("- 가람은행 — 대출 — 새봄전자\n");
    await maek(["export", "loan.json", "-o", "loan.gexf", "-q"]);
    expect((await maek(["check", "loan.gexf"])).code).toBe(0);
    await maek(["build", "loan.txt", "-o", "plain.json", "-q"]);
    expect(await read("plain.json")).not.toContain("lends_to");
  });

  it("--explain tells which sentences gave no fact, and why", async () => {
    const { code, out } = await maek(["build", "nothing.txt", "article.txt", "--explain", "-q"]);
    expect(code).toBe(0);
    expect((await maek(["build", "nothing.txt", "article.txt", "--explain", "-", "-q"])).out).toBe(out);
    expect(await readdir(installed.at())).not.toContain("-");
    expect(out).toContain("nothing 2: 「바람이 불었고 하늘이 흐렸다.」 nothing named\n");
    expect(out).toMatch(/\n\d sentences, \d gave a fact, \d none:\n {5}\d {2}/);
    expect((await maek(["build", "nothing.txt", "-o", "nothing.json", "--explain", "unread.log", "-q"])).out).toBe("");
    const log = await read("unread.log");
    expect(log).toMatch(/^nothing 1: 「비가 내렸다\.」 nothing named\n/);
  });

  it("--explain --json has it for programs", async () => {
    const { out } = await maek(["build", "nothing.txt", "--explain", "--json", "-q"]);
    const { explained } = JSON.parse(out);
    expect(explained).toMatchObject({
      sentences: 2,
      unread: [{ article: "nothing", number: 1, reason: { kind: "no-name" } }, { number: 2 }],
      reasons: { "no-name": 2, unsure: 0 },
      unknown: [],
    });
    await maek(["build", "nothing.txt", "--explain", "unread.json", "--json", "-q"]);
    expect(JSON.parse(await read("unread.json"))).toEqual(explained);
  });
});
