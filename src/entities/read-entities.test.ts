/** What is found in sentences: by the rules alone and by the learned finder, which is the default. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readArticle } from "../article/index.ts";
import { loadMorphology, type Morphology, readDocument } from "../korean/index.ts";
import {
  type EntityReading,
  learnedFinder,
  loadEntityModel,
  type MentionFinder,
  patternFinder,
  readEntities,
} from "./index.ts";

const weights = (name: string): Uint8Array => readFileSync(new URL(`../../graph/models/${name}`, import.meta.url));
const learned = learnedFinder(
  loadEntityModel({ tagger: weights("entities.bin"), judge: weights("entities.judge.bin") }),
);
const FINDERS: readonly [string, MentionFinder][] = [
  ["rules", patternFinder],
  ["learned", learned],
];

let morphology: Morphology;

beforeAll(async () => {
  morphology = await loadMorphology();
});

function read(text: string, finder: MentionFinder): EntityReading {
  return readEntities(readDocument(readArticle(text, { id: "test" }), morphology), finder);
}

/** `kind:label` of every entity, and after "=" its other names. */
function told(text: string, finder: MentionFinder): string[] {
  return read(text, finder).entities.map(({ key, label, aliases }) => {
    const others = aliases.filter((alias) => alias !== label);
    return others.length > 0 ? `${key} = ${others.join(", ")}` : key;
  });
}

type Row = [text: string, ...entities: string[]];

