/**
 * All five models, and what cross-validation shares with them: proposals for articles not learnt from.
 */
import type { Confidence } from "../../src/facts/index.ts";
import { EVENT_CLASSES, PAIR_CLASSES, ROLE_CLASSES, VERDICT_CLASSES } from "../../src/facts/model/classes.ts";
import { proposeEvents, proposeRelations } from "../../src/facts/model/propose.ts";
import { type LinearModel, LinearScorer } from "../../src/learning/index.ts";
import type { Annotated } from "./corpus.ts";
import { FIRST, FOLDS, OCCASION, VERDICT, WEIGHTS } from "./recipes.ts";
import { type Case, caseOf, firstExamples, learn, type Proposed, verdictExamples } from "./stages.ts";

export type Say = (line: string) => void;
type Keep = (article: number) => boolean;

export interface Cases {
  /** With entities as maek finds them: what is judged. */
  readonly found: readonly Case[];
  /** With the gold file's entities: more to learn from. */
  readonly golden: readonly Case[];
  /**
   * Composed pieces with their entities: the first models learn from them in every fold, with the rules weighed as they
   * ship, and nothing is judged by them.
   */
  readonly composed: readonly Case[];
}

/** @param weights how the rules are weighed, by fold @param rules whether their drafts are among the features */
export function casesOf(
  articles: readonly Annotated[],
  composed: readonly Annotated[],
  weights: readonly Confidence[],
  rules = true,
): Cases {
  const by = (a: Annotated) => ({ rules, by: weights[a.fold] });
  return {
    composed: composed.map((a, i) => caseOf(articles.length + i, a, a.golden, by(a))),
    found: articles.map((a, i) => caseOf(i, a, a.found, by(a))),
    golden: articles.map((a, i) => caseOf(i, a, a.golden, by(a))),
  };
}

/** Gives the three first models of the articles that `keep` holds of. */
export function firstTrainer({ found, golden, composed }: Cases): (keep: Keep) => LinearModel[] {
  const sets = firstExamples([...found, ...composed], golden, WEIGHTS);
  const numbered = {
    pair: sets.pair.number(FIRST.least),
    occasion: sets.occasion.number(FIRST.least),
    part: sets.part.number(FIRST.least),
  };
  return (keep) => [
    learn("pair", PAIR_CLASSES, sets.pair, numbered.pair, keep, FIRST),
    learn("occasion", EVENT_CLASSES, sets.occasion, numbered.occasion, keep, OCCASION),
    learn("part", ROLE_CLASSES, sets.part, numbered.part, keep, FIRST),
  ];
}

/** For each article what first models propose that have not seen it. */
export function crossPropose(cases: Cases, train: (keep: Keep) => LinearModel[], say: Say): Proposed[] {
  const proposed: Proposed[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const own = (article: number) => cases.found[article]?.fold === fold;
    const [pair, occasion, part] = train((a) => !own(a)).map((m) => new LinearScorer(m)) as [
      LinearScorer,
      LinearScorer,
      LinearScorer,
    ];
    for (const one of cases.found) {
      if (!own(one.index)) continue;
      const relations = proposeRelations(one.story, { pair });
      proposed[one.index] = { one, relations, events: proposeEvents(one.story, { occasion, part }) };
    }
    say(`fold ${fold + 1} of ${FOLDS}`);
  }
  return proposed;
}

/** Gives the two verdict models of the articles that `keep` holds of. */
export function verdictTrainer(proposed: readonly Proposed[]): (keep: Keep) => LinearModel[] {
  const sets = verdictExamples(proposed);
  const numbered = { relation: sets.relation.number(VERDICT.least), event: sets.event.number(VERDICT.least) };
  return (keep) => [
    learn("relation", VERDICT_CLASSES, sets.relation, numbered.relation, keep, VERDICT),
    learn("event", VERDICT_CLASSES, sets.event, numbered.event, keep, VERDICT),
  ];
}
