import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Layers, segment, withoutOverlaps } from "./segments.ts";

const TEXT = "마윈의 회사\n마윈은 알리바바를 세웠다. 앤트그룹도 세웠다.\n\n끝";
const none: Layers = { names: [], marks: [], active: -1, sentences: [], triggers: [] };
const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

describe("cutting the text", () => {
  it("makes a paragraph of each line and drops empty ones", () => {
    expect(segment(TEXT, none).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      "마윈의 회사",
      "마윈은 알리바바를 세웠다. 앤트그룹도 세웠다.",
      "끝",
    ]);
  });

  it("marks exactly the evidence, names inside it included", () => {
    const mark = at("마윈은 알리바바를", 5);
    const names = [
      { ...at("마윈", 5), node: "person:마윈" },
      { ...at("알리바바"), node: "company:알리바바" },
    ];
    const runs = segment(TEXT, { ...none, names, marks: [mark], active: 0 })[1]?.runs ?? [];
    const marked = runs.filter((run) => run.mark === 0);
    expect(marked.map(({ start, end }) => TEXT.slice(start, end))).toEqual(["마윈은 알리바바를"]);
    expect(marked[0]?.pieces.map(({ start, end, node }) => [TEXT.slice(start, end), node])).toEqual([
      ["마윈", "person:마윈"],
      ["은 ", undefined],
      ["알리바바", "company:알리바바"],
      ["를", undefined],
    ]);
  });

  it("tints the rest of the sentence that holds the evidence, and no other", () => {
    const first = at("마윈은 알리바바를 세웠다.");
    const second = at("앤트그룹도 세웠다.");
    const sentences = [first, second].map(({ start, end }) => [start, end] as const);
    const runs = segment(TEXT, { ...none, marks: [at("알리바바를")], active: 0, sentences })[1]?.runs ?? [];
    expect(runs.map(({ start, end, tinted, mark }) => [TEXT.slice(start, end), tinted, mark])).toEqual([
      ["마윈은 ", true, undefined],
      ["알리바바를", true, 0],
      [" 세웠다.", true, undefined],
      [" 앤트그룹도 세웠다.", false, undefined],
    ]);
  });

  it("gives overlapping words to the evidence that is looked at", () => {
    const marks = [at("마윈은 알리바바를"), at("알리바바를 세웠다")];
    const runs = segment(TEXT, { ...none, marks, active: 1 })[1]?.runs ?? [];
    expect(runs.map(({ start, end, mark }) => [TEXT.slice(start, end), mark])).toEqual([
      ["마윈은 ", 0],
      ["알리바바를 세웠다", 1],
      [". 앤트그룹도 세웠다.", undefined],
    ]);
  });

  it("knows the trigger of an event", () => {
    const pieces = segment(TEXT, { ...none, triggers: [at("세웠다")] })[1]?.runs.flatMap((run) => run.pieces) ?? [];
    expect(pieces.filter(({ trigger }) => trigger).map(({ start, end }) => TEXT.slice(start, end))).toEqual(["세웠다"]);
  });

  it("keeps the longer of two names that overlap", () => {
    const names = [
      { start: 0, end: 2, node: "a" },
      { start: 0, end: 4, node: "b" },
      { start: 5, end: 6, node: "c" },
    ];
    expect(withoutOverlaps(names).map(({ node }) => node)).toEqual(["b", "c"]);
  });

  it("loses and repeats no character, whatever the layers", () => {
    const span = fc.tuple(fc.nat(45), fc.nat(45)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
    const layers = fc.record({
      names: fc.array(
        span.map((each) => ({ ...each, node: "n" })),
        { maxLength: 8 },
      ),
      marks: fc.array(span, { maxLength: 4 }),
      active: fc.integer({ min: -1, max: 3 }),
      sentences: fc.array(
        span.map(({ start, end }) => [start, end] as const),
        { maxLength: 4 },
      ),
      triggers: fc.array(span, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(layers, (each) => {
        const paragraphs = segment(TEXT, each);
        const pieces = paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.pieces));
        expect(pieces.map(({ start, end }) => TEXT.slice(start, end)).join("")).toBe(TEXT.replaceAll("\n", ""));
        for (const { runs } of paragraphs)
          for (const run of runs)
            if (run.mark !== undefined) {
              const mark = each.marks[run.mark];
              expect(mark && mark.start <= run.start && run.end <= mark.end).toBe(true);
            }
      }),
    );
  });
});
