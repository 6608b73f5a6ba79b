/**
 * Texts → files, all or nothing.
 *
 * Each text is written whole into a temporary file in its own folder first; only when all are there do they take their
 * names, by rename, which is atomic. Whatever goes wrong before leaves no file behind.
 */
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { MaekError } from "../article/index.ts";
import { codeOf, fileError } from "./failure.ts";

export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the files. A device or pipe (/dev/stdout) is written to directly; a symbolic link keeps pointing where it did.
 *
 * @throws MaekError when one cannot be written; then none of them is new or changed
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const ready: { readonly temporary: string; readonly target: string; readonly path: string }[] = [];
  try {
    for (const { path, text } of files) {
      try {
        const target = await targetOf(path);
        if (target.special) {
          await writeFile(path, text);
          continue;
        }
        const temporary = join(dirname(target.path), `.${basename(target.path)}.${process.pid}.${ready.length}.tmp`);
        ready.push({ temporary, target: target.path, path });
        await writeFile(temporary, text, { flag: "wx" });
        if (target.mode !== undefined) await chmod(temporary, target.mode);
      } catch (error) {
        throw fileError("write", path, error);
      }
    }
    for (const { temporary, target, path } of ready) {
      await rename(temporary, target).catch((error: unknown) => {
        throw fileError("write", path, error);
      });
    }
  } catch (error) {
    for (const { temporary } of ready) await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Looks, before the work is done, whether the files could be written, and whether one of them is an input.
 *
 * @param inputs  files that were read, and must not be written over
 * @throws MaekError for the first output that cannot be
 */
export async function checkOutputs(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const read = new Set<string>();
  for (const input of inputs) {
    if (input === "-") continue;
    const path = await realpath(input).catch((error: unknown) => {
      throw fileError("read", input, error);
    });
    read.add(path);
  }
  for (const output of outputs) {
    try {
      const target = await targetOf(output);
      if (read.has(target.path)) throw new MaekError(`maek/node: ${output} is an input: it would be written over`);
      if (!target.special) await access(dirname(target.path), constants.W_OK);
    } catch (error) {
      throw fileError("write", output, error);
    }
  }
}

/**
 * Looks whether each of the files that are to be written is a file of its own; their folders need not be there yet.
 * A device or pipe may be written to twice.
 *
 * @param inputs  files that were read, and must not be written over
 * @throws MaekError for the first that would be written over, or write over another
 */
export async function checkApart(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.filter((input) => input !== "-").map(realPathOf)));
  const seen = new Map<string, string>();
  for (const output of outputs) {
    const now = await stat(output).catch(() => undefined);
    if (now && !now.isFile()) continue;
    const path = await realPathOf(output);
    if (read.has(path)) throw new MaekError(`maek/node: ${output} is an input: it would be written over`);
    const other = seen.get(path);
    if (other !== undefined) {
      const also = other === output ? "twice" : `also as ${other}`;
      throw new MaekError(`maek/node: ${output} would be written ${also}: give each output a file of its own`);
    }
    seen.set(path, output);
  }
}

/** The real path of a file, as far as there is one. */
async function realPathOf(path: string): Promise<string> {
  const whole = resolve(path);
  const folder = dirname(whole);
  const real = await realpath(whole).catch(() => undefined);
  return real ?? (folder === whole ? whole : join(await realPathOf(folder), basename(whole)));
}

interface Target {
  readonly path: string;
  readonly special: boolean;
  /** Permissions of the file that is replaced. */
  readonly mode?: number;
}

/** Where a path leads, through symbolic links, and what is there now. */
async function targetOf(path: string): Promise<Target> {
  if (path === "") throw new MaekError("maek/node: the output has no name");
  try {
    const now = await stat(path);
    if (now.isDirectory()) throw new MaekError(`maek/node: cannot write ${path}: is a folder, not a file`);
    return { path: await realpath(path), special: !now.isFile(), mode: now.mode & 0o777 };
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    const folder = await stat(dirname(path)).catch((cause: unknown) => {
      throw fileError("write", path, cause);
    });
    if (!folder.isDirectory()) throw new MaekError(`maek/node: cannot write ${path}: ${dirname(path)} is no folder`);
    return { path, special: false };
  }
}
