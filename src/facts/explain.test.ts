import { describe, expect, it } from "vitest";
import { measured } from "./confidence.ts";
import { type ExplainOptions, explainUnread, type Reason, tallyUnread } from "./explain.ts";
import { frames, readFrameLexicon } from "./frame-lexicon.ts";
import { readFacts } from "./read-facts.ts";
import { given } from "./sentences.fixture.ts";

const NAMES = [
  "company:한빛전자",
  "company:나래소프트",
  "person:정하나",
  "place:서울",
  "organization:가람위원회",
  "product:별하",
];

/** What is not read of a text; facts are drawn whatever their confidence, unless `confidence` has floors. */
async function unread(text: string, options: ExplainOptions = {}, names = NAMES) {
  const { document, reading } = await given(text, names);
  const confidence = options.confidence ?? { floors: {}, weights: measured.weights };
  const facts = readFacts(document, reading, { confidence, frames: options.frames ?? frames });
  return explainUnread({ document, reading, facts }, { ...options, confidence });
}

describe("why a sentence gave no fact", () => {
  it.each<[string, Reason, string[]]>([
    ["날씨가 맑았다.", { kind: "no-name" }, []],
    ["매장을 말끔히 단장했다.", { kind: "no-name" }, []],
    ["정하나는 키가 크다.", { kind: "no-predicate" }, []],
    ["한빛전자는 매장을 말끔히 단장했다.", { kind: "unknown-predicate" }, ["단장하다"]],
    ["한빛전자는 매장 점검에 나섰다.", { kind: "unknown-predicate" }, ["점검 나서다"]],
    ["정하나는 짐을 챙긴다고 밝혔다.", { kind: "unknown-predicate" }, ["챙기다"]],
    [
      "정하나는 날씨가 참 좋다고 밝혔다.",
      { kind: "unnamed", word: "밝히다", says: "comments_on", roles: ["tail"] },
      [],
    ],
    [
      "서울에서 새 기업을 인수했다.",
      { kind: "unnamed", word: "인수", says: "acquisition", roles: ["target", "agent"] },
      [],
    ],
    ["한빛전자는 나래소프트를 인수하지 않았다.", { kind: "unstated", word: "인수", why: "negation" }, []],
    ["한빛전자가 나래소프트를 인수할 경우 큰일이다.", { kind: "unstated", word: "인수", why: "condition" }, []],
    ["한빛전자는 나래소프트를 인수해야 한다.", { kind: "unstated", word: "인수", why: "wish" }, []],
    ["한빛전자가 나래소프트를 인수했을까?", { kind: "unstated", word: "인수", why: "question" }, []],
  ])("%s", async (text, reason, unknown) => {
    expect(await unread(text)).toMatchObject([{ text, number: 1, reason, unknown }]);
  });

  it("says how sure a draft was, and how sure it should have been", async () => {
    const text = "한빛전자가 나래소프트를 인수했다.";
    expect(await unread(text)).toEqual([]);
    const confidence = { floors: { event: 1, relation: 0.99 }, weights: measured.weights };
    const [only] = await unread(text, { confidence });
    expect(only?.reason).toMatchObject({ kind: "unsure", says: "acquires", floor: 0.99 });
    const [asked] = await unread(text, { minConfidence: 0.999 });
    expect(asked?.reason).toMatchObject({ kind: "unsure", floor: 0.999 });
  });

  it("says when a draft gave way to a better statement of the same", async () => {
    const { document, reading } = await given("한빛전자가 나래소프트를 인수했다.", NAMES);
    const [only] = explainUnread({ document, reading, facts: [] });
    expect(only?.reason).toMatchObject({ kind: "set-aside", says: expect.stringMatching(/^acqui/) });
  });

  it("knows what the frames that are given know", async () => {
    const lexicon = readFrameLexicon({
      comment: "",
      lists: {},
      frames: [{ words: ["단장"], event: "other", agent: { slots: "가", kinds: ["company"] } }],
    });
    const text = "매장을 서울에서 단장했다. 한빛전자는 매장을 말끔히 단장했다.";
    const sentences = await unread(text, { frames: lexicon });
    expect(sentences.map(({ number, reason }) => [number, reason])).toEqual([
      [1, { kind: "unnamed", word: "단장", says: "other", roles: ["agent"] }],
    ]);
  });

  it("takes a name that says where a body belongs for a fact", async () => {
    const names = ["place:가람국", "organization:가람국 해군"];
    const { document, reading } = await given("가람국 해군, 30년 동안 무사고", names);
    const fact = {
      type: "relation",
      kind: "located_in",
      head: "organization:가람국 해군",
      tail: "place:가람국",
    } as const;
    const evidence = [{ start: 0, end: 6 }];
    const stated = {
      evidence,
      factuality: "done",
      confidence: 0.7,
      method: "rule",
      rule: "located_in/nested",
    } as const;
    expect(explainUnread({ document, reading, facts: [{ ...fact, ...stated }] })).toEqual([]);
  });

  it("gives the article, and where the sentence stands in it", async () => {
    const text = "한빛전자가 나래소프트를 인수했다. 날씨가 맑았다.";
    const [only] = await unread(text);
    expect(only).toMatchObject({ article: "test", number: 2, text: "날씨가 맑았다." });
    expect(text.slice(only?.start, only?.end)).toBe("날씨가 맑았다.");
  });
});

describe("the tally", () => {
  it("counts reasons, and unknown predicates by how often they are met", async () => {
    const text = "날씨가 맑았다. 한빛전자는 매장을 단장했다. 정하나는 짐을 챙겼다. 나래소프트는 창고를 단장했다.";
    const { reasons, unknown } = tallyUnread(await unread(text));
    expect(reasons).toMatchObject({ "no-name": 1, "unknown-predicate": 3, unsure: 0 });
    expect(unknown).toEqual([
      { predicate: "단장하다", count: 2 },
      { predicate: "챙기다", count: 1 },
    ]);
  });
});
