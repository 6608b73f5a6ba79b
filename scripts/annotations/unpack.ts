/** Annotated articles → a folder in the benchmark's form: ID.txt, ID.article.json and ID.gold.json for each. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnnotatedFile } from "./parse.ts";

export async function unpackAnnotations(files: readonly AnnotatedFile[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { article, gold } of files) {
    const write = (ending: string, text: string) => writeFile(join(folder, `${article.id}.${ending}`), text);
    await write("txt", `${article.title}\n${article.text}`);
    await write("article.json", `${JSON.stringify(article, null, 1)}\n`);
    await write("gold.json", `${JSON.stringify(gold, null, 1)}\n`);
  }
}
