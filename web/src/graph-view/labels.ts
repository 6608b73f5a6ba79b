/**
 * Where labels go: greedily, the most important first, each at the first of four places around its node that covers
 * neither another label nor a node; what finds no place is left out.
 *
 * sigma's own labels know a grid, not each other's boxes, and measure Arial. Here boxes are measured in the font that
 * draws them, long Hangul names wrap at spaces, and a label that was drawn keeps its place while it is free, so that
 * zooming does not make names jump.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Anchor = "right" | "left" | "below" | "above";

export interface LabelRequest {
  readonly key: string;
  /** Centre and radius of the node, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Drawn even where it covers something. */
  readonly forced: boolean;
  /** May cover nodes, but no labels: the names that the whole picture turns around. */
  readonly bold?: boolean;
  /** The places to try, best first; right, below, left, above when absent. */
  readonly anchors?: readonly Anchor[];
}

export interface PlacedLabel extends Box {
  readonly key: string;
  readonly anchor: Anchor;
}

const GAP = 4;
/** In the order in which they are tried. */
export const ANCHORS: readonly Anchor[] = ["right", "below", "left", "above"];

function boxAt({ x, y, radius, width, height }: LabelRequest, anchor: Anchor): Box {
  if (anchor === "right") return { x: x + radius + GAP, y: y - height / 2, width, height };
  if (anchor === "left") return { x: x - radius - GAP - width, y: y - height / 2, width, height };
  if (anchor === "below") return { x: x - width / 2, y: y + radius + GAP - 1, width, height };
  return { x: x - width / 2, y: y - radius - GAP + 1 - height, width, height };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Boxes that are taken, in cells, so that a question costs the boxes near by and not all. */
export class TakenSpace {
  readonly #cells = new Map<string, Box[]>();
  readonly #side = 64;

  *#cellsOf(box: Box): Generator<string> {
    const side = this.#side;
    for (let i = Math.floor(box.x / side); i <= Math.floor((box.x + box.width) / side); i++)
      for (let j = Math.floor(box.y / side); j <= Math.floor((box.y + box.height) / side); j++) yield `${i},${j}`;
  }

  take(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const list = this.#cells.get(cell);
      if (list) list.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  isFree(box: Box, except?: Box): boolean {
    for (const cell of this.#cellsOf(box))
      for (const other of this.#cells.get(cell) ?? []) if (other !== except && overlap(box, other)) return false;
    return true;
  }
}

export interface Placement {
  readonly labels: readonly PlacedLabel[];
  /** Labels and nodes together, for whoever places more (the edges' labels). */
  readonly space: TakenSpace;
}

/**
 * Places labels.
 * @param requests in order of importance, forced ones first
 * @param nodes boxes of nodes that should stay visible; `key` lets a node's own label ignore its box
 * @param previous where each label stood in the last frame
 * @param limit most labels drawn that are not forced
 * @param covered parts of the viewport that lie under something else
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  nodes: ReadonlyMap<string, Box>,
  previous: ReadonlyMap<string, Anchor>,
  limit: number,
  viewport: Box,
  covered: readonly Box[] = [],
): Placement {
  const space = new TakenSpace();
  for (const box of covered) space.take(box);
  for (const box of nodes.values()) space.take(box);
  const labels: PlacedLabel[] = [];
  const drawn = new TakenSpace();
  let free = limit;
  for (const request of requests) {
    if (!request.forced && free <= 0) continue;
    const own = nodes.get(request.key);
    const first = previous.get(request.key);
    const { anchors = ANCHORS } = request;
    const order = first ? [first, ...anchors.filter((anchor) => anchor !== first)] : anchors;
    const inside = (box: Box) =>
      box.x >= viewport.x &&
      box.x + box.width <= viewport.x + viewport.width &&
      box.y >= viewport.y &&
      box.y + box.height <= viewport.y + viewport.height;
    const fits = (anchor: Anchor) => {
      const box = boxAt(request, anchor);
      return inside(box) && space.isFree(box, own);
    };
    let anchor = order.find(fits);
    if (!anchor && (request.forced || request.bold))
      anchor =
        order.find((each) => {
          const box = boxAt(request, each);
          return inside(box) && drawn.isFree(box);
        }) ?? (request.forced ? order.find((each) => drawn.isFree(boxAt(request, each))) : undefined);
    if (!anchor && !request.forced) continue;
    const box = boxAt(request, anchor ?? "right");
    space.take(box);
    drawn.take(box);
    labels.push({ ...box, key: request.key, anchor: anchor ?? "right" });
    if (!request.forced) free--;
  }
  return { labels, space };
}

/**
 * Breaks a label into at most `maxLines` lines no wider than `maxWidth`, at spaces where there are any, with "…" where
 * it had to be cut. Never splits a character of several UTF-16 units.
 */
export function wrapLabel(
  label: string,
  measure: (text: string) => number,
  maxWidth: number,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  let rest = label.normalize("NFC").replace(/\s+/g, " ").trim();
  while (rest && lines.length < maxLines) {
    if (measure(rest) <= maxWidth) {
      lines.push(rest);
      return lines;
    }
    const characters = [...rest];
    let count = characters.length;
    while (count > 1 && measure(characters.slice(0, count).join("")) > maxWidth) count--;
    const last = lines.length === maxLines - 1;
    if (last) {
      while (count > 1 && measure(`${characters.slice(0, count).join("").trimEnd()}…`) > maxWidth) count--;
      lines.push(`${characters.slice(0, count).join("").trimEnd()}…`);
      return lines;
    }
    const head = characters.slice(0, count).join("");
    const space = characters[count] === " " ? head.length : head.lastIndexOf(" ");
    const cut = space > head.length / 3 ? space : head.length;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return lines;
}
