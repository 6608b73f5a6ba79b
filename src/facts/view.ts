/**
 * A sentence as the facts see it: words (eojeols) and, upon them, the sites where entities and job titles stand.
 *
 * Takes a document and its entities and gives one view a sentence; everything after this works on views, so that
 * offsets of mentions, words and quotes need to be brought together only once.
 */
import type { Span } from "../article/index.ts";
import type { Entity, EntityReading, Mention } from "../entities/index.ts";
import type { Amount, DateExpression, Document, Eojeol, Quote, Sentence } from "../korean/index.ts";

/** A place in the sentence where an entity is named. */
export interface Site extends Span {
  readonly entity: Entity;
  readonly text: string;
  /** Index in `SentenceView.sites`. */
  readonly index: number;
  /** Words of its first and last character. */
  readonly first: number;
  readonly last: number;
}

/** A job title as the sentence writes it. */
export interface TitleSite extends Span {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

export interface Word extends Span {
  readonly index: number;
  readonly eojeol: Eojeol;
  /** The speech quote that holds the word, as an index in `Sentence.quotes`; -1 outside quotes. */
  readonly quote: number;
  /** The site, and the title, that begins in this word. */
  readonly site: Site | undefined;
  readonly title: TitleSite | undefined;
  /** Whether an amount or a date begins here. */
  readonly quantity: boolean;
}

export interface SentenceView {
  readonly sentence: Sentence;
  /** The whole article's text: offsets are its offsets. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly sites: readonly Site[];
  readonly titles: readonly TitleSite[];
  /** Amounts and dates of this sentence, in order. */
  readonly amounts: readonly Amount[];
  readonly dates: readonly DateExpression[];
  readonly document: Document;
}

const inside = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** One view for each sentence of the document, in order. */
export function viewSentences(document: Document, reading: EntityReading): SentenceView[] {
  const { sentences } = document;
  const named = reading.entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ ...mention, entity })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: Parts[] = sentences.map(() => ({ named: [], titles: [], amounts: [], dates: [] }));
  share(named, sentences, (span, index) => parts[index]?.named.push(span));
  share(reading.titles, sentences, (span, index) => parts[index]?.titles.push(span));
  share(document.amounts, sentences, (span, index) => parts[index]?.amounts.push(span));
  share(document.dates, sentences, (span, index) => parts[index]?.dates.push(span));
  return sentences.map((sentence, index) => viewSentence(document, sentence, parts[index] as Parts));
}

/** What stands in one sentence. */
interface Parts {
  readonly named: (Mention & { readonly entity: Entity })[];
  readonly titles: Mention[];
  readonly amounts: Amount[];
  readonly dates: DateExpression[];
}

/** Gives each span to the sentence that holds it whole, in the spans' order. */
function share<S extends Span>(
  spans: readonly S[],
  sentences: readonly Sentence[],
  give: (span: S, index: number) => void,
): void {
  for (const span of spans) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle] as Sentence).end < span.end) low = middle + 1;
      else high = middle;
    }
    const sentence = sentences[low];
    if (sentence && inside(span, sentence)) give(span, low);
  }
}

function viewSentence(document: Document, sentence: Sentence, parts: Parts): SentenceView {
  const { text } = document.article;
  const wordAt = (offset: number) => {
    const index = sentence.eojeols.findIndex((e) => offset < e.end);
    return index < 0 ? sentence.eojeols.length - 1 : index;
  };
  const place = (span: Span) => ({
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    first: wordAt(span.start),
    last: wordAt(span.end - 1),
  });
  const sites: Site[] = [];
  for (const mention of parts.named) {
    if (sites.some((s) => mention.start < s.end && s.start < mention.end)) continue;
    sites.push({ ...place(mention), entity: mention.entity, index: sites.length });
  }
  // What only names a body is no title, though it ends like one: 한국지질자원연구원.
  const given = parts.titles.filter((t) => !sites.some((s) => inside(t, s))).map(place);
  const titles = [...given, ...attachedTitles(text, sentence, sites, given)].sort((a, b) => a.start - b.start);
  const quantities = [...parts.amounts, ...parts.dates];
  const words = sentence.eojeols.map((eojeol, index): Word => {
    const core = { start: eojeol.start + leadingMarks(text, eojeol), end: eojeol.end };
    return {
      index,
      eojeol,
      start: eojeol.start,
      end: eojeol.end,
      quote: quoteOf(sentence.quotes, core),
      site: sites.find((s) => s.first === index && s.start - core.start <= 0),
      title: titles.find((t) => t.first === index && t.start - core.start <= 0),
      quantity: quantities.some((q) => q.start >= eojeol.start && q.start < eojeol.end),
    };
  });
  return { sentence, text, words, sites, titles, amounts: parts.amounts, dates: parts.dates, document };
}

const ATTACHED =
  /^(?:원장|위원장|총재|총장|장관|시장|지사|사장|회장|의장|청장|처장|대사|총리|대통령|의원|대표|장)(?=[^가-힣]|$|[은는이가을를도의에과와로씨]|에게|에서|이자|이었|으로)/;

/** Titles written onto the body's name: "방위사업청" + "장", "방송통신위" + "원장". */
function attachedTitles(text: string, sentence: Sentence, sites: readonly Site[], given: readonly Span[]): TitleSite[] {
  return sites.flatMap((site) => {
    if (site.entity.kind === "person" || site.entity.kind === "product") return [];
    const match = ATTACHED.exec(text.slice(site.end, Math.min(site.end + 8, sentence.end)));
    const end = site.end + (match?.[0].length ?? 0);
    if (!match || given.some((t) => t.start < end && site.end < t.end)) return [];
    return [{ start: site.end, end, text: match[0], first: site.last, last: site.last }];
  });
}

const OPENING = /^[“"‘'(《〈<「『[▲△○●◆■▶*-]+/;

function leadingMarks(text: string, span: Span): number {
  return OPENING.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
}

function quoteOf(quotes: readonly Quote[], word: Span): number {
  return quotes.findIndex((q) => q.kind === "speech" && word.start >= q.start && word.start < q.end);
}

/** The words of a span that lies in the sentence, as text without the white space around it. */
export function textOf(view: SentenceView, span: Span): string {
  return view.text.slice(span.start, span.end).trim();
}

/** A word without its particles and endings. */
export function stemOf(view: SentenceView, { eojeol }: Word): string {
  return view.text.slice(eojeol.stem.start, eojeol.stem.end);
}
