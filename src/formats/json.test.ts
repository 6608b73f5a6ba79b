import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyGraph } from "../knowledge/index.ts";
import { sampleGraph } from "./fixture.ts";
import { json } from "./json.ts";

describe("the graph file", () => {
  const written = json.write(sampleGraph());

  it("is graphology's serialized JSON", () => {
    expect(Object.keys(JSON.parse(written))).toEqual(["options", "attributes", "nodes", "edges"]);
    expect(JSON.parse(written)).toMatchObject({
      options: { type: "directed", multi: true, allowSelfLoops: false },
      attributes: { format: "maek/1", language: "ko" },
      nodes: sampleGraph().export().nodes,
      edges: [{ source: "company:알리바바" }, { source: "person:우융밍" }],
    });
  });

  it("has a line for each article, node and edge, and ends with one", () => {
    const lines = written.split("\n");
    expect(lines.filter((line) => line.startsWith('   {"id":"ali:1"'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('  {"key":'))).toHaveLength(6);
    expect(lines.at(-1)).toBe("");
  });

  it("does not depend on the order of members, nodes and edges in memory", () => {
    const turned = sampleGraph();
    turned.clear();
    const { attributes, nodes, edges } = sampleGraph().export();
    turned.replaceAttributes({ ...attributes, articles: attributes.articles ?? [] } as never);
    const turn = (members: object = {}) => Object.fromEntries(Object.entries(members).reverse());
    for (const node of nodes.toReversed()) turned.addNode(node.key, turn(node.attributes) as never);
    for (const edge of edges.toReversed()) {
      turned.addEdgeWithKey(edge.key, edge.source, edge.target, turn(edge.attributes) as never);
    }
    expect(json.write(turned)).toBe(written);
  });

  it("keeps attributes of other programs, after its own", () => {
    const graph = sampleGraph();
    graph.setNodeAttribute("company:알리바바", "community" as never, 3 as never);
    expect(json.write(graph)).toContain('"size":6.4,"community":3}');
    expect(json.write(json.read(json.write(graph), "x"))).toBe(json.write(graph));
  });

  it("reads back what it wrote", () => {
    expect(json.write(json.read(written, "x"))).toBe(written);
    expect(json.read(json.write(emptyGraph()), "x").order).toBe(0);
  });

  it("reads back any names", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "binary" }), (name, text) => {
        const graph = sampleGraph({ person: name, event: name, text });
        const again = json.read(json.write(graph), "x");
        expect(again.export()).toEqual(graph.export());
      }),
    );
  });
});
