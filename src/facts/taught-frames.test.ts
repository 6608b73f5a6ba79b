/** Frames that a user adds for relations and events of maek's own ontology, beside the frames that ship with maek. */
import { describe, expect, it } from "vitest";
import { explainUnread } from "./explain.ts";
import { readFrameLexicon, frames as shipped } from "./frame-lexicon.ts";
import { readFacts } from "./read-facts.ts";
import { given } from "./sentences.fixture.ts";

const kinds = ["company" as const];
const agent = { slots: "가", kinds };
const target = { slots: "를", kinds };
const PARTNERS = {
  words: ["빌려주다"],
  relations: [{ kind: "partners_with", head: "가", tail: "에" }],
};
const MEETING = { words: ["인수하다"], event: "meeting", agent, target };

const HOSTED = { ...MEETING, agent: { slots: "가", kinds: ["person"] }, needs: ["agent"] };

async function read(text: string, file: { readonly frames: readonly object[]; readonly lists?: object }) {
  const { document, reading, name } = await given(text, ["company:가람은행", "company:한빛전자"]);
  const frames = readFrameLexicon(file, undefined, shipped);
  const facts = readFacts(document, reading, { frames });
  const told = facts.map((f) => (f.type === "event" ? f.eventType : `${name(f.head)} ${f.kind} ${name(f.tail)}`));
  return { told, facts, unread: explainUnread({ document, reading, facts }, { frames }) };
}

describe("a frame of the user's", () => {
  it.each([
    ["draws what was never measured", "가람은행은 한빛전자에 300억원을 빌려줬다.", [PARTNERS], ["partners_with"]],
    ["takes the place of maek's own event", "가람은행은 한빛전자를 인수했다.", [MEETING], ["meeting"]],
    [
      "leaves maek's own where it does not fit",
      "가람은행은 한빛전자를 인수했다.",
      [HOSTED],
      ["가람은행 acquires 한빛전자", "acquisition"],
    ],
    [
      "leaves maek's own event where it has none",
      "가람은행은 한빛전자를 인수했다.",
      [{ words: ["인수하다"], relations: [{ kind: "partners_with", head: "가", tail: "를" }] }],
      ["가람은행 acquires 한빛전자", "partners_with", "acquisition"],
    ],
  ])("%s: %s", async (_, text, frames, expected) => {
    const { told } = await read(text, { frames });
    expect(told).toEqual(expect.arrayContaining(expected.map((what) => expect.stringContaining(what))));
    expect(told).toHaveLength(expected.length);
  });

  it("marks what it draws, and that is no sentence without a fact", async () => {
    const { facts, unread } = await read("가람은행은 한빛전자에 300억원을 빌려줬다.", { frames: [PARTNERS] });
    expect(facts.map((fact) => fact.taught)).toEqual([true]);
    expect(unread).toEqual([]);
    const own = await read("가람은행은 한빛전자를 인수했다.", { frames: [PARTNERS] });
    expect(own.facts.map((fact) => fact.taught)).toEqual([undefined, undefined]);
  });
});

describe("a list of the user's", () => {
  const sales = { words: ["주문량"], event: "market", agent: { slots: "의 가", kinds }, verbs: "change", strict: true };
  it.each([
    ["its own", { change: ["늘다"] }, "가람은행의 주문량이 늘었다.", ["market"]],
    ["its own, and not maek's of that name", { change: ["줄다"] }, "가람은행의 주문량이 늘었다.", []],
    ["maek's, where it has none", {}, "가람은행의 주문량이 늘었다.", ["market"]],
    ["none, of what every object has", {}, "가람은행의 주문량이 늘었다.", [], "constructor"],
  ])("is %s", async (_, lists, text, expected, verbs = "change") => {
    expect((await read(text, { lists, frames: [{ ...sales, verbs }] })).told).toEqual(expected);
  });

  it("takes nothing from maek's own frames that name a list of that name", () => {
    const lexicon = readFrameLexicon({ lists: { change: ["줄다"] }, frames: [sales] }, undefined, shipped);
    const naming = (from: typeof shipped) =>
      [...from.nouns.values()].flat().filter(({ frame, taught }) => frame.verbs === "change" && !taught);
    expect(naming(lexicon)).toEqual(naming(shipped));
    expect(naming(shipped).every(({ listed }) => listed?.has("늘다"))).toBe(true);
  });
});
