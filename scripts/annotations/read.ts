/**
 * The articles annotated for maek, joined with their texts, which stand in the data folder.
 *
 * Takes a folder with news/hankyung.jsonl and the set's name; gives one AnnotatedFile an article, in order of their ids.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnnotatedFile, AnnotationError, parseAnnotations, type RawArticle } from "./parse.ts";

const here = new URL(".", import.meta.url).pathname;

/** Where the texts are, below the data folder; the letter begins the ids of its articles. */
const SOURCE = "news/hankyung.jsonl";

/** What is learnt from, and what only measures: nothing reads its errors, nothing is trained on it. */
export const ANNOTATED_SETS = ["train", "held-out"] as const;
export type AnnotatedSet = (typeof ANNOTATED_SETS)[number];

/** Whether the texts are there to be read. */
export function hasTexts(data: string): boolean {
  return existsSync(join(data, SOURCE));
}

/**
 * @param data the data folder
 * @throws AnnotationError when texts are missing, or a line of the annotations cannot be read
 */
export function readAnnotations(data: string, set: AnnotatedSet = "train"): AnnotatedFile[] {
  const path = join(data, SOURCE);
  if (!existsSync(path)) throw new AnnotationError(`maek/scripts: no texts of annotated articles: no file ${path}`);
  const raw = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RawArticle);
  const articleOf = (id: string) => (/^h\d{3}$/.test(id) ? raw[Number(id.slice(1))] : undefined);
  const folder = join(here, set);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".annotations"))
    .sort()
    .flatMap((name) =>
      parseAnnotations(`${set}/${name}`, readFileSync(join(folder, name), "utf8").split("\n"), articleOf),
    )
    .sort((a, b) => (a.article.id < b.article.id ? -1 : 1));
}
