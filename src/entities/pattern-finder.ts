/**
 * The first finder: names from the lexicon and from patterns, sentence by sentence.
 *
 * Takes a document and gives raw mentions, which may overlap and contradict each other; arbitration is a stage of its own.
 */
import type { Document } from "../korean/index.ts";
import type { SentenceContext } from "./context.ts";
import { findByEnding } from "./find-endings.ts";
import { findFirms } from "./find-firms.ts";
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
        const found = [...findKnown(context), ...findByEnding(context), ...findPeople(context), ...findFirms(context)];
        return [...found.map((mention) => doubtInQuotes(mention, context)), ...findProducts(context)];
      });
    },
  };
}

const LONGEST_NAME = 24;
const DOUBT = 0.3;

/** ‘서울 패션위크’ is no 서울: a name that is part of a quoted name needs a surer witness elsewhere. */
function doubtInQuotes(mention: Mention, { document, sentence }: SentenceContext): Mention {
  const part = sentence.quotes.some(({ kind, start, end }) => {
    if (kind !== "name" || end - start > LONGEST_NAME || start > mention.start || mention.end > end) return false;
    return end - start > mention.end - mention.start && !/[.,(]/.test(document.article.text.slice(start, end));
  });
  const doubted = part && mention.kind !== "organization" && mention.kind !== "title";
  return doubted ? { ...mention, confidence: Math.min(mention.confidence, DOUBT) } : mention;
}

export const patternFinder: MentionFinder = createPatternFinder();
