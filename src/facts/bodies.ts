/**
 * The body that a job title belongs to: what stands between a person and the title, or before it.
 *
 * Takes a view and offsets, and gives the site of a company, an organization or a place.
 */
import type { Phrase } from "./phrases.ts";
import { type SentenceView, type Site, type TitleSite, textOf } from "./view.ts";

/** Whether a name is a company's or an organization's. */
export function isBody({ entity }: Site): boolean {
  return entity.kind === "company" || entity.kind === "organization";
}

/** Whether posts may be held there: also a place has a mayor. */
function hasPosts(site: Site): boolean {
  return isBody(site) || site.entity.kind === "place";
}

/** What may stand between a body and the title or person it belongs to: bare words, a possessive, "전". */
const GLUE = /^의?(?: ?[\p{L}\p{N}·&()-])* ?$/u;
const PARTICLED = /(?:[은는을를에도과와]|에서|으로|부터|까지)(?= )/u;

/** The body between two offsets; the innermost, that is the last, one that is no place, else the place. */
export function bodyBetween(view: SentenceView, start: number, end: number): Site | undefined {
  const bodies = view.sites.filter((s) => s.start >= start && s.end <= end && hasPosts(s));
  return bodies.findLast((s) => s.entity.kind !== "place") ?? bodies.at(-1);
}

/** The body right before an offset, over bare words, a possessive, or an open parenthesis. */
export function bodyBefore(view: SentenceView, offset: number): Site | undefined {
  const last = view.sites.findLast((s) => s.end <= offset && s.entity.kind !== "product");
  const body = last && glossed(view, last, offset);
  if (!body || !hasPosts(body) || offset - body.end > 30) return undefined;
  const between = view.text.slice(body.end, offset);
  const open = /^(?:㈜|\(주\)|\([^)]*\))?\((?:[^()]*[,·] ?)?(?:[\p{L}\p{N}]+ )*$/u.test(between);
  if (!open && (!GLUE.test(between.replace(/^\([^)]*\)/, "")) || PARTICLED.test(between))) return undefined;
  return body;
}

/** Of "한국가람원(KGI, 원장" the name before the parenthesis, not its short form inside. */
function glossed(view: SentenceView, short: Site, offset: number): Site {
  const full = view.sites[short.index - 1];
  const opened = full && /^ ?\($/.test(view.text.slice(full.end, short.start));
  return opened && /^, ?$/.test(view.text.slice(short.end, offset)) ? full : short;
}

/** The body that is the sentence's subject before an offset. */
export function subjectBody(phrases: readonly Phrase[], offset: number): Site | undefined {
  return phrases.find(
    (p) => p.standing === "head" && (p.slot === "는" || p.slot === "가") && p.site.end < offset && isBody(p.site),
  )?.site;
}

/** A body with the title as written between it and the title's end. */
export function named(view: SentenceView, body: Site, title: TitleSite): { body: Site; title: string } {
  const text = textOf(view, { start: Math.min(body.end, title.start), end: title.end });
  const clean = text
    .replace(/^\([^)]*\)/, "")
    .replace(/^의 /, "")
    .replace(/^[(,·\s]+/, "");
  return { body, title: clean.length > 0 && clean.length <= 30 && !/[,()]/.test(clean) ? clean : title.text };
}
