/**
 * The articles annotated for maek, joined with their texts, which stand in the data folder; and the pieces written for it.
 *
 * Takes the data folder (it has news/hankyung.jsonl and news/wikinews.jsonl) and the set's name; gives one AnnotatedFile
 * an article, in order of their ids.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnnotatedFile, AnnotationError, parseAnnotations, type RawArticle } from "./parse.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Where the texts are, below the data folder, by the letter that begins the ids of their articles. */
const SOURCES: Readonly<Record<string, string>> = { h: "news/hankyung.jsonl", w: "news/wikinews.jsonl" };

/**
 * What is learnt from: articles, and pieces composed with their annotation; and what only measures: nothing reads its
 * errors, nothing is trained on it.
 */
export const ANNOTATED_SETS = ["train", "composed", "held-out"] as const;
export type AnnotatedSet = (typeof ANNOTATED_SETS)[number];

/** Whether the texts are there to be read. */
export function hasTexts(data: string): boolean {
  return Object.values(SOURCES).every((path) => existsSync(join(data, path)));
}

/**
 * @param data the data folder; "composed" needs none
 * @throws AnnotationError when texts are missing, or a line of the annotations cannot be read
 */
export function readAnnotations(data: string, set: AnnotatedSet = "train"): AnnotatedFile[] {
  const sources = set === "composed" ? [] : Object.entries(SOURCES);
  const raw = Object.fromEntries(sources.map(([letter, path]) => [letter, readRaw(join(data, path))]));
  const articleOf = (id: string) => (/^\w\d{3}$/.test(id) ? raw[id.charAt(0)]?.[Number(id.slice(1))] : undefined);
  const folder = join(here, set);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".annotations"))
    .sort()
    .flatMap((name) =>
      parseAnnotations(`${set}/${name}`, readFileSync(join(folder, name), "utf8").split("\n"), articleOf),
    )
    .sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
}

function readRaw(path: string): RawArticle[] {
  if (!existsSync(path)) throw new AnnotationError(`maek/scripts: no texts of annotated articles: no file ${path}`);
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RawArticle);
}
