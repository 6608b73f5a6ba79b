import { expect, it } from "vitest";
import { checkGraph, formats, loadMaek, readArticle } from "../index.ts";
import { readModels } from "./models.ts";

it("the learned weights join the rules: a sound graph that says how each edge was drawn, the same bytes each time", async () => {
  const maek = await loadMaek({ models: await readModels() });
  const text = "김하늘 새봄전자 사장은 24일 한빛소재를 300억원에 인수했다고 밝혔다. 나래소프트가 신제품을 출시했다.";
  const articles = [readArticle(text, { id: "가", date: "2025-02-24" })];
  const graph = maek.build(articles);
  expect(checkGraph(graph)).toEqual([]);
  expect(graph.hasEdge("person:김하늘", "company:새봄전자")).toBe(true);
  expect(graph.mapEdges((_key, { method }) => method).every((method) => method === "rule" || method === "model")).toBe(
    true,
  );
  expect(formats.json.write(maek.build(articles))).toBe(formats.json.write(graph));
});
