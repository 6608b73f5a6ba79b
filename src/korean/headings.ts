/**
 * Where a heading ends that was joined to the paragraph below it without a space ("○코레일 토지소유권 이전 추진코레일은 5일").
 *
 * Takes the text from a heading's mark on and gives the end of the heading, by three signs: the closing of a quotation that
 * is the heading, the page a reference names ("▶관련기사 A5면"), or a word that falls in two, the second of which is a word
 * that the article uses often.
 */
import { alternatives, sentenceLexicon } from "./lexicon.ts";
import { divisions } from "./particles.ts";

const MAX_LENGTH = 70;
const QUOTED = /^[^\p{L}\p{N}“‘"']{1,2}[^“‘"'.]{0,30}[“‘"'][^”’"'\n]{2,60}[”’"'](?=[가-힣A-Za-z0-9])/u;
const QUOTED_ON = new RegExp(
  `^(?:${alternatives(sentenceLexicon.quotatives)}|(?:${alternatives(sentenceLexicon.quotedParticles)})(?![가-힣]))`,
);
const PAGE = /^[^\p{L}\p{N}]{1,2}\s*(?:관련|본지)[^.]{0,40}?\d면(?:\s*참[조고])?(?=[가-힣A-Z0-9])/u;
const GLUED_NUMBER = /(?<=[가-힣A-Za-z])(?=[12]\d{3}년 )/;
const WORD = /[가-힣A-Za-z]+/g;
const SHORTEST = 2;
const OFTEN = 2;
/** A topic is where a paragraph begins; headings have none. */
const TOPIC = /..은$|.[^하있없되기리시르나가오주지]는$/;
const TOPIC_WEIGHT = 3;

/** How often the words of an article stand at the start of an eojeol, by stem. */
export type WordCounts = ReadonlyMap<string, number>;

/** Counts the words of a text and the stems they may have. */
export function countWords(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<![가-힣A-Za-z])[가-힣A-Za-z]+/g)) {
    for (const stem of new Set([word, ...divisions(word).map((division) => division.stem)])) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The end of the heading that starts at `start`, an offset into `text`; undefined when nothing shows one before `end`.
 * @param counts asked for only when the text's own words must decide
 */
export function findHeadingEnd(text: string, start: number, end: number, counts: () => WordCounts): number | undefined {
  const shown = text.slice(start, Math.min(end, start + MAX_LENGTH));
  const quoted = QUOTED.exec(shown);
  if (quoted && !QUOTED_ON.test(shown.slice(quoted[0].length))) return start + quoted[0].length;
  const page = PAGE.exec(shown);
  if (page) return start + page[0].length;
  const number = GLUED_NUMBER.exec(shown);
  if (number) return start + number.index;
  const glued = findGlued(shown, counts());
  return glued === undefined ? undefined : start + glued;
}

function findGlued(shown: string, counts: WordCounts): number | undefined {
  let best: number | undefined;
  let bestScore = 0;
  const bracket = shown.search(/[(（]/);
  for (const { 0: word, index } of (bracket < 0 ? shown : shown.slice(0, bracket)).matchAll(WORD)) {
    const topic = TOPIC.test(word);
    const second = secondWord(word, counts, topic ? 1 : OFTEN);
    if (second && second.count * (topic ? TOPIC_WEIGHT : 1) > bestScore) {
      bestScore = second.count * (topic ? TOPIC_WEIGHT : 1);
      best = index + second.at;
    }
    if (topic) break;
  }
  return best;
}

/** Where the longest second half begins that the article uses on its own, `least` times if it is a longer word. */
function secondWord(word: string, counts: WordCounts, least: number): { at: number; count: number } | undefined {
  for (let at = 1; at <= word.length - SHORTEST; at++) {
    const second = word.slice(at);
    if (/[A-Za-z]/.test(word[at - 1] as string) !== /[A-Za-z]/.test(word[at] as string) && at === 1) continue;
    for (const stem of [second, ...divisions(second).map((division) => division.stem)]) {
      // What stands elsewhere as one word, is one.
      if (stem.length < SHORTEST || (counts.get(word.slice(0, at + stem.length)) ?? 0) > 1) continue;
      const count = counts.get(stem) ?? 0;
      if (count >= (stem.length > SHORTEST ? least : OFTEN)) return { at, count };
    }
  }
  return undefined;
}
