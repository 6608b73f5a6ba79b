import { describe, expect, it } from "vitest";
import { FACTUALITIES, type NodeKind, ontology } from "../ontology/index.ts";
import { assemble } from "./assemble.ts";
import { describeEdge, describeEvent } from "./describe.ts";
import { type ArticleSpec, type EventSpec, read } from "./fixture.ts";
import { descriptions, particleAfter, sentenceOf } from "./korean-sentence.ts";
import { tiesOf } from "./ties.ts";

const TEXT =
  "우융밍 알리바바 최고경영자(CEO)는 24일 향후 3년 동안 3800억위안을 투자할 계획이라고 블룸버그에 말했다.\n" +
  "마윈 시진핑 미국 앤트그룹 나스닥 검찰 SK텔레콤 LG 퉁이 첸원 서울 카카오톡 7% 만났다";
const ENTITIES = [
  ..."우융밍 마윈 시진핑".split(" ").map((name) => `person:${name}`),
  ..."알리바바 앤트그룹 SK텔레콤 LG".split(" ").map((name) => `company:${name}`),
  ..."블룸버그 나스닥 검찰".split(" ").map((name) => `organization:${name}`),
  ..."미국 서울".split(" ").map((name) => `place:${name}`),
  "product:퉁이 첸원",
  "product:카카오톡",
];

const graphOf = (spec: ArticleSpec) => assemble([read(TEXT, { entities: ENTITIES, ...spec })]);

describe("particleAfter", () => {
  it.each([
    ["알리바바", "은", "는"],
    ["우융밍", "은", "은"],
    ["최고경영자(CEO)", "이", "가"],
    ["국민은행(KB)", "을", "을"],
    ["서울", "으로", "로"],
    ["부산", "으로", "으로"],
    ["SK", "과", "와"],
    ["LG전자", "과", "와"],
    ["IBM", "을", "을"],
    ["GM", "은", "은"],
    ["HTML", "이", "이"],
    ["Facebook", "은", "은"],
    ["Google", "은", "는"],
    ["Intel", "은", "은"],
    ["갤럭시S25", "을", "를"],
    ["아이폰16", "을", "을"],
    ["11%", "이", "가"],
    ["‘퉁이 첸원’", "을", "을"],
    ["東京", "은", "는"],
    ["", "은", "는"],
    ["삼성".normalize("NFD"), "이", "이"],
    ["우융밍", "의", "의"],
  ])("%s + %s → %s", (word, particle, fitting) => expect(particleAfter(word, particle)).toBe(fitting));

  it("says 에게 of persons and 에 of the rest", () => {
    const of = (kind: NodeKind) => particleAfter("x", "에게", kind);
    expect(["person", "company", "place"].map((kind) => of(kind as NodeKind))).toEqual(["에게", "에", "에"]);
  });
});

