/**
 * An address → the user's own browser, where there is one to open.
 *
 * Linux and BSD have xdg-open, but only a desktop has anything for it to open; macOS has open, Windows has start.
 */
import { spawn } from "node:child_process";

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/** The program that opens an address on this machine; undefined where there is no desktop. */
export function openerFor(
  url: string,
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): Opener | undefined {
  if (environment.CI) return undefined;
  if (platform === "darwin") return { command: "open", args: [url] };
  if (platform === "win32") return { command: "cmd", args: ["/c", "start", '""', url] };
  const desktop = environment.DISPLAY || environment.WAYLAND_DISPLAY || environment.WSL_DISTRO_NAME;
  return desktop ? { command: "xdg-open", args: [url] } : undefined;
}

/** Opens an address in the default browser; false where that is not possible. */
export function openBrowser(url: string): Promise<boolean> {
  const opener = openerFor(url);
  if (!opener) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.command, opener.args, {
      detached: true,
      stdio: "ignore",
      windowsVerbatimArguments: true,
    });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
