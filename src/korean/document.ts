/**
 * Article → Document: the reading of a text as Korean, on which entities and facts are found.
 *
 * Takes an article and a loaded morphology and gives sentences of eojeols with their particles, amounts and dates. Each
 * sentence is analyzed once; then each eojeol is read again in the light of the whole article (reader.ts).
 */
import type { Article } from "../article/index.ts";
import { findAmounts } from "./amounts.ts";
import { findDates } from "./dates.ts";
import { closeEojeol } from "./eojeol.ts";
import type { Morphology } from "./morphology.ts";
import { articleReader } from "./reader.ts";
import { splitSentences } from "./sentences.ts";
import type { Document, Sentence } from "./types.ts";

/**
 * Reads an article. Pure: the same article gives the same document.
 * @returns a Document whose offsets count UTF-16 units in `article.text`
 */
export function readDocument(article: Article, morphology: Morphology): Document {
  const { text } = article;
  const read = articleReader(text, morphology);
  const sentences = splitSentences(text, article.title).map((range, index): Sentence => {
    const sentence = text.slice(range.start, range.end);
    const eojeols = morphology.analyze(sentence).map((eojeol) => {
      const span = { start: eojeol.start + range.start, end: eojeol.end + range.start };
      const morphemes = read(sentence, eojeol).map((m) => ({
        ...m,
        start: m.start + range.start,
        end: m.end + range.start,
      }));
      return closeEojeol(text, span, morphemes);
    });
    return { start: range.start, end: range.end, index, kind: range.kind, eojeols, quotes: range.quotes };
  });
  return { article, sentences, amounts: findAmounts(text), dates: findDates(text, sentences, article.date) };
}
