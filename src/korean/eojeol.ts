/**
 * From an analyzed eojeol to its parts: where the stem stands, and which particles close it.
 */
import type { Span } from "../article/index.ts";
import type { Eojeol, Morpheme, Sentence } from "./types.ts";

const PUNCTUATION = /^S[FPSEOW]$/;
/** Particles contracted to a final consonant (난 for 나는), by their long shape. */
const LONG_SHAPES: Readonly<Record<string, string>> = { ㄴ: "는", ㄹ: "를" };
const CLOSED_BY: Readonly<Record<string, string>> = { ")": "(", "）": "（", "]": "[", "〕": "〔", "】": "【" };
const SYMBOL_OF_NAME = /[㈜%％℃㎡㎞㎏㎝㎜㎖+#]/;

/** The eojeol over `span` of `text` with these morphemes, which lie inside it in order. */
export function closeEojeol(text: string, { start, end }: Span, morphemes: readonly Morpheme[]): Eojeol {
  let last = morphemes.length;
  while (last > 0 && isPunctuation(morphemes[last - 1] as Morpheme)) last--;
  const particles: string[] = [];
  let close = last;
  while (close > 1 && (morphemes[close - 1] as Morpheme).tag.startsWith("J")) {
    const { form } = morphemes[close - 1] as Morpheme;
    particles.unshift(LONG_SHAPES[form] ?? form);
    close--;
  }
  const copula = copulaAt(morphemes, close);
  const ends = copula === last ? end : (morphemes[copula - 1]?.end ?? end);
  return { start, end, morphemes, stem: strip(text, start, close === 0 ? end : ends), particles };
}

/**
 * The span without the particles, copula and punctuation at its end, where that end lies in an eojeol of the sentence.
 * @param span offsets into the article's text; comes back as it is when nothing would be left
 */
export function withoutParticles(sentence: Sentence, span: Span): Span {
  const last = sentence.eojeols.findLast(({ start }) => start < span.end);
  const end = last ? Math.min(span.end, last.stem.end) : span.end;
  return end > span.start ? { start: span.start, end } : span;
}

function isPunctuation({ tag, form }: Morpheme): boolean {
  return PUNCTUATION.test(tag) && !SYMBOL_OF_NAME.test(form);
}

/** The index after the noun, where only a copula and its endings follow it up to `close`; else `close`. */
function copulaAt(morphemes: readonly Morpheme[], close: number): number {
  let at = close;
  while (at > 0 && /^(?:VCP|E[A-Z]+|SS)$/.test((morphemes[at - 1] as Morpheme).tag)) at--;
  if (at === 0 || at === close) return close;
  const noun = /^(?:N|S[LHNW]|XSN|XR)/.test((morphemes[at - 1] as Morpheme).tag);
  const ended = morphemes.slice(at, close).some(({ tag }) => tag !== "SS");
  return noun && ended ? at : close;
}

/** The span without the punctuation around it; a closing bracket stays when what opens it is inside. */
function strip(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && !isWord(text, start)) start++;
  while (end > start && !isWord(text, end - 1)) {
    const opener = CLOSED_BY[text[end - 1] as string];
    if (opener && text.slice(start, end - 1).includes(opener)) break;
    end--;
  }
  return start < end ? { start, end } : { start: from, end: to };
}

function isWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xac00 && unit <= 0xd7a3) return true;
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(text[at] as string) || SYMBOL_OF_NAME.test(text[at] as string);
}
