/**
 * Bytes or text → Article.
 *
 * Takes what stands in a file, or a string; gives an Article whose text is that content as it stands, so that offsets
 * into it are offsets into the file. Three things are set aside, none of which a reader sees: a byte order mark, the
 * carriage return of CRLF, and Hangul written in single letters (NFD, as macOS does), which is composed.
 */
import { parseDay } from "./day.ts";
import { decodeText } from "./decode.ts";
import { MaekError } from "./errors.ts";
import { guessHeadline } from "./headline.ts";
import type { Article } from "./types.ts";

/** The most UTF-16 units that one article may have: some hundred newspaper articles. */
export const LONGEST_ARTICLE = 200_000;
/** No text within the limit has more bytes: a UTF-16 unit is at most three bytes of UTF-8. */
export const LARGEST_FILE = 3 * LONGEST_ARTICLE + 3;

/** What is known about an article from outside its text. */
export interface AboutArticle {
  /** Stable name, unique in a graph. */
  readonly id: string;
  /** The headline, where it is no part of the text; it is not read and shifts no offset. */
  readonly title?: string | undefined;
  /** Day of publication, `YYYY-MM-DD`: relative dates are anchored to it. */
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  /** How error messages call the input; the id when absent. */
  readonly name?: string | undefined;
}

/**
 * Reads an article.
 *
 * @param content  the bytes of a UTF-8 text file, or its text
 * @param about    id and what is known besides; without a title the headline is guessed from the first line
 * @throws MaekError when the content is empty, binary, not UTF-8, longer than LONGEST_ARTICLE or holds no Hangul, and
 *   when the date is no day
 */
export function readArticle(content: Uint8Array | string, about: AboutArticle): Article {
  const name = about.name ?? about.id;
  if (about.date !== undefined) parseDay(about.date);
  if (content.length > LARGEST_FILE) throw tooLongError(name);
  const decoded = typeof content === "string" ? content.replace(/^\ufeff/, "") : decodeText(content, name);
  const broken = /\p{Surrogate}/u.exec(decoded);
  if (broken)
    throw new MaekError(`maek/article: ${name}: half a character (a lone surrogate) at offset ${broken.index}`);
  const text = composeHangul(decoded.replaceAll("\r\n", "\n"));
  if (text.trim() === "") throw new MaekError(`maek/article: ${name}: there is no text in it`);
  if (text.length > LONGEST_ARTICLE) throw tooLongError(name);
  if (!/[가-힣]/.test(text)) throw new MaekError(`maek/article: ${name}: no Korean in it (not one Hangul syllable)`);
  const headline = guessHeadline(text);
  return {
    id: about.id,
    text,
    title: about.title ?? (headline ? text.slice(headline.start, headline.end) : ""),
    ...(about.date !== undefined && { date: about.date }),
    ...(about.publisher !== undefined && { publisher: about.publisher }),
    ...(about.url !== undefined && { url: about.url }),
  };
}

function tooLongError(name: string): MaekError {
  const limit = LONGEST_ARTICLE.toLocaleString("en");
  return new MaekError(`maek/article: ${name}: longer than ${limit} characters; an article each file, please`);
}

/** Composes conjoining letters (U+1100 to U+11FF) into syllables, and touches nothing else. */
function composeHangul(text: string): string {
  return text.replace(/[\u1100-\u11ff]{2,}/g, (letters) => letters.normalize("NFC"));
}
