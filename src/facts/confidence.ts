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
  // What a user adds may have any name: "constructor" has no weight, though every object has something of that name.
  const weightOf = (name: string) => (Object.hasOwn(by.weights, name) ? (by.weights[name] ?? 0) : 0);
  let sum = weightOf("") + weightOf(draft.rule);
  for (const trait of draft.traits) sum += weightOf(trait);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** What a draft says, as far as its floor hangs on it. */
export type Said = { readonly taught?: true } & (
  | { readonly type: "relation"; readonly kind: string }
  | { readonly type: "event"; readonly eventType: string }
);

/**
 * The least confidence that a draft must have to be drawn; none for what a user adds, a kind or a frame, as it was never
 * measured.
 */
export function floorOf(said: Said, by: Confidence = measured): number {
  const [kind, known] = said.type === "relation" ? [said.kind, ontology.relations] : [said.eventType, ontology.events];
  if (said.taught || !Object.hasOwn(known, kind)) return 0;
  return by.floors[kind] ?? by.floors[said.type] ?? 0;
}
