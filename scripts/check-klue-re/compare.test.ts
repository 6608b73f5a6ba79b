import { describe, expect, it } from "vitest";
import type { Entity, RelationFact } from "../../src/index.ts";
import { findEdges, type ReadSentence, Tally } from "./compare.ts";
import { readRows } from "./rows.ts";

const SENTENCE = "정하나 한빛전자 사장이 나래소프트를 세웠다.";
const span = (words: string) => ({ start: SENTENCE.indexOf(words), end: SENTENCE.indexOf(words) + words.length });

/** What was read of the sentence: "person:정하나 position_at company:한빛전자 사장". */
function read(...facts: readonly string[]): ReadSentence {
  const entities = ["person:정하나", "company:한빛전자", "company:나래소프트"].map((key) => {
    const label = key.split(":")[1] ?? "";
    return { key, label, mentions: [span(label)] } as unknown as Entity;
  });
  const relations = facts.map((fact) => {
    const [head, kind, tail, title] = fact.split(" ");
    return { type: "relation", kind, head, tail, title } as RelationFact;
  });
  return { reading: { entities }, facts: relations };
}
const row = (subject: string, object: string, label = "no_relation") => ({
  id: "1",
  sentence: SENTENCE,
  subject: span(subject),
  object: span(object),
  label,
});

describe("maek's edges between two names", () => {
  const post = "person:정하나 position_at company:한빛전자 사장";
  it.each<[string, string, string[], string[], boolean]>([
    ["정하나", "한빛전자", [post], ["position_at→"], true],
    ["한빛전자", "정하나", [post], ["position_at←"], true],
    ["정하나", "사장", [post], ["title→"], true],
    ["한빛전자", "사장", [post], ["title←"], true],
    ["나래소프트", "사장", [post], [], true],
    ["정하나", "세웠다", [post], [], true],
    ["사장", "정하나", [post], [], false],
    ["정하나", "나래소프트", [post], [], true],
    ["정하나", "나래소프트", ["person:정하나 comments_on company:나래소프트"], [], true],
    ["정하나 한빛", "나래소프트", ["person:정하나 founded company:나래소프트"], ["founded→"], true],
  ])("%s, %s", (subject, object, facts, edges, known) => {
    expect(findEdges(read(...facts), row(subject, object))).toEqual({ edges, known });
  });
});

describe("the tally", () => {
  it("counts what agrees, what KLUE calls otherwise, and what it does not know", () => {
    const tally = new Tally();
    tally.add("org:founded_by", { edges: ["founded←"], known: true });
    tally.add("org:founded_by", { edges: ["founded→"], known: true });
    tally.add("no_relation", { edges: ["founded→"], known: true });
    tally.add("org:founded_by", { edges: [], known: false });
    expect(tally.byRelation.get("founded")).toEqual({ right: 1, other: 1, none: 1 });
    expect(tally.byLabel.get("org:founded_by")).toEqual({ pairs: 3, known: 2, found: 1 });
    expect([...tally.confusions.keys()]).toEqual([
      "founded→ where KLUE says org:founded_by",
      "founded→ where KLUE says no_relation",
    ]);
  });
});

describe("the file", () => {
  const header = "id,sentence,subject_entity,object_entity,label,source\n";
  it("gives spans in UTF-16 units, the end excluded", () => {
    const rows = readRows(
      `${header}7,"😀 ""가람"", 나래",` +
        `"{'word': '가람', 'start_idx': 3, 'end_idx': 4, 'type': 'ORG'}",` +
        `"{'word': \\"나래\\", 'start_idx': 8, 'end_idx': 9, 'type': 'PER'}",org:members,here\n`.replaceAll(
          '\\"',
          '""',
        ),
    );
    const [first] = rows;
    expect(rows).toHaveLength(1);
    expect(first).toMatchObject({ id: "7", sentence: '😀 "가람", 나래', label: "org:members" });
    expect(first?.sentence.slice(first.subject.start, first.subject.end)).toBe("가람");
    expect(first?.sentence.slice(first.object.start, first.object.end)).toBe("나래");
  });

  it("says what is wrong with another file", () => {
    expect(() => readRows("id,text\n1,가\n")).toThrow(/column "sentence" is missing/);
    expect(() => readRows(`${header}1,가,?,?,no_relation,here\n`)).toThrow(/row 1: no entity/);
  });
});
