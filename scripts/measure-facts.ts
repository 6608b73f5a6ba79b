/**
 * Measures the facts room on the annotated articles, and writes how often each of its rules is right.
 *
 *   tsx scripts/measure-facts.ts [--benchmark DIR] [--set train,annotated|dev|seed|held-out] [--entities gold|found|both]
 *                                [--cross N] [--rules PREFIX] [--errors] [--write] [--floors R,E]
 *
 * --entities gold takes names from the gold files, so that only the facts are judged; found reads them as maek
 * does; both, each article twice, is what the stored weights are learned from.
 * --set annotated and held-out are the articles in scripts/annotations (--data says where their texts are).
 * --cross N weighs each article by what the other folds' articles taught, as for articles never seen.
 * --write stores the counts of all rules in graph/lexicon/confidence.json; figures come from the benchmark's own scorer.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { EntityReading } from "../src/entities/index.ts";
import { type Confidence, readDrafts, readFacts } from "../src/facts/index.ts";
import { type Document, loadMorphology, readDocument } from "../src/korean/index.ts";
import { readAnnotations } from "./annotations/read.ts";
import { type GoldFile, goldReading } from "./gold-entities.ts";
import { type Example, learnWeights } from "./learn-confidence.ts";
import { graphOf } from "./train-facts/measure.ts";

interface ArticleFile {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly sentences: readonly { n: number; start: number; end: number }[];
}
interface Counter {
  hit: number;
  said: number;
  gold: number;
}
interface Score {
  readonly entities: Counter;
  readonly relations: Counter;
  readonly events: Counter;
  readonly roles: Counter;
  readonly byRelation: Record<string, Counter>;
  readonly byEvent: Record<string, Counter>;
  readonly errors: string[];
}
interface Case {
  readonly gold: GoldFile;
  readonly article: ArticleFile;
  readonly document: Document;
  readonly reading: EntityReading;
}
type Files = Pick<Case, "gold" | "article">;
type Scorer = (gold: GoldFile, article: ArticleFile, graph: unknown) => Score;
type Counts = Record<string, [number, number]>;

const option = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const flag = (name: string) => process.argv.includes(`--${name}`);
const benchmark = resolve(option("benchmark", "../shared/benchmark"));
const CONFIDENCE = new URL("../graph/lexicon/confidence.json", import.meta.url);
const stored = JSON.parse(readFileSync(CONFIDENCE, "utf8")) as {
  comment: string;
  floors: Confidence["floors"];
  weights: Confidence["weights"];
};
const [relationFloor, eventFloor] = option("floors", "").split(",").map(Number);
const floors = relationFloor ? { relation: relationFloor, event: eventFloor ?? 0 } : stored.floors;

const { scoreArticle } = (await import(pathToFileURL(join(benchmark, "score.mjs")).href)) as { scoreArticle: Scorer };
const names = option("entities", "gold");
const files = option("set", "train").split(",").flatMap(readSet);
const cases = (await Promise.all((names === "both" ? ["gold", "found"] : [names]).map((n) => load(files, n)))).flat();
const folds = Number(option("cross", "0"));
const counts = cases.map(countRules);
const examples = cases.map(examplesOf);

if (flag("write")) {
  const weights = learnWeights(examples.flat());
  const rows = Object.entries(weights).map(([name, weight]) => `  ${JSON.stringify(name)}: ${weight}`);
  const head = JSON.stringify({ comment: stored.comment, floors: stored.floors }, null, 1).slice(0, -2);
  writeFileSync(CONFIDENCE, `${head},\n "weights": {\n${rows.join(",\n")}\n }\n}\n`);
  stored.weights = weights;
}

/** Both readings of an article are in one fold. */
const foldOf = (index: number) => (index % files.length) % Math.max(1, folds);
const foldWeights = Array.from({ length: folds }, (_, fold) =>
  learnWeights(examples.filter((_, index) => foldOf(index) !== fold).flat()),
);
const total: Record<string, Counter> = {};
const groups: Record<string, Counter> = {};
cases.forEach((one, index) => {
  const weights = foldWeights[foldOf(index)] ?? stored.weights;
  const facts = readFacts(one.document, one.reading, { confidence: { floors, weights } });
  const score = scoreArticle(
    one.gold,
    one.article,
    graphOf(one.reading, facts, ({ label, rule, confidence }) => `${label} <${rule} ${confidence}>`),
  );
  for (const name of ["entities", "relations", "events", "roles"] as const) sum(total, name, score[name]);
  for (const [name, c] of Object.entries(score.byRelation)) sum(groups, `  ${name}`, c);
  for (const [name, c] of Object.entries(score.byEvent)) sum(groups, `  event ${name}`, c);
  if (flag("errors")) console.log([`== ${one.gold.id}`, ...score.errors.map((e) => `   ${e}`)].join("\n"));
});
const prefix = option("rules", "");
if (prefix !== "") printRules(add(counts), prefix === "all" ? "" : prefix);
for (const [name, c] of Object.entries(total)) printRow(name, c);
for (const [name, c] of Object.entries(groups).sort((a, b) => b[1].gold - a[1].gold)) printRow(name, c);

