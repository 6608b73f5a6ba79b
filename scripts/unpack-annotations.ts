/**
 * Writes the annotated articles of scripts/annotations in the benchmark's form, one folder with ID.txt, ID.article.json
 * and ID.gold.json for each, so that every tool that reads a benchmark set reads them too.
 *
 *   npm run annotations -- --out FOLDER [--set train|composed|held-out] [--data ../shared/data]
 */
import { AnnotationError } from "./annotations/parse.ts";
import { ANNOTATED_SETS, readAnnotations } from "./annotations/read.ts";
import { unpackAnnotations } from "./annotations/unpack.ts";
import { readOptions } from "./options.ts";

const {
  data,
  out,
  set: name,
} = readOptions({
  data: { type: "string", default: "../shared/data" },
  out: { type: "string" },
  set: { type: "string", default: "train" },
});

async function main(): Promise<number> {
  if (out === undefined) {
    console.error("maek/scripts: where to? Give --out FOLDER");
    return 2;
  }
  const set = ANNOTATED_SETS.find((known) => known === name);
  if (set === undefined) {
    console.error(
      `maek/scripts: no set of annotated articles is called "${name}"; there are ${ANNOTATED_SETS.join(", ")}`,
    );
    return 2;
  }
  try {
    const files = readAnnotations(data, set);
    await unpackAnnotations(files, out);
    console.log(`${files.length} articles → ${out}`);
    return 0;
  } catch (error) {
    if (!(error instanceof AnnotationError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
