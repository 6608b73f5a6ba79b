/**
 * Amounts: money, shares, counts and measures, as numbers with units.
 *
 * Takes a text and gives its amounts in order. A number (numbers.ts) is an amount when a unit of graph/lexicon follows it
 * and the word ends there or goes on in particles; words around it set the bound (최소, 이상, 넘는), a tilde joins two
 * into a range, and one in brackets behind another of the same measure converts it ("182억위안(약 3조6000억원)").
 */
import { alternatives, unitLexicon } from "./lexicon.ts";
import { type NumberRead, readNumber } from "./numbers.ts";
import type { Amount } from "./types.ts";

type Unit = (typeof unitLexicon)["units"][number];
type Draft = { -readonly [K in keyof Amount]: Amount[K] } & { measure: string };

/** Units and stops by their first character, longest first; a stop is a unit that is none. */
const byFirst = new Map<string, { form: string; unit?: Unit }[]>();
for (const entry of [
  ...unitLexicon.units.map((unit) => ({ form: unit.form, unit })),
  ...unitLexicon.stops.map((form) => ({ form })),
]) {
  const first = entry.form[0] as string;
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), entry].sort((a, b) => b.form.length - a.form.length),
  );
}

const TAIL = new RegExp(
  `^(?:${alternatives(unitLexicon.suffixes)})*(?:(?:${alternatives(unitLexicon.copulas)})[가-힣]*)?$`,
);
const PREFIX = new RegExp(`(?:${alternatives(Object.keys(unitLexicon.prefixes))})\\s?$`);
const BEFORE = new RegExp(`(?:^|[\\s(（,·“‘"'])(${alternatives(Object.keys(unitLexicon.before))})\\s?$`);
const AFTER = unitLexicon.after.map(([pattern, bound]) => ({ pattern: new RegExp(`^(?:${pattern})`), bound }));
const CONVERSION = new RegExp(`^[(（](?:${alternatives(unitLexicon.conversions)}|\\s)*$`);
const SHARES = new RegExp(alternatives(unitLexicon.shareWords));
const NATIVE = new RegExp(
  `(?<![가-힣])(${alternatives(Object.keys(unitLexicon.numerals))}) ?(${alternatives(unitLexicon.nativeCounters)})`,
  "g",
);
const NUMBER_START = /(?<![\dA-Za-z.,]|[A-Za-z]-|제|(?<![가-힣])제 )\d/g;
const RANGE = /\s?[~∼～〜–—-]\s?(?=\d)/y;
const SMALL_COUNT_OF_TENS = /^[1-9]0$/;

/**
 * The amounts of a text, in order; offsets count its UTF-16 units. An amount's span holds number and unit (and a sign),
 * not the words of its bound. Numbers without a unit, ordinals, dates and counts of time are no amounts.
 */
export function findAmounts(text: string): Amount[] {
  const drafts: Draft[] = [];
  let reached = 0;
  for (const match of text.matchAll(NUMBER_START)) {
    if (match.index < reached) continue;
    const draft = readAmount(text, match.index);
    if (!draft) continue;
    drafts.push(draft);
    reached = draft.end;
  }
  for (const match of text.matchAll(NATIVE)) {
    const [all, numeral, counter] = match as unknown as [string, string, string];
    const end = match.index + all.length;
    if (!TAIL.test(hangulFrom(text, end)) || longerWord(text, match.index + all.length - counter.length, counter))
      continue;
    const value = unitLexicon.numerals[numeral] as number;
    drafts.push(
      draftOf(text, match.index, end, value, undefined, { form: counter, unit: counter, measure: "count" }, false),
    );
  }
  drafts.sort((a, b) => a.start - b.start);
  return link(text, drafts);
}

function readAmount(text: string, at: number): Draft | undefined {
  const first = readNumber(text, at);
  if (!first) return undefined;
  RANGE.lastIndex = first.end;
  let last = first;
  let lower = first.value;
  let ranged = false;
  const firstUnit = unitAt(text, first.end);
  if (firstUnit) RANGE.lastIndex = firstUnit.end;
  if (RANGE.test(text)) {
    const second = readNumber(text, RANGE.lastIndex);
    if (second && second.value > 0 && unitAt(text, second.end)) {
      const scaled = firstUnit || first.scaled ? first.value : shareMagnitude(first, second);
      if (scaled < second.value) {
        lower = scaled;
        last = second;
        ranged = true;
      }
    }
  }
  const unit = ranged ? unitAt(text, last.end) : firstUnit;
  if (!unit) return prefixed(text, at, first);
  if (!fits(text, at, first, unit)) return undefined;
  return draftOf(text, at, unit.end, lower, ranged ? last.value : undefined, unit.unit, last.more || unit.more);
}

