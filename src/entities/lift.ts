/**
 * Names that are words (하나, 대상, 메타): what in the article makes a name of them.
 *
 * A suspicion is lifted by a second witness: a sure name of its kind beside it in a list, a title or a known product right
 * after a company, an address around a place, or the same name with an ending elsewhere in the article.
 */
import type { Document } from "../korean/index.ts";
import { SURE } from "./arbitrate.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";

const LIFTED = 0.7;
const LIST = /^(?:·|ㆍ|, ?|\/|・|와 |과 | 및 )$/;

/** The mentions again, those with a witness sure. */
export function lift(document: Document, mentions: readonly Mention[], lexicon: NameLexicon): Mention[] {
  const { text } = document.article;
  const sure = mentions.filter(({ confidence }) => confidence >= SURE);
  const lifted = [...mentions];
  for (const [index, found] of mentions.entries()) {
    if (found.confidence >= SURE || found.kind === "title" || found.source !== "lexicon") continue;
    const before = lifted[index - 1];
    const after = lifted[index + 1];
    const witnessed =
      (before && isWitness(before, found, text.slice(before.end, found.start))) ||
      (after && isWitness(after, found, text.slice(found.end, after.start))) ||
      isTitled(found) ||
      sure.some((other) => isFuller(other, found));
    if (witnessed) lifted[index] = { ...found, confidence: LIFTED };
  }
  return lifted;

  function isTitled({ kind, end }: Mention): boolean {
    if (kind !== "company" && kind !== "organization") return false;
    const next = /^ ([가-힣A-Z]+)/.exec(text.slice(end, end + 12))?.[1];
    return next !== undefined && !lexicon.weakTitles.has(next) && lexicon.titles.has(next);
  }
}

function isWitness(other: Mention, found: Mention, between: string): boolean {
  if (other.confidence < SURE) return false;
  if (other.kind === found.kind && LIST.test(between)) return true;
  if (found.kind === "place" && other.kind === "place" && between === " ") return found.text.length > 1;
  return found.kind === "company" && other.kind === "product" && between === " " && other.start > found.start;
}

/** 하나금융그룹 for 하나. */
function isFuller(other: Mention, found: Mention): boolean {
  return other.kind === found.kind && other.text.length > found.text.length + 1 && other.text.startsWith(found.text);
}
