/**
 * Quotation marks: what they enclose, and whether that is speech or a name.
 *
 * Takes a paragraph and gives the spans between marks, nested ones too. Straight and misturned marks are paired by what
 * stands beside them; a mark that finds no partner within reach is dropped, so one stray mark never swallows an article.
 */
import { alternatives, sentenceLexicon } from "./lexicon.ts";
import type { Quote } from "./types.ts";

type Family = "double" | "single" | "angle";

/** How far a mark may stand from its partner, in UTF-16 units. */
const REACH: Record<Family, number> = { double: 900, single: 250, angle: 80 };

const DOUBLE = /["＂“”„‟]/;
const SINGLE = /['＇‘’‚`´]/;
const OPENING = /[“„‘‚「『《〈＜<]/;
const CLOSING = /[”’」』》〉＞>]/;
const ANGLE_PAIRS: Readonly<Record<string, string>> = {
  "」": "「",
  "』": "『",
  "》": "《",
  "〉": "〈",
  "＞": "＜",
  ">": "<",
};
const ANGLE = /[「」『』《》〈〉＜＞<>]/;
const SPACE_OR_OPENER = /[\s([{（〔【·,、=…]/;
const LATIN = /[A-Za-z0-9]/;

const { speechEndings, clauseEndings, quotatives, adnominalQuotatives, naming } = sentenceLexicon;
const SENTENCE_END = new RegExp(`(?:${alternatives([...speechEndings, ...clauseEndings])}|[.?!…]+)[.?!…]*$`);
const PLAIN_END = new RegExp(`(?:${alternatives(speechEndings)}|[.?!])[.?!…]*$`);
const QUOTATIVE = new RegExp(`^\\s?(?:${alternatives(quotatives)})`);
const NAMING = new RegExp(`^\\s?이?라고\\s?(?:도\\s?)?(?:${alternatives(naming)})`);
const ADNOMINAL_QUOTATIVE = new RegExp(`^\\s?(?:${alternatives(adnominalQuotatives)})(?![가-힣])`);

interface Open {
  readonly family: Family;
  readonly mark: string;
  readonly at: number;
}

/**
 * The quotes of `text` between `start` and `end`, in order of their start; spans exclude the marks and are offsets into
 * `text`. A quote never crosses a line break.
 */
export function findQuotes(text: string, start = 0, end = text.length): Quote[] {
  const quotes: Quote[] = [];
  let open: Open[] = [];
  for (let at = start; at < end; at++) {
    const mark = text[at] as string;
    if (mark === "\n") open = [];
    const family = familyOf(mark);
    if (!family) continue;
    const before = at > start ? (text[at - 1] as string) : " ";
    const after = at + 1 < end ? (text[at + 1] as string) : " ";
    if (family === "single" && LATIN.test(before) && LATIN.test(after)) continue;
    open = open.filter((o) => at - o.at <= REACH[o.family]);
    const partner = findPartner(open, family, mark, before, after);
    if (partner >= 0) {
      const from = (open[partner] as Open).at + 1;
      open.length = partner;
      if (from < at) quotes.push({ start: from, end: at, kind: kindOf(text, from, at, family, end) });
    } else if (opens(family, mark, before, after)) {
      // A second opening mark of the same family means that the first had no partner, unless the two nest.
      if (family !== "angle") open = open.filter((o) => o.family !== family);
      open.push({ family, mark, at });
    }
  }
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function familyOf(mark: string): Family | undefined {
  if (mark < '"' || (mark > "`" && mark < "´")) return undefined;
  if (DOUBLE.test(mark)) return "double";
  if (SINGLE.test(mark)) return "single";
  return ANGLE.test(mark) ? "angle" : undefined;
}

/** The index of the open mark that this one closes; -1 when it closes none. */
function findPartner(open: readonly Open[], family: Family, mark: string, before: string, after: string): number {
  for (let i = open.length - 1; i >= 0; i--) {
    const o = open[i] as Open;
    if (o.family !== family) continue;
    if (family === "angle") return ANGLE_PAIRS[mark] === o.mark ? i : -1;
    if (OPENING.test(mark) && !/\S/.test(after)) return i;
    if (OPENING.test(mark)) return -1;
    const looksOpening = SPACE_OR_OPENER.test(before) && /\S/.test(after) && !CLOSING.test(mark);
    return looksOpening && /[가-힣A-Za-z0-9]/.test(after) && !QUOTATIVE.test(after) ? -1 : i;
  }
  return -1;
}

function opens(family: Family, mark: string, before: string, after: string): boolean {
  if (!/\S/.test(after)) return false;
  if (family === "angle") return OPENING.test(mark) && (mark !== "<" || /[가-힣A-Za-z]/.test(after));
  if (OPENING.test(mark)) return true;
  if (CLOSING.test(mark)) return SPACE_OR_OPENER.test(before);
  return family === "double" || !LATIN.test(before);
}

function kindOf(text: string, start: number, end: number, family: Family, limit: number): Quote["kind"] {
  if (family === "angle") return "name";
  const content = text.slice(start, end).trimEnd();
  const next = text.slice(end + 1, Math.min(limit, end + 8));
  const several = /\s/.test(content);
  if (NAMING.test(next)) return "name";
  if (QUOTATIVE.test(next)) return family === "double" || several || PLAIN_END.test(content) ? "speech" : "name";
  if (ADNOMINAL_QUOTATIVE.test(next)) return several && SENTENCE_END.test(content) ? "speech" : "name";
  if (family === "single") return several && /[.?!]$/.test(content) ? "speech" : "name";
  return several && (PLAIN_END.test(content) || content.length > 30) ? "speech" : "name";
}
