/**
 * The colours of the canvas, for both themes.
 *
 * Takes the ontology's colour of a kind and gives what WebGL and the 2D layers draw with. Only `#rrggbb` is used:
 * sigma reads every other notation as black. Fading is mixing with the background, never transparency, so that
 * crossing edges do not add up to dark spots.
 */
import { type NodeKind, ontology } from "../../../src/index.ts";

export type ThemeName = "light" | "dark";

export interface Palette {
  readonly name: ThemeName;
  readonly background: string;
  readonly ink: string;
  readonly mutedInk: string;
  readonly edge: string;
  readonly roleEdge: string;
  readonly accent: string;
  readonly denied: string;
  readonly kinds: Readonly<Record<NodeKind, string>>;
}

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** The colour `share` of the way from `from` to `to`, both `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  const part = (i: 0 | 1 | 2) =>
    Math.round(a[i] + (b[i] - a[i]) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}

function kindColors(towards: string, share: number): Record<NodeKind, string> {
  const entries = Object.entries(ontology.nodes).map(([kind, { color }]) => [kind, mix(color, towards, share)]);
  return Object.fromEntries(entries) as Record<NodeKind, string>;
}

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    name: "light",
    background: "#f8f8f5",
    ink: "#1b1f25",
    mutedInk: "#555c66",
    edge: "#8b929c",
    roleEdge: "#aaa3cc",
    accent: "#1d5fd1",
    denied: "#c2453d",
    kinds: kindColors("#000000", 0),
  },
  dark: {
    name: "dark",
    background: "#14171b",
    ink: "#eceef1",
    mutedInk: "#a7aeb8",
    edge: "#6d7682",
    roleEdge: "#57507a",
    accent: "#86b4ff",
    denied: "#f0857d",
    kinds: kindColors("#ffffff", 0.28),
  },
};
