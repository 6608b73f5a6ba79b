import { describe, expect, it } from "vitest";
import { type Confidence, measured } from "./confidence.ts";
import { readFacts } from "./read-facts.ts";
import { given } from "./sentences.fixture.ts";
import type { EventFact, RelationFact } from "./types.ts";

/** Everything the rules propose, whatever its confidence. */
const all: Confidence = { floors: {}, weights: measured.weights };

async function factsOf(text: string, names: readonly string[]) {
  const { document, reading, name } = await given(text, names);
  const facts = readFacts(document, reading, { confidence: all });
  const events = facts.filter((f): f is EventFact => f.type === "event");
  const relations = facts.filter((f): f is RelationFact => f.type === "relation");
  const edges = relations.map((r) => `${name(r.head)} ${r.kind} ${name(r.tail)}`);
  return { events, relations, edges, name, text: document.article.text };
}

describe("an event told twice", () => {
  const names = ["company:한빛전자", "person:정하나", "company:가람증권", "title:최고경영자"];
  const told =
    "정하나 한빛전자 최고경영자는 향후 3년 동안 3800억원을 투자할 계획이라고 밝혔다. 날씨가 맑았다. 길이 붐볐다. 비가 왔다. 눈이 왔다. ";

  it("takes standing, speaker, amount and date from the sentence that tells most", async () => {
    const { events, name } = await factsOf(`${told}한빛전자의 투자는 지난해보다 많다.`, names);
    const [event] = events.filter((e) => e.eventType === "investment");
    expect(event?.factuality).toBe("planned");
    expect(name(event?.attributedTo ?? "")).toBe("정하나");
    expect(event?.amounts.map((a) => a.text)).toEqual(["3800억원"]);
    expect(event?.time?.text).toBe("향후 3년 동안");
  });

  it("does not swallow what another says of another time, far away", async () => {
    const { events, name } = await factsOf(
      `${told}가람증권은 “한빛전자는 제품을 통해 투자를 강화하고 있다”고 진단했다.`,
      names,
    );
    const investments = events.filter((e) => e.eventType === "investment");
    expect(investments.map((e) => `${e.factuality} ${name(e.attributedTo ?? "")}`)).toEqual([
      "planned 정하나",
      "ongoing 가람증권",
    ]);
  });
});

describe("amounts, dates and labels", () => {
  const two = ["company:한빛전자", "company:나래소프트", "organization:가람거래소"];
  it.each([
    [
      "나래소프트의 가람거래소 상장과 한빛전자의 6개사 분할이 무산됐다.",
      ["나래소프트 가람거래소 상장: ", "한빛전자 6개사 분할: 6개사"],
    ],
    ["한빛전자의 지난해 매출은 11% 늘었다.", ["한빛전자 매출 11% 증가: 11%"]],
    ["한빛전자의 지난해 매출은 3조원으로 늘었다.", ["한빛전자 매출 3조원: 3조원"]],
    ["한빛전자가 지난해 적자를 냈다.", ["한빛전자 적자: "]],
    ["한빛전자가 나래소프트를 30억원에 사들였다.", ["한빛전자의 나래소프트 30억원 매입: 30억원"]],
    [
      "한빛전자가 20일 발표한 3분기 실적을 보면 매출액은 2801억원(약 2억달러), 조정 이익 548억원으로 각각 8%, 4% 증가했다.",
      ["한빛전자 실적 2801억원: 2801억원 548억원 8% 4%"],
    ],
  ])("%s", async (text, expected) => {
    const { events } = await factsOf(text, two);
    const shown = events.map((e) => `${e.label}: ${e.amounts.map((a) => a.text).join(" ")}`);
    for (const line of expected) expect(shown).toContain(line);
  });

  it.each([
    ["한빛전자가 20일 발표한 3분기 실적을 보면 매출액은 2801억원으로 8% 증가했다.", "earnings", "20일"],
    ["한빛전자는 5년여만에 나래소프트를 인수했다.", "acquisition", undefined],
    ["한빛전자는 지난달 나래소프트를 인수했다.", "acquisition", "지난달"],
  ])("dates %s", async (text, type, expected) => {
    const { events } = await factsOf(text, two);
    expect(events.find((e) => e.eventType === type)?.time?.text).toBe(expected);
  });

  it("is no event what something is done for", async () => {
    const { events } = await factsOf("한빛전자가 돈을 모은 이유는 로봇 시장에 뛰어들기 위해서다.", two);
    expect(events.map((e) => e.label)).toEqual([]);
  });
});

