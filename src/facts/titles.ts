/**
 * Titles → position_at, and member_of for members of parties.
 *
 * Takes a view and finds for each job title whose it is and of which body, in the orders Korean news writes them:
 * "우융밍 알리바바 최고경영자", "민주당 추미애 대표", "알리바바 창업자 마윈", "한미약품(대표이사 우종수)",
 * "조동근 명지대 교수(바른사회시민회의 공동대표)", "A 대표 겸 B 교수", "삼성전자 사장을 지낸 김현종".
 */
import type { Clause } from "./clauses.ts";
import { cover, type RelationDraft } from "./draft.ts";
import { type Phrase, titleAfter } from "./phrases.ts";
import { type SentenceView, type Site, type TitleSite, textOf } from "./view.ts";
import { posts } from "./words.ts";

const BODY = new Set(["company", "organization", "place"]);
/** What may stand between a body and the title or person it belongs to: bare words, a possessive, "전". */
const GLUE = /^(?:의)?(?:[ ]?[\p{L}\p{N}·&()-]+)*[ ]?$/u;
const PARTICLED = /(?:[은는을를에도과와]|에서|으로|부터|까지)(?= )/u;

interface Held {
  readonly person: Site;
  readonly body: Site;
  readonly title: string;
  readonly rule: string;
}

/** position_at and member_of drafts of one sentence. */
export function readTitles(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const title of view.titles) {
    if (posts.never.includes(title.text)) continue;
    const found = holdersOf(view, title, phrases, clauses);
    const held = found.length > 0 ? found : heldOfSubject(view, title, phrases);
    drafts.push(...held.filter(plausible).map((each) => draftOf(view, each, title)));
  }
  return drafts;
}

/** Where a title ends with the one that repeats it in parentheses: 최고경영자(CEO). */
function endOf({ text, titles }: SentenceView, title: TitleSite): number {
  const gloss = titles.find((t) => t.start === title.end + 1 && text[title.end] === "(" && text[t.end] === ")");
  return gloss ? gloss.end + 1 : title.end;
}

function draftOf(view: SentenceView, { person, body, title, rule }: Held, site: TitleSite): RelationDraft {
  const end = endOf(view, site);
  const gloss = title.endsWith(site.text) ? view.text.slice(site.end, end) : "";
  const isMember =
    posts.member.some((m) => title.endsWith(m)) && posts.party.some((p) => body.entity.label.endsWith(p));
  return {
    type: "relation",
    kind: isMember ? "member_of" : "position_at",
    head: person,
    tail: body,
    title: title + gloss,
    evidence: cover(person, body, { start: site.start, end }),
    sentence: view.sentence.index,
    factuality: "done",
    rule: `title/${isMember ? "member" : body.entity.kind}/${rule}`,
    traits: [`title/${rule}`, "title"],
  };
}

function plausible({ body, title }: Held): boolean {
  if (body.entity.kind !== "place") return true;
  return posts.place.some((p) => title.endsWith(p));
}

