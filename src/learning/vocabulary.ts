/**
 * From feature keys to rows: an open-addressing table of 32-bit keys, and a count that forgets the rare ones.
 *
 * A corpus has tens of millions of different features, most of them seen once; `countKeys` counts in a hashed array of
 * bytes (a few collisions keep a few features too many), and `FeatureIndex` numbers those seen often enough.
 */

/** A table from non-zero int32 keys to consecutive numbers, in order of first addition. */
export class FeatureIndex {
  #keys: Int32Array;
  #rows: Int32Array;
  #mask: number;
  #size = 0;

  constructor(capacity: number) {
    let slots = 16;
    while (slots < capacity * 2) slots *= 2;
    this.#keys = new Int32Array(slots);
    this.#rows = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The row of `key`, or -1. */
  get(key: number): number {
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#keys[slot];
      if (found === key) return this.#rows[slot] as number;
      if (found === 0) return -1;
    }
  }

  /** The row of `key`, which gets the next number if it is new. */
  add(key: number): number {
    const row = this.get(key);
    if (row >= 0) return row;
    if ((this.#size + 1) * 2 > this.#keys.length) this.#grow();
    this.#place(key, this.#size);
    return this.#size++;
  }

  /** All keys, in order of their rows. */
  keys(): Int32Array {
    const keys = new Int32Array(this.#size);
    this.#keys.forEach((key, slot) => {
      if (key !== 0) keys[this.#rows[slot] as number] = key;
    });
    return keys;
  }

  #place(key: number, row: number): void {
    let slot = key & this.#mask;
    while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#keys = new Int32Array(keys.length * 2);
    this.#rows = new Int32Array(keys.length * 2);
    this.#mask = this.#keys.length - 1;
    for (let slot = 0; slot < keys.length; slot++)
      if (keys[slot] !== 0) this.#place(keys[slot] as number, rows[slot] as number);
  }
}

/** Counts keys up to 255 in 2^26 hashed bytes. */
export class KeyCounter {
  readonly #counts = new Uint8Array(1 << 26);

  add(keys: Int32Array): void {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const slot = key >>> 6;
      if (key !== 0 && (this.#counts[slot] as number) < 255) this.#counts[slot] = (this.#counts[slot] as number) + 1;
    }
  }

  /** How often a key of this hash was seen; never fewer than the truth below 255. */
  count(key: number): number {
    return this.#counts[key >>> 6] as number;
  }
}
