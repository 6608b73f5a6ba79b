/** Places that follow one another bare are one address: 경기 화성시 송산그린시티, 미국 텍사스. */
import type { Document } from "../korean/index.ts";
import type { Mention } from "./types.ts";

/** Joins neighbouring places; the joined mention keeps its last part's subkind. */
export function joinAddresses(document: Document, mentions: readonly Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const found of mentions) {
    const before = joined.at(-1);
    const between = before ? document.article.text.slice(before.end, found.start) : "";
    if (before?.kind === "place" && found.kind === "place" && between === " " && isPart(before, found)) {
      const text = document.article.text.slice(before.start, found.end);
      joined[joined.length - 1] = { ...found, start: before.start, text, source: "address" };
    } else joined.push(found);
  }
  return joined;
}

/** Whether a place can lie in the one before it; two countries side by side are two. */
function isPart(whole: Mention, part: Mention): boolean {
  if (part.subkind === "country" || whole.text.length === 1) return false;
  return !(part.subkind === "province" && whole.subkind !== "country");
}
