import { describe, expect, it } from "vitest";
import { type DrawnLine, type Snapshot, svgOf } from "./svg.ts";

const line = (change: Partial<DrawnLine> = {}): DrawnLine => ({
  from: { x: 0, y: 50, radius: 8 },
  to: { x: 100, y: 50, radius: 18 },
  curvature: 0,
  color: "#808080",
  width: 2,
  arrow: false,
  dash: [0, 0],
  ...change,
});

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  width: 200,
  height: 100,
  background: "#ffffff",
  font: 'system-ui, "Noto Sans KR"',
  shapes: [],
  lines: [],
  texts: [],
  ...change,
});

describe("the drawing as SVG", () => {
  it("cuts a line at the outlines of its nodes", () => {
    expect(svgOf(snapshot({ lines: [line()] }))).toContain('d="M10 50L80 50"');
  });

  it("ends an arrow at the outline, its line at the arrow's foot", () => {
    const svg = svgOf(snapshot({ lines: [line({ arrow: true })] }));
    expect(svg).toContain('d="M10 50L70.7 50"');
    expect(svg).toMatch(/d="M80 50L70\.7 5[0-9.]+L70\.7 4[0-9.]+z"/);
  });

  it.each([
    ["dashed", line({ dash: [7, 4] }), 'stroke-dasharray="7 4"'],
    ["curved", line({ curvature: 0.3 }), /d="M[\d. ]+Q[\d. ]+"/],
  ])("draws a %s line", (_name, each, expected) => {
    expect(svgOf(snapshot({ lines: [each] }))).toMatch(expected);
  });

  it("leaves out a line between nodes that touch", () => {
    expect(svgOf(snapshot({ lines: [line({ to: { x: 25, y: 50, radius: 18 } })] }))).not.toContain("<path");
  });

  it("gives every shape a place and no number that is none", () => {
    const kinds = ["person", "company", "organization", "place", "product", "event"] as const;
    const shapes = kinds.map((kind, i) => {
      return { kind, x: i * 20, y: 10, radius: 8, fill: "#123456", stroke: "#123456", strokeWidth: 2, dashes: i };
    });
    const svg = svgOf(snapshot({ shapes }));
    expect(svg.match(/<path/g)).toHaveLength(6);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("writes names as text, markup in them too", () => {
    const text = {
      lines: ["<b>마윈</b>", "& 동료"],
      x: 5,
      y: 9,
      lineHeight: 16,
      align: "left",
      size: 12,
      weight: 600,
    } as const;
    const svg = svgOf(snapshot({ texts: [{ ...text, ink: "#000000" }] }));
    expect(svg).toContain(">&lt;b&gt;마윈&lt;/b&gt;</text>");
    expect(svg).toContain(">&amp; 동료</text>");
  });
});
