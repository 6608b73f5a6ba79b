/**
 * Draws the names of nodes and relations and the rings of what is chosen, on one 2D canvas above the nodes.
 *
 * Takes what is visible, in pixels; asks labels.ts for places; draws with a halo in the background's colour.
 */
import { type Point, pointOnEdge } from "./curves.ts";
import { type Anchor, type Box, type LabelRequest, placeLabels, type TakenSpace, wrapLabel } from "./labels.ts";
import type { Palette } from "./palette.ts";
import type { DrawnEdge, DrawnNode } from "./picking.ts";

export interface LabelNode extends DrawnNode {
  readonly label: string;
  readonly event: boolean;
  readonly importance: number;
  /** Its name is drawn in any case. */
  readonly forced: boolean;
  /** Its name may cover nodes, but no other name. */
  readonly bold: boolean;
  readonly dimmed: boolean;
  readonly ring: "selected" | "hovered" | undefined;
  /** Sides of its name, best first. */
  readonly anchors: readonly Anchor[];
}

export interface LabelEdge extends DrawnEdge {
  /** A role in an event: named only when asked for. */
  readonly role: boolean;
  readonly label: string;
  readonly forced: boolean;
  readonly dimmed: boolean;
  readonly fromRadius: number;
  readonly toRadius: number;
}

export interface LabelScene {
  readonly nodes: readonly LabelNode[];
  readonly edges: readonly LabelEdge[];
  readonly palette: Palette;
  readonly width: number;
  readonly height: number;
  readonly edgeLabels: boolean;
  /** Parts of the canvas that lie under buttons. */
  readonly covered: readonly Box[];
}

export const LABEL_FONT =
  'system-ui, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif';

/** Pixels left free on both sides of a relation's name. */
const EDGE_GAP = 4;

/** How many of the most important names may cover nodes. */
const BOLD = 14;

/** Square pixels of canvas for one name that nobody asked for. */
const AREA_PER_LABEL = 6000;

const ringRadius = (radius: number): number => radius * 1.12 + 5;

interface Written {
  readonly lines: readonly string[];
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
}

/** A name as it was written: `x` is its left, middle or right end, `y` the middle of its first line. */
export interface WrittenText extends Omit<Written, "width"> {
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "center" | "right";
  readonly ink: string;
}

/** What was written in a frame, and the room it took. */
export interface Drawn {
  /** Keys of the nodes and edges that have their names. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly boxes: readonly Box[];
  readonly texts: readonly WrittenText[];
}

const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${LABEL_FONT}`;

export class LabelLayer {
  readonly #written = new Map<string, Written>();
  #anchors = new Map<string, Anchor>();

  /** Forgets measured widths: when the font may have changed. */
  forget(): void {
    this.#written.clear();
  }

