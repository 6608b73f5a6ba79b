/**
 * Cross-validated figures: each article judged by models and rule weights that have not seen it.
 */
import { type EntityReading, withoutDoubtful } from "../../src/entities/index.ts";
import { measured } from "../../src/facts/confidence.ts";
import { type Confidence, type Fact, ofSureEntities, readFacts, toldOf } from "../../src/facts/index.ts";
import { calibrated } from "../../src/facts/model/calibration.ts";
import { eventFacts, relationFacts } from "../../src/facts/model/combine.ts";
import { decideEvents, decideRelations } from "../../src/facts/model/decide.ts";
import type { About } from "../../src/facts/model/model.ts";
import { eventVerdict, relationVerdict } from "../../src/facts/model/verdicts.ts";
import { LinearScorer } from "../../src/learning/index.ts";
import { calibrationOf, type Verdict } from "./calibrate.ts";
import type { Annotated } from "./corpus.ts";
import { figures, graphOf, type Scorer, Tally } from "./measure.ts";
import { FLOORS, FOLDS, JUDGED } from "./recipes.ts";
import { ruleWeights } from "./rule-weights.ts";
import { eventTruth, type Proposed, relationTruth } from "./stages.ts";
import { casesOf, crossPropose, firstTrainer, type Say, verdictTrainer } from "./train-all.ts";

type Floors = About["floors"];

const isJudged = (articles: readonly Annotated[], index: number): boolean =>
  JUDGED.includes((articles[index] as Annotated).set);

/** What the rules draw in each article, weighed by what the other parts taught. */
export function unseenRuleFacts(articles: readonly Annotated[], weights: readonly Confidence[]): Fact[][] {
  return articles.map(({ document, found, fold }) => {
    const confidence = { floors: measured.floors, weights: (weights[fold] as Confidence).weights };
    return ofSureEntities(readFacts(document, found, { confidence }), found);
  });
}

/** Prints rules and both over the judged sets, both by floor and by kind, and how far confidence can be believed. */
export function tellFigures(
  articles: readonly Annotated[],
  proposed: readonly Proposed[],
  { judges, verdicts }: Judged,
  ruleFacts: readonly (readonly Fact[])[],
  score: Scorer,
  say: Say,
): void {
  const by = (floors: Floors) => judge(articles, proposed, ruleFacts, judges, score, floors);
  say(rulesAlone(articles, ruleFacts, score).row("rules"));
  say(by(FLOORS).row("both"));
  for (const floor of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9])
    say(by({ ...FLOORS, relation: floor, event: floor }).row(`  from ${floor}`));
  for (const role of [0.35, 0.55]) say(by({ ...FLOORS, role }).row(`  roles ${role}`));
  for (const kept of [0.2, 0.4, 0.6, 0.7, 0.8, 1.1])
    say(by({ ...FLOORS, kept: { relation: kept, event: kept } }).row(`  kept ${kept}`));
  const { kinds } = by(FLOORS);
  for (const [kind, counter] of Object.entries(kinds).sort((a, b) => b[1].gold - a[1].gold))
    say(`  ${kind.padEnd(14)} ${figures(counter)}  (${counter.hit} of ${counter.said}, gold ${counter.gold})`);
  for (const line of reliability(judges, verdicts)) say(line);
}

/** Models without the rules' drafts among their features, and without the rules' facts. */
export function tellModelsAlone(
  articles: readonly Annotated[],
  composed: readonly Annotated[],
  score: Scorer,
  say: Say,
): void {
  const cases = casesOf(articles, composed, ruleWeights(articles, FOLDS), false);
  const proposed = crossPropose(cases, firstTrainer(cases), say);
  const none = articles.map(() => []);
  say(judge(articles, proposed, none, judgeByFold(articles, proposed).judges, score, FLOORS).row("models"));
}

/** The graph of what is drawn: doubtful names stand in it only where a fact is told of them. */
const shownGraph = (reading: EntityReading, facts: readonly Fact[]) =>
  graphOf(withoutDoubtful(reading, toldOf(facts)), facts);

function rulesAlone(articles: readonly Annotated[], ruleFacts: readonly (readonly Fact[])[], score: Scorer): Tally {
  const tally = new Tally();
  articles.forEach(({ file, article, found }, index) => {
    if (isJudged(articles, index)) tally.add(score(file, article, shownGraph(found, ruleFacts[index] as Fact[])));
  });
  return tally;
}