function holdersOf(
  view: SentenceView,
  title: TitleSite,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): Held[] {
  const people = view.sites.filter((s) => s.entity.kind === "person");
  const after = people.filter((p) => titleAfter(view, p) === title);
  const owner = after.at(-1);
  if (owner) {
    const listed = [owner, ...listBefore(view, owner)];
    const between = bodyBetween(view, owner.end, title.start);
    if (between) return listed.map((person) => ({ person, ...named(view, between, title), rule: "after" }));
    const before = bodyBefore(view, listed.at(-1)?.start ?? owner.start);
    if (before) return listed.map((person) => ({ person, body: before, title: title.text, rule: "around" }));
    return [];
  }
  const joined = ownerByJoin(view, title);
  if (joined) {
    const body = bodyBetween(view, joined.from, title.start) ?? joined.body;
    return body ? [{ person: joined.person, ...named(view, body, title), rule: "joined" }] : [];
  }
  const next = people.find(
    (p) =>
      p.start >= title.end &&
      /^(?:인|이자|이었던|였던|출신)?[ (]{0,2}(?:고 |故 )?$/.test(view.text.slice(title.end, p.start)),
  );
  if (next) {
    const body = bodyBefore(view, title.start);
    if (body)
      return [
        { person: next, ...named(view, body, title), rule: inParentheses(view, body, next) ? "parenthesis" : "before" },
      ];
  }
  const listed = listAfter(view, title, people);
  if (listed.people.length > 0) {
    const body =
      bodyBefore(view, title.start) ?? (listed.how === "appointed" ? subjectBody(phrases, title.start) : undefined);
    if (body) return listed.people.map((person) => ({ person, ...named(view, body, title), rule: listed.how }));
  }
  const enclosed = personBeforeParenthesis(view, title, people);
  if (enclosed) {
    const body = bodyBetween(view, enclosed.end, title.start);
    return body ? [{ person: enclosed, ...named(view, body, title), rule: "enclosed" }] : [];
  }
  return heldByClause(view, title, clauses);
}

/** People listed before the one that bears the title: "김성태·이혜훈 의원". */
function listBefore(view: SentenceView, person: Site): Site[] {
  const found: Site[] = [];
  let at = person.start;
  for (const site of [...view.sites].reverse()) {
    if (site.end > at) continue;
    if (site.entity.kind !== "person" || !/^[·ㆍ,∙・ ]{1,2}$/.test(view.text.slice(site.end, at))) break;
    found.push(site);
    at = site.start;
  }
  return found;
}

/** The body between two offsets; the innermost, that is the last, one that is no place, else the place. */
function bodyBetween(view: SentenceView, start: number, end: number): Site | undefined {
  const bodies = view.sites.filter((s) => s.start >= start && s.end <= end && BODY.has(s.entity.kind));
  return bodies.findLast((s) => s.entity.kind !== "place") ?? bodies.at(-1);
}

function bodyBefore(view: SentenceView, offset: number): Site | undefined {
  const body = view.sites.findLast((s) => s.end <= offset && s.entity.kind !== "product");
  if (!body || !BODY.has(body.entity.kind) || offset - body.end > 30) return undefined;
  const between = view.text.slice(body.end, offset);
  const open = /^(?:\([^)]*\))?\((?:[^()]*[,·] ?)?(?:[\p{L}\p{N}]+ )*$/u.test(between);
  if (!open && (!GLUE.test(between.replace(/^\([^)]*\)/, "")) || PARTICLED.test(between))) return undefined;
  return body;
}

/** People named after the title: "새빛당 의원은 A·B·C다", "국장에는 A 심의관을 발령했다". */
function listAfter(view: SentenceView, title: TitleSite, people: readonly Site[]): { people: Site[]; how: string } {
  const link = /^(?:들)?(은|는|이|가|에는|에|:) ?$/;
  const first = people.find((p) => p.start >= title.end);
  const match = first && link.exec(view.text.slice(title.end, first.start));
  if (!first || !match) return { people: [], how: "" };
  if (match[1]?.startsWith("에")) return { people: [first], how: "appointed" };
  const listed = [first];
  for (const next of people.filter((p) => p.start > first.start)) {
    if (!/^[·ㆍ,∙・] ?$/.test(view.text.slice(listed.at(-1)?.end, next.start))) break;
    listed.push(next);
  }
  return { people: listed.length > 1 ? listed : [], how: "list" };
}

/** The body that is the sentence's subject before an offset. */
function subjectBody(phrases: readonly Phrase[], offset: number): Site | undefined {
  return phrases.find(
    (p) =>
      p.standing === "head" &&
      (p.slot === "는" || p.slot === "가") &&
      p.site.end < offset &&
      BODY.has(p.site.entity.kind) &&
      p.site.entity.kind !== "place",
  )?.site;
}

