/**
 * Confidence: the measured precision of the rule that drew a fact.
 *
 * Takes graph/lexicon/confidence.json, which scripts/measure-facts.ts writes: for each rule, and for each family of rules,
 * how many facts it drew in annotated articles and how many of them were right. A rule seen seldom leans on its families:
 * from the broadest to the narrowest, p = (right + K · p) / (drawn + K).
 */
import { z } from "zod";
import confidenceData from "../../graph/lexicon/confidence.json" with { type: "json" };

const K = 4;
const PRIOR = 0.4;

const schema = z.object({
  comment: z.string(),
  floors: z.record(z.string(), z.number()),
  rules: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

export interface Confidence {
  /** Below this a fact of the relation or event type is not drawn; "*" for all others. */
  readonly floors: Readonly<Record<string, number>>;
  /** [right, drawn] of rules and families. */
  readonly rules: Readonly<Record<string, readonly [number, number]>>;
}

/** What was measured on the annotated articles. */
export const measured: Confidence = schema.parse(confidenceData);

/** The smoothed precision of a rule, 0 to 1. */
export function confidenceOf(rule: string, families: readonly string[], by: Confidence = measured): number {
  let p = PRIOR;
  for (const name of [...families].reverse().concat(rule)) {
    const [right, drawn] = by.rules[name] ?? [0, 0];
    p = (right + K * p) / (drawn + K);
  }
  return Math.round(p * 1000) / 1000;
}

/** The least confidence that a fact of a kind must have. */
export function floorOf(kind: string, by: Confidence = measured): number {
  return by.floors[kind] ?? by.floors["*"] ?? 0;
}
