/**
 * Numbers as Korean news writes them: "74조9000", "5억2800여 만", "1만2,103", "3천200억", "6.3".
 *
 * Takes a text and a place in it and gives the value and where the number ends. Groups of digits are joined by the
 * magnitudes 경, 조, 억, 만 in falling order, each of which may hold 천, 백, 십 of its own.
 */

/** A number read from a text. */
export interface NumberRead {
  readonly value: number;
  /** The UTF-16 unit after it. */
  readonly end: number;
  /** The magnitude of the last group (10000 for 만), 1 when it has none. */
  readonly magnitude: number;
  /** Whether any group has a magnitude. */
  readonly scaled: boolean;
  /** Whether 여 makes it "and some more". */
  readonly more: boolean;
}

const DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const SMALL: Readonly<Record<string, number>> = { 천: 1e3, 백: 1e2, 십: 10 };
const MAGNITUDES: Readonly<Record<string, number>> = { 경: 1e16, 조: 1e12, 억: 1e8, 만: 1e4 };
const MAGNITUDE = /(여?) ?([경조억만])(여?)/y;
/** A further group may stand apart only if it has a magnitude of its own ("9억 6천만"). */
const NEXT_GROUP = / ?(?=\d)|\s(?=[\d,]+(?:[천백십]|[조억만]))/y;

/** Reads the number at `at`; undefined when no digit stands there. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  let total = 0;
  let lastMagnitude = Number.POSITIVE_INFINITY;
  let scaled = false;
  let more = false;
  let end = at;
  while (true) {
    const section = readSection(text, end);
    if (!section) return scaled ? finish(total, end, lastMagnitude, scaled, more) : undefined;
    MAGNITUDE.lastIndex = section.end;
    const match = MAGNITUDE.exec(text);
    const magnitude = match ? (MAGNITUDES[match[2] as string] as number) : 1;
    if (!match || magnitude >= lastMagnitude) {
      if (scaled && text[end - 1] === " ") return finish(total, end - 1, lastMagnitude, scaled, more);
      return finish(total + section.value, section.end, 1, scaled, more);
    }
    total += section.value * magnitude;
    lastMagnitude = magnitude;
    scaled = true;
    more ||= match[1] !== "" || match[3] !== "";
    end = MAGNITUDE.lastIndex;
    NEXT_GROUP.lastIndex = end;
    const next = NEXT_GROUP.exec(text);
    if (!next) return finish(total, end, lastMagnitude, scaled, more);
    end = NEXT_GROUP.lastIndex;
  }
}

function finish(total: number, end: number, last: number, scaled: boolean, more: boolean): NumberRead {
  // Decimal fractions of magnitudes carry binary noise (4.17조); fifteen digits are what a double holds.
  return { value: Number(total.toPrecision(15)), end, magnitude: last, scaled, more };
}

function readSection(text: string, at: number): { value: number; end: number } | undefined {
  let value = 0;
  let end = at;
  let read = false;
  while (true) {
    DIGITS.lastIndex = end;
    const digits = DIGITS.exec(text);
    if (!digits) return read ? { value, end } : undefined;
    const number = Number(digits[0].replaceAll(",", ""));
    end = DIGITS.lastIndex;
    read = true;
    const small = SMALL[text[end] as string];
    if (!small) return { value: value + number, end };
    value += number * small;
    end++;
  }
}
