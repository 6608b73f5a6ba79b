/**
 * What the user named on the command line → articles.
 *
 * Takes paths of text files and of folders, and "-" for standard input; gives the articles in the order named, a
 * folder's by name. An article's id is its file's name without ending; where two files share it, their folders are
 * put before it, so that ids depend on the files alone and not on their order.
 */
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import { type Article, LARGEST_FILE, MaekError, readArticle } from "../article/index.ts";
import { fileError } from "./failure.ts";

/** Endings of the files that are read as text; a file without any is one, too. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(["", ".txt", ".text"]);

/** What is known of the articles from outside their files. */
export interface AboutInputs {
  readonly date?: string | undefined;
  readonly title?: string | undefined;
}

/** A file that holds an article, or standard input as "-". */
export interface Input {
  readonly path: string;
  readonly id: string;
}

/**
 * Reads the articles. Nothing is built before every one of them was found to be an article.
 *
 * @throws MaekError for the first that cannot be read or is no article
 */
export async function readInputs(inputs: readonly Input[], about: AboutInputs = {}): Promise<Article[]> {
  if (about.title !== undefined && inputs.length > 1) {
    throw new MaekError(`maek/node: one title cannot stand for ${inputs.length} articles`);
  }
  const articles: Article[] = [];
  for (const { path, id } of inputs) {
    const bytes = await readBytes(path, LARGEST_FILE);
    articles.push(readArticle(bytes, { ...about, id, name: nameOf(path) }));
  }
  return articles;
}

/**
 * Finds the files that the paths name, each once, with their ids.
 *
 * @throws MaekError for the first path that is missing, no text file, or a folder without any
 */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of path === "-" ? ["-"] : await filesOf(path)) {
      const same = file === "-" ? "-" : await realpath(file);
      if (!found.has(same)) found.set(same, file);
    }
  }
  return nameApart([...found.values()]);
}

async function filesOf(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) {
      if (TEXT_ENDINGS.has(extname(path).toLowerCase())) return [path];
      throw new MaekError(`maek/node: ${path}: unknown input format "${extname(path)}" (maek reads .txt)`);
    }
    const entries = await readdir(path, { recursive: true });
    const isArticle = (name: string) => name.endsWith(".txt") && !name.split(sep).some((part) => part.startsWith("."));
    const files = entries.filter(isArticle).sort();
    if (files.length === 0) throw new MaekError(`maek/node: ${path}: a folder without articles (no .txt file in it)`);
    return files.map((name) => join(path, name));
  } catch (error) {
    throw fileError("read", path, error);
  }
}

/** Gives each file the shortest id, of its name and as many folders as it takes, that no other file has. */
function nameApart(files: readonly string[]): Input[] {
  const idOf = (path: string, folders: number) => {
    if (path === "-") return "stdin";
    const stem = join(dirname(path), basename(path, extname(path)));
    return stem
      .split(sep)
      .slice(-(folders + 1))
      .join("-")
      .normalize("NFC");
  };
  let ids = files.map((path) => idOf(path, 0));
  for (let folders = 1; new Set(ids).size < ids.length; folders++) {
    const shared = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    const longer = ids.map((id, index) => (shared.has(id) ? idOf(files[index] ?? "", folders) : id));
    if (longer.every((id, index) => id === ids[index])) {
      throw new MaekError(`maek/node: two articles would have the same name: ${[...shared].join(", ")}`);
    }
    ids = longer;
  }
  return files.map((path, index) => ({ path, id: ids[index] ?? "" }));
}

/** How messages call a path. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/**
 * Reads a file, or standard input as "-".
 *
 * @param most  reads no more than shows that there are more bytes than this
 * @throws MaekError when it cannot be read
 */
export async function readBytes(path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = path === "-" ? process.stdin : createReadStream(path);
    for await (const chunk of stream) {
      const bytes: Uint8Array = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      length += bytes.length;
      if (length > most) break;
    }
  } catch (error) {
    throw fileError("read", nameOf(path), error);
  }
  return Buffer.concat(chunks);
}
