/**
 * What day a date expression means.
 *
 * Takes the parts of an expression (지난 / 3월 / 17일), the day of publication, and what was named before; gives first and
 * last day, or nothing where these do not settle it. The conventions are those of Korean news: a bare day is the nearest
 * one past (24일), 지난 and 오는 point away from the day of publication, 이날 is the last day named, 이듬해 the year after
 * the last year named. Unlike a reader, it never guesses a year.
 */
import { type Days, dayOf, daysBetween, monthsOf, partsOf, shiftDay, shiftMonth } from "./calendar.ts";
import { dateLexicon } from "./lexicon.ts";

/** What an expression says, part by part. */
export interface DateParts {
  readonly lead?: "past" | "future" | "near" | undefined;
  readonly year?: number | undefined;
  readonly yearWord?: string | undefined;
  readonly month?: number | undefined;
  readonly month2?: number | undefined;
  readonly monthWord?: string | undefined;
  readonly day?: number | undefined;
  readonly day2?: number | undefined;
  readonly quarter?: number | undefined;
  readonly quarter2?: number | undefined;
  readonly part?: string | undefined;
  readonly decade?: boolean | undefined;
}

/** The dates named before an expression, as far as they are known. */
export interface Antecedents {
  readonly published?: string | undefined;
  readonly day?: string | undefined;
  readonly month?: { year: number; month: number } | undefined;
  readonly year?: number | undefined;
  /** The year and month of the date right before it, in the same sentence; those it may leave out. */
  readonly sentenceYear?: number | undefined;
  readonly adjacentMonth?: { year: number; month: number } | undefined;
}

/** How far a bare day may lie back, or else ahead, for the calendar to settle its month. */
const RECENT_DAYS = 14;
const NEAR_DAYS = 10;
/** How far a bare month may lie ahead in the year of publication. */
const MONTHS_AHEAD = 6;

/** First and last day of an expression of the calendar; undefined where they are not settled. */
export function anchor(parts: DateParts, known: Antecedents): Days | undefined {
  const year = yearOf(parts, known);
  const inMonth = monthOf(parts, year, known);
  if (parts.day !== undefined) return dayRange(parts, year, inMonth, known);
  if (inMonth) return wholeMonths(parts, inMonth);
  if (parts.month !== undefined || parts.monthWord !== undefined) return undefined;
  if (parts.quarter !== undefined) return quarters(parts, year, known);
  const alone = parts.part !== undefined ? dateLexicon.parts[parts.part] : undefined;
  if (alone) {
    const of = year ?? (known.published ? partsOf(known.published).year : undefined);
    return of !== undefined ? monthsOf(of, alone[0], alone[1]) : undefined;
  }
  if (year === undefined) return undefined;
  if (parts.decade) return { from: `${year}-01-01`, to: `${year + 9}-12-31` };
  const [first, last] = (parts.part !== undefined && dateLexicon.partsOfYear[parts.part]) || [1, 12];
  return monthsOf(year, first, last);
}

function yearOf({ year, yearWord }: DateParts, known: Antecedents): number | undefined {
  if (year !== undefined || yearWord === undefined) return year;
  const shift = dateLexicon.years[yearWord];
  if (shift !== undefined) return known.published ? partsOf(known.published).year + shift : undefined;
  const chained = dateLexicon.chainedYears[yearWord];
  return chained !== undefined && known.year !== undefined ? known.year + chained : undefined;
}

function monthOf(parts: DateParts, year: number | undefined, known: Antecedents) {
  const { month, monthWord, lead, yearWord } = parts;
  if (monthWord !== undefined) {
    const shift = dateLexicon.months[monthWord];
    if (shift === undefined) return known.month;
    if (!known.published) return undefined;
    const published = partsOf(known.published);
    return shiftMonth(published.year, published.month, shift);
  }
  if (month === undefined) return undefined;
  if (year !== undefined) return { year, month };
  if (yearWord !== undefined) return undefined;
  if (lead === undefined && known.sentenceYear !== undefined) return { year: known.sentenceYear, month };
  if (!known.published) return undefined;
  const now = partsOf(known.published);
  if (parts.day !== undefined) return nearestYear(month, parts.day, lead, known.published);
  if (lead === "past") return { year: month < now.month ? now.year : now.year - 1, month };
  if (lead === "future") return { year: month > now.month ? now.year : now.year + 1, month };
  return month - now.month <= MONTHS_AHEAD ? { year: now.year, month } : undefined;
}

