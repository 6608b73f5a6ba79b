/**
 * Text into XML 1.0, whatever the text is: markup is escaped, and what XML cannot hold is dropped.
 *
 * XML has no way at all to write most control characters, lone surrogates, U+FFFE and U+FFFF (section 2.2, Char).
 * Line breaks and tabs inside an attribute are written as references: a parser turns bare ones into spaces (3.3.3).
 */

const NO_CHAR = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text without the characters that XML cannot hold. */
export function holdable(text: string): string {
  return text.replace(NO_CHAR, "");
}

/** The text as an attribute's value, without the quotation marks around it. */
export function escapeXml(text: string): string {
  return holdable(text).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `name="value"` for each member that has a value, each with a space before it. */
export function xmlAttributes(members: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(members)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXml(String(value))}"`))
    .join("");
}

/** Longest run of characters in one instruction: some parsers refuse texts of ten million bytes. */
const PIECE = 1_000_000;

/** A value as JSON in processing instructions, which every other reader of the file passes over. */
export function* xmlInstructions(target: string, value: unknown): Generator<string> {
  const json = JSON.stringify(value).replace(/[>\ufffe\uffff]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  for (let start = 0; start < json.length; ) {
    let end = Math.min(start + PIECE, json.length);
    // A piece must not begin with a space, which parsers skip, nor inside a surrogate pair.
    while (end < json.length && /[\s\udc00-\udfff]/.test(json[end] ?? "")) end++;
    yield `<?${target} ${json.slice(start, end)}?>\n`;
    start = end;
  }
}
