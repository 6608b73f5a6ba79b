/**
 * Hashing of features: 32-bit integers mixed step by step, so that overlapping n-grams share their work.
 *
 * Takes and gives plain integers. The mixing step is a multiplication and a shift (Fibonacci hashing, Knuth 6.4);
 * `finish` spreads the bits so that the low ones can index a table.
 */

/** Adds `value` to a hash. Order matters: `mix(mix(h, a), b)` differs from `mix(mix(h, b), a)`. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The key of a feature: 32 well-spread bits, never 0 (which stands for "no feature"). */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed | 0;
}

/** The hash of a string's UTF-16 units. */
export function hashText(text: string, seed = 0): number {
  let hash = mix(0x811c9dc5, seed);
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