/** "3~5만원": the first number has the magnitude of the second, unless it is larger ("5000~1만원"). */
function shareMagnitude(first: NumberRead, second: NumberRead): number {
  const factor = second.magnitude;
  return factor > 1 && first.value < second.value / factor ? first.value * factor : first.value;
}

function unitAt(text: string, at: number): { unit: Unit; end: number; more: boolean } | undefined {
  let from = at;
  const more = text[from] === "여";
  if (more) from++;
  if (text[from] === " ") from++;
  for (const { form, unit } of byFirst.get(text[from] as string) ?? []) {
    if (!text.startsWith(form, from)) continue;
    const end = from + form.length;
    if (!unit) {
      if (TAIL.test(hangulFrom(text, end)) || form.length > 1) return undefined;
      continue;
    }
    if (/[A-Za-z]$/.test(form) && /[A-Za-z]/.test(text[end] ?? "")) continue;
    if (unit.open || TAIL.test(hangulFrom(text, end))) return { unit, end, more };
  }
  return undefined;
}

function longerWord(text: string, at: number, counter: string): boolean {
  return unitLexicon.stops.some((stop) => stop.length > counter.length && text.startsWith(stop, at));
}

function hangulFrom(text: string, at: number): string {
  let end = at;
  while (end < text.length && /[가-힣]/.test(text[end] as string)) end++;
  return text.slice(at, end);
}

/** "$650억": the currency's sign stands before the number. */
function prefixed(text: string, at: number, number: NumberRead): Draft | undefined {
  const sign = PREFIX.exec(text.slice(Math.max(0, at - 4), at));
  if (!sign) return undefined;
  const unit = unitLexicon.prefixes[sign[0].trim()] as string;
  const money = { form: sign[0], unit, measure: "money" };
  return draftOf(text, at - sign[0].length, number.end, number.value, undefined, money, number.more);
}

/** Counters that mean something else after some numbers: 3주 are weeks, 30대 an age, 4대 a rank of importance. */
function fits(text: string, at: number, number: NumberRead, { unit, end }: { unit: Unit; end: number }): boolean {
  if (unit.form === "주") {
    return number.scaled || number.value >= 1000 || SHARES.test(text.slice(Math.max(0, at - 15), end + 10));
  }
  if (unit.form === "대" && !number.scaled) {
    if (SMALL_COUNT_OF_TENS.test(text.slice(at, number.end))) return false;
    return number.value > 10 || /^[가를의와로씩]/.test(text.slice(end, end + 1));
  }
  return true;
}

function draftOf(
  text: string,
  at: number,
  end: number,
  value: number,
  upper: number | undefined,
  { unit, measure }: Unit,
  more: boolean,
): Draft {
  const minus = /(?:^|[\s(（])(?:[-−–]|마이너스 ?)$/.exec(text.slice(Math.max(0, at - 6), at));
  const sign = minus ? minus[0].replace(/^[\s(（]/, "").length : 0;
  const start = at - sign;
  const before = BEFORE.exec(text.slice(Math.max(0, start - 8), start));
  const behind = text.slice(end, end + 12);
  const after = AFTER.find(({ pattern }) => pattern.test(behind));
  const worded = before ? unitLexicon.before[before[1] as string] : undefined;
  const bound = (worded === "about" && after ? after.bound : worded) ?? after?.bound ?? (more ? "about" : "exact");
  return {
    start,
    end,
    text: text.slice(start, end),
    value: minus ? -value : value,
    ...(upper !== undefined && { upper: minus ? -upper : upper }),
    unit,
    bound,
    measure,
  };
}

/** Settles which amounts convert the one before them. */
function link(text: string, drafts: readonly Draft[]): Amount[] {
  return drafts.map(({ measure, ...amount }, index) => {
    const before = drafts[index - 1];
    const converts =
      before !== undefined &&
      before.measure === measure &&
      before.unit !== amount.unit &&
      CONVERSION.test(text.slice(before.end, amount.start));
    return converts && measure !== "count" ? { ...amount, conversionOf: index - 1 } : amount;
  });
}
