/**
 * Spans that the tagger gives, cut to the name: no bracket without its fellow, no mark of a legal form, no title before
 * or after a person's name.
 */
import { endingsOf, type NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";

const LEGAL_BEFORE = /^(?:\((?:주|유|재|사)\)|㈜) ?/;
const LEGAL_AFTER = / ?(?:\((?:주|유|재|사)\)|㈜)$/;

/** The mention without what is no part of the name, or undefined when nothing is left. */
export function trim(mention: Mention, lexicon: NameLexicon): Mention | undefined {
  const { text } = mention;
  let [from, to] = balanced(text);
  if (mention.kind === "person") [from, to] = withoutTitles(text, from, to, lexicon);
  from += LEGAL_BEFORE.exec(text.slice(from, to))?.[0].length ?? 0;
  to -= LEGAL_AFTER.exec(text.slice(from, to))?.[0].length ?? 0;
  while (from < to && text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  if (from >= to) return undefined;
  return { ...mention, start: mention.start + from, end: mention.start + to, text: text.slice(from, to) };
}

/** Cuts off what stands before a bracket that closes nothing, and from a bracket on that nothing closes. */
function balanced(text: string): [from: number, to: number] {
  let from = 0;
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") open.push(i);
    else if (text[i] === ")" && open.pop() === undefined) from = i + 1;
  }
  return [from, open[0] ?? text.length];
}

/** 박병엽 전 부회장, 현 국왕 알베르 2세, 김도윤대표: the name alone. */
function withoutTitles(text: string, start: number, end: number, lexicon: NameLexicon): [from: number, to: number] {
  const isTitle = (word: string): boolean => lexicon.titles.has(word) || lexicon.beforeTitle.has(word);
  let from = start;
  let to = end;
  for (;;) {
    const words = text.slice(from, to).split(" ");
    const inner = words.findIndex((word, n) => n > 0 && lexicon.beforeTitle.has(word));
    if (inner > 0) {
      to = from + words.slice(0, inner).join(" ").length;
      continue;
    }
    const first = words[0] as string;
    const last = words.at(-1) as string;
    if (isTitle(last)) to -= last.length + (words.length > 1 ? 1 : 0);
    else if (words.length > 1 && isTitle(first)) from += first.length + 1;
    else {
      const [title] = endingsOf(last, { get: (ending) => (lexicon.titles.has(ending) ? ending : undefined) });
      const joined = title !== undefined && title.length > 1 && last.length - title.length >= 2;
      return [from, joined ? to - title.length : to];
    }
    if (from >= to) return [from, to];
  }
}
