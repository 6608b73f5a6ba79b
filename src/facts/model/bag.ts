/**
 * A bag of features: texts in, hashed keys out.
 *
 * A feature is a template's name and its parts; the same text gives the same key in training and in reading.
 */
import { finish, hashText } from "../../learning/index.ts";

export class Bag {
  readonly #keys = new Set<number>();

  /** Adds a feature. */
  add(text: string): void {
    this.#keys.add(finish(hashText(text)));
  }

  /** Adds a feature alone and together with each of `contexts`. */
  both(text: string, ...contexts: readonly string[]): void {
    this.add(text);
    for (const context of contexts) this.add(`${context}&${text}`);
  }

  /** The keys, each once, in the order of addition. */
  keys(): Int32Array {
    return Int32Array.from(this.#keys);
  }
}

/** A number as one of a few words: the highest bound that it reaches. */
export function bucket(value: number, bounds: readonly number[]): string {
  let found = "-";
  for (const bound of bounds) if (value >= bound) found = String(bound);
  return found;
}

/** Thermometer: one feature for each bound that the number reaches, so that weights add up to a curve. */
export function ladder(bag: Bag, name: string, value: number, bounds: readonly number[]): void {
  for (const bound of bounds) if (value >= bound) bag.add(`${name}>=${bound}`);
}
