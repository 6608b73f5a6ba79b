/**
 * Examples: feature keys with a class, an article and a weight, turned into the numbered rows that training wants.
 */
import { FeatureIndex, type LinearExamples } from "../../src/learning/index.ts";

export class ExampleSet {
  readonly articles: number[] = [];
  readonly #keys: Int32Array[] = [];
  readonly #labels: number[] = [];
  readonly #weights: number[] = [];
  readonly #masks: Uint8Array[] = [];
  readonly #maskOf: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  add(article: number, keys: Int32Array, label: number, weight = 1, mask?: Uint8Array): void {
    this.articles.push(article);
    this.#keys.push(keys);
    this.#labels.push(label);
    this.#weights.push(weight);
    if (!mask) return;
    let at = this.#masks.indexOf(mask);
    if (at < 0) at = this.#masks.push(mask) - 1;
    this.#maskOf.push(at);
  }

  /** Rows of the features seen at least `least` times. */
  number(least: number): { examples: LinearExamples; keys: Int32Array } {
    const seen = new FeatureIndex(1 << 16);
    let counts = new Int32Array(1 << 20);
    for (const keys of this.#keys) {
      for (const key of keys) {
        const row = seen.add(key);
        if (row >= counts.length) {
          const grown = new Int32Array(counts.length * 2);
          grown.set(counts);
          counts = grown;
        }
        counts[row] = (counts[row] as number) + 1;
      }
    }
    const index = new FeatureIndex(1 << 16);
    const starts = new Int32Array(this.size + 1);
    const rows: number[][] = this.#keys.map((keys) => {
      const kept: number[] = [];
      for (const key of keys) if ((counts[seen.get(key)] as number) >= least) kept.push(index.add(key));
      return kept;
    });
    rows.forEach((list, i) => {
      starts[i + 1] = (starts[i] as number) + list.length;
    });
    const flat = new Int32Array(starts[this.size] as number);
    rows.forEach((list, i) => {
      flat.set(list, starts[i]);
    });
    return {
      keys: index.keys(),
      examples: {
        starts,
        rows: flat,
        labels: Int32Array.from(this.#labels),
        weights: Float32Array.from(this.#weights),
        ...(this.#masks.length > 0 && { masks: this.#masks, maskOf: Int32Array.from(this.#maskOf) }),
      },
    };
  }

  /** The example numbers for which `keep` holds of the article. */
  only(keep: (article: number) => boolean): Int32Array {
    return Int32Array.from(this.articles.flatMap((article, i) => (keep(article) ? [i] : [])));
  }
}
