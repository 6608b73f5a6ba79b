/**
 * The corpus as the trainer wants it: each position's features as row numbers.
 *
 * A feature of a source (SOURCE_FEATURES) is there twice: as itself, shared by all sources, and as the source's own copy.
 * What all sources agree on goes to the shared weight, what one of them does differently to its own: Daumé III 2007,
 * Frustratingly Easy Domain Adaptation.
 */
import { GENERAL_FEATURES, SOURCE_FEATURES } from "../../src/entities/features.ts";
import { DOCUMENT_FEATURE_WIDTH } from "../../src/entities/features-article.ts";
import { FeatureIndex, type FeatureRows, finish, KeyCounter, mix } from "../../src/learning/index.ts";
import type { Sample } from "./corpus.ts";

/** Where a text comes from: konec's sentences, or annotated articles. */
export type Source = "konec" | "articles";
const SOURCE_SALT: Readonly<Record<Source, number>> = { konec: 1000, articles: 1002 };

/** A sample, its source, and where its positions begin in the corpus. */
export interface Item {
  readonly sample: Sample;
  readonly source: Source;
  readonly weight: number;
  readonly start: number;
}

export interface Prepared {
  readonly items: readonly Item[];
  readonly features: FeatureRows;
  readonly index: FeatureIndex;
  /** Rows below this are of general features, which dropout spares. */
  readonly general: number;
}

/** The key of a feature's copy for one source. */
export function sourceKey(key: number, source: Source): number {
  return finish(mix(key, SOURCE_SALT[source]));
}

const WIDTH = DOCUMENT_FEATURE_WIDTH + SOURCE_FEATURES.length;

function keysOf({ sample, source }: Item): Int32Array {
  const length = sample.text.length;
  const plain = sample.features;
  const keys = new Int32Array(length * WIDTH);
  for (let i = 0; i < length; i++) {
    const row = plain.subarray(i * DOCUMENT_FEATURE_WIDTH, (i + 1) * DOCUMENT_FEATURE_WIDTH);
    keys.set(row, i * WIDTH);
    SOURCE_FEATURES.forEach((feature, n) => {
      const key = row[feature] as number;
      keys[i * WIDTH + DOCUMENT_FEATURE_WIDTH + n] = key === 0 ? 0 : sourceKey(key, source);
    });
  }
  return keys;
}

/** Numbers the features that occur at least `least` times, and gives each position the numbers of its own. */
export function prepare(samples: readonly Omit<Item, "start">[], least: number): Prepared {
  let total = 0;
  const items = samples.map((item) => {
    const start = total;
    total += item.sample.text.length;
    return { ...item, start };
  });
  const counter = new KeyCounter();
  const cached = items.map((item) => {
    const keys = keysOf(item);
    counter.add(keys);
    return keys;
  });
  const index = new FeatureIndex(1 << 22);
  const generalColumns = [
    ...GENERAL_FEATURES,
    ...SOURCE_FEATURES.flatMap((feature, n) =>
      GENERAL_FEATURES.includes(feature) ? [DOCUMENT_FEATURE_WIDTH + n] : [],
    ),
  ];
  for (const keys of cached) {
    for (let i = 0; i < keys.length; i += WIDTH)
      for (const column of generalColumns) {
        const key = keys[i + column] as number;
        if (key !== 0 && counter.count(key) >= least) index.add(key);
      }
  }
  const general = index.size;
  const starts = new Int32Array(total + 1);
  const rows = new Int32Array(total * WIDTH);
  let count = 0;
  items.forEach((item, n) => {
    const keys = cached[n] as Int32Array;
    for (let i = 0; i < item.sample.text.length; i++) {
      starts[item.start + i] = count;
      for (let k = i * WIDTH; k < (i + 1) * WIDTH; k++) {
        const key = keys[k] as number;
        if (key === 0 || counter.count(key) < least) continue;
        rows[count++] = index.add(key);
      }
    }
    cached[n] = new Int32Array(0);
  });
  starts[total] = count;
  return { items, features: { starts, rows: rows.slice(0, count) }, index, general };
}
