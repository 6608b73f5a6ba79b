/** The learned finder with the weights that ship. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readArticle } from "../article/index.ts";
import { loadMorphology, type Morphology, readDocument } from "../korean/index.ts";
import { ModelFileError } from "../learning/index.ts";
import {
  learnedFinder,
  loadEntityModel,
  type Mention,
  type MentionFinder,
  readEntities,
  withoutDoubtful,
} from "./index.ts";
import { judgeMentions } from "./learned-finder.ts";

const bytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../graph/models/${name}`, import.meta.url)));
const files = { tagger: bytes("entities.bin"), judge: bytes("entities.judge.bin") };

let morphology: Morphology;
let finder: MentionFinder;
beforeAll(async () => {
  morphology = await loadMorphology();
  finder = learnedFinder(loadEntityModel(files));
});

function namesIn(text: string): string[] {
  const document = readDocument(readArticle(text, { id: "test" }), morphology);
  return readEntities(document, finder).entities.map(({ kind, label }) => `${kind} ${label}`);
}

describe("learnedFinder", () => {
  it.each([
    ["한별전자는 12일 이도윤 대표이사를 새로 선임했다고 밝혔다.", ["company 한별전자", "person 이도윤"]],
    ["서울중앙지검은 김태호 전 한빛은행장을 불구속 기소했다.", ["organization 서울중앙지검", "person 김태호"]],
    ["데이비드 로슨 미국 재무장관이 다음 달 독일 베를린을 찾는다.", ["person 데이비드 로슨", "place 미국"]],
  ])("%s", (text, wanted) => {
    expect(namesIn(text)).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    ["비가 오고 바람이 불었다."],
    ["그 회장은 아무 말도 하지 않았다."],
    ["이날 회의에는 관계자 여럿이 나왔다."],
    ["◇“인프라 수요 엄청나, 그것이 핵심 전략”"],
  ])("finds no one in: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("gives mentions that are the text they cover, and the same ones each time", () => {
    const text = "삼성전자와 LG전자는 3일 미국 라스베이거스에서 새 TV를 내놨다.\n삼성전자 관계자는 말을 아꼈다.";
    const document = readDocument(readArticle(text, { id: "test" }), morphology);
    const found = finder.find(document);
    expect(found.length).toBeGreaterThan(3);
    for (const { start, end, text: own, confidence } of found) {
      expect(text.slice(start, end)).toBe(own);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(finder.find(document)).toEqual(found);
  });

  it("is less sure of a name that the judge doubts, and drops it where nothing is told of it", () => {
    const text = "가람과 나래";
    const at = (start: number, source: string): Mention => {
      return { start, end: start + 2, text: text.slice(start, start + 2), kind: "company", source, confidence: 0.9 };
    };
    const judged = (yes: number, settled: Mention[], tagged: Mention[]) =>
      judgeMentions({ text: "", settled, tagged, keys: new Int32Array() }, Float64Array.of(1 - yes, 0, yes, 0, 0, 0));
    const floors = { ruled: { least: 0.2, sure: 0.4 }, tagged: { least: 0.55, sure: 0.6 } };
    expect(judged(0.1, [at(0, "rule")], [])).toEqual([]);
    expect(
      judgeMentions(
        { text: "", settled: [], tagged: [at(0, "model")], keys: new Int32Array() },
        Float64Array.of(0.5, 0, 0.5, 0, 0, 0),
        floors,
      ),
    ).toEqual([]);
    const doubtful = judged(0.5, [], [at(4, "model")]);
    const sure = judged(0.5, [at(0, "rule")], [at(0, "model")]);
    expect(doubtful[0]?.confidence).toBeGreaterThanOrEqual(0.5);
    expect(doubtful[0]?.confidence).toBeLessThan(0.6);
    expect(sure).toHaveLength(1);
    expect(sure[0]?.confidence).toBeGreaterThan(0.6);
    const document = readDocument(readArticle(text, { id: "test" }), morphology);
    const reading = readEntities(document, { find: () => [...sure, ...doubtful] });
    expect(reading.entities.map(({ key }) => key)).toEqual(["company:가람", "company:나래"]);
    expect(withoutDoubtful(reading, new Set()).entities.map(({ key }) => key)).toEqual(["company:가람"]);
    expect(withoutDoubtful(reading, new Set(["company:나래"]))).toBe(reading);
  });

  it("refuses a damaged weight file", () => {
    const damaged = { ...files, tagger: files.tagger.slice(0, -1) };
    expect(() => loadEntityModel(damaged)).toThrow(ModelFileError);
  });
});
