/** Where the built viewer lies: dist/web beside the bundle, found from wherever this module was bundled to. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MaekError } from "../article/index.ts";

/** The package's own folder: the nearest one above this module that has a package.json. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new MaekError(`maek/node: no package.json above ${fileURLToPath(import.meta.url)}`);
    folder = above;
  }
  return folder;
}

/**
 * The folder of the built viewer.
 *
 * @throws MaekError when it was not built yet
 */
export function viewerFolder(): string {
  const folder = join(packageFolder(), "dist", "web");
  if (!existsSync(join(folder, "index.html"))) {
    throw new MaekError(`maek/node: the viewer is not built: ${folder} has no index.html (npm run build makes it)`);
  }
  return folder;
}

/** The version of the package. */
export async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
