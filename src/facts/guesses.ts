/**
 * Guesses by context: what is said of a person or product in one sentence makes guesses in the others needless.
 *
 * Takes the relation drafts of an article and leaves out the post that was guessed of somebody whose post is named, and
 * the maker that was guessed of a product whose maker is named.
 */
import type { RelationDraft } from "./draft.ts";

/** By the trait of a guess: what it tells of, and which end is the thing that it tells it of. */
const GUESSES = [
  { trait: "title/bare", kind: "position_at", end: "head" },
  { trait: "makes/context", kind: "makes", end: "tail" },
] as const;

/** The drafts without needless guesses. */
export function withoutGuesses(drafts: readonly RelationDraft[]): RelationDraft[] {
  return GUESSES.reduce<RelationDraft[]>(
    (left, { trait, kind, end }) => {
      const guessed = (d: RelationDraft) => d.traits.includes(trait);
      const known = new Set(left.filter((d) => d.kind === kind && !guessed(d)).map((d) => d[end].entity.key));
      return left.filter((d) => !guessed(d) || !known.has(d[end].entity.key));
    },
    [...drafts],
  );
}
