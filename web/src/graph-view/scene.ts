/**
 * What the canvas shows of the graph: who is lit, who is dimmed, how thick and which colour, as plain functions of the
 * viewer's state that sigma's reducers call.
 */
import {
  type EdgeAttributes,
  type Factuality,
  isSymmetric,
  type NodeAttributes,
  type Ontology,
} from "../../../src/index.ts";
import { isRole } from "../text/words.ts";
import type { EdgeLook } from "./edge-program.ts";
import type { NodeLook } from "./node-program.ts";
import { mix, type Palette } from "./palette.ts";
import { shapes } from "./shapes.ts";

/** The nodes and edges in the light; everything else is dimmed. `undefined`: nothing is in focus. */
export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Dimmed strongly for a choice that was made, softly under the pointer. */
  readonly strength: number;
}

export interface Scene {
  /** The graph's: it says which edges point nowhere. */
  readonly ontology: Ontology;
  readonly palette: Palette;
  readonly hiddenNodes: ReadonlySet<string>;
  readonly hiddenEdges: ReadonlySet<string>;
  readonly focus: Focus | undefined;
  readonly curvatures: ReadonlyMap<string, number>;
  readonly selectedEdge: string | undefined;
}

/**
 * Radius in pixels at the default zoom. The layout keeps nodes of the file's sizes apart; so sizes shrink with the
 * picture, down to what can still be told apart and hit.
 * @param unit pixels of a unit of the layout
 */
export function nodeRadius(size: number, unit: number): number {
  const scale = Math.min(1.15, Math.max(0.3, unit * 1.4));
  return Math.max(3, Math.min(24, Number.isFinite(size) ? size + 1 : 5) * scale);
}

/** How an edge's line tells how sure the fact is: [dash, gap] in pixels. */
export const LINES: Readonly<Record<Factuality, readonly [number, number]>> = {
  done: [0, 0],
  ongoing: [0, 0],
  planned: [7, 4],
  alleged: [2, 3.5],
  denied: [2, 3.5],
  cancelled: [7, 4],
};

const REFUTED: ReadonlySet<string> = new Set(["denied", "cancelled"]);

/** Look of a node in the scene. */
export function nodeAppearance(key: string, attributes: NodeAttributes, radius: number, scene: Scene) {
  const { palette, focus } = scene;
  const dim = focus && !focus.nodes.has(key) ? focus.strength : 0;
  const { kind } = attributes;
  const shape = shapes[kind];
  const refuted = kind === "event" && REFUTED.has(attributes.factuality);
  const hue = mix(refuted ? palette.denied : palette.kinds[kind], palette.background, dim);
  const open = kind === "event" && attributes.factuality !== "done" && attributes.factuality !== "ongoing";
  const look: NodeLook = {
    shape: shape.index,
    stroke: hue,
    strokeWidth: shape.hollow ? Math.max(2, radius * 0.32) : 0,
    dashes: open ? 7 : 0,
    gap: palette.background,
  };
  const color = shape.hollow ? mix(palette.background, hue, 0.12) : hue;
  const zIndex = dim > 0 ? 0 : focus ? 3 : shape.hollow ? 1 : 2;
  return { ...look, color, size: radius, hidden: scene.hiddenNodes.has(key), zIndex, type: "kind", label: "" };
}

/** Look of an edge in the scene. */
export function edgeAppearance(key: string, attributes: EdgeAttributes, scene: Scene) {
  const { palette, focus, selectedEdge } = scene;
  const lit = focus?.edges.has(key) ?? false;
  const dim = focus && !lit ? focus.strength : 0;
  const refuted = REFUTED.has(attributes.factuality);
  const base = refuted ? palette.denied : isRole(attributes.kind) ? palette.roleEdge : palette.edge;
  const strong = lit && !refuted ? mix(base, palette.ink, 0.3) : base;
  const color = key === selectedEdge ? palette.accent : mix(strong, palette.background, dim);
  const [dash, gap] = LINES[attributes.factuality];
  const curvature = scene.curvatures.get(key) ?? 0;
  const look: EdgeLook = { curvature, arrow: isSymmetric(attributes.kind, scene.ontology) ? 0 : 1, dash, gap };
  const size = key === selectedEdge ? 3.2 : lit ? 2 : isRole(attributes.kind) ? 1 : 1.4;
  const zIndex = key === selectedEdge ? 3 : lit ? 2 : 1;
  const type = curvature === 0 ? "straight" : "curved";
  return { ...look, color, size, hidden: scene.hiddenEdges.has(key), zIndex, type, label: "" };
}
