/**
 * The first finder: names from the lexicon and from patterns, sentence by sentence.
 *
 * Takes a document and gives raw mentions, which may overlap and contradict each other; arbitration is a stage of its own.
 */
import type { Document } from "../korean/index.ts";
import { findByEnding } from "./find-endings.ts";
import { findKnown } from "./find-known.ts";
import { findPeople } from "./find-people.ts";
import { findProducts } from "./find-products.ts";
import { type NameLexicon, nameLexicon } from "./lexicon.ts";
import type { Mention, MentionFinder } from "./types.ts";
import { wordsOf } from "./words.ts";

/** A finder over `lexicon`, by default the one that ships with maek. */
export function createPatternFinder(lexicon: NameLexicon = nameLexicon): MentionFinder {
  return {
    find(document: Document): Mention[] {
      return document.sentences.flatMap((sentence) => {
        const context = { document, sentence, words: wordsOf(document, sentence, lexicon), lexicon };
        return [...findKnown(context), ...findByEnding(context), ...findPeople(context), ...findProducts(context)];
      });
    },
  };
}

export const patternFinder: MentionFinder = createPatternFinder();