function inParentheses(view: SentenceView, body: Site, person: Site): boolean {
  return /\([^)]*$/.test(view.text.slice(body.end, person.start));
}

function named(view: SentenceView, body: Site, title: TitleSite): { body: Site; title: string } {
  const text = textOf(view, { start: Math.min(body.end, title.start), end: title.end });
  const clean = text
    .replace(/^\([^)]*\)/, "")
    .replace(/^의 /, "")
    .replace(/^[(,·\s]+/, "");
  return { body, title: clean.length > 0 && clean.length <= 30 && !/[,()]/.test(clean) ? clean : title.text };
}

/** "… 회장 겸 B 대표": a second title of the person before. */
function ownerByJoin(view: SentenceView, title: TitleSite): { person: Site; from: number; body?: Site } | undefined {
  const first = view.titles.findLast((t) => t.end <= title.start);
  if (!first || !/^(?:\([^)]*\))? ?(?:겸|및|이자|과|와|,|·) ?[^,.]*$/.test(view.text.slice(first.end, title.start)))
    return undefined;
  if (!/ ?겸 | ?겸[^ ]|이자/.test(view.text.slice(first.end, title.start))) return undefined;
  const people = view.sites.filter((s) => s.entity.kind === "person");
  const person =
    people.findLast((p) => titleAfter(view, p) === first) ??
    people.find((p) => p.start >= title.end && p.start - title.end <= 2);
  if (!person) return undefined;
  const body = bodyBetween(view, person.end, first.start);
  return { person, from: first.end, ...(body && { body }) };
}

/** "김원홍(전 SK해운 고문)", "조동근 명지대 교수(바른사회시민회의 공동대표)". */
function personBeforeParenthesis(view: SentenceView, title: TitleSite, people: readonly Site[]): Site | undefined {
  const open = view.text.lastIndexOf("(", title.start);
  if (open < view.sentence.start || view.text.slice(open, title.start).includes(")")) return undefined;
  return people.findLast((p) => {
    if (p.end > open) return false;
    const bearer = titleAfter(view, p);
    const end = bearer && bearer.end <= open ? bearer.end : p.end;
    return /^ ?씨? ?$/.test(view.text.slice(end, open));
  });
}

/** "삼성전자 사장을 지낸 김현종", "이재용은 삼성전자 회장이다". */
function heldByClause(view: SentenceView, title: TitleSite, clauses: readonly Clause[]): Held[] {
  const body = bodyBefore(view, title.start);
  if (!body) return [];
  const tail =
    /^(?:직|자리|에|으로|로|을|를|직을|직에|이다|다|이었다|였다|이자|이며)?/.exec(
      view.text.slice(title.end, title.end + 3),
    )?.[0] ?? "";
  if (tail === "") return [];
  const clause = clauses.find((c) => c.predicate.word >= title.last);
  if (!clause || clause.predicate.word - title.last > 2 || !posts.verbs.includes(clause.predicate.lemma)) return [];
  const persons = clause.arguments.filter(
    (a) =>
      a.phrase.site.entity.kind === "person" && a.phrase.standing === "head" && ["가", "는", "", "를"].includes(a.slot),
  );
  const person = persons.at(-1)?.phrase.site;
  return person ? [{ person, ...named(view, body, title), rule: "clause" }] : [];
}

/** "롯데홀딩스는 … 신동빈 대표를": a person with a bare title in a sentence about one body. */
function heldOfSubject(view: SentenceView, title: TitleSite, phrases: readonly Phrase[]): Held[] {
  const person = view.sites.findLast((s) => s.entity.kind === "person" && titleAfter(view, s) === title);
  if (!person) return [];
  const subject = subjectBody(phrases, person.start);
  const others = view.sites.some((s) => s.entity.kind === "company" && s.entity.key !== subject?.entity.key);
  if (!subject) return [];
  const rule = `subject/${subject.entity.kind}/${others ? "among" : "alone"}`;
  return [{ person, body: subject, title: title.text, rule }];
}
