/**
 * Splits particles and the copula off eojeols.
 */
import type { Span } from "../article/index.ts";
import type { AnalyzedEojeol } from "./morphology.ts";
import type { Morpheme } from "./types.ts";

/** What an eojeol comes apart into. */
export interface Split {
  readonly morphemes: readonly Morpheme[];
  readonly stem: Span;
  readonly particles: readonly string[];
}

const PUNCTUATION = /^(?:SF|SP|SS|SE|SO|SW)$/;

/** The stem and the particles of an analyzed eojeol of `text`. */
export function splitEojeol(text: string, { start, end, morphemes }: AnalyzedEojeol): Split {
  let first = 0;
  let last = morphemes.length;
  while (first < last && PUNCTUATION.test((morphemes[first] as Morpheme).tag)) first++;
  while (last > first && PUNCTUATION.test((morphemes[last - 1] as Morpheme).tag)) last--;
  const particles: string[] = [];
  let close = last;
  while (close > first + 1 && (morphemes[close - 1] as Morpheme).tag.startsWith("J")) {
    particles.unshift((morphemes[close - 1] as Morpheme).form);
    close--;
  }
  const core = morphemes.slice(first, close);
  const copula = core.findIndex((m) => m.tag === "VCP");
  const stemmed = copula > 0 ? core.slice(0, copula) : core;
  let from = stemmed[0]?.start ?? start;
  const to = stemmed.at(-1)?.end ?? end;
  if (from > to) from = to;
  void text;
  return { morphemes, stem: { start: from, end: to }, particles };
}
