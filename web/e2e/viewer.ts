/** Opens the built viewer in a browser, served as `maek view` serves it, and notes what the browser complains of. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { HEADLESS_FLAGS } from "../../scripts/find-browser.ts";
import { serve } from "../../src/node/index.ts";

export interface OpenOptions extends BrowserContextOptions {
  /** What comes after the page's address: "#node=…". */
  readonly hash?: string;
  /** Runs in the page before any script of it. */
  readonly before?: () => void;
  /** Answers for graph.json with this status in place of the graph. */
  readonly status?: number;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of scripts, refusals of the page's policy, warnings: none are expected. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A freshly built viewer and a browser for it. */
export class Viewer {
  readonly #folder: string;
  readonly #browser: Browser;

  private constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
  }

  static async start(executablePath: string): Promise<Viewer> {
    const folder = await mkdtemp(join(tmpdir(), "maek-web-"));
    await build({
      configFile: fileURLToPath(new URL("../vite.config.ts", import.meta.url)),
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
    return new Viewer(folder, await chromium.launch({ executablePath, args: [...HEADLESS_FLAGS] }));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Serves a graph's text and opens the page; `close` ends both. */
  async open(graph: string, { hash = "", before, status, ...context }: OpenOptions = {}): Promise<OpenPage> {
    const serving = await serve({ folder: this.#folder, graph, port: 0 });
    const session = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "ko-KR",
      ...context,
    });
    const page = await session.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      const harmless = /GPU stall|WebGL|Failed to load resource/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !harmless) complaints.push(message.text());
    });
    if (before) await page.addInitScript(before);
    if (status !== undefined) await page.route("**/graph.json", (route) => route.fulfill({ status, body: "" }));
    await page.goto(serving.url + hash);
    return {
      page,
      complaints,
      close: async () => {
        await session.close();
        await serving.close();
      },
    };
  }
}

/** Waits until the drawing stands still, after which its places can be asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.maekView?.drawn.nodes.length ?? 0) > 0);
  await page.evaluate(async () => {
    let before = "";
    for (let i = 0; i < 100; i++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const now = JSON.stringify(window.maekView?.drawn.boxes);
      if (now === before) return;
      before = now;
    }
  });
}

/** Where a node stands on the page. */
export async function placeOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(".canvas").boundingBox();
  const place = await page.evaluate((node) => window.maekView?.placeOf(node), key);
  if (!box || !place) throw new Error(`no place for ${key}`);
  return { x: box.x + place.x, y: box.y + place.y };
}
