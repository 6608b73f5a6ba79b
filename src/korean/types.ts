/** A Document: an Article's text read as Korean. All offsets count UTF-16 units in Article.text. */
import type { Article, Span } from "../article/index.ts";

/** A morpheme of the Sejong tag set, aligned to the characters it was read from. */
export interface Morpheme extends Span {
  /** Dictionary form: "하", "았", "ㄴ". */
  readonly form: string;
  /** Sejong tag: NNG, NNP, JKS, VV, EF … */
  readonly tag: string;
  /** A noun that the analyzer's dictionary lacks: mostly a name. */
  readonly unknown?: true;
}

/** A run of characters without white space. */
export interface Eojeol extends Span {
  readonly morphemes: readonly Morpheme[];
  /** The eojeol's text before its particles and copula, without the punctuation around it. */
  readonly stem: Span;
  /** The particles that close the eojeol, in order ("에서", "는"); empty for a bare noun or a predicate. */
  readonly particles: readonly string[];
}

/** Words between quotation marks. The span excludes the marks. */
export interface Quote extends Span {
  /** Whether the marks enclose speech (“…”라고) or a name or emphasis ('퉁이 첸원'). */
  readonly kind: "speech" | "name";
}

export interface Sentence extends Span {
  readonly index: number;
  /** headline: the article's first line when it is one; heading: a ◇ ■ ▶ line; body: prose. */
  readonly kind: "headline" | "heading" | "body";
  readonly eojeols: readonly Eojeol[];
  /** Quotes that lie inside the sentence, in order; a quote may hold several sentences of its own. */
  readonly quotes: readonly Quote[];
}

/** A quantity: money, a share, a count. */
export interface Amount extends Span {
  readonly text: string;
  /** In units of `unit`: 3800억위안 → 380000000000; a range gives its lower end. */
  readonly value: number;
  /** The upper end, when a range is given. */
  readonly upper?: number;
  /** KRW, USD, CNY …, "%", "%p", or the counter as written ("명", "개사"). */
  readonly unit: string;
  readonly bound: "exact" | "about" | "at_least" | "at_most" | "over" | "under";
  /** The amount that this one converts: "(약 74조9000억원)" converts 3800억위안. Its index in Document.amounts. */
  readonly conversionOf?: number;
}

/** A date, a period or a time as written, anchored when the publication date is known. */
export interface DateExpression extends Span {
  readonly text: string;
  /** First day, `YYYY-MM-DD`; absent where the text and the publication date do not settle it. */
  readonly from?: string;
  /** Last day, inclusive. */
  readonly to?: string;
  /** date: a day, month or year; duration: 3년 동안; reference: 이날, 이듬해 (resolved when it can be). */
  readonly kind: "date" | "duration" | "reference";
}

export interface Document {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly amounts: readonly Amount[];
  readonly dates: readonly DateExpression[];
}
