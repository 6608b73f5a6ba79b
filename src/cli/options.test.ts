/** What `maek build` can be told beyond its inputs and outputs, as users meet it. */
import { readdir, readFile } from "node:fs/promises";
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
});
afterAll(() => installed.remove());

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
      "an article for the explanation's file",
      ["build", "article.txt", "--explain", "nothing.txt"],
      1,
      /nothing\.txt is there already: an explanation is not written over a text/,
    ],
    [
      "an explanation in no folder",
      ["build", "article.txt", "-o", "OUT", "--explain", "none/OUT.log"],
      1,
      /cannot write none\/OUT\.log/,
    ],
  ])("%s", async (_, args, code, message) => {
    const outcome = await maek(args);
    expect(outcome).toMatchObject({ code, out: "", err: expect.stringMatching(message) });
    expect(outcome.err.trimEnd().split("\n")).toHaveLength(1);
    expect((await readdir(installed.at())).filter((name) => name.startsWith("OUT"))).toEqual([]);
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

  it("--explain tells which sentences gave no fact, and why", async () => {
    const { code, out } = await maek(["build", "nothing.txt", "article.txt", "--explain", "-q"]);
    expect(code).toBe(0);
    expect(out).toContain("nothing 2: “바람이 불었고 하늘이 흐렸다.” nothing named\n");
    expect(out).toMatch(/\n\d sentences, \d gave a fact, \d none:\n {5}\d {2}/);
    expect((await maek(["build", "nothing.txt", "-o", "nothing.json", "--explain", "unread.log", "-q"])).out).toBe("");
    const log = await read("unread.log");
    expect(log).toMatch(/^nothing 1: “비가 내렸다\.” nothing named\n/);
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
