/**
 * Article → Document: the reading of a text as Korean, on which entities and facts are found.
 *
 * Takes an article and a loaded morphology and gives sentences of eojeols with their particles, amounts and dates. Each
 * sentence is analyzed once; then the words the analyzer did not know are read in the light of the whole article.
 */
import type { Article } from "../article/index.ts";
import { findAmounts } from "./amounts.ts";
import { findDates } from "./dates.ts";
import { closeEojeol } from "./eojeol.ts";
import type { AnalyzedEojeol, Morphology } from "./morphology.ts";
import { splitSentences } from "./sentences.ts";
import type { Document, Morpheme, Sentence } from "./types.ts";
import { collectStems, readUnknown, type Stems } from "./unknown.ts";

const HANGUL = /[가-힣]+/g;
const ONLY_HANGUL = /^[가-힣]{2,}$/;

/**
 * Reads an article. Pure: the same article gives the same document.
 * @returns a Document whose offsets count UTF-16 units in `article.text`
 */
export function readDocument(article: Article, morphology: Morphology): Document {
  const { text } = article;
  const read = unknownReader(text, morphology);
  const sentences = splitSentences(text, article.title).map((range, index): Sentence => {
    const analyzed = morphology.analyze(text.slice(range.start, range.end));
    const eojeols = analyzed.map((eojeol) => {
      const span = { start: eojeol.start + range.start, end: eojeol.end + range.start };
      return closeEojeol(text, span, read(eojeol).map(shifted(range.start)));
    });
    return { start: range.start, end: range.end, index, kind: range.kind, eojeols, quotes: range.quotes };
  });
  return { article, sentences, amounts: findAmounts(text), dates: findDates(text, sentences, article.date) };
}

function shifted(by: number): (morpheme: Morpheme) => Morpheme {
  return (morpheme) => ({ ...morpheme, start: morpheme.start + by, end: morpheme.end + by });
}

/** Reads the morphemes of an eojeol, its unknown words by what the whole text says of them; each word is read once. */
function unknownReader(text: string, morphology: Morphology): (eojeol: AnalyzedEojeol) => readonly Morpheme[] {
  const readings = new Map<string, Morpheme[] | undefined>();
  let stems: Stems | undefined;
  return ({ morphemes }) => {
    const at = morphemes.findLastIndex(({ tag }) => !/^S[FPSEOW]$/.test(tag));
    const noun = morphemes[at];
    if (noun?.tag !== "NNG" || !ONLY_HANGUL.test(noun.form)) return morphemes;
    if (noun.end - noun.start !== noun.form.length || !standsAlone(morphemes[at - 1])) return morphemes;
    if (!readings.has(noun.form)) {
      stems ??= collectStems(new Set(text.match(HANGUL)));
      readings.set(noun.form, readUnknown(noun.form, stems, morphology));
    }
    const reading = readings.get(noun.form);
    if (!reading) return morphemes;
    return [...morphemes.slice(0, at), ...reading.map(shifted(noun.start)), ...morphemes.slice(at + 1)];
  };
}

/** Only a noun with no other word fused before it is one that the analyzer gave up on. */
function standsAlone(before: Morpheme | undefined): boolean {
  return before === undefined || before.tag.startsWith("S");
}