/** The year that puts a month and day nearest to the day of publication, on the side the lead asks for. */
function nearestYear(month: number, day: number, lead: DateParts["lead"], published: string) {
  const { year } = partsOf(published);
  let best: { year: number; month: number } | undefined;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const candidate of [year - 1, year, year + 1]) {
    const at = dayOf(candidate, month, day);
    if (!at) continue;
    const ahead = daysBetween(published, at);
    if ((lead === "past" && ahead > 0) || (lead === "future" && ahead < 0)) continue;
    if (Math.abs(ahead) < bestGap) {
      bestGap = Math.abs(ahead);
      best = { year: candidate, month };
    }
  }
  return best;
}

function dayRange(
  parts: DateParts,
  year: number | undefined,
  inMonth: { year: number; month: number } | undefined,
  known: Antecedents,
): Days | undefined {
  const day = parts.day as number;
  const last = parts.day2 ?? day;
  let of = inMonth;
  if (!of) {
    if (parts.month !== undefined || parts.monthWord !== undefined || year !== undefined || parts.yearWord)
      return undefined;
    of = parts.lead === undefined ? known.adjacentMonth : undefined;
    of ??= known.published ? bareDayMonth(day, parts.lead, known.published) : undefined;
  }
  if (!of || last < day) return undefined;
  const from = dayOf(of.year, of.month, day);
  const to = dayOf(of.year, of.month, last);
  return from && to ? { from, to } : undefined;
}

/** The month of a day that stands alone. */
function bareDayMonth(day: number, lead: DateParts["lead"], published: string) {
  const { year, month } = partsOf(published);
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const of = shiftMonth(year, month, shift);
    const at = dayOf(of.year, of.month, day);
    return at ? [{ of, ahead: daysBetween(published, at) }] : [];
  });
  const past = candidates.findLast(({ ahead }) => ahead <= 0);
  const future = candidates.find(({ ahead }) => (lead === "future" ? ahead >= 0 : ahead > 0));
  if (lead === "past") return past?.of;
  if (lead === "future") return future?.of;
  if (past && (-past.ahead <= RECENT_DAYS || past.of.month === month)) return past.of;
  return future && future.ahead <= NEAR_DAYS ? future.of : undefined;
}

function wholeMonths({ month2, part }: DateParts, of: { year: number; month: number }): Days | undefined {
  const days = part !== undefined ? dateLexicon.partsOfMonth[part] : undefined;
  const whole = monthsOf(of.year, of.month, month2 ?? of.month);
  if (!days || !whole) return whole;
  const to = dayOf(of.year, of.month, days[1]) ?? whole.to;
  const from = dayOf(of.year, of.month, days[0]);
  return from ? { from, to } : whole;
}

function quarters(parts: DateParts, year: number | undefined, known: Antecedents): Days | undefined {
  const first = parts.quarter as number;
  const last = parts.quarter2 ?? first;
  const range = (of: number): Days | undefined => monthsOf(of, first * 3 - 2, last * 3);
  if (year !== undefined) return range(year);
  if (parts.yearWord !== undefined || !known.published) return undefined;
  const now = partsOf(known.published).year;
  const here = range(now);
  if (!here) return undefined;
  if (parts.lead === "past") return here.to < known.published ? here : range(now - 1);
  if (parts.lead === "future") return here.from > known.published ? here : range(now + 1);
  return here.from <= known.published ? here : undefined;
}

/** The day of a word that counts from another day: 이날, 전날, 어제. */
export function anchorDayWord(word: string, known: Antecedents): Days | undefined {
  const shift = dateLexicon.days[word];
  const chained = dateLexicon.chainedDays[word];
  const base = shift !== undefined ? known.published : (known.day ?? known.published);
  if (base === undefined) return undefined;
  const day = shiftDay(base, shift ?? chained ?? 0, "day");
  return { from: day, to: day };
}

/** The stretch of a length of time before or after publication: 향후 3년 동안, 지난 10년간. */
export function anchorLength(
  amount: number,
  unit: "year" | "month" | "day",
  lead: "past" | "future",
  published: string,
): Days | undefined {
  if (!Number.isInteger(amount) || amount < 1 || amount > 3650) return undefined;
  const other = shiftDay(published, lead === "past" ? -amount : amount, unit);
  return lead === "past" ? { from: other, to: published } : { from: published, to: other };
}
