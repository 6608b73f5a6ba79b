/**
 * The fact model: five linear models and the floors above which facts are drawn, from the bytes of one file.
 *
 * pair, occasion and part look at one sentence; relation and event are the verdicts over the whole article. What it was
 * trained on and how well it does: graph/models/FACTS_CARD.md.
 */
import { z } from "zod";
import { LinearScorer, ModelFileError, readLinearModels } from "../../learning/index.ts";
import { EVENT_CLASSES, PAIR_CLASSES, ROLE_CLASSES, VERDICT_CLASSES } from "./classes.ts";
import type { Scorers } from "./propose.ts";

/** Changes when features or the file's header change, so that weights are never used with others than their own. */
export const FEATURES = "facts/4";

const points = z.array(z.tuple([z.number(), z.number()]).readonly()).readonly();
const madeForSchema = z.object({ features: z.string() });
const aboutSchema = madeForSchema.extend({
  /** The least probability of a relation, an event, and a role in an event. */
  floors: z.object({
    relation: z.number(),
    event: z.number(),
    role: z.number(),
    /** From so much confidence on what a rule drew is kept, whatever the verdict. */
    kept: z.object({ relation: z.number(), event: z.number() }),
  }),
  /** What the verdicts' probabilities are worth. */
  calibration: z.object({ relation: points, event: points }),
});
export type About = z.infer<typeof aboutSchema>;

export interface FactModel extends Scorers {
  readonly relation: LinearScorer;
  readonly event: LinearScorer;
  readonly floors: About["floors"];
  readonly calibration: About["calibration"];
}

const CLASSES = {
  pair: PAIR_CLASSES,
  occasion: EVENT_CLASSES,
  part: ROLE_CLASSES,
  relation: VERDICT_CLASSES,
  event: VERDICT_CLASSES,
} as const;

/**
 * Reads the bytes of graph/models/facts.bin.
 *
 * @throws ModelFileError if they are no such file, damaged, or made for other features or another ontology.
 */
export function factModel(bytes: Uint8Array): FactModel {
  const file = readLinearModels(bytes);
  const about: unknown = JSON.parse(file.about);
  const { features } = madeForSchema.parse(about);
  if (features !== FEATURES)
    throw new ModelFileError(`maek/facts: weights for features "${features}"; this program reads "${FEATURES}"`);
  const { floors, calibration } = aboutSchema.parse(about);
  const scorer = (name: keyof typeof CLASSES) => {
    const model = file.models.find((m) => m.name === name);
    if (!model) throw new ModelFileError(`maek/facts: weight file without a model "${name}"`);
    if (model.classes.join() !== CLASSES[name].join())
      throw new ModelFileError(`maek/facts: model "${name}" decides between other classes than the ontology has`);
    return new LinearScorer(model);
  };
  return {
    pair: scorer("pair"),
    occasion: scorer("occasion"),
    part: scorer("part"),
    relation: scorer("relation"),
    event: scorer("event"),
    floors,
    calibration,
  };
}
