/**
 * Cross-validated figures: each article judged by models that have not seen it.
 */
import { measured } from "../../src/facts/confidence.ts";
import { type Confidence, readFacts } from "../../src/facts/index.ts";
import { eventFacts, relationFacts } from "../../src/facts/model/combine.ts";
import { decideEvents, decideRelations } from "../../src/facts/model/decide.ts";
import { LinearScorer } from "../../src/learning/index.ts";
import type { Annotated } from "./corpus.ts";
import { figures, graphOf, loadScorer, type Scorer, Tally } from "./measure.ts";
import { FLOORS, FOLDS } from "./recipes.ts";
import { ruleWeights } from "./rule-weights.ts";
import type { Proposed } from "./stages.ts";
import { casesOf, crossPropose, firstTrainer, inFold, type Say, verdictTrainer } from "./train-all.ts";

type Floors = typeof FLOORS;

/** Prints frames alone, models alone, both; and both by floor and by kind. */
export async function measure(articles: readonly Annotated[], benchmark: string, say: Say): Promise<void> {
  const score = await loadScorer(benchmark);
  say(frames(articles, score).row("frames"));
  say(frames(articles, score, ruleWeights(articles, FOLDS)).row("  unseen"));
  for (const rules of [false, true]) {
    const cases = casesOf(articles, rules);
    const proposed = crossPropose(cases, firstTrainer(cases), say);
    const judges = verdictsByFold(proposed);
    say(judge(proposed, judges, score, FLOORS, rules).row(rules ? "both" : "models"));
    if (!rules) continue;
    for (const floor of [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9])
      say(judge(proposed, judges, score, { ...FLOORS, relation: floor, event: floor }, true).row(`  from ${floor}`));
    for (const role of [0.3, 0.35, 0.45, 0.5, 0.55])
      say(judge(proposed, judges, score, { ...FLOORS, role }, true).row(`  roles ${role}`));
    const { kinds } = judge(proposed, judges, score, FLOORS, true);
    for (const [kind, counter] of Object.entries(kinds).sort((a, b) => b[1].gold - a[1].gold))
      say(`  ${kind.padEnd(14)} ${figures(counter)}  (${counter.hit} of ${counter.said}, gold ${counter.gold})`);
  }
}

/** The rules alone; with weights by fold as for articles that they were not weighed on. */
function frames(articles: readonly Annotated[], score: Scorer, byFold: readonly Confidence[] = []): Tally {
  const tally = new Tally();
  articles.forEach(({ file, article, document, found }, index) => {
    const weighed = byFold[index % FOLDS];
    const options = weighed ? { confidence: { ...weighed, floors: measured.floors } } : {};
    tally.add(score(file, article, graphOf(found, readFacts(document, found, options))));
  });
  return tally;
}

interface Judges {
  readonly relation: LinearScorer;
  readonly event: LinearScorer;
}

export function verdictsByFold(proposed: readonly Proposed[]): Judges[] {
  const train = verdictTrainer(proposed);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const own = inFold(fold);
    const [relation, event] = train((a) => !own(a)).map((m) => new LinearScorer(m)) as [LinearScorer, LinearScorer];
    return { relation, event };
  });
}

export function judge(
  proposed: readonly Proposed[],
  judges: readonly Judges[],
  score: Scorer,
  floors: Floors,
  rules: boolean,
): Tally {
  const tally = new Tally();
  for (const { one, relations, events } of proposed) {
    const model = { ...(judges[one.index % FOLDS] as Judges), floors };
    const ruleFacts = rules ? readFacts(one.story.document, one.reading) : [];
    const facts = [
      ...relationFacts(ruleFacts, decideRelations(one.story, relations, model)),
      ...eventFacts(one.story, ruleFacts, decideEvents(one.story, events, model)),
    ];
    tally.add(score(one.file, one.article, graphOf(one.reading, facts)));
  }
  return tally;
}
