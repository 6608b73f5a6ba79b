/**
 * Dates, periods and lengths of time, as written and anchored.
 *
 * Takes a text, its sentences and the day of publication and gives the expressions in order: of the calendar (지난해 9월,
 * 오는 30일, 2025 회계연도 3분기), of length (향후 3년 동안), and words that refer (이날, 이듬해, 최근). What each means in
 * days is settled in anchor.ts, one after the other, since each may be what the next refers to.
 */
import type { Span } from "../article/index.ts";
import { type Antecedents, anchor, anchorDayWord, anchorLength, type DateParts } from "./anchor.ts";
import { type Days, daysBetween, partsOf, shiftDay, weekOf } from "./calendar.ts";
import { dateLexicon } from "./lexicon.ts";
import type { DateExpression } from "./types.ts";

const oneOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(" ", " ?"))
    .join("|");
const keys = (record: object): string => oneOf(Object.keys(record));

const TILDE = "\\s?[~∼～-]\\s?";
const LEAD = `(?:(?<lead>${keys(dateLexicon.leads)})(?= ?(?:\\d|${keys(dateLexicon.parts)})) ?)?`;
const YEAR = `(?:(?<year>[12]\\d{3})(?:${TILDE}(?<year2>[12]\\d{3}))?(?:년(?<decade>대)?도?| ?(?<fiscal>회계연도)| ?학년도)|['’]?(?<short>\\d{2})년(?= ?\\d{1,2}월)|(?<yearWord>${oneOf([...Object.keys(dateLexicon.years).filter((w) => w !== "올"), ...Object.keys(dateLexicon.chainedYears)])}|올(?= ?(?:\\d{1,2}월|[1-4](?:(?:분기)?${TILDE}[1-4])?분기|상반기|하반기|연말|연초|초|말|한 해|들어))))`;
const MONTH = `(?:(?<month>\\d{1,2})(?:월?${TILDE}(?<month2>\\d{1,2}))?월(?!드|급|세|가|요일|남)|(?<monthWord>${oneOf([...Object.keys(dateLexicon.months), ...Object.keys(dateLexicon.chainedMonths)])})(?!렸|려|리))`;
const DAY = `(?:(?<day>\\d{1,2})(?:일?${TILDE}(?<day2>\\d{1,2}))?일(?!본|자리|반|러|상|정|간|째|만에|여|치|꼴|당|동안| ?동안| ?만에| ?연속| ?뒤| ?이내)(?:\\([월화수목금토일]\\))?)`;
const PART = `(?:(?<quarter>[1-4])(?:(?:분기)?${TILDE}(?<quarter2>[1-4]))?분기|(?<part>${keys(dateLexicon.parts)}|(?:초순|중순|하순|초|말)(?=$|[^가-힣]|부터|까지|에|의|께|쯤|엔|이면|이나|로|를|보다|현재|기준)))`;
const TIME = `(?:(?:${oneOf(dateLexicon.daytimes)})(?![가-힣]+시)|(?:(?:${oneOf(dateLexicon.daytimes)}) ?)?\\d{1,2}시(?!장|간|즌|리|도|스|작|점|민|의|청|내|립)(?: ?\\d{1,2}분| ?반)?)`;
const PLACE_OF_CLOCK = " ?\\((?:현지|한국) ?시[간각]\\)";
const CALENDAR = new RegExp(
  `${LEAD}(?:${YEAR}(?: ?(?:안|들어)(?![가-힣]))?)?(?: ?${MONTH})?(?: ?${DAY})?(?: ?${PART})?(?: ?(?<time>${TIME}(?: ?\\d{1,2}시(?: ?\\d{1,2}분| ?반)?)?))?(?:${PLACE_OF_CLOCK})?`,
  "y",
);
const NUMERIC = /(?<year>[12]\d{3})(?<mark>[.\-/]) ?(?<month>\d{1,2})\k<mark> ?(?<day>\d{1,2})(?!\d)/y;
const NUMERAL = `(?<number>\\d{1,4}(?:\\.\\d)?)|(?<numeral>${oneOf(Object.keys(dateLexicon.numerals).filter((w) => w !== "일"))})(?= ?(?:달|해|주|시간|분기))`;
const LENGTH = new RegExp(
  `(?:(?<lead>${keys(dateLexicon.durationLeads)}) )?(?:약 )?(?:(?<years>\\d{1,2})년 ?(?=\\d{1,2}개월))?(?:(?:${NUMERAL}) ?(?<unit>${keys(dateLexicon.units)})(?!본|외|드|급|제|생|식|주식|택|러|력|마다)|(?<length>${keys(dateLexicon.lengths)}))(?<more>여)?(?: ?(?<suffix>${oneOf(dateLexicon.durationSuffixes)})(?=$|[^가-힣]|${oneOf(dateLexicon.tails)}))?`,
  "y",
);
const WORD = new RegExp(
  `(?<dayWord>${oneOf([...Object.keys(dateLexicon.days), ...Object.keys(dateLexicon.chainedDays)])})(?<clock> ${TIME}(?: ?\\d{1,2}시(?: ?\\d{1,2}분| ?반)?)?(?:${PLACE_OF_CLOCK})?)?|(?<week>${keys(dateLexicon.weeks)})(?: ?(?<weekday>[월화수목금토일])요일)?|(?<unanchored>${oneOf(dateLexicon.unanchored)})`,
  "y",
);
const TAIL = new RegExp(`^(?:${oneOf(dateLexicon.tails)})*$`);
const START = /[\d'’가-힣]/g;
const WEEKDAYS = "월화수목금토일";

interface Found extends Span {
  readonly kind: DateExpression["kind"];
  readonly resolve: (known: Antecedents) => Days | undefined;
  readonly parts?: DateParts;
  readonly fiscal?: boolean;
}

/**
 * The expressions of time in a text, in order; offsets count its UTF-16 units. Particles behind them are left out.
 * @param sentences the ranges to look in
 * @param published the day of publication, `YYYY-MM-DD`; without it only what names its year is anchored
 */
export function findDates(text: string, sentences: readonly Span[], published?: string): DateExpression[] {
  const expressions: DateExpression[] = [];
  const state = new Chain(published);
  for (const sentence of sentences) {
    state.enterSentence();
    const found = scan(text, sentence);
    for (const [index, item] of found.entries()) {
      let days = item.resolve(state.before(text, item));
      const next = found[index + 1];
      // A fiscal year is the firm's own; the brackets behind it say which months it means.
      if (item.fiscal) {
        const explained = next && /^[(（]$/.test(text.slice(item.end, next.start).trim());
        days = explained ? next.resolve(state.before(text, next)) : undefined;
      }
      expressions.push({
        start: item.start,
        end: item.end,
        text: text.slice(item.start, item.end),
        ...days,
        kind: item.kind,
      });
      state.name(item, days);
    }
  }
  return expressions;
}

/** What the expressions so far have named. */
class Chain {
  private day: string | undefined;
  private month: { year: number; month: number } | undefined;
  private year: number | undefined;
  private sentenceYear: number | undefined;
  private last: { end: number; month: { year: number; month: number } } | undefined;

  constructor(private readonly published: string | undefined) {}

  enterSentence(): void {
    this.sentenceYear = undefined;
    this.last = undefined;
  }

  before(text: string, { start }: Span): Antecedents {
    const { published, day, month, year, sentenceYear, last } = this;
    const adjacent = last && start - last.end <= 4 && /^[\s,·과와부터까지~∼-]*$/.test(text.slice(last.end, start));
    return { published, day, month, year, sentenceYear, adjacentMonth: adjacent ? last.month : undefined };
  }

  name(item: Found, days: Days | undefined): void {
    if (!days || item.kind === "duration") return;
    const { year, month } = partsOf(days.from);
    this.year = year;
    if (item.parts?.year !== undefined || item.parts?.yearWord !== undefined) this.sentenceYear = year;
    if (days.from.slice(0, 7) !== days.to.slice(0, 7)) return;
    this.month = { year, month };
    if (item.parts) this.last = { end: item.end, month: this.month };
    // 이날 goes back to the day the news is of; a day of long ago is mentioned, not reported from.
    const old = this.published !== undefined && Math.abs(daysBetween(this.published, days.from)) > 31;
    if (days.from === days.to && !(old && this.day !== undefined)) this.day = days.from;
  }
}

function scan(text: string, { start, end }: Span): Found[] {
  const found: Found[] = [];
  const slice = text.slice(0, end);
  START.lastIndex = start;
  for (let match = START.exec(slice); match; match = START.exec(slice)) {
    const item = at(slice, match.index);
    if (!item) continue;
    found.push(item);
    START.lastIndex = item.end;
  }
  return found;
}

/** The longest expression that begins at `index`. */
function at(text: string, index: number): Found | undefined {
  const before = text[index - 1] ?? " ";
  const digit = /\d/.test(text[index] as string);
  if (digit ? /[\dA-Za-z.,:/]/.test(before) : /[가-힣]/.test(before)) return undefined;
  let best: Found | undefined;
  for (const read of [readCalendar, readLength, readWord, readNumeric]) {
    const item = read(text, index);
    if (item && item.end > (best?.end ?? index)) best = item;
  }
  return best;
}

function run(
  pattern: RegExp,
  text: string,
  index: number,
): { groups: Record<string, string | undefined>; end: number } | undefined {
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  return match && match[0] !== "" ? { groups: match.groups ?? {}, end: index + match[0].trimEnd().length } : undefined;
}

const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));
/** The lexicon's spelling of a word that may have been written with or without its space. */
function spaced(word: string | undefined, words: object): string | undefined {
  const bare = word?.replaceAll(" ", "");
  return bare === undefined ? undefined : Object.keys(words).find((key) => key.replaceAll(" ", "") === bare);
}

