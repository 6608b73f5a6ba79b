/** The library in a browser: the same article gives the same bytes as in Node, without a request to elsewhere. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HEADLESS_FLAGS, needBrowser } from "../../scripts/find-browser.ts";
import { formats, loadMaek, readArticle } from "../../src/index.ts";
import { serve } from "../../src/node/index.ts";

const executable = needBrowser();
const LIBRARY = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
const ABOUT = { id: "기사", date: "2025-02-24" };

let folder: string;

/** A page of one script that reads the article it is served as graph.json, and keeps the graph it builds. */
beforeAll(async () => {
  if (!executable) return;
  folder = await mkdtemp(join(tmpdir(), "maek-library-"));
  await writeFile(join(folder, "index.html"), '<!doctype html><script type="module" src="./page.ts"></script>');
  await writeFile(
    join(folder, "page.ts"),
    `import { formats, loadMaek, readArticle } from ${JSON.stringify(LIBRARY)};
     const { text } = await (await fetch("./graph.json")).json();
     const maek = await loadMaek();
     window.built = formats.json.write(maek.build([readArticle(text, ${JSON.stringify(ABOUT)})]));`,
  );
  await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: { outDir: join(folder, "built"), target: "es2022", assetsInlineLimit: 0 },
  });
});
afterAll(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe.skipIf(!executable)("the library in a browser", () => {
  it("builds the graph that Node builds, under the viewer's policy", async () => {
    const path = fileURLToPath(new URL("../../graph/alibaba/article.txt", import.meta.url));
    const text = await readFile(path, "utf8");
    const serving = await serve({ folder: join(folder, "built"), graph: JSON.stringify({ text }), port: 0 });
    const browser = await chromium.launch({ executablePath: executable ?? "", args: [...HEADLESS_FLAGS] });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(serving.url);
      await page.waitForFunction(() => "built" in window, undefined, { timeout: 60_000 });
      const inBrowser = await page.evaluate(() => (window as unknown as { built: string }).built);
      const maek = await loadMaek();
      expect(inBrowser).toBe(formats.json.write(maek.build([readArticle(text, ABOUT)])));
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await serving.close();
    }
  });
});
