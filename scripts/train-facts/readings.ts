/**
 * What finders that have not seen an article find in it, kept as offsets, so that facts are learnt from names as they
 * will be found elsewhere, errors and all.
 *
 *   # t000                         an article
 *   12-16 company 93 tagger        offsets into title, newline, text; kind, with its subkind after a dot; percent; source
 *   12-16 company 93 tagger 2-4    … and, within a composed name, the part that names it alone
 */
import type { Mention } from "../../src/entities/index.ts";

/** Mentions by article, as text. */
export function writeReadings(readings: readonly (readonly [id: string, mentions: readonly Mention[]])[]): string {
  return readings
    .map(([id, mentions]) => `# ${id}\n${mentions.map((mention) => `${lineOf(mention)}\n`).join("")}`)
    .join("");
}

function lineOf({ start, end, kind, subkind, text, short, source, confidence }: Mention): string {
  const at = short === undefined ? -1 : text.indexOf(short);
  const part = short !== undefined && at >= 0 ? ` ${at}-${at + short.length}` : "";
  return `${start}-${end} ${kind}${subkind ? `.${subkind}` : ""} ${Math.round(confidence * 100)} ${source}${part}`;
}

const LINE = /^(\d+)-(\d+) ([a-z]+)(?:\.(\S+))? (\d+) (\S.*?)(?: (\d+)-(\d+))?$/;

/**
 * Mentions by article's id.
 * @param textOf the text that an article's offsets count in
 * @throws Error naming the line that is none
 */
export function parseReadings(
  text: string,
  textOf: (id: string) => string | undefined,
): Map<string, readonly Mention[]> {
  const readings = new Map<string, Mention[]>();
  let mentions: Mention[] = [];
  let article: string | undefined;
  text.split("\n").forEach((line, index) => {
    if (line === "") return;
    if (line.startsWith("# ")) {
      const id = line.slice(2);
      article = textOf(id);
      mentions = [];
      readings.set(id, mentions);
      return;
    }
    const match = LINE.exec(line);
    if (!match) throw new Error(`maek/scripts: readings, line ${index + 1}: no mention "${line}"`);
    if (article === undefined) return;
    const [start, end] = [Number(match[1]), Number(match[2])];
    const name = article.slice(start, end);
    mentions.push({
      start,
      end,
      kind: match[3] as Mention["kind"],
      ...(match[4] && { subkind: match[4] }),
      text: name,
      ...(match[7] && { short: name.slice(Number(match[7]), Number(match[8])) }),
      source: match[6] as string,
      confidence: Number(match[5]) / 100,
    });
  });
  return readings;
}