  #write(context: CanvasRenderingContext2D, label: string, size: number, weight: number, maxWidth: number): Written {
    const id = `${size}/${weight}/${maxWidth}/${label}`;
    const known = this.#written.get(id);
    if (known) return known;
    context.font = fontOf(size, weight);
    const measure = (text: string) => context.measureText(text).width;
    const lines = wrapLabel(label, measure, maxWidth, 2);
    const width = Math.max(0, ...lines.map(measure));
    const written = { lines, width, size, weight, lineHeight: Math.round(size * 1.28) };
    this.#written.set(id, written);
    return written;
  }

  #draw(context: CanvasRenderingContext2D, text: WrittenText, halo: string): void {
    context.font = fontOf(text.size, text.weight);
    context.textAlign = text.align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = halo;
    context.fillStyle = text.ink;
    text.lines.forEach((line, i) => {
      const y = text.y + i * text.lineHeight;
      context.strokeText(line, text.x, y);
      context.fillText(line, text.x, y);
    });
  }

  #rings(context: CanvasRenderingContext2D, scene: LabelScene): void {
    for (const node of scene.nodes) {
      if (!node.ring) continue;
      context.beginPath();
      context.arc(node.x, node.y, ringRadius(node.radius), 0, Math.PI * 2);
      context.lineWidth = node.ring === "selected" ? 2.5 : 1.5;
      context.strokeStyle = node.ring === "selected" ? scene.palette.accent : scene.palette.mutedInk;
      context.stroke();
    }
  }

  /** Clears nothing: the caller hands over a clean context scaled to CSS pixels. */
  draw(context: CanvasRenderingContext2D, scene: LabelScene): Drawn {
    const { palette, width, height } = scene;
    const viewport = { x: 2, y: 2, width: width - 4, height: height - 4 };
    this.#rings(context, scene);
    const inView = scene.nodes.filter(
      ({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius,
    );
    const ordered = [...inView].sort(
      (a, b) =>
        Number(b.forced) - Number(a.forced) ||
        Number(a.dimmed) - Number(b.dimmed) ||
        b.importance - a.importance ||
        (a.key < b.key ? -1 : 1),
    );
    const writtenOf = new Map<string, Written>();
    const requests: LabelRequest[] = [];
    for (const node of ordered) {
      if (!node.label || (node.dimmed && !node.forced)) continue;
      const size = node.event ? 11.5 : node.radius > 13 ? 14 : 12.5;
      const weight = node.event ? 400 : node.ring === "selected" ? 700 : 600;
      const written = this.#write(context, node.label, size, weight, node.event ? 118 : 150);
      if (written.lines.length === 0) continue;
      writtenOf.set(node.key, written);
      const { key, x, y, forced, anchors } = node;
      const radius = node.ring ? ringRadius(node.radius) : node.radius;
      const bold = node.bold || (requests.length < BOLD && !node.event);
      requests.push({
        anchors,
        bold,
        key,
        x,
        y,
        radius,
        forced,
        width: written.width,
        height: written.lines.length * written.lineHeight,
      });
    }
    const obstacles = new Map<string, Box>();
    for (const { key, x, y, radius, dimmed } of inView)
      if (!dimmed) obstacles.set(key, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 });
    const limit = Math.round((width * height) / AREA_PER_LABEL);
    const placement = placeLabels(requests, obstacles, this.#anchors, limit, viewport, scene.covered);
    this.#anchors = new Map(placement.labels.map(({ key, anchor }) => [key, anchor]));
    const byKey = new Map(inView.map((node) => [node.key, node]));
    const boxes: Box[] = [...placement.labels];

    const texts: WrittenText[] = [];
    const edges = this.#edges(context, scene, placement.space, boxes, texts);
    for (const label of placement.labels) {
      const written = writtenOf.get(label.key);
      if (!written) continue;
      const align = label.anchor === "right" ? "left" : label.anchor === "left" ? "right" : "center";
      texts.push(textIn(label, written, align, byKey.get(label.key)?.event ? palette.mutedInk : palette.ink));
    }
    for (const text of texts) this.#draw(context, text, palette.background);
    return { nodes: placement.labels.map(({ key }) => key), edges, boxes, texts };
  }

  #edges(
    context: CanvasRenderingContext2D,
    { palette, width, height, edges, edgeLabels }: LabelScene,
    space: TakenSpace,
    boxes: Box[],
    texts: WrittenText[],
  ): string[] {
    const drawn: string[] = [];
    const ordered = [...edges].sort((a, b) => Number(b.forced) - Number(a.forced));
    for (const edge of ordered) {
      if (edge.dimmed || !edge.label || (!edge.forced && (edge.role || !edgeLabels))) continue;
      const written = this.#write(context, edge.label, 11, 500, 120);
      const box = labelSpot(edge, written.width, written.lines.length * written.lineHeight, space);
      if (!box || box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) continue;
      space.take(box);
      boxes.push(box);
      drawn.push(edge.key);
      texts.push(textIn(box, written, "center", edge.forced ? palette.ink : palette.mutedInk));
    }
    return drawn;
  }
}

function textIn(
  box: Box,
  { width: _width, ...written }: Written,
  align: WrittenText["align"],
  ink: string,
): WrittenText {
  const x = align === "left" ? box.x : align === "right" ? box.x + box.width : box.x + box.width / 2;
  return { ...written, x, y: box.y + written.lineHeight / 2, align, ink };
}

/** A free box on the edge for a label of that size, near the middle; undefined where the edge is too short or full. */
function labelSpot(edge: LabelEdge, width: number, height: number, space: TakenSpace): Box | undefined {
  const length = Math.hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
  if (length < edge.fromRadius + edge.toRadius + (edge.forced ? 14 : Math.max(36, width * 0.8))) return undefined;
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const middle: Point = pointOnEdge(edge.from, edge.to, edge.curvature, t);
    const box = { x: middle.x - width / 2 - EDGE_GAP, y: middle.y - height / 2, width: width + 2 * EDGE_GAP, height };
    if (space.isFree(box)) return box;
  }
  return undefined;
}
