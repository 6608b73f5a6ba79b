/**
 * What the canvas shows, as an SVG document: shapes, lines, arrow heads and names that stay sharp on paper.
 *
 * Takes a snapshot in pixels and gives text; draws with the same geometry as the WebGL programs (curves.ts, shapes.ts).
 */
import { controlPoint, type Point, pointOnEdge } from "./curves.ts";
import type { WrittenText } from "./label-layer.ts";
import { shapes } from "./shapes.ts";

export interface DrawnShape extends Point {
  readonly kind: keyof typeof shapes;
  readonly radius: number;
  readonly fill: string;
  readonly stroke: string;
  /** 0: no border. */
  readonly strokeWidth: number;
  readonly dashes: number;
}

export interface DrawnLine {
  readonly from: Point & { readonly radius: number };
  readonly to: Point & { readonly radius: number };
  readonly curvature: number;
  readonly color: string;
  readonly width: number;
  readonly arrow: boolean;
  /** [dash, gap]; [0, 0]: a whole line. */
  readonly dash: readonly [number, number];
}

export interface Snapshot {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly font: string;
  readonly shapes: readonly DrawnShape[];
  readonly lines: readonly DrawnLine[];
  readonly texts: readonly WrittenText[];
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
const number = (value: number): string => String(Math.round(value * 100) / 100);
const pair = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;

/** The place between 0 and 1 where the edge is `wanted` pixels away from one of its ends. */
function cut({ from, to, curvature }: DrawnLine, end: "from" | "to", wanted: number): number {
  const center = end === "from" ? from : to;
  let [near, far] = end === "from" ? [0, 0.5] : [1, 0.5];
  for (let i = 0; i < 20; i++) {
    const middle = (near + far) / 2;
    const { x, y } = pointOnEdge(from, to, curvature, middle);
    if (Math.hypot(x - center.x, y - center.y) < wanted) near = middle;
    else far = middle;
  }
  return far;
}

/** Points of the line between two places, close enough together to look curved. */
function pathOf(line: DrawnLine, start: number, end: number): string {
  const { from, to, curvature } = line;
  const at = (t: number) => pointOnEdge(from, to, curvature, t);
  if (curvature === 0) return `M${pair(at(start))}L${pair(at(end))}`;
  const control = controlPoint(from, to, curvature);
  const blend = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const middle = blend(blend(from, control, start), blend(control, to, start), end);
  return `M${pair(at(start))}Q${pair(middle)} ${pair(at(end))}`;
}

function lineMarkup(line: DrawnLine): string {
  const { from, to, curvature, color, width, dash } = line;
  const reach = Math.hypot(to.x - from.x, to.y - from.y);
  const [first, last] = [from.radius + 2, to.radius + 2];
  if (reach < first + last) return "";
  const wished = line.arrow ? 4.5 + width * 2.4 : 0;
  const head = reach < first + last + wished + 3 ? 0 : wished;
  const start = cut(line, "from", first);
  const foot = cut(line, "to", last + head);
  const dashes = dash[0] > 0 ? ` stroke-dasharray="${dash.map(number).join(" ")}"` : "";
  const path = `<path d="${pathOf(line, start, foot)}" fill="none" stroke="${color}" stroke-width="${number(width)}"${dashes}/>`;
  if (head === 0) return path;
  const [tip, base] = [pointOnEdge(from, to, curvature, cut(line, "to", last)), pointOnEdge(from, to, curvature, foot)];
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const side = (sign: number): Point => ({
    x: base.x - (sign * head * 0.42 * (tip.y - base.y)) / length,
    y: base.y + (sign * head * 0.42 * (tip.x - base.x)) / length,
  });
  return `${path}<path d="M${pair(tip)}L${pair(side(1))}L${pair(side(-1))}z" fill="${color}"/>`;
}

function shapeMarkup(
  { kind, x, y, radius, fill, stroke, strokeWidth, dashes }: DrawnShape,
  background: string,
): string {
  const { path, hollow } = shapes[kind];
  const scale = radius / (hollow ? 8 : 9);
  const width = hollow ? strokeWidth / scale : 1.5 / scale;
  const inset = hollow ? (radius - strokeWidth / 2) / radius : 1;
  const place = `translate(${pair({ x, y })}) scale(${number(scale * inset)}) translate(-10 -10)`;
  const around = (2 * Math.PI * 8) / (dashes || 1);
  const dash = dashes > 0 ? ` stroke-dasharray="${number(around * 0.6)} ${number(around * 0.4)}"` : "";
  const order = hollow ? "" : ` paint-order="stroke"`;
  const edge = hollow ? stroke : background;
  return `<path transform="${place}" d="${path}" fill="${fill}" stroke="${edge}" stroke-width="${number(width)}"${dash}${order}/>`;
}

function textMarkup({ lines, x, y, lineHeight, align, size, weight, ink }: WrittenText, halo: string): string {
  const anchor = align === "left" ? "start" : align === "right" ? "end" : "middle";
  const look = `font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${ink}" stroke="${halo}"`;
  return lines
    .map(
      (line, i) =>
        `<text x="${number(x)}" y="${number(y + i * lineHeight + size * 0.35)}" ${look}>${escaped(line)}</text>`,
    )
    .join("");
}

/** The whole document. */
export function svgOf({ width, height, background, font, ...drawn }: Snapshot): string {
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  const texts = drawn.texts.map((text) => textMarkup(text, background)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>
<rect width="100%" height="100%" fill="${background}"/>
${drawn.lines.map(lineMarkup).filter(Boolean).join("\n")}
${drawn.shapes.map((shape) => shapeMarkup(shape, background)).join("\n")}
<g font-family="${escaped(font)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">
${texts}
</g>
</svg>
`;
}
