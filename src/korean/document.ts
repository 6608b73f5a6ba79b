/**
 * Article → Document: the reading of a text as Korean, on which entities and facts are found.
 *
 * Takes an article and a loaded morphology and gives sentences of eojeols with their particles, amounts and dates.
 */
import type { Article } from "../article/index.ts";
import type { AnalyzedEojeol, Morphology } from "./morphology.ts";
import { splitEojeol } from "./particles.ts";
import { type SentenceRange, splitSentences } from "./sentences.ts";
import type { Document, Eojeol, Morpheme, Sentence } from "./types.ts";

/**
 * Reads an article. Pure: the same article gives the same document.
 * @returns a Document whose offsets count UTF-16 units in `article.text`
 */
export function readDocument(article: Article, morphology: Morphology): Document {
  const sentences = splitSentences(article.text, article.title).map((range, index) =>
    readSentence(article.text, range, index, morphology),
  );
  return { article, sentences, amounts: [], dates: [] };
}

function readSentence(text: string, range: SentenceRange, index: number, morphology: Morphology): Sentence {
  const eojeols = morphology
    .analyze(text.slice(range.start, range.end))
    .map((analyzed) => readEojeol(text, shift(analyzed, range.start)));
  return { start: range.start, end: range.end, index, kind: range.kind, eojeols, quotes: range.quotes };
}

function shift({ start, end, morphemes }: AnalyzedEojeol, by: number): AnalyzedEojeol {
  const moved: Morpheme[] = morphemes.map((m) => ({ ...m, start: m.start + by, end: m.end + by }));
  return { start: start + by, end: end + by, morphemes: moved };
}

function readEojeol(text: string, analyzed: AnalyzedEojeol): Eojeol {
  return { ...analyzed, ...splitEojeol(text, analyzed) };
}
