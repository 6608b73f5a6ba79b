import { describe, expect, it } from "vitest";
import { type Article, MaekError, readArticle } from "./article/index.ts";
import type { MentionFinder } from "./entities/index.ts";
import { frames, readFrameLexicon } from "./facts/index.ts";
import { formats } from "./formats/index.ts";
import { checkGraph, type KnowledgeGraph } from "./knowledge/index.ts";
import { loadMaek, type MaekOptions, type StageReport } from "./maek.ts";
import { extendOntology } from "./ontology/index.ts";
import { readEntityWeights, readFactWeights } from "./weights.ts";

const about = { date: "2025-02-24" };
const articles: readonly Article[] = [
  readArticle("새봄전자, 한빛소재 인수\n새봄전자가 24일 한빛소재를 300억원에 인수했다고 밝혔다.\n", {
    ...about,
    id: "가",
  }),
  readArticle("김하늘 새봄전자 사장은 미국에 공장을 세우기로 했다고 말했다.\n", { ...about, id: "나" }),
  readArticle("비가 내렸다.\n", { id: "다" }),
];
const LENDS = { ko: "대출", en: "lends to", head: ["company" as const], tail: ["company" as const] };
const lending = readFrameLexicon(
  { frames: [{ words: ["융통"], relations: [{ kind: "lends_to", head: "가", tail: "에" }] }] },
  extendOntology({ relations: { lends_to: LENDS } }),
  frames,
);
const maek = await loadMaek();

