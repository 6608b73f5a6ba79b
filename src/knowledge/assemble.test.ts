import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { checkGraph } from "./check.ts";
import { anyReading, read } from "./fixture.ts";
import { layOut } from "./layout.ts";
import type { KnowledgeGraph, Reading } from "./types.ts";

const edges = (graph: KnowledgeGraph) => graph.edges();
const exported = (graph: KnowledgeGraph) => JSON.stringify(graph.export());

describe("one article", () => {
  const text = "우융밍 알리바바 최고경영자(CEO)는 3800억위안을 투자한다.\n마윈은 17일 시진핑을 만났다.";
  const graph = assemble([
    read(text, {
      id: "ali",
      date: "2025-02-24",
      entities: ["person:우융밍=우융밍 알리바바", "company:알리바바", "person:마윈", "person:시진핑"],
      relations: [
        {
          says: "person:우융밍 position_at company:알리바바",
          by: "우융밍 알리바바 최고경영자(CEO)",
          title: "최고경영자(CEO)",
        },
        { says: "person:시진핑 meets person:마윈", by: "마윈은 17일 시진핑을 만났다" },
      ],
      events: [
        {
          is: "investment 투자",
          label: "알리바바 투자",
          roles: { agent: "company:알리바바", participant: "person:우융밍" },
          amount: "3800억위안",
          factuality: "planned",
          attributedTo: "person:우융밍",
        },
        {
          is: "meeting 만났다",
          roles: { agent: "person:마윈", target: "person:시진핑" },
          time: "17일",
          from: "2025-02-17",
        },
      ],
    }),
  ]);

  it("keys nodes and edges by what they are, in order", () => {
    expect(graph.nodes()).toEqual([
      "company:알리바바",
      "event:ali:30",
      "event:ali:49",
      "person:마윈",
      "person:시진핑",
      "person:우융밍",
    ]);
    expect(edges(graph)).toEqual([
      "company:알리바바 -agent-> event:ali:30",
      "event:ali:49 -target-> person:시진핑",
      "person:마윈 -agent-> event:ali:49",
      "person:마윈 -meets-> person:시진핑",
      "person:우융밍 -participant-> event:ali:30",
      "person:우융밍 -position_at-> company:알리바바",
    ]);
  });

  it("keeps what was read", () => {
    expect(graph.getEdgeAttributes("person:우융밍 -position_at-> company:알리바바")).toEqual({
      kind: "position_at",
      label: "직책",
      title: "최고경영자(CEO)",
      evidence: [{ article: "ali", start: 0, end: 19 }],
      factuality: "done",
      confidence: 0.8,
      method: "rule",
    });
    expect(graph.getNodeAttributes("event:ali:30")).toMatchObject({
      kind: "event",
      eventType: "investment",
      label: "알리바바 투자",
      aliases: ["투자"],
      factuality: "planned",
      attributedTo: "person:우융밍",
      amounts: [{ text: "3800억위안", value: 1, unit: "CNY", bound: "exact" }],
    });
    expect(graph.getNodeAttributes("event:ali:49")).toMatchObject({ time: { text: "17일", from: "2025-02-17" } });
    expect(graph.getAttribute("articles")).toEqual([
      {
        id: "ali",
        title: "",
        date: "2025-02-24",
        text,
        sentences: [
          [0, 35],
          [36, 53],
        ],
      },
    ]);
  });

  it("is sound", () => expect(checkGraph(graph)).toEqual([]));

  it("leaves out what the ontology does not allow, and ties of a thing to itself", () => {
    const wrong = assemble([
      read("가나전자가 서울을 인수", {
        entities: ["company:가나전자", "place:서울"],
        relations: [
          { says: "place:서울 acquires company:가나전자", by: "인수" },
          { says: "company:가나전자 competes_with company:가나전자", by: "인수" },
        ],
      }),
    ]);
    expect(edges(wrong)).toEqual([]);
  });

  it("refuses a fact about nobody", () => {
    const reading = read("가나전자", {
      relations: [{ says: "company:가나전자 owns company:다라은행", by: "가나전자" }],
    });
    expect(() => assemble([reading])).toThrow(
      'a fact of article "a" names "company:가나전자", which is no entity of it',
    );
  });

  it("tells events of one trigger apart", () => {
    const graph = assemble([
      read("가나전자와 다라은행이 8%, 4% 증가", {
        entities: ["company:가나전자", "company:다라은행"],
        events: [
          { is: "earnings 증가", label: "가나전자 8% 증가", roles: { agent: "company:가나전자" } },
          { is: "earnings 증가", label: "다라은행 4% 증가", roles: { agent: "company:다라은행" } },
          { is: "earnings 증가", label: "다라은행 4% 증가", roles: { agent: "company:다라은행" } },
        ],
      }),
    ]);
    expect(graph.nodes().filter((key) => key.startsWith("event:"))).toEqual(["event:a:19", "event:a:19#2"]);
    expect(graph.mapNodes((_key, { label }) => label).slice(2)).toEqual(["가나전자 8% 증가", "다라은행 4% 증가"]);
  });
});

