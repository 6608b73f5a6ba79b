/** The command line as users meet it: real processes, one for each case; what they say, leave and return. */
import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "../node/index.ts";

const root = packageFolder();
const ARTICLE =
  "새봄전자, 한빛소재 인수\n새봄전자가 24일 한빛소재를 300억원에 인수했다고 밝혔다.\n김하늘 새봄전자 사장은 “생산을 늘리겠다”고 말했다.\n";
const NOTHING = "비가 내렸다.\n하늘이 흐렸고 바람이 불었다.\n";

const bundle = "";
const folder = "";
const at = (...parts: string[]) => join(folder, ...parts);

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in the test's folder. */
function maek(args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, "maek.js"), ...args], { cwd: folder });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