describe("hosts and guests", () => {
  const names = ["person:정하나", "person:김두리"];
  it("takes who holds it for the agent, who comes for a participant, and the date of its clause", async () => {
    const { events, edges, name } = await factsOf(
      "지난 3일 정하나가 5년여만에 직접 주재한 청년 간담회에 김두리가 등장하자 박수가 나왔다.",
      names,
    );
    const [event] = events.filter((e) => e.label.includes("간담회"));
    expect(event?.roles.map((r) => `${r.role}=${name(r.entity)}`).sort()).toEqual([
      "agent=정하나",
      "participant=김두리",
    ]);
    expect(event?.time?.text).toBe("지난 3일");
    expect(edges.some((e) => e === "정하나 meets 김두리" || e === "김두리 meets 정하나")).toBe(true);
  });
});

describe("who is what to whom", () => {
  const names = [
    "company:한빛전자",
    "company:나래소프트",
    "company:푸른모터스",
    "place:가람국",
    "organization:가람국 당국",
  ];
  it.each([
    ["한빛전자는 바쁘다. 자회사인 나래소프트의 상장이 무산됐다.", names, "한빛전자 owns 나래소프트"],
    [
      "푸른모터스는 한빛전자, 나래소프트 등 대기업들이 주도한 경쟁에 합류했다.",
      names,
      "나래소프트 competes_with 푸른모터스",
    ],
    ["한빛전자는 몸값이 불어나던 가람국 최대 전자기업이었다.", names, "한빛전자 located_in 가람국"],
    ["정하나가 가람국 당국에 의해 축출됐다.", [...names, "person:정하나"], "가람국 당국 sanctions 정하나"],
    [
      "한빛전자는 가람국 정부의 지원을 받았다.",
      [...names, "organization:가람국 정부"],
      "가람국 정부 supports 한빛전자",
    ],
  ])("%s", async (text, given, expected) => {
    const { edges } = await factsOf(text, given);
    const [a, kind, b] = [
      expected.split(/ (?=[a-z_]+ )/)[0],
      /[a-z_]+/.exec(expected)?.[0],
      expected.split(/[a-z_]+ /)[1],
    ];
    expect(edges.some((e) => e === expected || e === `${b} ${kind} ${a}`)).toBe(true);
  });

  it.each([
    ["금융 당국은 나래소프트의 전자 부문 자회사인 한빛전자를 찾았다.", names, /당국 owns/],
    ["푸른모터스는 같은 계열사인 한빛전자를 도왔다.", names, /푸른모터스 owns/],
    ["한빛전자와 ‘별하’가 나란히 실렸다.", [...names, "product:별하"], /makes/],
    ["한빛전자는 가람국 정부의 지원을 받았다.", [...names, "organization:가람국 정부"], /한빛전자 supports/],
  ])("not: %s", async (text, given, wrong) => {
    expect((await factsOf(text, given)).edges.filter((e) => wrong.test(e))).toEqual([]);
  });

  it("shows both ends in the evidence when one is named in the sentence before", async () => {
    const { relations, text } = await factsOf("한빛전자는 바쁘다. 자회사인 나래소프트의 상장이 무산됐다.", names);
    const owns = relations.find((r) => r.kind === "owns");
    expect(owns?.evidence.map((e) => text.slice(e.start, e.end))).toEqual(["한빛전자", "자회사인 나래소프트"]);
  });

  it("lets nobody say what a title presupposes", async () => {
    const { relations } = await factsOf("정하나 한빛전자 사장은 공장을 짓겠다고 밝혔다.", [
      ...names,
      "person:정하나",
      "title:사장",
    ]);
    const [post] = relations.filter((r) => r.kind === "position_at");
    expect(post).toBeDefined();
    expect(post?.attributedTo).toBeUndefined();
  });
});

describe("a post", () => {
  it("has its title spelled out as written, and quotes it", async () => {
    const names = ["company:한빛전자", "person:정하나", "person:정 CEO=정하나", "title:최고경영자", "title:CEO"];
    const { relations, text } = await factsOf("정하나 한빛전자 최고경영자(CEO)는 웃었다.", names);
    const post = relations.find((r) => r.kind === "position_at");
    expect(post?.title).toBe("최고경영자(CEO)");
    expect(post?.evidence.map((e) => text.slice(e.start, e.end))).toContain("정하나 한빛전자 최고경영자(CEO)");
  });
});
