/**
 * How far the rules are to be trusted in articles they were not weighed on: their confidence, fold by fold.
 *
 * The verdicts have the rules' confidence among their features. The weights that ship were learnt from all articles, so
 * for training they are learnt again without each fold, as scripts/measure-facts.ts learns them.
 */
import { type Confidence, readDrafts } from "../../src/facts/index.ts";
import { type Example, learnWeights } from "../learn-confidence.ts";
import type { Annotated } from "./corpus.ts";
import { goldOf } from "./gold.ts";

/** Confidence by which the rules are weighed in each fold, learnt from the other folds. */
export function ruleWeights(articles: readonly Annotated[], folds: number): Confidence[] {
  const examples = articles.map(examplesOf);
  return Array.from({ length: folds }, (_, fold) => ({
    floors: {},
    weights: learnWeights(examples.filter((_, index) => articles[index]?.fold !== fold).flat()),
  }));
}

function examplesOf({ file, article, document, golden }: Annotated): Example[] {
  const gold = goldOf(file, article, golden);
  const drafts = readDrafts(document, golden);
  const seen = new Set<string>();
  const found: Example[] = [];
  for (const d of drafts.relations) {
    const a = gold.idOf.get(d.head.entity.key);
    const b = gold.idOf.get(d.tail.entity.key);
    const name = `${d.rule} ${a} ${b}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const stated = gold.relations.get(`${a} ${b}`) ?? [];
    const right = stated.some((r) => r.kind === `${d.kind}>` || r.kind === `${d.kind}=`);
    found.push({ traits: [d.rule, ...d.traits], right });
  }
  for (const d of drafts.events) {
    const mine = d.roles.map((r) => gold.idOf.get(r.site.entity.key) ?? "");
    const right = gold.events.some(
      (e) =>
        e.type === d.eventType &&
        d.trigger.start < e.end &&
        e.start < d.trigger.end &&
        mine.some((id) => e.roles.has(id)),
    );
    found.push({ traits: [d.rule, ...d.traits], right });
  }
  return found;
}
