/** Files in and out: a dropped or chosen graph file is shown, a blob is handed to the user. */
import { loaded, show } from "./store.ts";

/** Shows a graph file of the user's; the choice in the address belonged to another graph and goes. */
export async function openFile(file: File): Promise<void> {
  const text = await file.text();
  history.replaceState({ step: 0 }, "", location.pathname + location.search);
  show(text, file.name);
}

/** Offers a blob as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The file's name without its ending. */
export const stem = (): string => (loaded.value?.fileName ?? "graph").replace(/\.[^.]*$/, "");
