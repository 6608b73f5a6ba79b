/**
 * Names of things in a graph: node keys, edge keys, and the order they stand in.
 *
 * Keys are built from what a thing is, never counted while reading, so that the same articles give the same keys in
 * whatever order they come. Order is by UTF-16 code unit: it needs no locale and is the same on every machine.
 */

/** Order by code unit, for `sort`. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The key of an entity before homonyms are numbered: `person:우융밍`. White space inside the label becomes one space. */
export function entityKey(kind: string, label: string): string {
  return `${kind}:${label.trim().replace(/\s+/gu, " ")}`;
}

/** The key of an event: `event:alibaba:412`, from its article and the offset of its trigger. */
export function eventKey(article: string, triggerStart: number): string {
  return `event:${article}:${triggerStart}`;
}

/** The key of an edge: `person:우융밍 -position_at-> company:알리바바`. */
export function edgeKey(source: string, kind: string, target: string): string {
  return `${source} -${kind}-> ${target}`;
}

/** `key`, or the first of `key#2`, `key#3` … that `taken` does not hold. */
export function firstFree(key: string, taken: { has(key: string): boolean }): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}#${number}`)) number++;
  return `${key}#${number}`;
}

/** What two writings of one name have in common: composed, without spaces and middle dots, in lower case. */
export function sameName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\s·・ㆍ]/gu, "")
    .toLowerCase();
}

/** The most frequent of `values`; on a tie the longest, then the first by code unit. Undefined for none. */
export function mostStated(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || byCodeUnit(a[0], b[0]));
  return ranked[0]?.[0];
}
