/**
 * Builds a graph of each benchmark article, as a user would (`maek build FOLDER --each`), and scores them.
 *
 *   npm run evaluate -- [--benchmark ../shared/benchmark] [--set dev,seed,held-out] [--errors] [--facts learned|rules] [--keep FOLDER]
 *
 * The benchmark's own score.mjs does the scoring: entities, relations, events, roles against hand-made graphs, and
 * whether each edge quotes the article. The set held-out is that of scripts/annotations, whose texts stand in the data
 * folder (--data ../shared/data); its errors are not shown, so that it stays a measure. The set konec is the table of
 * the entity tagger on konec's news sentences, kind by kind.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "../src/cli/index.ts";
import { loadMorphology } from "../src/index.ts";
import { hasTexts, readAnnotations } from "./annotations/read.ts";
import { unpackAnnotations } from "./annotations/unpack.ts";
import { readOptions } from "./options.ts";
import { hasKonec, showKonec } from "./train-entities/konec-weights.ts";

const options = readOptions({
  benchmark: { type: "string", default: "../shared/benchmark" },
  set: { type: "string", default: "dev,seed,held-out,konec" },
  data: { type: "string", default: "../shared/data" },
  errors: { type: "boolean", default: false },
  facts: { type: "string", default: "learned" },
  keep: { type: "string" },
});

const benchmark = resolve(options.benchmark);
const scorer = join(benchmark, "score.mjs");

/** Prints the tagger's figures on konec's sentences, where they are there. */
async function evaluateKonec(): Promise<number> {
  if (hasKonec(options.data)) showKonec({ data: resolve(options.data), benchmark }, await loadMorphology());
  else console.log(`== konec: skipped, it is not in ${options.data} (--data FOLDER says where it is)`);
  return 0;
}

/** Builds and scores one set; gives its exit code. */
async function evaluate(set: string, work: string): Promise<number> {
  const held = set === "held-out";
  if (held && !hasTexts(options.data)) {
    console.log(`== ${set}: skipped, its texts are not in ${options.data} (--data FOLDER says where they are)`);
    return 0;
  }
  const gold = held ? join(work, "held-out.gold") : join(benchmark, set);
  if (held) await unpackAnnotations(readAnnotations(options.data, set), gold);
  if (!existsSync(gold)) {
    console.error(`maek/scripts: the benchmark has no set "${set}": no folder ${gold}`);
    return 1;
  }
  const graphs = join(work, set);
  await mkdir(graphs, { recursive: true });
  const built = await run(["build", gold, "--each", graphs, "--quiet", "--facts", options.facts]);
  if (built !== 0) return built;
  console.log(`== ${set}`);
  const scored = spawnSync(process.execPath, [scorer, gold, graphs, ...(options.errors && !held ? ["--errors"] : [])], {
    stdio: "inherit",
  });
  console.log();
  return scored.status ?? 1;
}

async function main(): Promise<number> {
  if (!existsSync(scorer)) {
    console.error(`maek/scripts: no benchmark in ${benchmark} (--benchmark FOLDER says where its score.mjs is)`);
    return 1;
  }
  const work = options.keep ?? (await mkdtemp(join(tmpdir(), "maek-evaluate-")));
  try {
    for (const set of options.set.split(",")) {
      const code = await (set === "konec" ? evaluateKonec() : evaluate(set, work));
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    if (options.keep === undefined) await rm(work, { recursive: true, force: true });
  }
}

process.exitCode = await main();
