/**
 * Firms told by the noun that introduces them: 분리막 업체 가나셀, 자회사인 다라텍, 라마바(대표 조영철).
 *
 * An unknown noun right after such a noun is the firm's name, also in quotation marks, unless it goes on as a description.
 */
import { mention, type SentenceContext } from "./context.ts";
import { hasEnding, type NameLexicon } from "./lexicon.ts";
import { FOREIGN, isDepartment, isUnknown } from "./person-shape.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

const INTRODUCED = 0.6;
const LATIN = /^[A-Z][A-Za-z&]{1,11}$/;
/** How a sentence goes on after a firm: with a particle of its own, a list, a bracket. */
const CASES = /^(?:은|는|이|가|을|를|의|와|과|에|도|로|으로|에서|에는|에게|에도|만|측|인|이다|다|였다|이었다)$/;

export function findFirms({ document, words, lexicon }: SentenceContext): Mention[] {
  const { text } = document.article;
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    if (!before || !introduces(before, word, lexicon)) return [];
    if (!isFirmName(word, before.particle === "인" || word.gap !== " ", lexicon)) return [];
    const next = text[word.close] ?? " ";
    const ends = CASES.test(word.particle) || /[(,·’'”"]/.test(next) || words[index + 1]?.text === "등";
    return ends
      ? [mention(document, word.start, word.end, { kind: "company", source: "introduced", confidence: INTRODUCED })]
      : [];
  });
}

function introduces({ text, particle, shape }: Word, { gap }: Word, lexicon: NameLexicon): boolean {
  if (particle !== "" && particle !== "인") return false;
  if (!/^ [‘'“"]?$/.test(gap) || (particle === "" && shape === "other")) return false;
  if (lexicon.notIntroducers.has(text)) return false;
  return lexicon.introducers.has(text) || hasEnding(text, lexicon.introducers);
}

/** Bare after the noun a name must sound foreign: 업체 약관 is none. `marked`: after 인, or in quotation marks. */
function isFirmName(word: Word, marked: boolean, lexicon: NameLexicon): boolean {
  if (LATIN.test(word.text)) return !lexicon.known.has(word.text) && !lexicon.notLatin.has(word.text);
  if (!isUnknown(word, lexicon) || word.text.length < 2 || isDepartment(word.text, lexicon)) return false;
  return word.shape === "noun" && (marked || lexicon.foreignScore(word.text) >= FOREIGN);
}