const TABLES: Record<string, Row[]> = {
  "titles, in every order": [
    ["우융밍 알리바바 최고경영자(CEO)가 왔다.", "person:우융밍", "company:알리바바"],
    ["이재용 삼성전자 부회장이 왔다.", "person:이재용", "company:삼성전자"],
    ["삼성전자 이재용 부회장이 왔다.", "company:삼성전자", "person:이재용"],
    ["이재용 부회장(삼성전자)이 왔다.", "person:이재용", "company:삼성전자"],
    ["가나링크의 조영철 대표가 왔다.", "company:가나링크", "person:조영철"],
    ["조영철 가나링크 대표가 왔다.", "person:조영철", "company:가나링크"],
    ["아우토리움(대표 조영철)이 공장을 짓는다.", "company:아우토리움", "person:조영철"],
    ["박근혜 전 대통령이 왔다.", "person:박근혜"],
    ["김영수 의원(새누리당)이 반대했다.", "person:김영수", "organization:새누리당"],
    ["이용걸 방위사업청장이 둘러봤다.", "person:이용걸", "organization:방위사업청"],
    ["서진원 신한은행장이 밝혔다.", "person:서진원", "company:신한은행"],
    ["홍길동 씨(45)가 이겼다.", "person:홍길동"],
    ["남궁훈 대표가 왔다.", "person:남궁훈"],
  ],
  "surname and title": [
    ["우융밍 알리바바 최고경영자는 말했다. 우 CEO는 웃었다.", "person:우융밍 = 우 CEO", "company:알리바바"],
    ["시진핑 국가주석이 왔다. 시 주석은 웃었다.", "person:시진핑 = 시 주석"],
    ["이재용 부회장이 왔다. 이 부회장은 웃었다.", "person:이재용 = 이 부회장"],
    ["朴대통령이 박근혜 대통령이다.", "person:박근혜 = 朴대통령"],
    [
      "김철수 가나전자 사장과 김영호 다라전자 사장이 만났다. 김 사장은 웃었다.",
      "person:김철수",
      "company:가나전자",
      "person:김영호",
      "company:다라전자",
      "person:김 사장",
    ],
    ["김영수 의원과 김철호 교수가 만났다. 김 교수는 웃었다.", "person:김영수", "person:김철호 = 김 교수"],
  ],
  "spacing variants": [
    ["김도윤대표가 한별전자를 떠났다.", "person:김도윤", "company:한별전자"],
    ["김도윤 대표 이사가 한별전자를 떠났다.", "person:김도윤", "company:한별전자"],
    ["(주)나래가 공장을 세운다. ㈜다올은 (주)한빛과 손잡았다.", "company:나래", "company:다올", "company:한빛"],
  ],
  "names of four syllables": [
    ["남궁도윤 교수는 반대했다.", "person:남궁도윤"],
    ["선우은숙 한별전자 이사가 왔다.", "person:선우은숙", "company:한별전자"],
  ],
  hanja: [["檢, 한별전자 압수수색", "organization:檢", "company:한별전자"]],
  "titles without names": [
    ["그 회장은 떠났고 이 회장은 남았다."],
    ["전 사장은 아무 말도 없었다."],
    ["그 회장은 웃었다."],
    ["전 대통령이 왔다."],
    ["한 의원은 반대했다."],
    ["주식시장 전문가들은 대표 상품을 골랐다."],
  ],
  namesakes: [
    [
      "김영수 가나전자 사장은 말했다. 김영수 서울대 교수는 반대했다. 김 교수는 웃었다.",
      "person:김영수",
      "company:가나전자",
      "person:김영수#2 = 김 교수",
      "organization:서울대",
    ],
    ["김영수 씨(45)와 김영수 씨(52)가 만났다.", "person:김영수", "person:김영수#2"],
    [
      "박용만 두산그룹 회장이 왔다. 박용만 대한상의 회장은 웃었다.",
      "person:박용만",
      "company:두산그룹",
      "organization:대한상의",
    ],
  ],
  "foreign names": [
    [
      "레오나르도 산체스 브라질 재무장관이 입국했다. 산체스 장관은 말을 아꼈다.",
      "person:레오나르도 산체스 = 산체스",
      "place:브라질",
    ],
    ["마이클 할로웨이는 새 책을 냈다.", "person:마이클 할로웨이"],
    [
      "데이비드 아인혼 그린라이트캐피털 회장은 애플을 비판했다. 아인혼은 소송을 냈다.",
      "person:데이비드 아인혼 = 아인혼",
      "company:그린라이트캐피털",
      "company:애플",
    ],
    ["야나이 다다시 회장은 말했다. 야나이 회장은 웃었다.", "person:야나이 다다시 = 야나이"],
    ["팀 쿡 애플 최고경영자는 아이폰7을 공개했다.", "person:팀 쿡", "company:애플", "product:아이폰7"],
  ],
  "particles on unknown names": [
    ["가람제약까지 새빛생명과학을 눈여겨본다.", "company:가람제약", "company:새빛생명과학"],
    ["자오샹증권은 알리바바를 추천했다.", "company:자오샹증권", "company:알리바바"],
    ["딥시크를 오픈AI가 눌렀다.", "company:딥시크", "company:오픈AI"],
    ["김영과 한국증권금융 고문이 뽑혔다.", "person:김영과", "company:한국증권금융"],
  ],
  "second names": [
    ["오픈AI(OpenAI)가 앞섰다.", "company:오픈AI = OpenAI"],
    ["LH(한국토지주택공사)는 땅을 판다.", "company:한국토지주택공사 = LH"],
    ["공정거래위원회가 조사했다. 공정위는 말을 아꼈다.", "organization:공정거래위원회 = 공정위"],
    ["현대重이 배를 판다. 현대중공업은 웃었다.", "company:현대중공업 = 현대重"],
    ["알리바바가 투자한다. 알리바바그룹은 크다.", "company:알리바바 = 알리바바그룹"],
    ["블룸버그통신이 전했다. 블룸버그는 덧붙였다.", "organization:블룸버그통신 = 블룸버그"],
    ["美·中 정상이 만났다. 미국은 웃었다.", "place:미국 = 美", "place:中"],
    ["㈜가나다솔은 (주)라마바텍과 손잡았다.", "company:가나다솔", "company:라마바텍"],
  ],
  "names that are words": [
    ["하나은행과 우리은행이 금리를 내렸다.", "company:하나은행", "company:우리은행"],
    ["하나를 알면 열을 안다. 우리 경제가 다음 달 좋아진다. 투자 대상을 고른다."],
    ["㈜대상은 올랐다.", "company:대상"],
    ["물류센터와 지방은행, 대형마트가 늘었다."],
  ],
  lists: [
    ["한별전자·오름소재·가람제약이 뛰었다.", "company:한별전자", "company:오름소재", "company:가람제약"],
    [
      "스마텔, 아이즈비전, SK텔링크, KT가 나섰다.",
      "company:스마텔",
      "company:아이즈비전",
      "company:SK텔링크",
      "company:KT",
    ],
    ["강석훈·이철규·김용태 의원이 반대했다.", "person:강석훈", "person:이철규", "person:김용태"],
  ],
  "composed names": [
    ["경기 화성시 송산동에 짓는다.", "place:경기 화성시 송산동 = 송산동"],
    ["중국 인민은행이 금리를 내렸다.", "organization:중국 인민은행 = 인민은행"],
    ["한국 정부와 일본 정부가 만났다.", "organization:한국 정부", "organization:일본 정부"],
    ["현대자동차 노조가 파업했다.", "organization:현대자동차 노조"],
    ["한국도요타는 차를 판다.", "company:한국도요타"],
    ["정하나 공정거래위원장이 공정거래위원회를 나섰다.", "person:정하나", "organization:공정거래위원회 = 공정거래위"],
    ["미국 유럽 등에 판다.", "place:미국", "place:유럽"],
    ["캘리포니아 텍사스 등에서 달린다.", "place:캘리포니아", "place:텍사스"],
    ["전남 목포 등에 짓는다.", "place:전남 목포 = 목포"],
  ],
  "quoted products": [
    ["AI 챗봇 ‘퉁이 첸원’을 보유했다.", "product:퉁이 첸원"],
    ["영화 ‘푸른 언덕’이 개봉했다.", "product:푸른 언덕"],
    ["그는 ‘최선을 다하겠다’고 말했다."],
  ],
  "words that are also names": [
    ["회의에는 여자만 남았다."],
    ["그의 생일도 그냥 지났다."],
    ["바람이 강하면 배가 뜨지 않는다."],
    ["주문도 밀리고 값도 올랐다."],
    ["30일 안에 답해야 한다."],
    ["아가씨 두 사람이 길을 물었다."],
    ["길가의 나무가 쓰러졌다."],
    ["물가는 무시로 오르내린다."],
    ["해바라기 밭에 사람이 몰렸다."],
    ["도깨비 같은 날씨가 이어졌다."],
    ["비가 오면 잠시 멈추면 된다."],
    ["하루하루 값이 달라진다."],
    ["케이크와 사이다를 샀다."],
  ],
  bylines: [["가격이 올랐다. 제주=김동윤/허란 기자"], ["가격이 올랐다. 이미아 기자"]],
};

