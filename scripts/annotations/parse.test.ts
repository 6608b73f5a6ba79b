import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fingerprint, parseAnnotations } from "./parse.ts";
import { ANNOTATED_SETS, hasTexts, readAnnotations } from "./read.ts";

const raw = { title: "한빛전자, 나래소프트 인수", text: "한빛전자가 나래소프트를 샀다. 정하나 사장이 말했다." };
const head = [
  `# h000 ${fingerprint(raw)}`,
  "S 0-16 17-29",
  "E company 한빛전자",
  "E person 정하나",
  "E company 나래소프트",
];
const read = (...lines: string[]) => parseAnnotations("a.annotations", [...head, ...lines], () => raw);

describe("parseAnnotations", () => {
  it("gives gold files as the benchmark has them", () => {
    const [file] = read(
      "R 정하나 | position_at | 한빛전자 | @2 | 사장",
      "V acquisition | @1 | 샀다 | 한빛전자 나래소프트 인수 | done | agent=한빛전자 | target=나래소프트 | date=3일",
    );
    expect(file?.article.sentences).toEqual([
      { n: 1, start: 0, end: 16 },
      { n: 2, start: 17, end: 29 },
    ]);
    expect(file?.gold.entities[0]).toEqual({ id: "e1", type: "company", name: "한빛전자", mentions: ["한빛전자"] });
    expect(file?.gold.relations).toEqual([{ head: "e2", type: "position_at", tail: "e1", sentence: 2, title: "사장" }]);
    expect(file?.gold.events[0]).toEqual({
      id: "v1",
      type: "acquisition",
      sentence: 1,
      trigger: "샀다",
      label: "한빛전자 나래소프트 인수",
      status: "done",
      roles: [
        { role: "agent", entity: "e1" },
        { role: "target", entity: "e3" },
      ],
      date: "3일",
    });
  });

  it("reads a piece that stands there whole", () => {
    const lines = [
      "# c000",
      "T 한빛전자, 나래소프트 인수",
      "P 한빛전자가 나래소프트를 샀다.",
      "P 정하나 사장이 말했다.",
      "E person 정하나",
    ];
    const [file] = parseAnnotations("a.annotations", lines, () => undefined);
    expect(file?.article).toEqual({
      id: "c000",
      title: "한빛전자, 나래소프트 인수",
      text: raw.text,
      sentences: [
        { n: 1, start: 0, end: 16 },
        { n: 2, start: 17, end: 29 },
      ],
    });
    expect(() => parseAnnotations("a", ["# c000", "P 한빛전자가 샀다."], () => undefined)).toThrow("without a title");
    expect(() => parseAnnotations("a", [...lines, "P 또 샀다."], () => undefined)).toThrow("too late");
    expect(() => parseAnnotations("a", [...lines, "T 둘째 제목"], () => undefined)).toThrow("second");
  });

  it.each([
    ["E firm 한빛전자", "unknown kind"],
    ["E company 없는회사", "not in the article"],
    ["E company 한빛전자", "stands above"],
    ["R 한빛전자 | buys | 나래소프트 | @1", "unknown relation"],
    ["R 한빛전자 | acquires | 나래 | @1", 'no entity "나래"'],
    ["R 한빛전자 | acquires | 나래소프트 | @7", "no such sentence"],
    ["V acquisition | @2 | 샀다 | 인수 | done | agent=한빛전자", "trigger is not in its sentence"],
    ["V acquisition | @1 | 샀다 | 인수 | sure | agent=한빛전자", "unknown status"],
    ["V acquisition | @1 | 샀다 | 인수 | done | buyer=한빛전자", "unknown part"],
    ["S 40-60", "bad sentence bounds"],
    ["T 다른 제목", "stands elsewhere"],
    ["P 다른 문장.", "stands elsewhere"],
    ["X what", "begins with none of"],
  ])("refuses %s", (line, why) => {
    expect(() => read(line)).toThrow("a.annotations:6: ");
    expect(() => read(line)).toThrow(why);
  });

  it("refuses annotations of another text", () => {
    expect(() => parseAnnotations("a", ["# h000 000000000000"], () => raw)).toThrow("another text");
    expect(() => parseAnnotations("a", ["# h000"], () => raw)).toThrow("another text");
    expect(() => parseAnnotations("a", head, () => undefined)).toThrow("no such article");
  });
});

const data = fileURLToPath(new URL("../../../shared/data", import.meta.url));

describe.skipIf(!hasTexts(data))("the annotated articles (skipped without their texts in ../shared/data)", () => {
  it("are read whole, each once, with facts", () => {
    const files = ANNOTATED_SETS.flatMap((set) => readAnnotations(data, set));
    expect(new Set(files.map(({ article }) => article.id)).size).toBe(files.length);
    for (const { article, gold } of files) {
      expect(article.sentences.length, article.id).toBeGreaterThan(0);
      expect(gold.entities.length, article.id).toBeGreaterThan(0);
    }
  });
});
