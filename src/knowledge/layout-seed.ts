/**
 * Numbers that look random and are none: a hash of a string (FNV-1a, 32 bits) starts a small generator (mulberry32).
 * The layout starts from them, so that a node's start depends on its key alone.
 */

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** `count` numbers from 0 up to 1, the same for the same text. */
export function numbersFrom(text: string, count: number): number[] {
  let state = fnv1a(text);
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  });
}
