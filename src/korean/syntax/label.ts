/**
 * Labels the arcs of a tree: each by itself, with the tree around it among the features.
 */
import { type LinearModel, LinearScorer, ModelFileError } from "../../learning/index.ts";
import type { Atoms } from "./atoms.ts";
import type { SortedTree } from "./decode.ts";
import { labelFeatures, surroundingsOf } from "./label-features.ts";

/** Ends the labels of arcs that are turned around. */
export const TURNED = "^";
/** The label of a tree's root. */
export const ROOT = "root";

/** Gives labels to trees. */
export class Labeler {
  readonly #scorer: LinearScorer;
  /** By scheme and sort: 1 for the labels that may be. */
  readonly #allowed: readonly (readonly Uint8Array[])[];

  /**
   * @param labels the labels of each scheme
   * @throws ModelFileError if the model knows other labels
   */
  constructor(model: LinearModel, labels: readonly (readonly string[])[]) {
    this.#scorer = new LinearScorer(model);
    this.#allowed = labels.map((own) => allowedLabels(model.classes, own));
    const lost = labels.flat().find((label) => !model.classes.includes(label));
    if (lost !== undefined) throw new ModelFileError(`maek/korean: no weights for the label "${lost}"`);
  }

  /** Labels by word. @param scheme index */
  label(atoms: Atoms, tree: SortedTree, scheme: number): string[] {
    const around = surroundingsOf(tree);
    const { classes } = this.#scorer.model;
    return Array.from(tree.heads, (head, word) => {
      if (head < 0) return ROOT;
      const allowed = this.#allowed[scheme]?.[tree.turned[word] as number] as Uint8Array;
      const scores = this.#scorer.scores(labelFeatures(atoms, around, word, scheme));
      let best = -1;
      for (let c = 0; c < scores.length; c++) {
        if (allowed[c] === 1 && (best < 0 || (scores[c] as number) > (scores[best] as number))) best = c;
      }
      return classes[best] as string;
    });
  }
}

/** Which labels an arc may have: [those of plain arcs, those of arcs turned around]. */
export function allowedLabels(classes: readonly string[], own: readonly string[]): Uint8Array[] {
  return [false, true].map((turned) =>
    Uint8Array.from(classes, (label) => (own.includes(label) && label.endsWith(TURNED) === turned ? 1 : 0)),
  );
}
