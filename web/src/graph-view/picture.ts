/** The drawing as a file: PNG, its layers drawn onto one canvas over the background; or SVG. */
import { saveBlob, stem } from "../state/files.ts";
import type { GraphView } from "./graph-view.ts";
import { svgOf } from "./svg.ts";

/** Draws the layers as they stand into one picture. */
export function pictureOf(view: Pick<GraphView, "layers">, background: string): HTMLCanvasElement {
  const layers = view.layers();
  const picture = document.createElement("canvas");
  picture.width = Math.max(...layers.map(({ width }) => width));
  picture.height = Math.max(...layers.map(({ height }) => height));
  const context = picture.getContext("2d");
  if (context) {
    context.fillStyle = background;
    context.fillRect(0, 0, picture.width, picture.height);
    for (const layer of layers) context.drawImage(layer, 0, 0);
  }
  return picture;
}

/** Hands the picture to the user as a file. */
export async function savePicture(view: Pick<GraphView, "layers">, background: string): Promise<void> {
  const picture = pictureOf(view, background);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, "image/png"));
  if (blob) saveBlob(blob, `${stem()}.png`);
}

/** Hands the drawing to the user as an SVG file. */
export function saveDrawing(view: Pick<GraphView, "snapshot">): void {
  saveBlob(new Blob([svgOf(view.snapshot())], { type: "image/svg+xml" }), `${stem()}.svg`);
}
