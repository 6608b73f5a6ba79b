/** The annotated articles of a folder, read as maek reads them; kept in memory for every stage. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EntityReading, readEntities } from "../../src/entities/index.ts";
import { type Document, loadMorphology, readDocument } from "../../src/korean/index.ts";
import { type GoldFile, goldReading } from "../gold-entities.ts";
import type { ArticleFile } from "./gold.ts";

export interface Annotated {
  readonly file: GoldFile;
  readonly article: ArticleFile;
  readonly document: Document;
  /** Entities as maek finds them, and as the gold file has them. */
  readonly found: EntityReading;
  readonly golden: EntityReading;
}

export async function readAnnotated(folder: string): Promise<Annotated[]> {
  const morphology = await loadMorphology();
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith(".gold.json"))
    .map((name) => name.slice(0, -".gold.json".length))
    .sort();
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  return ids.map((id) => {
    const file = read<GoldFile>(`${id}.gold.json`);
    const article = read<ArticleFile>(`${id}.article.json`);
    const { title, date } = article;
    const document = readDocument({ id, title, text: `${title}\n${article.text}`, ...(date && { date }) }, morphology);
    return { file, article, document, found: readEntities(document), golden: goldReading(document, file) };
  });
}
