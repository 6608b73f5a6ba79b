/**
 * The shape of each kind, so that no kind is told by colour alone.
 *
 * One table serves three drawers: the WebGL node program (by index), the icons of the panels (as an SVG path in a
 * 20 × 20 box) and the picture export (the same path, scaled).
 */
import type { NodeKind } from "../../../src/index.ts";

export interface Shape {
  /** Number of the shape in the node program's fragment shader. */
  readonly index: number;
  /** Outline in a box from 0 to 20. */
  readonly path: string;
  /** Drawn as an outline around the background's colour: events, which are no things. */
  readonly hollow: boolean;
}

export const shapes: Readonly<Record<NodeKind, Shape>> = {
  person: { index: 0, path: "M10 1a9 9 0 1 1 0 18a9 9 0 1 1 0-18z", hollow: false },
  company: {
    index: 1,
    path: "M5 2h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z",
    hollow: false,
  },
  organization: { index: 2, path: "M10 .6l8.2 4.7v9.4L10 19.4l-8.2-4.7V5.3z", hollow: false },
  place: { index: 3, path: "M1.2 3h17.6L10 18.6z", hollow: false },
  product: { index: 4, path: "M10 0l10 10-10 10L0 10z", hollow: false },
  event: { index: 0, path: "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", hollow: true },
};
