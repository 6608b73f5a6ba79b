import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { checkGraph } from "./check.ts";
import { anyReading, read } from "./fixture.ts";
import { keepSure } from "./sure.ts";

const TEXT = "한빛전자가 나래소프트를 인수했다. 한빛전자 정하나는 서울에서 박두리를 만났다.";
const entities = ["company:한빛전자", "company:나래소프트", "person:정하나", "person:박두리", "place:서울"];
const told = (id: string) =>
  read(`${TEXT}\n${id} 기자`, {
    id,
    entities,
    relations: [
      { says: "company:한빛전자 acquires company:나래소프트", by: "인수했다", confidence: 0.9 },
      { says: "person:정하나 meets person:박두리", by: "만났다", confidence: 0.6 },
    ],
    events: [
      {
        is: "acquisition 인수",
        roles: { agent: "company:한빛전자", target: "company:나래소프트" },
        confidence: 0.8,
      },
      { is: "meeting 만났다", roles: { participant: "person:정하나,person:박두리" }, confidence: 0.5 },
    ],
  });

describe("keeping what is sure", () => {
  it.each([
    [0, 6, 2],
    [0.5, 6, 2],
    [0.6, 4, 1],
    [0.8, 3, 1],
    [0.85, 1, 0],
    [1, 0, 0],
  ])("from %d on: %d edges, %d events, and every name", (least, edges, events) => {
    const graph = assemble([told("가")]);
    keepSure(graph, least);
    expect([graph.size, graph.order - entities.length]).toEqual([edges, events]);
    expect(checkGraph(graph)).toEqual([]);
  });

  it("counts what two articles say together", () => {
    const graph = assemble([told("가"), told("나")]);
    keepSure(graph, 0.8);
    expect(graph.filterEdges((_key, { kind }) => kind === "meets")).toHaveLength(1);
  });

  it.each([-0.1, 1.1, Number.NaN])("%d is no confidence", (least) => {
    expect(() => keepSure(assemble([told("가")]), least)).toThrow(/is no confidence: it goes from 0 to 1/);
  });

  it("leaves a whole graph, with nothing unsure in it", () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 3 }), fc.double({ min: 0, max: 1, noNaN: true }), (read, least) => {
        const graph = assemble(read);
        keepSure(graph, least);
        expect(checkGraph(graph)).toEqual([]);
        expect(graph.someEdge((_key, { confidence }) => confidence < least)).toBe(false);
        expect(graph.someNode((_key, node) => node.kind === "event" && node.confidence < least)).toBe(false);
      }),
    );
  });
});
