import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ontology } from "../ontology/index.ts";
import { checkFrames, frameJsonSchema } from "./check-frames.ts";
import { frames, readFrameLexicon } from "./frame-lexicon.ts";
import { linesOf } from "./json-lines.ts";
import { readFacts } from "./read-facts.ts";
import { given } from "./sentences.fixture.ts";

const LEXICON = new URL("../../graph/lexicon/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, LEXICON), "utf8");

const COMPANY = { slots: "가", kinds: ["company"] };
/** A frame file of one frame a line: the first stands in line 3. */
const file = (...frames: object[]) => `{\n"frames": [\n${frames.map((f) => JSON.stringify(f)).join(",\n")}\n]}`;
const RIGHT = { words: ["수주"], event: "partnership", participant: COMPANY };

describe("the checker of frame files", () => {
  it("finds nothing wrong in what ships with maek", () => expect(checkFrames(read("frames.json"))).toEqual([]));
  it("finds nothing wrong in a frame of one's own", () => expect(checkFrames(file(RIGHT))).toEqual([]));

  it.each([
    ["no JSON", `{\n"frames": [\n{"words": ["수주",]}\n]}`, 3, /^not JSON: unexpected "]"$/],
    ["a file that breaks off", `{\n"frames": [\n{"words": ["수주"`, 3, /^not JSON: the text ends too early$/],
    ["brackets that never close", "[".repeat(100_000), 1, /^not JSON: the text ends too early$/],
    ["arrays nested without end", `\n${"[".repeat(100_000)}${"]".repeat(100_000)}`, 2, /expected object/],
    ["an unknown event", file(RIGHT, { ...RIGHT, event: "order" }), 4, /event: no event type/],
    [
      "an unknown relation",
      file({ words: ["수주"], relations: [{ kind: "wins", head: "가", tail: "를" }] }),
      3,
      /no relation/,
    ],
    ["an unknown key", file(RIGHT, { ...RIGHT, agnet: COMPANY }), 4, /agnet/],
    ["an unknown kind", file({ ...RIGHT, participant: { slots: "가", kinds: ["firm"] } }), 3, /kinds/],
    [
      "an unknown slot",
      file({ ...RIGHT, participant: { slots: "이", kinds: ["company"] } }),
      3,
      /no slot is called "이"/,
    ],
    ["a phrase without its verb", file({ ...RIGHT, words: ["문을 열"] }), 3, /without 다/],
    ["a verb in the past", file({ ...RIGHT, words: ["수주했"] }), 3, /no dictionary form/],
    ["a sense that is there twice", file(RIGHT, RIGHT), 4, /stands in line 3 already/],
    ["a role that is needed and not told", file({ ...RIGHT, needs: ["target"] }), 3, /"target" is needed/],
    [
      "an end that is no role of the frame",
      file({ ...RIGHT, relations: [{ kind: "supplies", head: "agent", tail: "에" }] }),
      3,
      /"agent" is no role/,
    ],
    [
      "ends that the relation does not join",
      file({
        ...RIGHT,
        target: { slots: "를", kinds: ["product"] },
        relations: [{ kind: "acquires", head: "participant", tail: "target" }],
      }),
      3,
      /acquires joins no company to product/,
    ],
    ["an event without roles", file({ words: ["수주"], event: "partnership" }), 3, /without roles/],
    ["a frame that says nothing", file({ words: ["수주"] }), 3, /neither an event nor relations/],
    ["a list that is not there", file({ ...RIGHT, verbs: "growing" }), 3, /no list is called "growing"/],
    ...["constructor", "__proto__", "toString"].map((name): [string, string, number, RegExp] => [
      `no list in what every object has: ${name}`,
      file({ ...RIGHT, verbs: name }),
      3,
      /no list is called/,
    ]),
  ])("finds %s, and its line", (_, text, line, what) => {
    expect(checkFrames(text)).toEqual([{ line, what: expect.stringMatching(what) }]);
  });

  it("knows the line of every value", () => {
    const lines = linesOf('{\n "a": [\n  1,\n  "}\\""\n ],\n "b": {}\n}');
    expect(Object.fromEntries(lines)).toEqual({ "": 1, a: 2, "a/0": 3, "a/1": 4, b: 6 });
    expect(linesOf("true")).toEqual(new Map([["", 1]]));
    const keys = linesOf('{"a": {"b":\n[{"c": 1}, -2e3]}, "__proto__":\nnull}');
    expect([...keys]).toEqual([
      ["", 1],
      ["a", 1],
      ["a/b", 2],
      ["a/b/0", 2],
      ["a/b/0/c", 2],
      ["a/b/1", 2],
      ["__proto__", 3],
    ]);
  });
});

describe("the lexicon", () => {
  it("has its JSON schema beside it, as the code reads it (npx tsx scripts/frame-schema.ts)", () => {
    expect(JSON.parse(read("frames.schema.json"))).toEqual(JSON.parse(JSON.stringify(frameJsonSchema())));
  });

  it("holds more than 600 senses, some for every event but those that are not read", () => {
    const senses = [...frames.nouns.values(), ...frames.verbs.values()].flat();
    const distinct = new Set(senses.map(({ word, frame }) => `${word}\n${JSON.stringify(frame)}`));
    expect(distinct.size).toBeGreaterThan(600);
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const told = /([\d,]+) predicate senses/.exec(readme)?.[1]?.replace(",", "");
    expect(Number(told)).toBe(distinct.size);
    const events = new Set(senses.map(({ frame }) => frame.event));
    expect(Object.keys(ontology.events).filter((type) => !events.has(type))).toEqual(["statement", "other"]);
  });

  it("tells in its README how to add a word that is read then", async () => {
    const example = /```json\n([^`]*"수주"[^`]*)```/.exec(read("README.md"))?.[1] ?? "";
    expect(checkFrames(example)).toEqual([]);
    const { document, reading } = await given("한빛건설은 가람공사로부터 3000억원 규모의 터널 공사를 수주했다.", [
      "company:한빛건설",
      "company:가람공사",
    ]);
    const taught = readFrameLexicon(JSON.parse(example));
    const facts = readFacts(document, reading, { frames: taught });
    const told = facts.map((f) => (f.type === "event" ? f.eventType : `${f.head} ${f.kind} ${f.tail}`));
    expect(told).toEqual(["company:한빛건설 supplies company:가람공사", "partnership"]);
  });
});
