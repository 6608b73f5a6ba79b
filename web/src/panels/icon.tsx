/** Small line icons, and the shape of a kind in its colour. */
import type { NodeKind } from "../../../src/index.ts";
import { shapes } from "../graph-view/shapes.ts";

const PATHS = {
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  reset: "M4 10a6 6 0 1 0 2-4.5M4 3v4h4",
  image: "M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 7.5h.01",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
  moon: "M16.5 12.2A7 7 0 1 1 7.8 3.5a5.6 5.6 0 0 0 8.7 8.7z",
  back: "M12 4l-6 6 6 6",
  close: "M5 5l10 10M15 5L5 15",
  search: "M8.5 3a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM12.6 12.6L17 17",
  download: "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
  open: "M2.5 5.5h5l2 2h8v8.5h-15z",
  arrow: "M3 10h13M11.5 5.5L16 10l-4.5 4.5",
  both: "M3 10h14M7 6l-4 4 4 4M13 6l4 4-4 4",
  down: "M5 8l5 5 5-5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The kind's shape, as on the canvas. */
export function KindIcon({ kind }: { kind: NodeKind }) {
  const { path, hollow } = shapes[kind];
  return (
    <svg class={`kind-icon ${kind}${hollow ? " hollow" : ""}`} viewBox="-1 -1 22 22" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
