/** What every input format becomes: one text, and what is known about it. */

/** A half-open range of UTF-16 units in an article's text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Article {
  /** Stable name, unique in a graph: the file's name without its ending. */
  readonly id: string;
  /** What every offset counts in. With a title that is no part of the file: `title + "\n" + body`. */
  readonly text: string;
  /** The headline; empty when there is none. */
  readonly title: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
}