/** The verdicts that have not seen a fold, and what they are worth by the other folds. */
export interface Judges {
  readonly relation: LinearScorer;
  readonly event: LinearScorer;
  readonly calibration: About["calibration"];
}

/** The judges of each fold, and what they say of the judged articles' proposals of their own fold. */
export interface Judged {
  readonly judges: readonly Judges[];
  readonly verdicts: readonly Told[];
}

export function judgeByFold(articles: readonly Annotated[], proposed: readonly Proposed[]): Judged {
  const train = verdictTrainer(proposed);
  const byFold = Array.from({ length: FOLDS }, (_, fold) => {
    const [relation, event] = train((article) => proposed[article]?.one.fold !== fold).map(
      (m) => new LinearScorer(m),
    ) as [LinearScorer, LinearScorer];
    return { relation, event };
  });
  const verdicts = verdictsOf(articles, proposed, byFold);
  const judges = byFold.map((own, fold) => ({ ...own, calibration: calibrate(verdicts, (other) => other !== fold) }));
  return { judges, verdicts };
}

export interface Told extends Verdict {
  readonly what: "relation" | "event";
  readonly fold: number;
}

/** What the verdicts' probabilities are worth. @param by of which folds they are heard, all when absent */
export function calibrate(verdicts: readonly Told[], by: (fold: number) => boolean = () => true): About["calibration"] {
  const of = (what: Told["what"]) => calibrationOf(verdicts.filter((v) => v.what === what && by(v.fold)));
  return { relation: of("relation"), event: of("event") };
}

/** What is said of the judged articles' proposals by verdicts that have not seen them. */
function verdictsOf(
  articles: readonly Annotated[],
  proposed: readonly Proposed[],
  judges: readonly Pick<Judges, "relation" | "event">[],
): Told[] {
  return proposed.flatMap(({ one, relations, events }): Told[] => {
    if (!isJudged(articles, one.index)) return [];
    const { fold } = one;
    const by = judges[fold] as Judges;
    const said = (what: Told["what"], keys: Int32Array) => by[what].probabilities(keys)[1] as number;
    const related = relationTruth(one, relations);
    const happened = eventTruth(one, events);
    return [
      ...relations.map((r, i): Told => {
        const keys = relationVerdict(one.story, r, relations);
        return { what: "relation", fold, said: said("relation", keys), right: related[i] === true };
      }),
      ...events.map((e, i): Told => {
        const keys = eventVerdict(one.story, e, events);
        return { what: "event", fold, said: said("event", keys), right: happened[i] === true };
      }),
    ];
  });
}

function judge(
  articles: readonly Annotated[],
  proposed: readonly Proposed[],
  ruleFacts: readonly (readonly Fact[])[],
  judges: readonly Judges[],
  score: Scorer,
  floors: Floors,
): Tally {
  const tally = new Tally();
  for (const { one, relations, events } of proposed) {
    if (!isJudged(articles, one.index)) continue;
    const model = { ...(judges[one.fold] as Judges), floors };
    const rules = ruleFacts[one.index] as Fact[];
    const facts = [
      ...relationFacts(one.story, rules, decideRelations(one.story, relations, model), floors),
      ...eventFacts(one.story, rules, decideEvents(one.story, events, model), floors),
    ];
    tally.add(score(one.file, one.article, shownGraph(one.reading, facts)));
  }
  return tally;
}

/** How many of the proposals of a confidence are right, by tenths. */
function reliability(judges: readonly Judges[], verdicts: readonly Told[]): string[] {
  const counts = { relation: emptyTenths(), event: emptyTenths() };
  for (const { what, fold, said, right } of verdicts) {
    const p = calibrated((judges[fold] as Judges).calibration[what], said);
    const tenth = counts[what][Math.min(9, Math.floor(p * 10))] as Tenth;
    tenth.all += 1;
    tenth.right += right ? 1 : 0;
    tenth.sum += p;
  }
  return (["relation", "event"] as const).flatMap((what) =>
    counts[what].map(
      ({ all, right, sum }, i) =>
        `  ${what} ${i / 10}–${(i + 1) / 10}: said ${((100 * sum) / Math.max(1, all)).toFixed(0)} %, right ${((100 * right) / Math.max(1, all)).toFixed(0)} % of ${all}`,
    ),
  );
}

interface Tenth {
  all: number;
  right: number;
  sum: number;
}
const emptyTenths = (): Tenth[] => Array.from({ length: 10 }, () => ({ all: 0, right: 0, sum: 0 }));