describe("relations", () => {
  it.each<[string, ArticleSpec["relations"], string, string]>([
    [
      "a post",
      [{ says: "person:우융밍 position_at company:알리바바", by: "우융밍 알리바바", title: "최고경영자(CEO)" }],
      "우융밍은 알리바바의 최고경영자(CEO)이다",
      "알리바바의 최고경영자(CEO)는 우융밍이다",
    ],
    [
      "a post without a title",
      [{ says: "person:우융밍 position_at company:알리바바", by: "우융밍" }],
      "우융밍은 알리바바에서 일한다",
      "알리바바에서는 우융밍이 일한다",
    ],
    [
      "a post to come",
      [{ says: "person:우융밍 position_at company:알리바바", by: "우융밍", title: "사장", factuality: "planned" }],
      "우융밍은 알리바바의 사장이 될 예정이다",
      "알리바바의 사장은 우융밍이 될 예정이다",
    ],
    [
      "a purchase, denied, as somebody says",
      [
        {
          says: "company:SK텔레콤 acquires company:앤트그룹",
          by: "SK텔레콤",
          factuality: "denied",
          attributedTo: "organization:블룸버그",
        },
      ],
      "SK텔레콤은 앤트그룹을 인수했다는 것을 부인했다 — 블룸버그에 따르면",
      "앤트그룹은 SK텔레콤에 인수됐다는 말은 부인됐다 — 블룸버그에 따르면",
    ],
    [
      "a rumour",
      [{ says: "company:LG acquires company:앤트그룹", by: "LG", factuality: "alleged" }],
      "LG는 앤트그룹을 인수한 것으로 알려졌다",
      "앤트그룹은 LG에 인수된 것으로 알려졌다",
    ],
    [
      "a listing called off",
      [{ says: "company:앤트그룹 listed_on organization:나스닥", by: "나스닥", factuality: "cancelled" }],
      "앤트그룹은 나스닥에 상장될 예정이었으나 무산됐다",
      "나스닥에는 앤트그룹이 상장될 예정이었으나 무산됐다",
    ],
    [
      "a product",
      [{ says: "company:알리바바 makes product:카카오톡", by: "카카오톡" }],
      "알리바바의 제품·서비스에는 카카오톡이 있다",
      "카카오톡은 알리바바의 제품·서비스이다",
    ],
    [
      "a meeting",
      [{ says: "person:시진핑 meets person:마윈", by: "만났다" }],
      "마윈은 시진핑과 만났다",
      "시진핑은 마윈과 만났다",
    ],
    [
      "a sanction",
      [{ says: "organization:검찰 sanctions person:마윈", by: "검찰", factuality: "planned" }],
      "검찰은 마윈을 제재할 계획이다",
      "마윈은 검찰의 제재를 받을 예정이다",
    ],
  ])("%s", (_name, relations, fromHead, fromTail) => {
    const graph = graphOf({ relations: relations ?? [] });
    const [edge = ""] = graph.edges();
    const [head, tail] = graph.extremities(edge);
    expect(describeEdge(graph, edge)).toBe(fromHead);
    expect(describeEdge(graph, edge, { seenFrom: head })).toBe(fromHead);
    expect(describeEdge(graph, edge, { seenFrom: tail })).toBe(fromTail);
    expect(describeEdge(graph, edge, { speaker: false })).toBe(fromHead.replace(/ — .*$/, ""));
  });
});

describe("events", () => {
  it.each<[EventSpec, string]>([
    [
      {
        is: "investment 투자",
        roles: { agent: "company:알리바바" },
        amount: "3800억위안",
        time: "향후 3년 동안",
        factuality: "planned",
        attributedTo: "organization:블룸버그",
      },
      "알리바바는 3800억위안을 투자할 계획이다(향후 3년 동안) — 블룸버그에 따르면",
    ],
    [
      { is: "meeting 만났다", roles: { participant: ENTITIES.slice(0, 5).join(",") } },
      "알리바바, 앤트그룹, 마윈 등 5곳은 회동·행사를 가졌다",
    ],
    [
      { is: "conflict 만났다", roles: { participant: ENTITIES.slice(0, 3).join(",") } },
      "마윈, 시진핑, 우융밍은 분쟁을 벌였다",
    ],
    [{ is: "investment 투자", roles: { target: "product:카카오톡" } }, "카카오톡에 투자됐다"],
    [
      {
        is: "meeting 만났다",
        roles: { agent: "person:시진핑", participant: "person:마윈,person:우융밍" },
        time: "24일",
      },
      "시진핑은 마윈, 우융밍과 회동·행사를 가졌다(24일)",
    ],
    [
      { is: "acquisition 투자", roles: { agent: "company:LG", target: "company:SK텔레콤" }, factuality: "cancelled" },
      "LG는 SK텔레콤을 인수하려 했으나 무산됐다",
    ],
    [
      {
        is: "acquisition 투자",
        roles: { agent: "company:LG", target: "company:SK텔레콤" },
        amount: "7%",
        factuality: "planned",
      },
      "LG는 SK텔레콤 지분 7%를 인수할 계획이다",
    ],
    [
      { is: "departure 말했다", roles: { agent: "person:마윈", participant: "company:알리바바" } },
      "마윈은 알리바바에서 물러났다",
    ],
    [
      { is: "earnings 투자", roles: { agent: "company:LG" }, amount: "3800억위안", time: "24일" },
      "LG는 실적을 냈다(3800억위안, 24일)",
    ],
    [
      { is: "market 투자", label: "알리바바 주가 상승", roles: { target: "company:알리바바" }, factuality: "planned" },
      "알리바바 주가 상승 (예정)",
    ],
    [{ is: "launch 투자", label: "출시 행사", roles: { participant: "company:LG" } }, "출시 행사"],
    [
      { is: "sanction 투자", roles: { agent: "organization:검찰", target: "person:마윈" }, factuality: "alleged" },
      "검찰은 마윈에게 제재를 내린 것으로 알려졌다",
    ],
  ])("%j", (event, sentence) => {
    const graph = graphOf({ events: [event] });
    const key = graph.findNode((_key, { kind }) => kind === "event") ?? "";
    expect(describeEvent(graph, key)).toBe(sentence);
    expect(describeEvent(graph, key, { speaker: false })).toBe(sentence.replace(/ — .*$/, ""));
  });
});

