/**
 * Trains the judge: which of the strings that rules and tagger take for names do the annotators too, and as what.
 *
 * It must see the tagger as it is on articles that it has not learnt from, so its examples come from taggers each of
 * which was trained without the article's fold.
 */

import type { Candidate } from "../../src/entities/features-candidate.ts";
import { JUDGE_CLASSES } from "../../src/entities/learned-finder.ts";
import {
  FeatureIndex,
  KeyCounter,
  type LinearModel,
  scoreRows,
  shrink,
  softmax,
  trainLinear,
} from "../../src/learning/index.ts";
import type { AnnotatedArticle } from "./corpus.ts";

/** A candidate, its class (0 for no name) and how often it counts. */
export interface JudgeExample {
  readonly candidate: Candidate;
  readonly label: number;
  readonly weight: number;
}

const LEAST = 8;
const OPTIONS = { epochs: 15, rate: 0.05, penalty: 0.003, seed: 5, dropout: 0.5 };

/** Names are compared as the benchmark compares them: without spaces, quotes and brackets. */
const squash = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\s·"'“”‘’()（）]/g, "")
    .toLowerCase();

/** An article's candidates with what the annotation makes of them; each counts `weight` times. */
export function labelCandidates(
  article: AnnotatedArticle,
  candidates: readonly Candidate[],
  weight: number,
): JudgeExample[] {
  const kinds = new Map<string, string>();
  for (const { kind, surfaces } of article.entities)
    for (const surface of surfaces) if (!kinds.has(squash(surface))) kinds.set(squash(surface), kind);
  return candidates.map((candidate) => ({
    candidate,
    weight,
    label: Math.max(0, JUDGE_CLASSES.indexOf(kinds.get(squash(candidate.text)) ?? "none")),
  }));
}

/** A trained judge: its model, and the chances it gives a candidate at full precision. */
export interface Judge {
  readonly model: LinearModel;
  readonly chances: (candidate: Candidate) => Float64Array;
}

export function trainJudge(examples: readonly JudgeExample[]): Judge {
  const classes = JUDGE_CLASSES.length;
  const counter = new KeyCounter();
  for (const { candidate } of examples) counter.add(candidate.keys);
  const index = new FeatureIndex(1 << 14);
  const starts = [0];
  const rows: number[] = [];
  for (const { candidate } of examples) {
    for (const key of candidate.keys) if (counter.count(key) >= LEAST) rows.push(index.add(key));
    starts.push(rows.length);
  }
  const weights = trainLinear(
    {
      starts: Int32Array.from(starts),
      rows: Int32Array.from(rows),
      labels: Int32Array.from(examples, ({ label }) => label),
      weights: Float32Array.from(examples, ({ weight }) => weight),
    },
    index.size,
    classes,
    OPTIONS,
  );
  return {
    model: shrink("judge", JUDGE_CLASSES, index.keys(), weights, { smallest: 0.01, largest: 3 }),
    chances: ({ keys }) => {
      const known = Int32Array.from([...keys].map((key) => index.get(key)).filter((row) => row >= 0));
      return softmax(scoreRows(weights, known, 0, known.length, classes, new Float64Array(classes)));
    },
  };
}