function readCalendar(text: string, index: number): Found | undefined {
  const match = run(CALENDAR, text, index);
  if (!match) return undefined;
  const { groups: g, end } = match;
  const dated = g.year ?? g.short ?? g.yearWord ?? g.month ?? g.monthWord ?? g.day ?? g.quarter ?? g.part;
  if (dated === undefined && (g.time === undefined || !/\d/.test(g.time))) return undefined;
  if (dated === undefined && g.lead !== undefined) return undefined;
  if (g.part !== undefined && dated === g.part && !(g.part in dateLexicon.parts)) return undefined;
  const word = !/[\d)]/.test(text[end - 1] as string);
  if (word && (g.yearWord ?? g.monthWord ?? g.part) !== undefined && !TAIL.test(hangulFrom(text, end)))
    return undefined;
  if (number(g.month) === 0 || (number(g.month) ?? 0) > 12 || (number(g.day) ?? 0) > 31) return undefined;
  const parts: DateParts = {
    lead: g.lead === undefined ? undefined : dateLexicon.leads[g.lead],
    year: number(g.year) ?? shortYear(g.short),
    yearWord: spaced(g.yearWord, { ...dateLexicon.years, ...dateLexicon.chainedYears }),
    month: number(g.month),
    month2: number(g.month2),
    monthWord: spaced(g.monthWord, { ...dateLexicon.months, ...dateLexicon.chainedMonths }),
    day: number(g.day),
    day2: number(g.day2),
    quarter: number(g.quarter),
    quarter2: number(g.quarter2),
    part: g.part,
    decade: g.decade !== undefined,
  };
  const chained = parts.yearWord !== undefined && parts.yearWord in dateLexicon.chainedYears;
  const bare = chained && g.month === undefined && g.day === undefined;
  const year2 = number(g.year2);
  const resolve = (known: Antecedents): Days | undefined => {
    if (dated === undefined) return undefined;
    const days = anchor(parts, known);
    return days && year2 !== undefined && year2 > (parts.year as number)
      ? { from: days.from, to: `${year2}-12-31` }
      : days;
  };
  return { start: index, end, kind: bare ? "reference" : "date", parts, resolve, fiscal: g.fiscal !== undefined };
}

