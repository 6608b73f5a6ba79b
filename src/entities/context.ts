/** What every finder of names looks at: one sentence of a document as words, and the lexicon. */
import type { Document, Sentence } from "../korean/index.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

export interface SentenceContext {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly lexicon: NameLexicon;
}

/** A mention over [start, end) of the article's text. */
export function mention(
  document: Document,
  start: number,
  end: number,
  about: Pick<Mention, "kind" | "source" | "confidence"> & { subkind?: string | undefined },
): Mention {
  const { subkind, ...rest } = about;
  return { start, end, text: document.article.text.slice(start, end), ...(subkind && { subkind }), ...rest };
}
