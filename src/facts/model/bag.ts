/**
 * A bag of features: texts in, hashed keys out.
 *
 * A feature is a template's name and its parts; the same text gives the same key in training and in reading. A feature
 * within a context is hashed from both hashes, so that no text is put together for it.
 */
import { finish, hashText, mix } from "../../learning/index.ts";

export class Bag {
  readonly #keys: number[] = [];
  readonly #contexts: string[] = [];
  readonly #hashes: number[] = [];

  /** Adds a feature. */
  add(text: string): void {
    this.#keys.push(finish(hashText(text)));
  }

  /** Adds a feature alone and together with each of `contexts`. */
  both(text: string, ...contexts: readonly string[]): void {
    const hash = hashText(text);
    this.#keys.push(finish(hash));
    for (const context of contexts) this.#keys.push(finish(mix(hash, this.#hashOf(context))));
  }

  /** The keys, each once, ascending. */
  keys(): Int32Array {
    const keys = Int32Array.from(this.#keys).sort();
    let count = 0;
    for (let i = 0; i < keys.length; i++) {
      if (i === 0 || keys[i] !== keys[i - 1]) keys[count++] = keys[i] as number;
    }
    return keys.subarray(0, count);
  }

  /** A bag meets the same few contexts again and again. */
  #hashOf(context: string): number {
    let at = this.#contexts.indexOf(context);
    if (at < 0) {
      at = this.#contexts.push(context) - 1;
      this.#hashes.push(hashText(context));
    }
    return this.#hashes[at] as number;
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
