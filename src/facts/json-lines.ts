/**
 * Where each value of a JSON text stands: path → line, so that a fault in a lexicon is reported with its line.
 *
 * One walk over text that JSON.parse takes; paths are joined with "/": "frames/3/words/0".
 */

/** The line (from 1) of every value and of every key's value in a JSON text, by path; the whole text's path is "". */
export function linesOf(json: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  const skip = () => {
    while (at < json.length && /[\s,:]/.test(json[at] ?? "")) {
      if (json[at] === "\n") line += 1;
      at += 1;
    }
  };
  const readString = (): string => {
    const start = at;
    at += 1;
    while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
    at += 1;
    return JSON.parse(json.slice(start, at)) as string;
  };
  const readValue = (path: string): void => {
    skip();
    lines.set(path, line);
    const below = (name: string | number) => (path === "" ? `${name}` : `${path}/${name}`);
    const open = json[at];
    if (open === '"') readString();
    else if (open === "{" || open === "[") {
      at += 1;
      for (let index = 0; ; index++) {
        skip();
        if (at >= json.length || json[at] === "}" || json[at] === "]") break;
        readValue(below(open === "{" ? readString() : index));
      }
      at += 1;
    } else while (at < json.length && !/[\s,\]}]/.test(json[at] ?? "")) at += 1;
  };
  readValue("");
  return lines;
}

/** The line at which a text stops being JSON; undefined where it is JSON throughout. */
export function brokenLine(json: string): { line: number; what: string } | undefined {
  const whole = faultOf(json);
  if (whole === undefined) return undefined;
  const rows = json.split("\n");
  // What begins as JSON and only ends too soon is right so far.
  for (let line = 1; line <= rows.length; line++) {
    const what = faultOf(rows.slice(0, line).join("\n"));
    if (what !== undefined && !/end of JSON|Unterminated|Expected .* in JSON at position/.test(what))
      return { line, what };
    if (what?.includes("Expected") && !endsThere(what, rows.slice(0, line).join("\n"))) return { line, what };
  }
  return { line: rows.length, what: whole };
}

function faultOf(json: string): string | undefined {
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
  }
}

/** Whether a parser's complaint is about the end of the text. */
function endsThere(what: string, json: string): boolean {
  return Number(/position (\d+)/.exec(what)?.[1] ?? 0) >= json.trimEnd().length;
}
