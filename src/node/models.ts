/** The learned weights that ship with the package, as bytes: graph/models beside the bundle or the sources. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileError } from "./failure.ts";
import { packageFolder } from "./viewer.ts";

/**
 * Reads the weight files, for `loadMaek({ models })`.
 *
 * @throws MaekError when one cannot be read
 */
export async function readModels(): Promise<{ facts: Uint8Array }> {
  const path = join(packageFolder(), "graph", "models", "facts.bin");
  try {
    return { facts: await readFile(path) };
  } catch (error) {
    throw fileError("read", path, error);
  }
}
