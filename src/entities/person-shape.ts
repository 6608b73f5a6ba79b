/**
 * What a person's name looks like, word by word: the shape of a Korean name, the sound of a foreign one.
 *
 * Takes words and the lexicon and answers yes or no; where the words stand is find-people's business.
 */
import { endingsOf, hasEnding, type NameLexicon } from "./lexicon.ts";
import type { Word } from "./words.ts";

const HANGUL = /^[가-힣]+$/;
/** 김모씨: newspapers' way of not naming somebody. */
const UNNAMED = /^.모씨?$/;
/** How much a word next to a title must look like a name (NameLexicon.nameScore); names of two syllables stand only there. */
export const NEXT_TO_TITLE = -12;
/** A given name of two syllables after a surname of two is measured with the commonest surname before it. */
const COMMONEST_SURNAME = "김";
const ITS_WORTH = 20;
/** How much a word must sound foreign (NameLexicon.foreignScore) to be a foreign name without a known given name. */
export const FOREIGN = 4;

/** Whether two unknown words in a row sound like a foreign name. */
export function soundsForeign(first: Word, last: Word, lexicon: NameLexicon): boolean {
  if (!isUnknown(first, lexicon) || first.text.length > 5 || last.shape !== "noun") return false;
  return lexicon.foreignScore(first.text) + lexicon.foreignScore(last.text) >= FOREIGN;
}

/** Whether a word is a Korean surname, in Hangul or hanja. */
export function isSurname(word: string, lexicon: NameLexicon): boolean {
  return lexicon.surnames.has(word) || lexicon.hanjaSurnames.has(word);
}

/** Whether a word has the shape of a Korean name and is no word of its own. */
export function isKoreanName(word: string, lexicon: NameLexicon, least: number): boolean {
  if (!HANGUL.test(word) || word.length < 2 || word.length > 4 || isOrdinary(word, lexicon)) return false;
  if (UNNAMED.test(word)) return false;
  if (word.length === 4)
    return (
      lexicon.surnames.has(word.slice(0, 2)) &&
      lexicon.nameScore(COMMONEST_SURNAME + word.slice(2)) >= least + ITS_WORTH
    );
  if (!lexicon.surnames.has(word[0] as string)) return false;
  return word.length === 3 ? lexicon.nameScore(word) >= least : least <= NEXT_TO_TITLE;
}

/** Whether a word is one of the language, not of a name. */
export function isOrdinary(word: string, lexicon: NameLexicon): boolean {
  return (
    lexicon.commonWords.has(word) || lexicon.generic.has(word) || lexicon.titles.has(word) || lexicon.kin.has(word)
  );
}

/** Departments and bodies that stand between a name and its title: 특수2부, 투자전략팀, 가나다증권. */
export function isBodyWord(word: string, lexicon: NameLexicon): boolean {
  if (lexicon.titleEndings.has(word) || hasEnding(word, lexicon.titleEndings)) return true;
  return endingsOf(word, lexicon.endings).some(({ ending, kind }) => kind !== "place" && ending.length >= 2);
}

/** Neither known nor ordinary: what a foreign name looks like. */
export function isUnknown({ text: word, shape }: Word, lexicon: NameLexicon): boolean {
  return (
    shape !== "other" &&
    HANGUL.test(word) &&
    !lexicon.known.has(word) &&
    !isOrdinary(word, lexicon) &&
    !isBodyWord(word, lexicon) &&
    !lexicon.beforeTitle.has(word)
  );
}

/** Ends like a department, a region or a duty, not like a name. */
export function isDepartment(word: string, lexicon: NameLexicon): boolean {
  return hasEnding(word, lexicon.departmentEndings) || lexicon.departmentEndings.has(word);
}