describe("statements of one edge", () => {
  const stated = (specs: { id: string; by: string; factuality?: "planned" | "done"; attributedTo?: string }[]) =>
    assemble(
      specs.map(({ id, by, ...rest }) =>
        read(`${id} 가나전자가 다라은행을 인수했다. 검찰이 말했다. 서울 검찰`, {
          id,
          entities: ["company:가나전자", "company:다라은행", "organization:검찰", "place:서울"],
          relations: [{ says: "company:가나전자 acquires company:다라은행", by, title: by, ...rest }],
        }),
      ),
    ).getEdgeAttributes("company:가나전자 -acquires-> company:다라은행");

  it("adds evidence, lets what is done win, and is surer of what two articles say", () => {
    const edge = stated([
      { id: "b", by: "인수했다", factuality: "done" },
      { id: "a", by: "다라은행을 인수했다", factuality: "planned" },
    ]);
    expect(edge).toMatchObject({ factuality: "done", confidence: 0.96, title: "다라은행을 인수했다" });
    expect(edge.evidence).toEqual([
      { article: "a", start: 8, end: 18 },
      { article: "b", start: 14, end: 18 },
    ]);
  });

  it.each([
    ["one speaker", ["organization:검찰", "organization:검찰"], "organization:검찰"],
    ["two speakers", ["organization:검찰", "place:서울"], undefined],
    ["one of them the article itself", ["organization:검찰", undefined], undefined],
  ])("keeps the speaker of all statements: %s", (_name, speakers, kept) => {
    const specs = speakers.map((speaker, i) => ({
      id: `a${i}`,
      by: "인수",
      ...(speaker && { attributedTo: speaker }),
    }));
    expect(stated(specs).attributedTo).toBe(kept);
  });
});

describe("articles", () => {
  it("counts one text once, and tells texts of one id apart", () => {
    const [first, copy, other] = [read("가", { id: "x" }), read("가", { id: "y" }), read("나", { id: "x" })];
    const graph = assemble([other, copy, first]);
    expect(graph.getAttribute("articles").map(({ id, text }) => [id, text])).toEqual([
      ["x", "가"],
      ["x#2", "나"],
    ]);
  });
});

const shuffledTwice = fc.array(anyReading, { minLength: 1, maxLength: 6 }).chain((readings) => {
  const withRepeats = fc.subarray(readings).map((some) => [...readings, ...some]);
  const shuffled = withRepeats.chain((all) =>
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  );
  return fc.tuple(fc.constant(readings), shuffled);
});

describe("any articles", () => {
  it("give the same graph in any order, however often each is there", () => {
    fc.assert(
      fc.property(shuffledTwice, ([readings, shuffled]: [Reading[], Reading[]]) => {
        expect(exported(assemble(shuffled))).toBe(exported(assemble(readings)));
      }),
    );
  });

  it("give a sound graph", () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 6 }), (readings) => {
        const graph = assemble(readings);
        layOut(graph);
        expect(checkGraph(graph)).toEqual([]);
      }),
    );
  });
});