describe("the whole house", () => {
  it("articles in any order give the same bytes, all rules kept", () => {
    const graph = maek.build(articles);
    expect(checkGraph(graph)).toEqual([]);
    expect(graph.getAttribute("articles").map(({ id }) => id)).toEqual(["가", "나", "다"]);
    expect(graph.hasNode("company:새봄전자")).toBe(true);
    expect(formats.json.write(maek.build(articles.toReversed()))).toBe(formats.json.write(graph));
  });

  it("joining what was read one by one is building", () => {
    const readings = articles.map((article) => maek.read(article));
    expect(formats.json.write(maek.join(readings))).toBe(formats.json.write(maek.build(articles)));
  });

  it("reports each stage, of each article, in its order", () => {
    const reports: StageReport[] = [];
    maek.build(articles.slice(0, 2), { onStage: (report) => reports.push(report) });
    expect(reports.map(({ stage, article }) => [stage, article])).toEqual([
      ["korean", "가"],
      ["entities", "가"],
      ["facts", "가"],
      ["korean", "나"],
      ["entities", "나"],
      ["facts", "나"],
      ["graph", undefined],
      ["layout", undefined],
    ]);
    expect(reports.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
    expect(reports[0]?.counts).toMatchObject({ sentences: 2 });
  });

  it("no article, and an article without names, are an empty graph", () => {
    expect(maek.build([]).order).toBe(0);
    expect(maek.build(articles.slice(2)).order).toBe(0);
  });

  it("leaves out what is less sure than asked for, before it is laid out", () => {
    const all = maek.build(articles);
    const sure = maek.build(articles, { minConfidence: 0.7 });
    expect(sure.edges()).toEqual(all.filterEdges((_key, { confidence }) => confidence >= 0.7));
    expect(checkGraph(sure)).toEqual([]);
    expect(formats.json.write(maek.build(articles, { minConfidence: 0 }))).toBe(formats.json.write(all));
    expect(() => maek.build(articles, { minConfidence: 70 })).toThrow(/70 is no confidence/);
  });

  it("finds names by the rules alone when asked to, and by given weights", async () => {
    const byRules = await loadMaek({ finder: "rules" });
    expect(byRules.build(articles).hasNode("company:새봄전자")).toBe(true);
    const entities = await readEntityWeights();
    const given = await loadMaek({ models: { entities } });
    expect(formats.json.write(given.build(articles))).toBe(formats.json.write(maek.build(articles)));
    const damaged = { ...entities, tagger: entities.tagger.slice(0, -1) };
    await expect(loadMaek({ models: { entities: damaged } })).rejects.toThrow("weight file");
  });

  it("reads facts by rules and models together, and by the rules alone when asked to", async () => {
    const text = "김하늘 새봄전자 사장은 24일 한빛소재를 300억원에 인수했다고 밝혔다. 나래소프트가 신제품을 출시했다.";
    const told = [readArticle(text, { id: "다", date: "2025-02-24" })];
    const methods = (graph: KnowledgeGraph) => new Set(graph.mapEdges((_key, { method }) => method));
    const graph = maek.build(told);
    expect(checkGraph(graph)).toEqual([]);
    expect(graph.hasEdge("person:김하늘", "company:새봄전자")).toBe(true);
    expect([...methods(graph)].every((method) => method === "rule" || method === "model")).toBe(true);
    expect(formats.json.write(maek.build(told))).toBe(formats.json.write(graph));
    const byRules = await loadMaek({ facts: "rules" });
    expect([...methods(byRules.build(told))]).toEqual(["rule"]);
    const given = await loadMaek({ models: { facts: await readFactWeights() } });
    expect(formats.json.write(given.build(told))).toBe(formats.json.write(graph));
    await expect(loadMaek({ models: { facts: new Uint8Array(3) } })).rejects.toThrow(/no linear models/);
  });

  it.each<[string, unknown, string]>([
    ["a finder that is none", { finder: "nope" }, 'maek: option finder is learned or rules, not "nope"'],
    ["a reader of facts that is none", { facts: "nope" }, 'maek: option facts is learned or rules, not "nope"'],
    ["a finder that finds nothing", { finder: {} }, "option finder is learned or rules, not {}"],
    ["a relation of maek's own", { ontology: { relations: { owns: LENDS } } }, `"owns" is a name of maek's own`],
    ["an ontology of another shape", { ontology: { relations: [] } }, "option ontology: relations: "],
    [
      "words for what the ontology has not",
      { frames: lending, ontology: { events: { lending: { ko: "대출", en: "lending" } } } },
      "option ontology has not what option frames speaks of: lends_to",
    ],
  ])("is not loaded with %s", async (_, options, message) => {
    await expect(loadMaek(options as MaekOptions)).rejects.toThrow(message);
    await expect(loadMaek(options as MaekOptions)).rejects.toThrow(MaekError);
  });

  it("words for a relation bring it into the graph's ontology", async () => {
    const loan = [readArticle("가람은행은 12일 새봄전자에 300억원을 융통했다.\n", { id: "가", date: "2025-02-24" })];
    const taught = await loadMaek({ frames: lending });
    const graph = taught.build(loan);
    expect(graph.mapEdges((_key, { kind }) => kind)).toContain("lends_to");
    expect(checkGraph(graph)).toEqual([]);
    const named = await loadMaek({ frames: lending, ontology: { relations: { lends_to: LENDS } } });
    expect(named.build(loan).edges()).toEqual(graph.edges());
  });

  it("keeps a name that its finder doubts only where a fact is told of it", async () => {
    const article = readArticle("새봄전자가 한빛소재를 300억원에 인수했다. 누리산업 주변은 조용했다.", { id: "의심" });
    const find: MentionFinder["find"] = ({ article: { text } }) =>
      [["새봄전자", 0.9] as const, ["한빛소재", 0.9] as const, ["누리산업", 0.55] as const].map(
        ([name, confidence]) => {
          const start = text.indexOf(name);
          return { start, end: start + name.length, kind: "company", text: name, source: "test", confidence };
        },
      );
    const named = async (finder: MentionFinder) =>
      (await loadMaek({ finder, facts: "rules" })).read(article).reading.entities.map(({ label }) => label);
    expect(await named({ find })).toEqual(["새봄전자", "한빛소재", "누리산업"]);
    expect(await named({ find, doubts: true })).toEqual(["새봄전자", "한빛소재"]);
  });

  it("takes another finder of mentions", async () => {
    const blind = await loadMaek({ finder: { find: () => [] } });
    expect(blind.build(articles).order).toBe(0);
  });
});
