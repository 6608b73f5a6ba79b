/**
 * Confidence: how likely a fact is right, as measured on annotated articles.
 *
 * Takes graph/lexicon/confidence.json, which scripts/measure-facts.ts writes. A draft is weighed by its rule and its
 * traits (the word, how its arguments stand, where in the article …): a logistic regression over them, trained on what
 * the rules drew in the annotated articles and whether it was right, so that of the facts with confidence 0.7 about
 * seven in ten are right. A rule seen seldom leans on its broader traits.
 */
import { z } from "zod";
import confidenceData from "../../graph/lexicon/confidence.json" with { type: "json" };
import { ontology } from "../ontology/index.ts";

const schema = z.object({
  comment: z.string(),
  floors: z.record(z.string(), z.number()),
  weights: z.record(z.string(), z.number()),
});

export interface Confidence {
  /** Below this a fact of the relation or event type is not drawn; "event" and "relation" for all others. */
  readonly floors: Readonly<Record<string, number>>;
  /** Weights of rules and traits; "" is the bias. */
  readonly weights: Readonly<Record<string, number>>;
}

/** What was measured on the annotated articles. */
export const measured: Confidence = schema.parse(confidenceData);

/** The probability that a draft with this rule and these traits is right, 0 to 1. */
export function confidenceOf(
  draft: { readonly rule: string; readonly traits: readonly string[] },
  by: Confidence = measured,
): number {
  let sum = (by.weights[""] ?? 0) + (by.weights[draft.rule] ?? 0);
  for (const trait of draft.traits) sum += by.weights[trait] ?? 0;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** The least confidence that a fact must have to be drawn; none for what a user adds, as it was never measured. */
export function floorOf(type: "relation" | "event", kind: string, by: Confidence = measured): number {
  if (!Object.hasOwn(type === "relation" ? ontology.relations : ontology.events, kind)) return 0;
  return by.floors[kind] ?? by.floors[type] ?? 0;
}