/** What the judge wants more evidence for than one sentence has. */
const BY_RULES: Record<string, Row[]> = {
  "names that are words, in a list": [
    ["신한금융지주·하나·우리 등이 올랐다.", "company:신한금융지주", "company:하나", "company:우리"],
  ],
};

for (const [by, finder] of FINDERS) {
  for (const [name, rows] of Object.entries(by === "rules" ? { ...TABLES, ...BY_RULES } : TABLES)) {
    describe(`${by}: ${name}`, () => {
      test.each(rows.map(([text, ...entities]) => ({ text, entities })))("$text", ({ text, entities }) => {
        expect(told(text, finder)).toEqual(entities);
      });
    });
  }
}

describe.each(FINDERS)("a reading by %s", (_by, finder) => {
  const text = "우융밍 알리바바 최고경영자(CEO)는 투자한다. 우 CEO는 중국 당국을 만났다. 알리바바그룹은 크다.";

  test("gives mentions that are exactly their words, in order", () => {
    const { article, entities } = read(text, finder);
    for (const { mentions } of entities) {
      for (const { start, end, text } of mentions) expect(article.text.slice(start, end)).toBe(text);
      expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b));
    }
  });

  test("says why two names are one", () => {
    const [person, company] = read(text, finder).entities;
    expect(person?.reasons).toEqual([{ alias: "우 CEO", reason: "성 '우'와 직함 'CEO'이(가) '우융밍'과 맞음" }]);
    expect(company?.reasons.map(({ alias }) => alias)).toEqual(["알리바바"]);
  });

  test("keeps the titles for the facts", () => {
    expect(read(text, finder).titles.map((title) => title.text)).toEqual(["최고경영자", "CEO", "CEO"]);
  });

  test("finds nothing in a text that names nothing", () => {
    expect(read("오늘은 날씨가 맑고 바람이 없다.", finder).entities).toEqual([]);
  });
});
