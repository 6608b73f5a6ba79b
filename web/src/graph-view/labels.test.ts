import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, type LabelRequest, overlap, placeLabels, wrapLabel } from "./labels.ts";

const viewport = { x: 0, y: 0, width: 800, height: 600 };
const nothing: ReadonlyMap<string, Anchor> = new Map();

const request = (key: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest => ({
  key,
  x,
  y,
  radius: 8,
  width: 60,
  height: 16,
  forced: false,
  ...more,
});

const nodeBoxes = (requests: readonly LabelRequest[]) =>
  new Map(
    requests.map(({ key, x, y, radius }) => [
      key,
      { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    ]),
  );

describe("placing labels", () => {
  it.each<[string, LabelRequest[], [string, Anchor][]]>([
    ["alone: to the right", [request("가", 100, 100)], [["가", "right"]]],
    ["at the right edge: below or left", [request("가", 770, 100)], [["가", "below"]]],
    ["in the right bottom corner: to the left", [request("가", 795, 588, { radius: 4 })], [["가", "left"]]],
    [
      "a node stands to the right: below",
      [request("가", 100, 100), request("나", 130, 100)],
      [
        ["가", "below"],
        ["나", "right"],
      ],
    ],
  ])("%s", (_name, requests, expected) => {
    const { labels } = placeLabels(requests, nodeBoxes(requests), nothing, 99, viewport);
    expect(labels.map(({ key, anchor }) => [key, anchor])).toEqual(expected);
  });

  it("leaves out what finds no place, and keeps the more important one", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => request(String(i), 400 + (i % 6) * 4, 300 + i));
    const { labels } = placeLabels(crowd, new Map(), nothing, 99, viewport);
    expect(labels[0]?.key).toBe("0");
    expect(labels.length).toBeLessThan(crowd.length);
  });

  it("draws a forced label even in a crowd", () => {
    const crowd = Array.from({ length: 60 }, (_, i) => request(String(i), 380 + (i % 8) * 9, 280 + i * 2));
    const chosen = request("고른 것", 400, 320, { forced: true });
    const { labels } = placeLabels([chosen, ...crowd], nodeBoxes([chosen, ...crowd]), nothing, 99, viewport);
    expect(labels.map(({ key }) => key)).toContain("고른 것");
  });

  it("lets a bold label cover nodes, but no label", () => {
    const around = [-20, 0, 20].flatMap((dx) => [-20, 0, 20].map((dy) => request(`${dx}/${dy}`, 400 + dx, 300 + dy)));
    const [plain] = placeLabels([request("가", 400, 300)], nodeBoxes(around), nothing, 99, viewport).labels;
    const [bold] = placeLabels(
      [request("가", 400, 300, { bold: true })],
      nodeBoxes(around),
      nothing,
      99,
      viewport,
    ).labels;
    expect(plain).toBeUndefined();
    expect(bold?.key).toBe("가");
  });

  it("keeps a label where it stood while that place is free", () => {
    const { labels } = placeLabels([request("가", 100, 100)], new Map(), new Map([["가", "above"]]), 99, viewport);
    expect(labels[0]?.anchor).toBe("above");
  });

  it("stops at the limit", () => {
    const row = Array.from({ length: 10 }, (_, i) => request(String(i), 50, 30 + i * 40));
    expect(placeLabels(row, nodeBoxes(row), nothing, 4, viewport).labels).toHaveLength(4);
  });

  it("never lets two labels overlap, nor a label leave the canvas", () => {
    const arbitrary = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 800 }),
        y: fc.integer({ min: 0, max: 600 }),
        radius: fc.integer({ min: 2, max: 24 }),
        width: fc.integer({ min: 8, max: 150 }),
        height: fc.integer({ min: 10, max: 32 }),
        bold: fc.boolean(),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(arbitrary, (records) => {
        const requests = records.map((record, i) => ({ ...record, key: String(i), forced: false }));
        const { labels } = placeLabels(requests, nodeBoxes(requests), nothing, 200, viewport);
        labels.forEach((a, i) => {
          expect(a.x >= 0 && a.x + a.width <= 800 && a.y >= 0 && a.y + a.height <= 600).toBe(true);
          for (const b of labels.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("wrapping labels", () => {
  const measure = (text: string) => [...text].reduce((sum, each) => sum + (each > "~" ? 12 : 7), 0);

  it.each<[string, number, number, string[]]>([
    ["마윈", 120, 2, ["마윈"]],
    ["클라우드 인프라 투자", 50, 2, ["클라우드", "인프라…"]],
    ["클라우드 인프라 투자", 100, 2, ["클라우드 인프라", "투자"]],
    ["공정거래위원회조사국", 50, 2, ["공정거래", "위원회…"]],
    ["  두  칸 ", 120, 1, ["두 칸"]],
    ["", 120, 2, []],
  ])("%s in %i pixels", (label, width, lines, expected) => {
    expect(wrapLabel(label, measure, width, lines)).toEqual(expected);
  });

  it("composes decomposed Hangul and keeps characters of two units whole", () => {
    expect(wrapLabel("마윈".normalize("NFD"), measure, 120, 1)).toEqual(["마윈"]);
    expect(wrapLabel("😀😀😀😀", measure, 30, 1)).toEqual(["😀…"]);
  });

  it("gives no line wider than asked, once a character fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 24, max: 200 }), (text, width) => {
        const lines = wrapLabel(text, measure, width, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) if ([...line].length > 2) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
