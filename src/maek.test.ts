import { describe, expect, it } from "vitest";
import { type Article, readArticle } from "./article/index.ts";
import { formats } from "./formats/index.ts";
import { checkGraph } from "./knowledge/index.ts";
import { loadMaek, type StageReport } from "./maek.ts";
import { readEntityWeights } from "./weights.ts";

const about = { date: "2025-02-24" };
const articles: readonly Article[] = [
  readArticle("새봄전자, 한빛소재 인수\n새봄전자가 24일 한빛소재를 300억원에 인수했다고 밝혔다.\n", {
    ...about,
    id: "가",
  }),
  readArticle("김하늘 새봄전자 사장은 미국에 공장을 세우기로 했다고 말했다.\n", { ...about, id: "나" }),
  readArticle("비가 내렸다.\n", { id: "다" }),
];
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

  it("takes another finder of mentions", async () => {
    const blind = await loadMaek({ finder: { find: () => [] } });
    expect(blind.build(articles).order).toBe(0);
  });
});
