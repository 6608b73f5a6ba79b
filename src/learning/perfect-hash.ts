/**
 * Perfect hashing: a place for each of many known keys that no other key shares, so that a look-up is one comparison.
 *
 * Takes ascending 32-bit keys. Keys with the same upper bits share a seed, which is chosen so that all its keys fall on
 * free slots; the fullest buckets choose first. Reference: Belazzougui, Botelho & Dietzfelbinger 2009, Hash, displace,
 * and compress.
 */

/** Keys a bucket holds on average, at most. */
const BUCKET = 4;
/** Seeds a bucket may try before the table is made larger. */
const SEEDS = 65536;

/** The slots of known keys: `slotOf` gives each its own; of unknown keys it gives any. */
export interface PerfectHash {
  /** The seed of each bucket; a key's bucket is its upper bits: key >>> bucketShift. */
  readonly seeds: Uint16Array;
  readonly bucketShift: number;
  /** A slot is this many bits' shift of the hash; there are `slots` of them. */
  readonly slotShift: number;
  readonly slots: number;
}

/** The slot of `key` (any int32 or uint32) under its bucket's seed. */
export const slotOf = (key: number, seed: number, slotShift: number): number =>
  Math.imul(key ^ Math.imul(seed, 0x85ebca6b), 0x9e3779b1) >>> slotShift;

/** Finds slots for keys (ascending, as unsigned numbers, each once). */
export function hashPerfectly(keys: Uint32Array): PerfectHash {
  let bits = 4;
  while (2 ** bits < keys.length * 1.15) bits++;
  for (; ; bits++) {
    const hash = tryBits(keys, bits);
    if (hash) return hash;
  }
}

function tryBits(keys: Uint32Array, bits: number): PerfectHash | undefined {
  let bucketBits = 1;
  while (2 ** bucketBits * BUCKET < keys.length) bucketBits++;
  const bucketShift = 32 - bucketBits;
  const starts = new Uint32Array(2 ** bucketBits + 1);
  for (const key of keys) {
    const after = (key >>> bucketShift) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  /** Buckets by how many keys they hold. */
  const order: number[][] = [];
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    const size = starts[bucket + 1] as number;
    const alike = order[size] ?? [];
    alike.push(bucket);
    order[size] = alike;
    starts[bucket + 1] = (starts[bucket] as number) + size;
  }
  const slotShift = 32 - bits;
  const taken = new Uint8Array(2 ** bits);
  const seeds = new Uint16Array(2 ** bucketBits);
  for (const buckets of order.reverse()) {
    for (const bucket of buckets ?? []) {
      const own = keys.subarray(starts[bucket], starts[bucket + 1]);
      let seed = 0;
      while (seed < SEEDS && !settle(own, seed, slotShift, taken)) seed++;
      if (seed === SEEDS) return undefined;
      seeds[bucket] = seed;
    }
  }
  return { seeds, bucketShift, slotShift, slots: 2 ** bits };
}

/** Takes the slots of all these keys, or none of them. */
function settle(keys: Uint32Array, seed: number, slotShift: number, taken: Uint8Array): boolean {
  for (let n = 0; n < keys.length; n++) {
    const slot = slotOf(keys[n] as number, seed, slotShift);
    if (taken[slot] === 0) {
      taken[slot] = 1;
      continue;
    }
    for (let m = 0; m < n; m++) taken[slotOf(keys[m] as number, seed, slotShift)] = 0;
    return false;
  }
  return true;
}
