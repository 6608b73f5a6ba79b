/** For tests: the real bundle, built once a test file, run as real processes in a folder of their own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { packageFolder } from "../node/index.ts";

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** Resolves when the process ends. */
  readonly ended: Promise<Outcome>;
  /** Resolves when standard output has a line. */
  readonly firstLine: Promise<string>;
  stop(): void;
}

/** The bundle and the folder in which it is run. */
export class Installed {
  private constructor(
    private readonly bundle: string,
    private readonly folder: string,
  ) {}

  /**
   * Bundles the command line.
   *
   * @param name  of the bundle's folder: test files, and whole test runs, may run side by side
   */
  static async build(name: string): Promise<Installed> {
    const bundle = join(packageFolder(), ".cache", `${name}-${process.pid}`);
    const configFile = join(packageFolder(), "scripts", "vite.node.config.ts");
    await build({ configFile, logLevel: "error", build: { outDir: bundle, emptyOutDir: true } });
    return new Installed(bundle, await mkdtemp(join(tmpdir(), "maek-cli-")));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
    await rm(this.bundle, { recursive: true });
  }

  /** A path in the folder. */
  at(name = ""): string {
    return join(this.folder, name);
  }

  async write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) await writeFile(this.at(name), content);
  }

  /** Runs a command line to its end. */
  run(args: readonly string[], input = ""): Promise<Outcome> {
    return this.start(args, { input }).ended;
  }

  start(args: readonly string[], { input = "", readsOutput = true } = {}): Running {
    const child = spawn(process.execPath, [join(this.bundle, "maek.js"), ...args], {
      cwd: this.folder,
      env: { ...process.env, CI: "1" },
    });
    let out = "";
    let err = "";
    const firstLine = new Promise<string>((resolve) => {
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        if (out.includes("\n")) resolve(out.split("\n")[0] ?? "");
      });
    });
    if (!readsOutput) child.stdout.destroy();
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const ended = new Promise<Outcome>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, out, err }));
    });
    return { ended, firstLine, stop: () => child.kill("SIGINT") };
  }
}
