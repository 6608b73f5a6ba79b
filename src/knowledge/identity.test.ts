import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { type EntitySpec, type RelationSpec, read } from "./fixture.ts";

type Article = [entities: EntitySpec[], relations?: RelationSpec["says"][]];

/** Labels may not be repeated inside an article's text, so each name stands there once. */
function keysOf(articles: Article[]): string[] {
  const readings = articles.map(([entities, relations = []], i) =>
    read(`${i} ${entities.map((spec) => spec.slice(spec.indexOf(":") + 1).replaceAll("=", " ")).join(" ")}`, {
      id: `a${i}`,
      entities,
      relations: relations.map((says) => ({ says, by: `${i}` })),
    }),
  );
  return assemble(readings).nodes();
}

const SAMSUNG = "person:김철수 position_at company:삼성전자";
const HANWHA = "person:김철수 position_at company:한화";

describe("entities of several articles", () => {
  it.each<[string, Article[], string[]]>([
    ["one label is one company", [[["company:알리바바"]], [["company:알리바바"]]], ["company:알리바바"]],
    ["spacing aside", [[["company:LG 전자"]], [["company:LG전자"]]], ["company:LG 전자"]],
    ["of other kind they are two", [[["company:한국"]], [["place:한국"]]], ["company:한국", "place:한국"]],
    [
      "a short form that one article explains",
      [[["company:현대중공업=현대重"]], [["company:현대重"]]],
      ["company:현대중공업"],
    ],
    [
      "a short form of two companies stays apart",
      [[["company:현대자동차=현대"]], [["company:현대건설=현대"]], [["company:현대"]]],
      ["company:현대", "company:현대건설", "company:현대자동차"],
    ],
    [
      "what an article tells apart stays apart",
      [[["company:포스코", "company:포스코그룹"]], [["company:포스코그룹=포스코"]]],
      ["company:포스코", "company:포스코그룹"],
    ],
    ["one name without bodies is one person", [[["person:김철수"]], [["person:김철수"]]], ["person:김철수"]],
    [
      "of one employer",
      [
        [["person:김철수", "company:삼성전자"], [SAMSUNG]],
        [["person:김철수", "company:삼성전자"], [SAMSUNG]],
      ],
      ["company:삼성전자", "person:김철수"],
    ],
    [
      "of a company and its branch",
      [
        [["person:우융밍", "company:알리바바"], ["person:우융밍 position_at company:알리바바"]],
        [["person:우융밍", "company:알리바바클라우드"], ["person:우융밍 position_at company:알리바바클라우드"]],
      ],
      ["company:알리바바", "company:알리바바클라우드", "person:우융밍"],
    ],
    [
      "of two employers they are two",
      [
        [["person:김철수", "company:한화"], [HANWHA]],
        [["person:김철수", "company:삼성전자"], [SAMSUNG]],
      ],
      ["company:삼성전자", "company:한화", "person:김철수", "person:김철수#2"],
    ],
    [
      "without a body, the only person of that name",
      [[["person:김철수", "company:한화"], [HANWHA]], [["person:김철수"]]],
      ["company:한화", "person:김철수"],
    ],
    [
      "among two, the one whose employer the article names",
      [
        [["person:김철수", "company:한화"], [HANWHA]],
        [["person:김철수", "company:삼성전자"], [SAMSUNG]],
        [["person:김철수", "company:한화"]],
      ],
      ["company:삼성전자", "company:한화", "person:김철수", "person:김철수#2"],
    ],
    [
      "among two, neither named: apart",
      [
        [["person:김철수", "company:한화"], [HANWHA]],
        [["person:김철수", "company:삼성전자"], [SAMSUNG]],
        [["person:김철수"]],
      ],
      ["company:삼성전자", "company:한화", "person:김철수", "person:김철수#2", "person:김철수#3"],
    ],
    [
      "homonyms of one article stay two",
      [[["person:김철수", "person:김철수#2"]], [["person:박영희"]]],
      ["person:김철수", "person:김철수#2", "person:박영희"],
    ],
    [
      "a surname with a title is nobody elsewhere",
      [[["person:우융밍=우 CEO"]], [["person:우 CEO"]], [["person:우 CEO"]]],
      ["person:우 CEO", "person:우 CEO#2", "person:우융밍"],
    ],
    [
      "a surname alone does not join a full name",
      [[["person:마이클 김=김"]], [["person:김"]]],
      ["person:김", "person:마이클 김"],
    ],
    [
      "a foreign surname that one article explains",
      [[["person:데이비드 아인혼=아인혼"]], [["person:아인혼"]]],
      ["person:데이비드 아인혼"],
    ],
  ])("%s", (_name, articles, keys) => {
    expect(keysOf(articles)).toEqual(keys);
    expect(keysOf([...articles].reverse())).toEqual(keys);
  });

  it("are called what most articles call them", () => {
    const keys = keysOf([[["organization:대한민국 검찰=검찰"]], [["organization:검찰"]], [["organization:검찰"]]]);
    expect(keys).toEqual(["organization:검찰"]);
  });

  it("keep the fuller label on a tie, all names, all mentions, and say why", () => {
    const graph = assemble([
      read("현대중공업(현대重)", { id: "a", entities: ["company:현대중공업=현대重"] }),
      read("현대重, 수주", { id: "b", entities: ["company:현대重"] }),
    ]);
    expect(graph.getNodeAttributes("company:현대중공업")).toMatchObject({
      label: "현대중공업",
      aliases: ["현대중공업", "현대重"],
      mentions: [
        { article: "a", start: 0, end: 5 },
        { article: "a", start: 6, end: 9 },
        { article: "b", start: 0, end: 3 },
      ],
      reasons: [
        { alias: "현대重", reason: "'현대重'는 현대중공업" },
        { alias: "현대重", reason: "기사 b의 '현대重'도 같은 이름으로 불림" },
      ],
    });
  });
});
