/**
 * Finds the browser that the browser tests drive: Chrome, Chromium or Edge.
 *
 * Looks where CHROME_PATH says, on the PATH, and in the usual places of Linux, macOS and Windows. On Debian as root,
 * as in a build container, it installs Chromium and a font with Hangul. Where there is none, the tests are skipped
 * with a line that says so; under CI=true that is a failure instead.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/opt/microsoft/msedge"].flatMap((folder) =>
    [...NAMES, "msedge"].map((name) => join(folder, name)),
  ),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          join(folder, "Chromium", "Application", "chrome.exe"),
          join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
        ]
      : [],
  ),
};

/** How the tests start it: without a display, drawing WebGL in software, and without a word to the network. */
export const HEADLESS_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--enable-unsafe-swiftshader",
  "--use-angle=swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The path of a browser that starts, or undefined. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment.CHROME_PATH) return starts(environment.CHROME_PATH) ? environment.CHROME_PATH : undefined;
  const onPath = (environment.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(starts);
}

/** Whether there is a program at the path, and no mere stub that asks for something to be installed. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome on Windows has no --version: it would open a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/**
 * The path of a browser, installed first where that can be done; undefined where the tests are to be skipped.
 *
 * @throws Error under CI=true when there is none
 */
export function needBrowser(): string | undefined {
  if (isDebianRoot() && !(findBrowser() && hasKoreanFont())) install();
  const path = findBrowser();
  if (path) return path;
  const message = "no Chrome, Chromium or Edge found (CHROME_PATH names one)";
  if (process.env.CI === "true") throw new Error(`maek/scripts: ${message}: the browser tests cannot run`);
  console.warn(`maek/scripts: ${message}: the browser tests are skipped`);
  return undefined;
}

function isDebianRoot(): boolean {
  return existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

function hasKoreanFont(): boolean {
  const listed = spawnSync("fc-list", [":lang=ko", "family"], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.trim() !== "";
}

/** Debian's Chromium, and a font for Hangul; a failure is left to the search that follows. */
function install(): void {
  console.warn("maek/scripts: installing chromium and fonts-noto-cjk (apt-get)");
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  try {
    execFileSync("apt-get", ["update"], options);
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], options);
  } catch (error) {
    console.warn(`maek/scripts: apt-get failed: ${error instanceof Error ? error.message : error}`);
  }
}
