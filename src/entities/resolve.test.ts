import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readArticle } from "../article/index.ts";
import { type Document, loadMorphology, type Morphology, readDocument } from "../korean/index.ts";
import { type Entity, type Mention, readEntities, resolve } from "./index.ts";

let morphology: Morphology;

beforeAll(async () => {
  morphology = await loadMorphology();
});

const documentOf = (text: string): Document => readDocument(readArticle(text, { id: "test" }), morphology);

/** Mentions of the names, wherever they stand in the text. */
function mentionsOf(text: string, names: readonly (readonly [Mention["kind"], string])[]): Mention[] {
  return names.flatMap(([kind, name]) =>
    [...text.matchAll(new RegExp(name.replace(/[()]/g, "\\$&"), "g"))].map(({ index }) => ({
      kind,
      text: name,
      start: index,
      end: index + name.length,
      source: / (?:CEO|사장|교수)$/.test(name) && name.indexOf(" ") === 1 ? "surname+title" : "test",
      confidence: 0.9,
    })),
  );
}

const partition = (entities: readonly Entity[]) =>
  entities.map(({ kind, label, aliases }) => `${kind}:${label} ${[...aliases].sort().join("|")}`).sort();

describe("resolve", () => {
  const text =
    "가나전자(GANA)는 크다. 김철수 가나전자 사장은 말했다. 가나전자그룹도 컸다. 김 사장은 웃었다. 공정위와 공정거래위원회, 국회가 왔다.";
  const names = [
    ["company", "가나전자"],
    ["company", "가나전자그룹"],
    ["company", "GANA"],
    ["person", "김철수"],
    ["person", "김 사장"],
    ["organization", "공정위"],
    ["organization", "공정거래위원회"],
    ["organization", "국회"],
  ] as const;
  const mentions = () =>
    mentionsOf(text, names).filter(
      ({ text: name, start }) => name !== "가나전자" || !text.startsWith("가나전자그룹", start),
    );

  test("joins names that are one thing", () => {
    expect(partition(resolve(mentions(), documentOf(text)))).toEqual([
      "company:가나전자 GANA|가나전자|가나전자그룹",
      "organization:공정거래위원회 공정거래위원회|공정위",
      "organization:국회 국회",
      "person:김철수 김 사장|김철수",
    ]);
  });

  test("does not depend on the order in which mentions are given", () => {
    const document = documentOf(text);
    const whole = resolve(mentions(), document);
    fc.assert(
      fc.property(fc.shuffledSubarray(mentions(), { minLength: mentions().length }), (shuffled) => {
        expect(resolve(shuffled, document)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test("gives every mention to one entity and unique keys", () => {
    const document = documentOf(text);
    fc.assert(
      fc.property(fc.subarray(mentions(), { minLength: 1 }), (some) => {
        const entities = resolve(some, document);
        const placed = entities.flatMap((entity) => entity.mentions);
        expect(placed.length).toBe(new Set(placed).size);
        expect(new Set(entities.map(({ key }) => key)).size).toBe(entities.length);
        expect(placed.every((mention) => some.includes(mention))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

test("merging does not depend on the order of sentences", () => {
  const sentences = [
    "우융밍 알리바바 최고경영자(CEO)는 투자한다고 밝혔다.",
    "우 CEO는 딥시크를 언급했다.",
    "공정거래위원회는 삼성전자를 조사했다.",
    "공정위는 과징금을 검토한다.",
    "블룸버그통신은 이를 보도했다.",
    "블룸버그는 애플도 다뤘다.",
    "시진핑 국가주석이 중국 베이징에서 연설했다.",
    "시 주석은 마윈을 만났다.",
  ];
  const whole = partition(readEntities(documentOf(sentences.join(" "))).entities);
  fc.assert(
    fc.property(fc.shuffledSubarray(sentences, { minLength: sentences.length }), (shuffled) => {
      expect(partition(readEntities(documentOf(shuffled.join(" "))).entities)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

describe("what one article calls by two names", () => {
  test.each([
    ["아시아나항공이 난다. 아시아나는 크다.", "company:아시아나항공 아시아나|아시아나항공"],
    ["삼성전자와 삼성물산이 컸다. 삼성은 웃었다.", "company:삼성물산 삼성물산", "company:삼성전자 삼성전자"],
    ["한국농어촌공사가 왔다. 농어촌공사는 웃었다.", "company:한국농어촌공사 농어촌공사|한국농어촌공사"],
    ["법무법인 가람솔이 왔다.", "company:법무법인 가람솔 법무법인 가람솔"],
    ["제천시에 간다. 제천은 멀다.", "place:제천시 제천|제천시"],
    ["경상남도 하동군에 간다. 경남 하동군은 멀다.", "place:경상남도 하동군 경남 하동군|경상남도 하동군|하동군"],
    ["국회 정무위원회가 열렸다. 정무위는 쉬었다.", "organization:국회 정무위원회 국회 정무위원회|정무위"],
    [
      "교육과학기술부가 왔다. 교육부는 웃었다.",
      "organization:교육과학기술부 교육과학기술부",
      "organization:교육부 교육부",
    ],
    ["박근혜 대통령이 왔다. 朴대통령은 박원순 시장을 만났다.", "person:박근혜 朴대통령|박근혜", "person:박원순 박원순"],
    [
      "도널드 트럼프와 멜라니아 트럼프가 왔다. 트럼프는 웃었다.",
      "person:도널드 트럼프 도널드 트럼프|트럼프",
      "person:멜라니아 트럼프 멜라니아 트럼프",
    ],
    ["위례신도시에 집이 는다. 위례는 남쪽이다.", "place:위례신도시 위례|위례신도시"],
    ["대법원 1부는 판결했다. 대법원은 밝혔다.", "organization:대법원 1부 대법원|대법원 1부"],
  ])("%s", (text, ...expected) => {
    const found = partition(readEntities(documentOf(text)).entities);
    expect(expected.filter((entity) => !found.includes(entity))).toEqual([]);
  });
});
