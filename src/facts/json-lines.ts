/**
 * Where each value of a JSON text stands: path → line, so that a fault in a lexicon is reported with its line.
 *
 * One walk over text that JSON.parse takes; paths are joined with "/": "frames/3/words/0". It keeps its own stack, for
 * text from outside may be nested deeper than calls can be.
 */

/** Values nested deeper have no entry of their own: far below what a lexicon has, and long paths would fill the memory. */
const DEEPEST = 32;

/** An array or object that the walk is in. */
interface Open {
  /** Absent where it is nested too deep. */
  readonly path: string | undefined;
  readonly array: boolean;
  /** How many values of an array were met. */
  index: number;
  /** The key whose value comes next. */
  key: string | undefined;
}

/** The line (from 1) of every value and of every key's value in a JSON text, by path; the whole text's path is "". */
export function linesOf(json: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: Open[] = [];
  let at = 0;
  let line = 1;
  const readString = (): string => {
    const start = at;
    at += 1;
    while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
    at += 1;
    return json.slice(start, at);
  };
  const nextPath = (): string | undefined => {
    const around = open.at(-1);
    if (!around) return "";
    const name = around.array ? `${around.index++}` : around.key;
    around.key = undefined;
    if (around.path === undefined || open.length > DEEPEST) return undefined;
    return around.path === "" ? name : `${around.path}/${name}`;
  };
  while (at < json.length) {
    const sign = json[at] as string;
    const around = open.at(-1);
    if (sign === "\n") line += 1;
    if (/[\s,:]/.test(sign)) at += 1;
    else if (sign === "}" || sign === "]") {
      open.pop();
      at += 1;
    } else if (around && !around.array && around.key === undefined) around.key = JSON.parse(readString()) as string;
    else {
      const path = nextPath();
      if (path !== undefined) lines.set(path, line);
      if (sign === "{" || sign === "[") {
        open.push({ path, array: sign === "[", index: 0, key: undefined });
        at += 1;
      } else if (sign === '"') readString();
      else while (at < json.length && !/[\s,\]}]/.test(json[at] as string)) at += 1;
    }
  }
  return lines;
}
