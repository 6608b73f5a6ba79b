/**
 * How the shipped parser is trained, found on the development sets; graph/models/SYNTAX_CARD.md says what else was tried.
 */
import type { ArcOptions } from "./train-arcs.ts";
import type { LabelOptions } from "./train-labels.ts";

export const ARCS: ArcOptions = { bits: 22, epochs: 6, rate: 0.02, cost: 1, dropout: 0.15, seed: 1 };

export const LABELS: LabelOptions = {
  epochs: 3,
  rate: 0.1,
  penalty: 1e-7,
  dropout: 0.2,
  seed: 1,
  least: 4,
  smallest: 0.18,
  leastLabel: 5,
};
