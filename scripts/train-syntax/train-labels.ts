/**
 * Training of the labeler: softmax regression over the arcs of gold trees.
 */
import type { Atoms } from "../../src/korean/syntax/atoms.ts";
import type { SortedTree } from "../../src/korean/syntax/decode.ts";
import { allowedLabels, ROOT } from "../../src/korean/syntax/label.ts";
import { labelFeatures, surroundingsOf } from "../../src/korean/syntax/label-features.ts";
import { FeatureIndex, type LinearModel, shrink, trainLinear } from "../../src/learning/index.ts";

export interface LabelExample {
  readonly atoms: Atoms;
  readonly bank: number;
  readonly tree: SortedTree;
  readonly labels: readonly string[];
}

export interface LabelOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly penalty: number;
  readonly dropout: number;
  readonly seed: number;
  /** Features seen fewer times are left out. */
  readonly least: number;
  /** Weights below this are dropped. */
  readonly smallest: number;
  /** A label seen fewer times in its treebank is left out. */
  readonly leastLabel: number;
}

const LARGEST = 4;

/** The labels of each treebank but the root's, in order. */
export function labelsOf(examples: readonly LabelExample[], banks: number, least: number): string[][] {
  return Array.from({ length: banks }, (_, bank) => {
    const counts = new Map<string, number>();
    for (const example of examples) {
      if (example.bank !== bank) continue;
      for (const label of example.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    return [...counts.keys()].filter((label) => label !== ROOT && (counts.get(label) as number) >= least).sort();
  });
}

/** The labeler's weights. @param labels the labels of each treebank */
export function trainLabels(
  examples: readonly LabelExample[],
  labels: readonly (readonly string[])[],
  options: LabelOptions,
): LinearModel {
  const classes = [...new Set(labels.flat())].sort();
  const masks = labels.flatMap((own) => allowedLabels(classes, own));
  const keys: Int32Array[] = [];
  const classOf: number[] = [];
  const maskOf: number[] = [];
  const seen = new FeatureIndex(1 << 20);
  let counts = new Uint8Array(1 << 20);
  for (const { atoms, bank, tree, labels: gold } of examples) {
    const around = surroundingsOf(tree);
    for (let word = 0; word < gold.length; word++) {
      const label = classes.indexOf(gold[word] as string);
      const mask = 2 * bank + (tree.turned[word] as number);
      if ((tree.heads[word] as number) < 0 || label < 0 || masks[mask]?.[label] === 0) continue;
      const features = labelFeatures(atoms, around, word, bank);
      for (const key of features) {
        const row = seen.add(key);
        if (row >= counts.length) counts = grown(counts);
        if ((counts[row] as number) < 255) counts[row] = (counts[row] as number) + 1;
      }
      keys.push(features);
      classOf.push(label);
      maskOf.push(mask);
    }
  }
  const { starts, rows, kept } = number(keys, seen, counts, options.least);
  const weights = trainLinear(
    {
      starts,
      rows,
      labels: Int32Array.from(classOf),
      weights: new Float32Array(classOf.length).fill(1),
      masks,
      maskOf: Int32Array.from(maskOf),
    },
    kept.length,
    classes.length,
    options,
  );
  return shrink("label", classes, kept, weights, { smallest: options.smallest, largest: LARGEST });
}

function grown(counts: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(counts.length * 2);
  more.set(counts);
  return more;
}

/** The examples' features as rows, without the rare ones; and the key of each row. */
function number(
  keys: readonly Int32Array[],
  seen: FeatureIndex,
  counts: Uint8Array,
  least: number,
): { starts: Int32Array; rows: Int32Array; kept: Int32Array } {
  const rowOf = new Int32Array(seen.size).fill(-1);
  const all = seen.keys();
  const kept: number[] = [];
  for (let row = 0; row < seen.size; row++) {
    if ((counts[row] as number) >= least) rowOf[row] = kept.push(all[row] as number) - 1;
  }
  const starts = new Int32Array(keys.length + 1);
  const rows = new Int32Array(keys.reduce((sum, features) => sum + features.length, 0));
  let at = 0;
  keys.forEach((features, example) => {
    for (const key of features) {
      const row = rowOf[seen.get(key)] as number;
      if (row >= 0) rows[at++] = row;
    }
    starts[example + 1] = at;
  });
  return { starts, rows, kept: Int32Array.from(kept) };
}
