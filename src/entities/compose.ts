/**
 * Names that stand one after the other and are one name: 경기 화성시 송산그린시티, 중국 인민은행, 서울대 경쟁법센터.
 *
 * Takes settled mentions and gives fewer; a joined one keeps its last part as `short`, the form it may be called by alone.
 */
import type { Document } from "../korean/index.ts";
import type { Mention } from "./types.ts";

export function compose(document: Document, mentions: readonly Mention[]): Mention[] {
  const composed: Mention[] = [];
  for (const found of mentions) {
    const before = composed.at(-1);
    const between = before ? document.article.text.slice(before.end, found.start) : "";
    if (before && between === " " && belongs(before, found) && !areListed(before, found, document)) {
      const text = document.article.text.slice(before.start, found.end);
      const short = found.short ?? found.text;
      const kind = before.kind === "place" && found.kind === "company" ? "place" : found.kind;
      composed[composed.length - 1] = { ...found, kind, start: before.start, text, short, source: "composed" };
    } else composed.push(found);
  }
  return composed;
}

/** Whether `part` goes on the name that `whole` begins. */
function belongs(whole: Mention, part: Mention): boolean {
  if (whole.kind === "place" && part.kind === "company")
    return whole.subkind !== "country" && part.text.endsWith("호텔");
  if (part.kind === "place") return isPlaceIn(whole, part);
  if (part.kind !== "organization") return false;
  if (whole.kind === "place") {
    if (whole.text.length === 1) return false;
    const local = part.source === "ending" && (part.subkind === "government" || part.subkind === "university");
    return local || (whole.subkind === "country" && (part.subkind === "government" || part.source === "ending"));
  }
  const told = part.source === "ending" || part.source === "name+body";
  return told && (whole.kind === "organization" || whole.kind === "company") && !part.text.includes(" ");
}

/**
 * A place can lie in the one before it; but two countries side by side are two, and a continent holds countries rather
 * than lying in one. A plant is a place of its firm.
 */
function isPlaceIn(whole: Mention, part: Mention): boolean {
  if (whole.kind === "company") return part.source === "ending" && part.subkind === "site";
  if (whole.kind !== "place" || whole.subkind === "continent" || whole.text.length === 1) return false;
  if (part.subkind === "country" || part.subkind === "continent") return false;
  return !(part.subkind === "province" && whole.subkind !== "country");
}

const AND_OTHERS = /^ ?(?:등(?=[^가-힣]|[은이을에의과도만]|$)|·|및 )/;

/** 수원 용인 등: two of one size before 등 are two places, or a row of them. */
function areListed(whole: Mention, part: Mention, { article }: Document): boolean {
  const alike = whole.subkind !== undefined && whole.subkind === part.subkind;
  return alike && AND_OTHERS.test(article.text.slice(part.end, part.end + 3));
}
