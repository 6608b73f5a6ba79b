/**
 * Days as text: arithmetic on `YYYY-MM-DD`.
 *
 * Takes and gives days of the proleptic Gregorian calendar; no clock and no time zone is asked.
 */

/** First and last day of a stretch of time, both inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A day's text; undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The last day of a month, 28 to 31. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

export function partsOf(day: string): { year: number; month: number; day: number } {
  const [y, m, d] = day.split("-").map(Number) as [number, number, number];
  return { year: y, month: m, day: d };
}

/** The day `by` days, months or years later; a day past the month's end becomes its last. */
export function shiftDay(day: string, by: number, unit: "day" | "month" | "year"): string {
  if (unit === "day") return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  const parts = partsOf(day);
  const { year, month } = shiftMonth(parts.year, parts.month, unit === "year" ? by * 12 : by);
  return dayOf(year, month, Math.min(parts.day, lastDay(year, month))) as string;
}

export function shiftMonth(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);
}

/** From the first day of one month to the last day of another of the same year; undefined for months that are none. */
export function monthsOf(year: number, first: number, last = first): Days | undefined {
  const from = dayOf(year, first, 1);
  const to = last >= first && last <= 12 ? dayOf(year, last, lastDay(year, last)) : undefined;
  return from && to ? { from, to } : undefined;
}

/** The week from Monday to Sunday that holds the day, `by` weeks later. */
export function weekOf(day: string, by: number): Days {
  const weekday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  const from = shiftDay(day, by * 7 - weekday, "day");
  return { from, to: shiftDay(from, 6, "day") };
}
