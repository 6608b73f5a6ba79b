/**
 * Takes the text of a GEXF value and its column's type; gives the value. Lists come in the spellings that programs
 * have used over the years: `["a", "b"]`, `['a', b]`, `[a, b]`, `a|b`, `a;b`, `a,b`.
 */
import type { GexfValue } from "./gexf-model.ts";

const NUMBERS = /^(?:integer|long|double|float|byte|short|bigdecimal|biginteger)$/i;

function scalar(text: string, type: string): string | number | boolean {
  if (type === "boolean") return text.trim().toLowerCase() === "true";
  if (!NUMBERS.test(type)) return text;
  const number = Number(text.trim().replace(/^(-?)inf(?:inity)?$/i, "$1Infinity"));
  return text.trim() === "" ? text : number;
}

/** An item in quotation marks, with backslashes before what they would end at; or a bare one up to the separator. */
const ITEM = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*?))\s*(?:,|$)/suy;

function bracketed(inner: string): string[] {
  const items: string[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < inner.length) {
    const found = ITEM.exec(inner);
    if (!found) return inner.split(",").map((item) => item.trim());
    const quoted = found[1] ?? found[2];
    items.push(quoted === undefined ? (found[3] ?? "") : quoted.replace(/\\(.)/gsu, "$1"));
  }
  return items;
}

function listItems(text: string): string[] {
  const whole = text.trim();
  if (whole.startsWith("[") && whole.endsWith("]")) {
    try {
      const items: unknown = JSON.parse(whole);
      if (Array.isArray(items)) return items.map(String);
    } catch {
      // Not JSON, so one of the other spellings.
    }
    return bracketed(whole.slice(1, -1));
  }
  const separator = ["|", ";", ","].find((sign) => whole.includes(sign));
  return whole === "" ? [] : (separator ? whole.split(separator) : [whole]).map((item) => item.trim());
}

/** The value that a text stands for in a column of this type. */
export function gexfValue(text: string, type: string): GexfValue {
  const [, item] = /^list(.+)$/i.exec(type) ?? [];
  return item === undefined
    ? scalar(text, type.toLowerCase())
    : listItems(text).map((one) => scalar(one, item.toLowerCase()));
}
