/**
 * BIO tags over kinds: tag 0 is outside, 1 + 2k begins a span of kind k, 2 + 2k continues it.
 *
 * The arithmetic lives here alone; the rest of the room asks. Reference: Ramshaw & Marcus 1995.
 */

/** A span found in a sequence: positions [start, end) of kind number `kind`. */
export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

export const OUTSIDE = 0;

/** How many tags `kinds` kinds make. At most 15 kinds: sets of tags are kept as bits of an int32. */
export const tagCount = (kinds: number): number => 1 + 2 * kinds;
export const beginTag = (kind: number): number => 1 + 2 * kind;
export const insideTag = (kind: number): number => 2 + 2 * kind;
export const isInside = (tag: number): boolean => tag > 0 && (tag & 1) === 0;
export const kindOfTag = (tag: number): number => (tag - 1) >> 1;

/** Whether `tag` may follow `previous`: a span continues only itself. */
export function mayFollow(previous: number, tag: number): boolean {
  return !isInside(tag) || previous === tag || previous === tag - 1;
}

/** The spans that a tag sequence marks. */
export function spansOf(tags: ArrayLike<number>): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let start = -1;
  for (let i = 0; i <= tags.length; i++) {
    const tag = i < tags.length ? (tags[i] as number) : OUTSIDE;
    if (start >= 0 && !isInside(tag)) {
      spans.push({ start, end: i, kind: kindOfTag(tags[start] as number) });
      start = -1;
    }
    if (tag !== OUTSIDE && !isInside(tag)) start = i;
  }
  return spans;
}

/** The tag sequence of `length` positions that marks `spans`, which must not overlap. */
export function tagsOf(spans: readonly TaggedSpan[], length: number): Int32Array {
  const tags = new Int32Array(length);
  for (const { start, end, kind } of spans) {
    tags.fill(insideTag(kind), start, end);
    tags[start] = beginTag(kind);
  }
  return tags;
}