describe("every template", () => {
  const value = { text: "가", kind: "company" as const };
  const all = { head: value, tail: value, title: value, agent: value, target: value, participant: value, place: value };
  const slots = { ...all, amount: value, share: value, figure: value, label: value, status: value };
  const views = Object.values(descriptions.relations).flatMap(({ head, tail }) => [head, tail]);

  it("is there for each relation of the ontology", () => {
    expect(Object.keys(descriptions.relations).sort()).toEqual(Object.keys(ontology.relations).sort());
    expect(Object.keys(descriptions.events).filter((type) => !(type in ontology.events))).toEqual([]);
  });

  it.each(FACTUALITIES)("fills completely when %s", (factuality) => {
    for (const template of [...views, ...Object.values(descriptions.events), descriptions.anyEvent].flat()) {
      expect(sentenceOf([template], slots, factuality), template).toMatch(/^[^{}[\]]+$/);
    }
  });

  it("needs no value but the ends for a relation", () => {
    for (const view of views) expect(sentenceOf(view, { head: value, tail: value }, "done")).toBeDefined();
  });
});

describe("tiesOf", () => {
  const graph = graphOf({
    relations: [
      {
        says: "person:우융밍 position_at company:알리바바",
        by: "우융밍 알리바바 최고경영자(CEO)",
        title: "최고경영자(CEO)",
      },
      { says: "company:LG competes_with company:알리바바", by: "LG" },
    ],
    events: [
      {
        is: "investment 투자",
        roles: { agent: "company:알리바바", participant: "company:알리바바", place: "place:미국" },
      },
    ],
  });
  const event = graph.findNode((_key, { kind }) => kind === "event") ?? "";

  it("tells an entity's relations from its side, then its events, each once", () => {
    expect(tiesOf(graph, "company:알리바바").map(({ sentence, other }) => [sentence, other])).toEqual([
      ["알리바바의 최고경영자(CEO)는 우융밍이다", "person:우융밍"],
      ["알리바바는 LG와 경쟁한다", "company:LG"],
      ["알리바바는 투자했다", event],
    ]);
  });

  it("tells an event's roles", () => {
    expect(tiesOf(graph, event).map(({ sentence, other }) => [sentence, other])).toEqual([
      ["주체는 알리바바이다", "company:알리바바"],
      ["참여한 쪽은 알리바바이다", "company:알리바바"],
      ["장소는 미국이다", "place:미국"],
    ]);
  });

  it("quotes the words and the sentence around them", () => {
    const [tie] = tiesOf(graph, "person:우융밍");
    expect(tie?.evidence).toEqual([
      {
        article: "a",
        start: 0,
        end: 19,
        words: "우융밍 알리바바 최고경영자(CEO)",
        sentence: TEXT.split("\n")[0],
        sentenceStart: 0,
        sentenceEnd: TEXT.indexOf("\n"),
      },
    ]);
  });

  it("has none for a node alone", () => expect(tiesOf(graph, "place:서울")).toEqual([]));
});
