import { describe, expect, it } from "vitest";
import { ontology } from "../ontology/index.ts";
import { frames, nounFor, readFrameLexicon } from "./frame-lexicon.ts";
import { RELATIONAL, STANCE } from "./words.ts";

const file = (frame: object) => ({ comment: "", lists: {}, frames: [frame] });

describe("the frames that ship with maek", () => {
  const senses = [...frames.nouns.values(), ...frames.verbs.values()].flat();
  it("hold more than a thousand words", () => {
    expect(new Set(senses.map((s) => `${s.word} ${s.frame.event}`)).size).toBeGreaterThan(1000);
  });
  it("cover every event type but those that are not read", () => {
    const covered = new Set(senses.map((s) => s.frame.event));
    const missing = Object.keys(ontology.events).filter((type) => !covered.has(type));
    expect(missing).toEqual(["statement", "other"]);
  });
  it("cover, with the nouns and verbs of stance, every relation that is not read from titles, kinship or quotes", () => {
    const covered = new Set(senses.flatMap((s) => (s.frame.relations ?? []).map((r) => r.kind)));
    for (const { relation } of RELATIONAL) covered.add(relation);
    for (const kind of STANCE.values()) covered.add(kind);
    const missing = Object.keys(ontology.relations).filter((kind) => !covered.has(kind));
    expect(missing).toEqual(["position_at", "family_of", "comments_on"]);
  });
  it("name only lists that exist", () => {
    for (const { frame } of senses) if (frame.verbs) expect(frames.lists.has(frame.verbs)).toBe(true);
  });
});

describe("reading a frame file", () => {
  it.each([
    ["수주", "noun", undefined],
    ["따내다", "verb", undefined],
    ["설립되다", "passive", undefined],
    ["문을 열다", "phrase", "문"],
    ["조직 개편", "noun", undefined],
  ])("takes %s for a %s", (word, form, object) => {
    const { nouns, verbs } = readFrameLexicon(file({ words: [word], event: "launch" }));
    const sense = [...nouns.values(), ...verbs.values()].flat()[0];
    expect([sense?.form, sense?.object]).toEqual([form, object]);
  });

  it.each([
    [{ words: [] }, /words/],
    [{ words: ["수주"], event: "order" }, /no event type of the ontology/],
    [{ words: ["수주"], agent: { slots: "이", kinds: ["company"] } }, /no slot is called .+이/],
    [{ words: ["수주"], agent: { slots: "가", kinds: ["firm"] } }, /kinds/],
    [{ words: ["수주"], relations: [{ kind: "wins", head: "가", tail: "를" }] }, /no relation of the ontology/],
    [{ words: ["수주"], relations: [{ kind: "owns", head: "owner", tail: "를" }] }, /neither a role nor slots/],
    [{ words: ["수주"], evnet: "launch" }, /evnet/],
  ])("refuses %j", (frame, message) => expect(() => readFrameLexicon(file(frame))).toThrow(message));
});

describe("nounFor", () => {
  it.each([
    ["사들이다", undefined, "매입"],
    ["열다", "earnings", undefined],
    ["없는낱말이다", undefined, undefined],
  ])("%s of %s", (verb, event, noun) => expect(nounFor(verb, event)).toBe(noun));
});
