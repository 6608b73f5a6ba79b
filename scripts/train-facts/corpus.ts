/**
 * The annotated articles, read as maek reads them; kept in memory for every stage.
 *
 * Takes the benchmark's training articles and those annotated for maek; gives each with its entities as the gold file
 * has them and as a finder finds them that has not seen the article (see readings.ts).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EntityReading, readEntities } from "../../src/entities/index.ts";
import { type Document, loadMorphology, readDocument } from "../../src/korean/index.ts";
import { loadFinder } from "../../src/maek.ts";
import { readAnnotations } from "../annotations/read.ts";
import { type GoldFile, goldReading } from "../gold-entities.ts";
import type { ArticleFile } from "./gold.ts";
import { parseReadings } from "./readings.ts";
import { FOLDS, SET_WEIGHTS } from "./recipes.ts";

/** Of pieces that nothing is judged by: they belong to no part. */
const NO_FOLD = -1;

/** Where an article comes from, told by the letter of its id. */
export type ArticleSet = keyof typeof SET_WEIGHTS;

export interface Annotated {
  readonly file: GoldFile;
  readonly article: ArticleFile;
  readonly document: Document;
  /** Entities as maek finds them, and as the gold file has them. */
  readonly found: EntityReading;
  readonly golden: EntityReading;
  readonly set: ArticleSet;
  /** The part of its set that it belongs to: it is judged by what the other parts taught. */
  readonly fold: number;
  /** How much it counts in training. */
  readonly weight: number;
}

export interface Places {
  readonly benchmark: string;
  readonly data: string;
  /** The file that readings.ts reads. An article that it lacks was not learnt from by the finder that ships. */
  readonly readings: string;
}

export async function readAnnotated({ benchmark, data, readings }: Places): Promise<Annotated[]> {
  const files: { article: ArticleFile; gold: GoldFile }[] = [
    ...readFolder(join(benchmark, "train")),
    ...readAnnotations(data, "train"),
  ];
  const texts = new Map(files.map(({ article }) => [article.id, textOf(article)]));
  const mentions = parseReadings(readFileSync(readings, "utf8"), (id) => texts.get(id));
  const morphology = await loadMorphology();
  const shipped = await loadFinder();
  const counts = new Map<ArticleSet, number>();
  return files.map(({ article, gold }) => {
    const { id, title, date } = article;
    const found = mentions.get(id);
    const set = setOf(id);
    const number = counts.get(set) ?? 0;
    counts.set(set, number + 1);
    const document = readDocument({ id, title, text: textOf(article), ...(date && { date }) }, morphology);
    return {
      file: gold,
      article,
      document,
      found: readEntities(document, found ? { find: () => [...found] } : shipped),
      golden: goldReading(document, gold),
      set,
      fold: number % FOLDS,
      weight: SET_WEIGHTS[set],
    };
  });
}

/** The pieces composed for maek: with their entities as annotated, for no finder reads them unseen. */
export async function readComposed(data: string): Promise<Annotated[]> {
  const morphology = await loadMorphology();
  return readAnnotations(data, "composed").map(({ article, gold }) => {
    const document = readDocument({ id: article.id, title: article.title, text: textOf(article) }, morphology);
    const golden = goldReading(document, gold);
    return {
      file: gold,
      article,
      document,
      found: golden,
      golden,
      set: "composed",
      fold: NO_FOLD,
      weight: SET_WEIGHTS.composed,
    };
  });
}

const textOf = ({ title, text }: ArticleFile): string => `${title}\n${text}`;

function setOf(id: string): ArticleSet {
  return id.startsWith("h") ? "hankyung" : id.startsWith("w") ? "wikinews" : "benchmark";
}

function readFolder(folder: string): { article: ArticleFile; gold: GoldFile }[] {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".gold.json"))
    .map((name) => name.slice(0, -".gold.json".length))
    .sort()
    .map((id) => ({ article: read<ArticleFile>(`${id}.article.json`), gold: read<GoldFile>(`${id}.gold.json`) }));
}
