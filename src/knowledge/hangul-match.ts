/**
 * Takes a text and a query; tells where the query stands in it, the way people type Korean: anywhere in a word
 * ("전자" in 삼성전자), by initial consonants ("ㅅㅅㅈㅈ"), with a last syllable still being typed ("삼서" for 삼성),
 * without regard to spaces, middle dots, letter case, and composed or decomposed spelling.
 */
import { disassemble, getChoseong } from "es-hangul";

/** Composed syllables written as several letters, or one code point. */
const UNIT = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|./gsu;
const IGNORED = /^[\s·・ㆍ\u200b]$/u;
const CONSONANTS = /^[ㄱ-ㅎ]+$/u;
const ENDS_IN_HANGUL = /[ㄱ-ㅎㅏ-ㅣ가-힣]$/u;

/** How a query was found, best first. */
export const MATCH_KINDS = ["whole", "start", "inside", "typing", "initials"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface Match {
  readonly kind: MatchKind;
  /** UTF-16 range of the text that matches. */
  readonly start: number;
  readonly end: number;
}

/** A text ready to be searched: characters without the ignored ones, and where each stood. */
export interface Prepared {
  readonly plain: string;
  readonly letters: string;
  readonly initials: string;
  /** For each unit: its range in the text, and where it begins in `plain` and in `letters`. */
  readonly units: readonly { start: number; end: number; plain: number; letters: number; initial: number }[];
}

/** Prepares a text once, for many queries. */
export function prepare(text: string): Prepared {
  let [plain, letters, initials] = ["", "", ""];
  const units: Prepared["units"][number][] = [];
  for (const found of text.matchAll(UNIT)) {
    const unit = found[0].normalize("NFC").toLowerCase();
    if (IGNORED.test(unit)) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    units.push({ start, end, plain: plain.length, letters: letters.length, initial: initials.length });
    plain += unit;
    letters += disassemble(unit);
    initials += getChoseong(unit) || unit;
  }
  return { plain, letters, initials, units };
}

/** The text's range from the unit where a find begins to the one where it ends. */
function rangeOf(text: Prepared, by: "plain" | "letters" | "initial", from: number, to: number) {
  const first = text.units.findIndex((unit) => unit[by] === from);
  if (first < 0) return undefined;
  let last = first;
  while ((text.units[last + 1]?.[by] ?? Number.POSITIVE_INFINITY) < to) last++;
  return { start: text.units[first]?.start ?? 0, end: text.units[last]?.end ?? 0 };
}

/** The first place where `needle` begins at a unit of the text. */
function placeOf(text: Prepared, by: "plain" | "letters" | "initial", hay: string, needle: string) {
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const range = rangeOf(text, by, at, at + needle.length);
    if (range) return range;
  }
  return undefined;
}

/** The best match of a query in a text, or undefined. An empty query matches nothing. */
export function matchHangul(text: Prepared, query: Prepared): Match | undefined {
  if (query.plain === "") return undefined;
  const inside = placeOf(text, "plain", text.plain, query.plain);
  if (inside) {
    const kind = text.plain === query.plain ? "whole" : text.plain.startsWith(query.plain) ? "start" : "inside";
    return { kind, ...inside };
  }
  if (CONSONANTS.test(query.plain)) {
    const range = placeOf(text, "initial", text.initials, query.letters);
    return range && { kind: "initials", ...range };
  }
  if (!ENDS_IN_HANGUL.test(query.plain)) return undefined;
  const range = placeOf(text, "letters", text.letters, query.letters);
  return range && { kind: "typing", ...range };
}
