/**
 * From an analyzed eojeol to its parts: where the stem stands, and which particles close it.
 */
import type { Span } from "../article/index.ts";
import type { Eojeol, Morpheme } from "./types.ts";

const PUNCTUATION = /^S[FPSEOW]$/;
const CLOSED_BY: Readonly<Record<string, string>> = { ")": "(", "）": "（", "]": "[", "〕": "〔", "】": "【" };
const SYMBOL_OF_NAME = /[㈜%％℃㎡㎞㎏㎝㎜㎖+#]/;

/** The eojeol over `span` of `text` with these morphemes, which lie inside it in order. */
export function closeEojeol(text: string, { start, end }: Span, morphemes: readonly Morpheme[]): Eojeol {
  let last = morphemes.length;
  while (last > 0 && isPunctuation(morphemes[last - 1] as Morpheme)) last--;
  const particles: string[] = [];
  let close = last;
  while (close > 1 && (morphemes[close - 1] as Morpheme).tag.startsWith("J")) {
    particles.unshift((morphemes[close - 1] as Morpheme).form);
    close--;
  }
  const copula = copulaAt(morphemes, close);
  const ends = morphemes[copula - 1]?.end ?? end;
  return { start, end, morphemes, stem: strip(text, start, close === 0 ? end : ends), particles };
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
