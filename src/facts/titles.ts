/**
 * Titles → position_at, and member_of for members of parties.
 *
 * Takes a view and finds for each job title whose it is and of which body, in the orders Korean news writes them:
 * "우융밍 알리바바 최고경영자", "민주당 추미애 대표", "알리바바 창업자 마윈", "한미약품(대표이사 우종수)",
 * "조동근 명지대 교수(바른사회시민회의 공동대표)", "A 대표 겸 B 교수", "삼성전자 사장을 지낸 김현종".
 */
import { bodyBefore, bodyBetween, named, subjectBody } from "./bodies.ts";
import { type Held, heldByClause } from "./careers.ts";
import type { Clause } from "./clauses.ts";
import { cover, type RelationDraft } from "./draft.ts";
import { type Phrase, titleAfter } from "./phrases.ts";
import type { SentenceView, Site, TitleSite } from "./view.ts";
import { posts } from "./words.ts";

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
    const between = bodyBetween(view, owner.end, title.end);
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
  return heldByClause(view, title, phrases, clauses);
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

function inParentheses(view: SentenceView, body: Site, person: Site): boolean {
  return /\([^)]*$/.test(view.text.slice(body.end, person.start));
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
