/** Days written `YYYY-MM-DD`: the only form in which maek takes and gives a date. */
import { MaekError } from "./errors.ts";

/**
 * Checks a day and gives it back.
 *
 * @throws MaekError when it is not of the form `YYYY-MM-DD` or the calendar has no such day
 */
export function parseDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) throw new MaekError(`maek/article: date "${day}" is not of the form YYYY-MM-DD`);
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const real = new Date(Date.UTC(year, month - 1, date));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) {
    throw new MaekError(`maek/article: date "${day}" is no day of the calendar`);
  }
  return day;
}
