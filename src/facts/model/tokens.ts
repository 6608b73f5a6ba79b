/**
 * Tokens of a stretch of text: what stands between, before and after, with names and figures blurred.
 *
 * A name becomes its kind, a title "T", an amount "Q"; the rest are morphemes. So that a pattern learnt of one company
 * holds for all.
 */
import type { Morpheme } from "../../korean/index.ts";
import type { SentenceView } from "../view.ts";

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it is a word of content: a noun, verb, adjective or a blurred name. */
  readonly content: boolean;
}

const CONTENT = /^(NNG|NNP|NNB|NR|VV|VA|XR|SL|SH|MAG|MM|XSN|XPN)$/;
const cache = new WeakMap<SentenceView, readonly Token[]>();

/** All tokens of a sentence, in order. */
export function tokensOf(view: SentenceView): readonly Token[] {
  const known = cache.get(view);
  if (known) return known;
  const blurred = [
    ...view.sites.map((s) => ({ start: s.start, end: s.end, text: `<${s.entity.kind}>` })),
    ...view.titles.map((t) => ({ start: t.start, end: t.end, text: `T` })),
    ...view.document.amounts
      .filter((a) => a.start >= view.sentence.start && a.end <= view.sentence.end)
      .map((a) => ({ start: a.start, end: a.end, text: `Q${a.unit.length > 1 ? "$" : a.unit}` })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const tokens: Token[] = [];
  let next = 0;
  let blurredTo = view.sentence.start;
  const put = (before: number) => {
    for (; next < blurred.length && (blurred[next] as Token).start < before; next++) {
      const b = blurred[next] as Token;
      if (b.start < blurredTo) continue;
      tokens.push({ ...b, content: true });
      blurredTo = b.end;
    }
  };
  for (const word of view.words) {
    for (const m of word.eojeol.morphemes) {
      put(m.end);
      if (m.start < blurredTo) continue;
      tokens.push({ start: m.start, end: m.end, text: formOf(m), content: CONTENT.test(m.tag) });
    }
  }
  put(Number.POSITIVE_INFINITY);
  cache.set(view, tokens);
  return tokens;
}

function formOf(m: Morpheme): string {
  if (m.tag === "SN") return "0";
  return m.unknown ? "?" : m.form;
}

/** The tokens that lie in [start, end). */
export function tokensBetween(view: SentenceView, start: number, end: number): Token[] {
  return tokensOf(view).filter((t) => t.start >= start && t.end <= end);
}
