/**
 * Cuts a text into sentences.
 *
 * Takes the article's text and gives the ranges of its sentences with their kind and quotes. A line is a paragraph; inside
 * it a sentence ends at . ? ! (and the marks that close after it), not inside quotation marks or brackets, not in numbers
 * and abbreviations, and also where two paragraphs were joined without a space ("발표했다.AFP통신은").
 */
import type { Span } from "../article/index.ts";
import { countWords, findHeadingEnd, type WordCounts } from "./headings.ts";
import { alternatives, sentenceLexicon } from "./lexicon.ts";
import { findQuotes } from "./quotes.ts";
import type { Quote, Sentence } from "./types.ts";

/** A sentence before its eojeols are known. */
export interface SentenceRange extends Span {
  readonly kind: Sentence["kind"];
  readonly quotes: readonly Quote[];
}

const lexicon = sentenceLexicon;
const HEADING = new RegExp(`^[${lexicon.headingMarks}]`);
const JOINED_HEADING = new RegExp(`^[${lexicon.joinedHeadingMarks}]`);
/** Inside a paragraph △ and ▲ begin the items of a list; other marks begin a heading. */
const INLINE_HEADING = new RegExp(`[${lexicon.headingMarks.replace(/[△▲]/g, "")}]`);
/** What begins with a heading's mark and asks or exclaims is a heading all the same, if it is as short as this. */
const SHORT_HEADING = 25;
const ENDED = /[.?!][”’"')]*$/;
const ASKED = /[?!][”’"')]*$/;
const MARKUP = /\[\[[^\]\n]*\]\]/g;
const ENDING = new RegExp(`[${lexicon.stopEndings}]`);
const ABBREVIATION = new RegExp(`(?:^|[^A-Za-z])(?:[A-Za-z]|${alternatives(lexicon.abbreviations)})$`);
const CLOSERS = /["＂”’'＇`」』》〉>)）\]〕】]/;
const OPENERS = /[A-Z“‘"'◇■▶○●]/;
const { quotatives, adnominalQuotatives, otherQuotatives, quotedParticles } = lexicon;
/** What follows a closing quotation mark and goes on with the sentence. */
const CONTINUES = new RegExp(
  `^\\s?(?:${alternatives([...quotatives, ...adnominalQuotatives, ...otherQuotatives])})(?![가-힣])|` +
    `^(?:(?:${alternatives(quotatives.filter((word) => word !== "고"))})|(?:${alternatives(quotedParticles)})(?![가-힣]))`,
);
/** Footnote marks after a stop belong to the sentence before: "밝혔다.[1][2]". */
const FOOTNOTES = /(?:\[\d{1,3}\])+/y;
/** A paragraph that begins with its day, joined to a heading or the paragraph before: "대거 적자전환12일 금융감독원에". */
const JOINED_DAY = new RegExp(
  `(?<=[가-힣][’”」)]?)(?<!${alternatives(lexicon.beforeNumberedDay)})\\d{1,2}일 (?=[가-힣])`,
  "g",
);

/**
 * The sentences of `text` in order; offsets count its UTF-16 units. Lines without a letter or digit ("|") hold none.
 * @param title the article's headline: when the text's first line is it, that sentence is the headline
 */
export function splitSentences(text: string, title = ""): SentenceRange[] {
  const found: SentenceRange[] = [];
  let lineStart = 0;
  let first = true;
  let counted: WordCounts | undefined;
  const counts = (): WordCounts => {
    counted ??= countWords(text);
    return counted;
  };
  while (lineStart <= text.length) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = trim(text, lineStart, lineEnd);
    if (line) {
      if (first && title !== "" && text.slice(line.start, line.end) === title.trim()) {
        found.push({ ...line, kind: "headline", quotes: findQuotes(text, line.start, line.end) });
      } else splitLine(text, line, found, counts);
      first = false;
    }
    lineStart = lineEnd + 1;
  }
  return found;
}

/** The span without white space at its ends; undefined when no letter or digit is left. */
function trim(text: string, start: number, end: number): Span | undefined {
  while (start < end && /[\s\ufeff]/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : undefined;
}

function splitLine(text: string, line: Span, found: SentenceRange[], counts: () => WordCounts): void {
  let from = line.start;
  for (const match of text.slice(line.start, line.end).matchAll(MARKUP)) {
    splitProse(text, from, line.start + match.index, found, counts);
    from = line.start + match.index + match[0].length;
  }
  splitProse(text, from, line.end, found, counts);
}

function splitProse(text: string, start: number, end: number, found: SentenceRange[], counts: () => WordCounts): void {
  const prose = trim(text, start, end);
  if (!prose) return;
  const quotes = findQuotes(text, prose.start, prose.end);
  let from = prose.start;
  const add = (start: number, to: number, heading: boolean): void => {
    const span = start < to ? trim(text, start, to) : undefined;
    if (!span) return;
    const inside = quotes.filter((quote) => quote.start >= span.start && quote.end <= span.end);
    found.push({ ...span, kind: heading ? "heading" : "body", quotes: inside });
  };
  const cut = (to: number): void => {
    const span = trim(text, from, to);
    if (span && HEADING.test(text[span.start] as string)) {
      const written = text.slice(span.start, span.end);
      const joined = JOINED_HEADING.test(written);
      const joinedEnd = joined ? findHeadingEnd(text, span.start, span.end, counts) : undefined;
      const whole = !ENDED.test(written) || (written.length <= SHORT_HEADING && ASKED.test(written));
      const headingEnd = whole ? span.end : (joinedEnd ?? span.start);
      add(span.start, headingEnd, true);
      add(headingEnd, span.end, false);
    } else add(from, to, false);
    from = to;
  };
  for (const boundary of boundaries(text, prose, quotes)) cut(boundary);
  cut(prose.end);
}

function boundaries(text: string, { start, end }: Span, quotes: readonly Quote[]): number[] {
  const found: number[] = [];
  const joined = new Set([...text.slice(start, end).matchAll(JOINED_DAY)].map(({ index }) => start + index));
  let quote = 0;
  for (let at = start; at < end; at++) {
    while (quote < quotes.length && (quotes[quote] as Quote).end < at) quote++;
    const within = quotes[quote];
    if (within && at >= within.start && at < within.end) {
      // Only a stop right before the closing mark can end the sentence that holds the quote.
      at = within.end - 1;
      const last = text[at] as string;
      if (within.kind === "speech" && /[.?!]/.test(last) && !CONTINUES.test(text.slice(at + 2, at + 12)))
        found.push(at + 2);
      continue;
    }
    const mark = text[at] as string;
    if (mark === "(" || mark === "（" || mark === "[") {
      const close = closing(text, at, end);
      if (close > 0) at = close;
      continue;
    }
    if (joined.has(at)) found.push(at);
    if (INLINE_HEADING.test(mark) && at > start && /[.?!"”’')]/.test(text[at - 1] as string)) found.push(at);
    if (mark !== "." && mark !== "?" && mark !== "!") continue;
    let to = at + 1;
    while (to < end && /[.?!…]/.test(text[to] as string)) to++;
    while (to < end && CLOSERS.test(text[to] as string) && !quotes.some((q) => q.start === to + 1)) to++;
    FOOTNOTES.lastIndex = to;
    if (FOOTNOTES.test(text)) to = FOOTNOTES.lastIndex;
    if (to >= end) break;
    if (stops(text, start, at, to)) found.push(to);
    at = to - 1;
  }
  return found;
}

const BRACKETS: Readonly<Record<string, string>> = { "(": ")", "（": "）", "[": "]" };

/** Where the bracket at `at` closes, within 300 characters; -1 if it does not. */
function closing(text: string, at: number, end: number): number {
  const open = text[at] as string;
  const close = BRACKETS[open] as string;
  let depth = 0;
  for (let i = at; i < Math.min(end, at + 300); i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** Whether the stop at `at`, with what closes after it up to `to`, ends a sentence. */
function stops(text: string, start: number, at: number, to: number): boolean {
  const before = at > start ? (text[at - 1] as string) : "";
  const after = text[to] as string;
  const spaced = /\s/.test(after);
  if (text[at] !== ".") return spaced || ENDING.test(before);
  if (/[0-9]/.test(before))
    return (
      spaced && !/^\s+[0-9]/.test(text.slice(to, to + 3)) && /[^\d.\s]/.test(text.slice(Math.max(start, at - 4), at))
    );
  if (/[A-Za-z]/.test(before)) {
    if (ABBREVIATION.test(text.slice(Math.max(start, at - 6), at))) return false;
    return spaced;
  }
  if (spaced) return true;
  return ENDING.test(before) || OPENERS.test(after);
}
