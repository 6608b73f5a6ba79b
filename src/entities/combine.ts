/** Several finders as one: their raw mentions together, for arbitration to choose from. */
import type { MentionFinder } from "./types.ts";

/** A finder that gives what all of `finders` give. */
export function combineFinders(...finders: readonly MentionFinder[]): MentionFinder {
  return { find: (document) => finders.flatMap((finder) => finder.find(document)) };
}
