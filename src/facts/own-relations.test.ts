/** Relations that a user adds to the ontology, read by the user's own frames. */
import { describe, expect, it } from "vitest";
import { extendOntology } from "../ontology/index.ts";
import { readFrameLexicon } from "./frame-lexicon.ts";
import { readFacts } from "./read-facts.ts";
import { given } from "./sentences.fixture.ts";

const body = ["company" as const, "organization" as const];
const ontology = extendOntology({
  relations: {
    lends_to: { ko: "대출", en: "lends to", head: body, tail: body },
    twins_with: { ko: "자매결연", en: "twins with", symmetric: true, head: ["place"], tail: ["place"] },
  },
  events: { lending: { ko: "대출", en: "lending" } },
});
const kinds = body;
const file = {
  comment: "",
  lists: {},
  frames: [
    {
      words: ["빌려주다", "대출"],
      event: "lending",
      agent: { slots: "가 의", kinds },
      target: { slots: "에", kinds },
      relations: [{ kind: "lends_to", head: "agent", tail: "target" }],
    },
    { words: ["자매결연"], relations: [{ kind: "twins_with", head: "가", tail: "와" }] },
  ],
};
const names = ["company:가람은행", "company:한빛전자", "place:서울", "place:부산"];

describe("a relation of the user's own", () => {
  it("needs its ontology", () => {
    expect(() => readFrameLexicon(file)).toThrow(/no event type of the ontology/);
    const [lending] = file.frames;
    const alone = { ...file, frames: [{ ...lending, event: undefined }] };
    expect(() => readFrameLexicon(alone)).toThrow(/no relation of the ontology/);
  });

  it.each([
    ["가람은행은 한빛전자에 300억원을 빌려줬다.", ["가람은행 lends_to 한빛전자"], ["lending"]],
    ["가람은행은 한빛전자에 돈을 빌려주지 않았다.", [], []],
    ["서울이 부산과 자매결연을 맺었다.", ["부산 twins_with 서울", "서울 twins_with 부산"], []],
    [
      "서울이 부산과 자매결연을 맺었다. 부산이 서울과 자매결연을 맺었다.",
      ["부산 twins_with 서울", "서울 twins_with 부산"],
      [],
    ],
    ["서울이 가람은행과 자매결연을 맺었다.", [], []],
  ])("%s", async (text, edges, events) => {
    const { document, reading, name } = await given(text, names);
    const frames = readFrameLexicon(file, ontology);
    const facts = readFacts(document, reading, { frames });
    const drawn = facts.flatMap((f) => (f.type === "relation" ? [`${name(f.head)} ${f.kind} ${name(f.tail)}`] : []));
    expect(drawn.filter((edge) => !edges.includes(edge))).toEqual([]);
    expect(drawn).toHaveLength(Math.min(1, edges.length));
    expect(facts.flatMap((fact) => (fact.type === "event" ? [fact.eventType] : []))).toEqual(events);
  });
});
