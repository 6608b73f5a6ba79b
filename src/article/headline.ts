/**
 * Text → its headline, when it has one.
 *
 * Takes an article's text; gives the span of its headline. The idea: a file begins with a headline when its first line
 * is short, is no sub-heading, does not close like a sentence of prose, and more text follows.
 */
import type { Span } from "./types.ts";

/** The longest headline of some 370 newspaper articles has 71 characters. */
const LONGEST = 120;
/** Marks that newspapers set before a heading inside the text. */
const HEADING_MARK = /^[◇◆■□▶▷►△▲▽▼●○◎★☆※☞]/u;
/** A lone full stop, maybe behind a closing quotation mark; an ellipsis is a headline's own. */
const SENTENCE_END = /(?<!\.)[.。]["”’'」』)]*$/u;
/** A dateline or byline opens prose: "(서울=연합뉴스)", "[서울=뉴시스]", "홍길동 기자 =". */
const BYLINE = /^[[(【][^\])】]*=[^\])】]*[\])】]|^[가-힣]{2,4} 기자\b/u;

/** Finds the headline of a text: its first line, apart from lines that hold nothing but "|" or white space. */
export function guessHeadline(text: string): Span | undefined {
  for (const line of text.matchAll(/[^\n]+/g)) {
    const content = line[0].trim();
    if (content === "" || /^[|\s]+$/.test(content)) continue;
    const start = line.index + line[0].indexOf(content);
    const end = start + content.length;
    const isHeadline =
      content.length <= LONGEST &&
      !HEADING_MARK.test(content) &&
      !SENTENCE_END.test(content) &&
      !BYLINE.test(content) &&
      /\S/.test(text.slice(end));
    return isHeadline ? { start, end } : undefined;
  }
  return undefined;
}
