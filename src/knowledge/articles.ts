/**
 * Takes readings in any order, with repeats; gives each article once, under an id of its own, in a fixed order.
 *
 * Two readings of one text are one article, kept under the smallest id. Different texts under one id are told apart
 * as `id`, `id#2` …, by date and text, so that neither the order of the input nor of the disk matters.
 */
import { byCodeUnit, firstFree } from "./keys.ts";
import type { GraphArticle, Reading } from "./types.ts";

/** A reading, and the id its article bears in the graph. */
export interface PlacedReading {
  readonly id: string;
  readonly reading: Reading;
}

/** What a reading is ordered by: fields that settle nearly all cases first, the facts for those they do not. */
function order(a: Reading, b: Reading): number {
  const [left, right] = [a.document.article, b.document.article];
  return (
    byCodeUnit(left.id, right.id) ||
    byCodeUnit(left.date ?? "", right.date ?? "") ||
    byCodeUnit(left.text, right.text) ||
    byCodeUnit(left.title, right.title) ||
    byCodeUnit(left.publisher ?? "", right.publisher ?? "") ||
    byCodeUnit(left.url ?? "", right.url ?? "") ||
    byCodeUnit(JSON.stringify([a.reading.entities, a.facts]), JSON.stringify([b.reading.entities, b.facts]))
  );
}

/** Each text once, ordered by its id in the graph. */
export function placeArticles(readings: readonly Reading[]): PlacedReading[] {
  const texts = new Set<string>();
  const ids = new Set<string>();
  const placed: PlacedReading[] = [];
  for (const reading of [...readings].sort(order)) {
    const { id, text } = reading.document.article;
    if (texts.has(text)) continue;
    texts.add(text);
    const free = firstFree(id, ids);
    ids.add(free);
    placed.push({ id: free, reading });
  }
  return placed.sort((a, b) => byCodeUnit(a.id, b.id));
}

/** The article as the graph file keeps it. */
export function graphArticle({ id, reading }: PlacedReading): GraphArticle {
  const { title, date, publisher, url, text } = reading.document.article;
  return {
    id,
    title,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    text,
    sentences: reading.document.sentences.map(({ start, end }) => [start, end] as const),
  };
}
