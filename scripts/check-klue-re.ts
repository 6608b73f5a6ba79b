/**
 * Checks maek's relations from outside: by the development set of KLUE-RE, which nothing of maek was made from.
 *
 *   npm run check:klue-re -- [--data ../shared/data] [--finder learned|rules] [--facts learned|rules]
 *
 * Each sentence is read as an article of its own; of the annotated pair, maek's edges are compared with KLUE's label, as
 * check-klue-re/compare.ts maps them. KLUE annotates one pair a sentence, many of them of Wikipedia, and has no label for
 * most of what maek draws: precision says more than recall.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FACT_READERS, FINDERS, loadMaek, MaekError, readArticle } from "../src/index.ts";
import { findEdges, Tally } from "./check-klue-re/compare.ts";
import { readRows } from "./check-klue-re/rows.ts";
import { oneOf, readOptions } from "./options.ts";

const options = readOptions({
  data: { type: "string", default: "../shared/data" },
  finder: { type: "string", default: "learned" },
  facts: { type: "string", default: "learned" },
});
const CONFUSIONS = 15;

const file = join(resolve(options.data), "klue-re", "dev.csv");
if (!existsSync(file)) {
  console.error(`maek/scripts: no file ${file} (--data FOLDER says where klue-re/dev.csv is)`);
  process.exit(1);
}
const rows = readRows(readFileSync(file, "utf8"));
const maek = await loadMaek({
  finder: oneOf("finder", options.finder, FINDERS),
  facts: oneOf("facts", options.facts, FACT_READERS),
});
const tally = new Tally();
let skipped = 0;
const start = performance.now();
for (const row of rows) {
  try {
    const article = readArticle(row.sentence, { id: row.id });
    if (article.text === row.sentence) tally.add(row.label, findEdges(maek.read(article), row));
    else skipped++;
  } catch (error) {
    // A sentence without Hangul is no article.
    if (!(error instanceof MaekError)) throw error;
    skipped++;
  }
}
const seconds = (performance.now() - start) / 1000;

const share = (part: number, whole: number) => (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)).padStart(6);
const count = (n: number) => String(n).padStart(7);
console.log(`${rows.length} sentences, ${skipped} of them skipped, ${seconds.toFixed(0)} s\n`);
console.log(`${"maek's edge".padEnd(22)} edges  right  other relation  none   P`);
const sum = { right: 0, other: 0, none: 0 };
const line = (name: string, { right, other, none }: typeof sum) => {
  const all = right + other + none;
  const cells = `${count(right)}${String(other).padStart(16)}${String(none).padStart(6)}`;
  console.log(`${name.padEnd(20)}${count(all)}${cells}${share(right, all)}`);
};
for (const [name, counts] of [...tally.byRelation].sort(([, a], [, b]) => b.right - a.right)) {
  line(name, counts);
  for (const key of ["right", "other", "none"] as const) sum[key] += counts[key];
}
line("all", sum);
console.log(`\n${"KLUE's label".padEnd(36)}  pairs  known  found   R  R of known`);
const total = { pairs: 0, known: 0, found: 0 };
const recall = (name: string, { pairs, known, found }: typeof total) => {
  const cells = `${count(pairs)}${count(known)}${count(found)}`;
  console.log(`${name.padEnd(36)}${cells}${share(found, pairs)}${share(found, known)}`);
};
for (const [name, counts] of [...tally.byLabel].sort(([, a], [, b]) => b.pairs - a.pairs)) {
  recall(name, counts);
  for (const key of ["pairs", "known", "found"] as const) total[key] += counts[key];
}
recall("all", total);
console.log("\ncommonest confusions");
const confused = [...tally.confusions].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
for (const [what, times] of confused.slice(0, CONFUSIONS)) console.log(`${count(times)}  ${what}`);
