/**
 * Products in quotation marks: ‘퉁이 첸원’ after 챗봇, 영화 ‘명량’, ‘갤럭시S6’를 출시, 《겨울 나라》, <먼 바다>.
 *
 * The words around a quote decide, or its own words: a brand in it (‘푸른마을 래미안’), a number at its end (‘별하 2.0’).
 * Titles of works stand in brackets of their own. What one quote is, its neighbours in a list are too.
 */
import type { Quote } from "../korean/index.ts";
import { mention, type SentenceContext } from "./context.ts";
import type { KnownName, NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

const PREDICATE = /(?:다|요|까|라|자|음|함|됨|네|죠|기)[.!?]?$/;
const LONGEST = 20;
const LONGEST_TITLE = 30;
const TITLE_BRACKETS = "《<「『〈";
const LIST_GAP = /^(?: |, |,|·|와 |과 |이나 |나 )$/;
const VERSION_END = /[가-힣A-Za-z] ?\d(?:\.\d)?$/;
/** A list passes on what its members are, a little less surely. */
const LISTED = 0.6;

interface Candidate {
  readonly quote: Quote;
  readonly inside: string;
  readonly confidence: number | undefined;
}

export function findProducts(context: SentenceContext): Mention[] {
  const { document, sentence } = context;
  const { text } = document.article;
  const candidates = sentence.quotes.flatMap((quote): Candidate[] => {
    const inside = text.slice(quote.start, quote.end).replace(/ ?\([^()]*\)$/, "");
    if (!mayName(quote, inside, text, context.lexicon)) return [];
    return [{ quote, inside, confidence: judge(quote, inside, context) }];
  });
  const sure = new Set(candidates.filter(({ confidence }) => confidence !== undefined));
  for (const [index, candidate] of [...candidates.entries(), ...[...candidates.entries()].reverse()]) {
    if (sure.has(candidate)) continue;
    const beside = [candidates[index - 1], candidates[index + 1]];
    if (beside.some((other) => other && sure.has(other) && listed(other.quote, candidate.quote, text))) {
      sure.add(candidate);
    }
  }
  return [...sure].map(({ quote, inside, confidence = LISTED }) =>
    mention(document, quote.start, quote.start + inside.length, { kind: "product", source: "quoted", confidence }),
  );
}

/** Whether a quote can be a name at all. */
function mayName({ kind, start }: Quote, inside: string, text: string, lexicon: NameLexicon): boolean {
  if (kind !== "name" || inside.length < 2 || inside !== inside.trim()) return false;
  if (isTitle(text, start)) return inside.length <= LONGEST_TITLE && !lexicon.known.has(inside);
  if (inside.length > LONGEST || inside.split(" ").length > 4) return false;
  if (PREDICATE.test(inside) || /[,…→~]/.test(inside) || lexicon.notInQuotes.has(inside)) return false;
  return !lexicon.known.has(inside) && !lexicon.commonWords.has(inside) && !lexicon.generic.has(inside);
}

function isTitle(text: string, start: number): boolean {
  return TITLE_BRACKETS.includes(text[start - 1] ?? " ");
}

function judge(quote: Quote, inside: string, { document, words, lexicon }: SentenceContext): number | undefined {
  const { text } = document.article;
  const before = words.findLast((word) => word.close <= quote.start - 1);
  const after = words.find((word) => word.start >= quote.end + 1);
  if (isTitle(text, quote.start)) {
    return lexicon.notTitles.some((word) => text.startsWith(word, quote.end + 1)) ? undefined : 0.7;
  }
  const head =
    before &&
    [...lexicon.productBefore].find((word) => before.text === word || (word.length > 1 && before.text.endsWith(word)));
  if (head && (before.particle === "" || ["인", "의"].includes(before.particle))) return 0.75;
  const maker = words.find((word) => word.start === quote.start && word.end < quote.end);
  const last = inside.split(" ").at(-1) ?? "";
  const byMaker = maker && /^ /.test(text.slice(maker.end)) && isBrand(lexicon.known.get(maker.text));
  if (byMaker && !lexicon.commonWords.has(last)) return 0.8;
  const next = lexicon.productAfter;
  if (after && text.slice(quote.end + 1, after.start) === " " && next.has(after.text)) return 0.6;
  if (lexicon.launches.some((verb) => text.slice(quote.end + 1, quote.end + 12).includes(verb))) return 0.5;
  if (VERSION_END.test(inside)) return 0.55;
  if (lexicon.commonWords.has(last)) return undefined;
  if (before && isOwned(before, quote, text, lexicon)) return 0.55;
  const inner = words.some(({ start, end, text: part }) => {
    const known = start >= quote.start && end <= quote.end ? lexicon.known.get(part) : undefined;
    return known?.kind === "product" && known.certain && part.length >= 2;
  });
  return inner ? 0.7 : undefined;
}

/** 가나전자의 ‘별하’: what a firm has in quotes. */
function isOwned(before: Word, quote: Quote, text: string, lexicon: NameLexicon): boolean {
  const known = lexicon.known.get(before.text);
  const firm = known?.certain === true && (known.kind === "company" || known.subkind === "media");
  return firm && before.particle === "의" && /^ .$/.test(text.slice(before.close, quote.start));
}

function listed(a: Quote, b: Quote, text: string): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return LIST_GAP.test(text.slice(first.end + 1, second.start - 1));
}

function isBrand(known: KnownName | undefined): boolean {
  return known?.certain === true && (known.kind === "company" || known.kind === "product");
}
