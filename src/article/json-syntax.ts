/**
 * Takes text that is meant to be JSON; gives its value, or the line and column where it stops being JSON.
 *
 * `JSON.parse` says where a fault is in words that differ between engines, and often not at all. So when it refuses a
 * text, a scanner after RFC 8259 walks it once more to the first character that no JSON text could have there.
 */

/** Where a text stops being JSON, counted from 1; the column in UTF-16 units. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  /** "unexpected ']'" or "the text ends too early". */
  readonly what: string;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PARTIAL_STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/uy;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** What may stand at the scanner's place. */
type Expected = "value" | "first item" | "first key" | "key" | "colon" | "comma" | "end";

class Scanner {
  readonly #text: string;
  #at = 0;
  /** The arrays and objects that are open. */
  readonly #open: ("[" | "{")[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found !== null;
  }

  #takeSign(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #after(): Expected {
    return this.#open.length > 0 ? "comma" : "end";
  }

  #value(): Expected | undefined {
    if (this.#takeSign("{")) {
      this.#open.push("{");
      return "first key";
    }
    if (this.#takeSign("[")) {
      this.#open.push("[");
      return "first item";
    }
    return this.#take(STRING) || this.#take(SCALAR) ? this.#after() : undefined;
  }

  #close(sign: "]" | "}"): Expected | undefined {
    if (!this.#takeSign(sign)) return undefined;
    this.#open.pop();
    return this.#after();
  }

  /** Takes what is expected; what is expected next, or undefined at a fault. */
  #step(expected: Expected): Expected | undefined {
    const innermost = this.#open.at(-1);
    switch (expected) {
      case "first item":
        return this.#close("]") ?? this.#value();
      case "value":
        return this.#value();
      case "first key":
        return this.#close("}") ?? this.#step("key");
      case "key":
        return this.#take(STRING) ? "colon" : undefined;
      case "colon":
        return this.#takeSign(":") ? "value" : undefined;
      case "comma":
        if (this.#takeSign(",")) return innermost === "[" ? "value" : "key";
        return this.#close(innermost === "[" ? "]" : "}");
      case "end":
        return undefined;
    }
  }

  /** The offset of the first fault, or undefined for sound JSON. */
  fault(): number | undefined {
    let expected: Expected = "value";
    for (;;) {
      this.#take(SPACE);
      if (expected === "end" && this.#at === this.#text.length) return undefined;
      const next = this.#step(expected);
      if (next === undefined) {
        if (this.#text[this.#at] === '"') this.#take(PARTIAL_STRING);
        return this.#at;
      }
      expected = next;
    }
  }
}

/** The first fault of a text, or undefined when it is JSON. */
export function findSyntaxFault(text: string): SyntaxFault | undefined {
  const at = new Scanner(text).fault();
  if (at === undefined) return undefined;
  const before = text.slice(0, at);
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return {
    line: before.split("\n").length,
    column: at - before.lastIndexOf("\n"),
    what: at >= text.length ? "the text ends too early" : `unexpected ${JSON.stringify(sign)}`,
  };
}