/** "20년 3월", "'97년 5월": years that lie more than a little ahead of the century's turn belong to the last. */
function shortYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
}

function hangulFrom(text: string, at: number): string {
  return /^[가-힣]*/.exec(text.slice(at, at + 12))?.[0] ?? "";
}

function readLength(text: string, index: number): Found | undefined {
  const match = run(LENGTH, text, index);
  if (!match) return undefined;
  const { groups: g, end } = match;
  if (g.unit === "년" && /^[12]\d{3}$/.test(g.number ?? "")) return undefined;
  const suffixed = g.suffix !== undefined;
  if (g.unit !== undefined && dateLexicon.needSuffix.includes(g.unit) && !suffixed) return undefined;
  if (g.length !== undefined && !suffixed && !TAIL.test(hangulFrom(text, end))) return undefined;
  const [scale, unit] = (g.length ? dateLexicon.lengths[g.length] : dateLexicon.units[g.unit as string]) ?? [0, "day"];
  const count = number(g.number) ?? dateLexicon.numerals[g.numeral ?? ""] ?? 0;
  const amount = (g.length ? scale : scale * count) + 12 * (number(g.years) ?? 0);
  const lead = g.lead === undefined ? undefined : dateLexicon.durationLeads[g.lead];
  const fills = !suffixed || dateLexicon.spans.includes(g.suffix as string);
  return {
    start: index,
    end,
    kind: "duration",
    resolve: ({ published }) => (lead && fills && published ? anchorLength(amount, unit, lead, published) : undefined),
  };
}

function readWord(text: string, index: number): Found | undefined {
  const match = run(WORD, text, index);
  if (!match) return undefined;
  const { groups: g, end } = match;
  if (g.clock === undefined && !TAIL.test(hangulFrom(text, end))) return undefined;
  const resolve = (known: Antecedents): Days | undefined => {
    if (g.dayWord)
      return anchorDayWord(spaced(g.dayWord, { ...dateLexicon.days, ...dateLexicon.chainedDays }) as string, known);
    if (!g.week || !known.published) return undefined;
    const week = weekOf(known.published, dateLexicon.weeks[spaced(g.week, dateLexicon.weeks) as string] ?? 0);
    if (!g.weekday) return week;
    const day = shiftDay(week.from, WEEKDAYS.indexOf(g.weekday), "day");
    return { from: day, to: day };
  };
  return { start: index, end, kind: g.week ? "date" : "reference", resolve };
}

function readNumeric(text: string, index: number): Found | undefined {
  const match = run(NUMERIC, text, index);
  if (!match) return undefined;
  const { groups: g, end } = match;
  const parts: DateParts = { year: number(g.year), month: number(g.month), day: number(g.day) };
  return { start: index, end, kind: "date", parts, resolve: (known) => anchor(parts, known) };
}
