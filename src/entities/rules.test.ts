import { beforeAll, describe, expect, test } from "vitest";
import { readArticle } from "../article/index.ts";
import { loadMorphology, type Morphology, readDocument } from "../korean/index.ts";
import { readEntities } from "./index.ts";

let morphology: Morphology;

beforeAll(async () => {
  morphology = await loadMorphology();
});

/** The keys of the entities that the rules find in a text. */
function keys(text: string): string[] {
  return readEntities(readDocument(readArticle(text, { id: "test" }), morphology)).entities.map(({ key }) => key);
}

type Row = [text: string, ...entities: string[]];

const TABLES: Record<string, Row[]> = {
  "products in quotation marks": [
    ["소설 《겨울 바다로》와 영화 <먼 언덕>이 나왔다.", "product:겨울 바다로", "product:먼 언덕"],
    ["새 브랜드 ‘푸른달’, ‘하얀별’, ‘붉은해’가 나왔다.", "product:푸른달", "product:하얀별", "product:붉은해"],
    ["‘가람누리 2.0’은 쉽다.", "product:가람누리 2.0"],
    ["네이버의 ‘누리봄’은 인기다.", "company:네이버", "product:누리봄"],
    ["행사는 <푸른 도시>라는 주제로 열린다."],
  ],
  "names inside quoted names": [
    ["행사 ‘서울 패션 한마당’이 열렸다."],
    ["행사 ‘서울 패션 한마당’이 서울에서 열렸다.", "place:서울"],
  ],
  "firms introduced by a noun": [
    ["분리막 업체인 가람셀은 웃었다.", "company:가람셀"],
    ["보험에 들면 렌터카 업체 약관을 읽자."],
    ["중소기업 감세를 늘린다."],
  ],
  "names written otherwise": [
    ["남아프리카 공화국이 이겼다.", "place:남아프리카 공화국"],
    ["원화강세로 실적 악화현대자동차의 이익은 줄었다.", "company:현대자동차"],
    ["웃는 사람은 한국인이다."],
    ["中企 제품이 팔린다."],
  ],
  "quarters, stations, streets": [
    ["새 집은 북가람동에 있다.", "place:북가람동"],
    ["종로3가와 서울 가람동 다솔시장을 찾았다.", "place:종로3가", "place:서울 가람동 다솔시장"],
    ["시민운동과 지하철, 노동을 다룬다."],
  ],
  people: [
    ["김모씨(29)와 이모 씨가 왔다."],
    [
      "무대에는 최정원 이경미 성기윤 이동근 등이 섰다.",
      "person:최정원",
      "person:이경미",
      "person:성기윤",
      "person:이동근",
    ],
    ["루이 12세가 모자를 썼다.", "person:루이 12세"],
    ["강성부 신한금융투자 채권분석팀장은 웃었다.", "person:강성부", "company:신한금융투자"],
    ["국내 한복 디자이너와 구독 모델이 왔다."],
  ],
  governments: [
    ["문재인 정부와 아베 내각이 만났다.", "organization:문재인 정부", "organization:아베 내각"],
    ["(재)가람문화재단이 연다.", "organization:가람문화재단"],
  ],
};

for (const [name, rows] of Object.entries(TABLES)) {
  describe(name, () => {
    test.each(rows.map(([text, ...entities]) => ({ text, entities })))("$text", ({ text, entities }) => {
      expect(keys(text)).toEqual(entities);
    });
  });
}
