import { expect, test } from "vitest";
import { buildNameLexicon, type Mention } from "./index.ts";
import { namesInRow } from "./rows.ts";

const lexicon = buildNameLexicon([
  {
    about: "",
    groups: [
      { kind: "company", names: ["가람전자", "나래화학", "다온 라온"], words: ["다온", "라온"] },
      { kind: "place", subkind: "country", names: ["가국", "나국"], words: [] },
      { kind: "place", subkind: "city", names: ["다시"], words: [] },
    ],
  },
]);
const mention = (kind: Mention["kind"], text: string): Mention => ({
  start: 5,
  end: 5 + text.length,
  kind,
  text,
  source: "model",
  confidence: 0.7,
});

test.each([
  [
    "company",
    "가람전자 나래화학",
    [
      [5, 9, "가람전자"],
      [10, 14, "나래화학"],
    ],
  ],
  ["company", "가람전자", [[5, 9, "가람전자"]]],
  ["company", "가람전자 미지", [[5, 12, "가람전자 미지"]]],
  ["company", "다온 라온", [[5, 10, "다온 라온"]]],
  ["product", "가람전자 나래화학", [[5, 14, "가람전자 나래화학"]]],
  [
    "place",
    "가국 나국",
    [
      [5, 7, "가국"],
      [8, 10, "나국"],
    ],
  ],
  ["place", "가국 다시", [[5, 10, "가국 다시"]]],
] as const)("%s %s", (kind, text, wanted) => {
  const found = namesInRow(mention(kind, text), lexicon);
  expect(found.map(({ start, end, text }) => [start, end, text])).toEqual(wanted);
  expect(found.every((one) => one.kind === kind && one.confidence === 0.7)).toBe(true);
});
