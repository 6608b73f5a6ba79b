/**
 * From overlapping raw mentions to ones that do not overlap.
 *
 * The surest and longest come first; what overlaps them is dropped. Places that stand one after the other become one
 * address (경기 화성시 송산그린시티). Titles are kept apart: they may lie inside a mention ("우 CEO").
 */
import type { Mention } from "./types.ts";

/** Below this a mention is a mere suspicion: dropped unless the article confirms it elsewhere. */
export const SURE = 0.5;
const PER_UNIT = 0.03;
/** Quotation marks hold a name together: ‘위례 가나파크’ is no 위례. */
const QUOTED = 0.4;

function strength({ confidence, start, end, source }: Mention): number {
  return confidence + PER_UNIT * Math.min(end - start, 10) + (source === "quoted" ? QUOTED : 0);
}

/** The mentions of entity kinds that survive each other, in order of position. */
export function arbitrate(mentions: readonly Mention[]): Mention[] {
  const names = mentions.filter(({ kind }) => kind !== "title");
  const ranked = [...names].sort(
    (a, b) =>
      strength(b) - strength(a) ||
      a.start - b.start ||
      b.end - a.end ||
      compare(a.kind, b.kind) ||
      compare(a.source, b.source),
  );
  const taken: Mention[] = [];
  for (const mention of ranked) {
    if (!taken.some((other) => other.start < mention.end && mention.start < other.end)) taken.push(mention);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** The title mentions, without repetition. */
export function titlesOf(mentions: readonly Mention[]): Mention[] {
  const byPlace = new Map<string, Mention>();
  for (const mention of mentions) {
    if (mention.kind === "title") byPlace.set(`${mention.start}-${mention.end}`, mention);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
