/** The drawing that is on the page, for the parts of the page that save it; sigma itself is loaded only to draw. */
import { signal } from "@preact/signals";
import type { GraphView } from "./graph-view.ts";

export const drawing = signal<GraphView | undefined>(undefined);
