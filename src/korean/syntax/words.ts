/**
 * Eojeols as the parser's words: morphemes without punctuation, and the punctuation before and after.
 */
import type { Eojeol, Morpheme } from "../types.ts";

/** A word of a sentence as the parser takes it. */
export interface Word {
  /** Without punctuation. */
  readonly morphemes: readonly { readonly form: string; readonly tag: string }[];
  /** Punctuation that opens something before the word. */
  readonly before: string;
  /** Punctuation that follows it. */
  readonly after: string;
}

const MARK = /^S[FPSEOW]$/;
/** What the analyzer counts as punctuation, though it is part of a name or number. */
const PART_OF_WORD = /[㈜%％℃㎡㎞㎏㎝㎜㎖+#]/;

/** Whether the morpheme is punctuation. */
export function isMark({ tag, form }: Pick<Morpheme, "tag" | "form">): boolean {
  return MARK.test(tag) && !PART_OF_WORD.test(form);
}

/** The words of eojeols, and the eojeol of each by index: one of punctuation alone is no word, but a mark of the next. */
export function wordsOf(eojeols: readonly Eojeol[]): { words: Word[]; at: number[] } {
  const words: Word[] = [];
  const at: number[] = [];
  let pending = "";
  eojeols.forEach(({ morphemes }, index) => {
    const first = morphemes.findIndex((m) => !isMark(m));
    if (first < 0) {
      pending += formsOf(morphemes);
      return;
    }
    const last = morphemes.findLastIndex((m) => !isMark(m));
    words.push({
      morphemes: morphemes.filter((m) => !isMark(m)),
      before: pending + formsOf(morphemes.slice(0, first)),
      after: formsOf(morphemes.slice(last + 1)),
    });
    at.push(index);
    pending = "";
  });
  return { words, at };
}

function formsOf(morphemes: readonly Morpheme[]): string {
  return morphemes.map(({ form }) => form).join("");
}