/** The annotated articles of a set of the benchmark, or of maek's own ("annotated", "held-out"). */
function readSet(set: string): Files[] {
  if (set === "annotated" || set === "held-out") {
    return readAnnotations(resolve(option("data", "../shared/data")), set === "annotated" ? "train" : set);
  }
  const folder = join(benchmark, set);
  const read = <T>(path: string) => JSON.parse(readFileSync(path, "utf8")) as T;
  return readdirSync(folder)
    .filter((f) => f.endsWith(".gold.json"))
    .map((f) => f.slice(0, -".gold.json".length))
    .sort()
    .map((id) => {
      const path = join(folder, `${id}.article.json`);
      if (!existsSync(path)) throw new Error(`no ${path}`);
      return { gold: read<GoldFile>(join(folder, `${id}.gold.json`)), article: read<ArticleFile>(path) };
    });
}

async function load(files: readonly Files[], names: string): Promise<Case[]> {
  const morphology = await loadMorphology();
  const readEntities = names === "gold" ? undefined : (await import("../src/entities/index.ts")).readEntities;
  return files.map(({ gold, article }) => {
    const document = readDocument(
      {
        id: gold.id,
        title: article.title,
        text: `${article.title}\n${article.text}`,
        ...(article.date && { date: article.date }),
      },
      morphology,
    );
    return {
      gold,
      article,
      document,
      reading: readEntities ? readEntities(document) : goldReading(document, gold),
    };
  });
}

/** What the rules drew in one article, and whether it was right. */
function examplesOf({ gold, article, document, reading }: Case): Example[] {
  const drafts = readDrafts(document, reading);
  const found: Example[] = [];
  const idOf = matchEntities(gold, reading);
  const symmetric = new Set(["partners_with", "competes_with", "family_of", "meets"]);
  const keyOf = (h: string, kind: string, t: string) =>
    symmetric.has(kind) && h > t ? `${t} ${kind} ${h}` : `${h} ${kind} ${t}`;
  const wanted = new Set(gold.relations.map((r) => keyOf(r.head, r.type, r.tail)));
  const seen = new Set<string>();
  for (const d of drafts.relations) {
    const key = keyOf(idOf(d.head.entity.key), d.kind, idOf(d.tail.entity.key));
    if (seen.has(`${d.rule} ${key}`)) continue;
    seen.add(`${d.rule} ${key}`);
    found.push({ traits: [d.rule, ...d.traits], right: wanted.has(key) });
  }
  for (const d of drafts.events) {
    const mine = new Set(d.roles.map((r) => idOf(r.site.entity.key)));
    const right = gold.events.some((e) => {
      if (e.type !== d.eventType || !e.roles.some((r) => mine.has(r.entity))) return false;
      const [start, end] = rangeOf(article, e.sentence);
      return d.trigger.start < end && d.trigger.end > start;
    });
    found.push({ traits: [d.rule, ...d.traits], right });
  }
  return found;
}

/** How often each rule and trait was right. */
function countRules(one: Case): Counts {
  const found: Counts = {};
  for (const { traits, right } of examplesOf(one)) {
    for (const name of new Set(traits)) {
      found[name] ??= [0, 0];
      found[name][0] += right ? 1 : 0;
      found[name][1] += 1;
    }
  }
  return found;
}

function rangeOf(article: ArticleFile, sentence: number): [number, number] {
  if (sentence === 0) return [0, article.title.length];
  const found = article.sentences.find((s) => s.n === sentence);
  const shift = article.title.length + 1;
  return found ? [found.start + shift, found.end + shift] : [0, 0];
}

/** Gold ids of entities, by shared names; the entity's own key where gold has none. */
function matchEntities(gold: GoldFile, reading: EntityReading): (key: string) => string {
  const squash = (s: string) =>
    s
      .normalize("NFC")
      .replace(/[\s·"'“”‘’()（）]/g, "")
      .toLowerCase();
  const byName = new Map<string, string>();
  for (const e of gold.entities) for (const name of [e.name, ...e.mentions]) byName.set(squash(name), e.id);
  const ids = new Map(
    reading.entities.map((e) => [
      e.key,
      [e.label, ...e.aliases].map((a) => byName.get(squash(a))).find(Boolean) ?? `?${e.key}`,
    ]),
  );
  return (key) => ids.get(key) ?? `?${key}`;
}

function add(all: readonly Counts[]): Counts {
  const out: Counts = {};
  for (const counts of all) {
    for (const [name, [right, drawn]] of Object.entries(counts)) {
      out[name] ??= [0, 0];
      out[name][0] += right;
      out[name][1] += drawn;
    }
  }
  return out;
}

function sum(into: Record<string, Counter>, name: string, c: Counter): void {
  into[name] ??= { hit: 0, said: 0, gold: 0 };
  into[name].hit += c.hit;
  into[name].said += c.said;
  into[name].gold += c.gold;
}

function printRules(all: Counts, start: string): void {
  const rows = Object.entries(all)
    .filter(([name]) => name.startsWith(start))
    .sort((a, b) => b[1][1] - a[1][1]);
  for (const [name, [right, drawn]] of rows)
    console.log(
      `${name.padEnd(50)} ${String(right).padStart(4)} of ${String(drawn).padStart(4)}  ${((100 * right) / drawn).toFixed(0)}%`,
    );
}

function printRow(name: string, { hit, said, gold }: Counter): void {
  const percent = (a: number, b: number) => (b === 0 ? "  —  " : ((100 * a) / b).toFixed(1).padStart(5));
  console.log(
    `${name.padEnd(24)} P ${percent(hit, said)}  R ${percent(hit, gold)}  F1 ${percent(2 * hit, said + gold)}   (${hit} of ${said} built, ${gold} gold)`,
  );
}
