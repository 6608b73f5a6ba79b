/**
 * Posts that a predicate states: "삼성전자 사장을 지낸 김현종", "A 사장과 B 사장 등을 거친 임기영", "C는 D를 부회장으로 선임했다".
 *
 * Takes a title that stands with no person and the clauses of its sentence; gives who holds it, by verbs of holding,
 * taking and leaving posts (graph/lexicon/posts.json).
 */
import { bodyBefore, named, subjectBody } from "./bodies.ts";
import type { Clause } from "./clauses.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site, TitleSite } from "./view.ts";
import { posts } from "./words.ts";

/** That somebody holds or held a post at a body. */
export interface Held {
  readonly person: Site;
  readonly body: Site;
  readonly title: string;
  readonly rule: string;
}

const TAIL =
  /^(?:\([^)]*\))?(?:직을|직에서?|직|자리에서?|자리를|자리|에서|에|으로|로|을|를|이다|다|이었다|였다|이자|이며|이|가)?(?: 등(?:을|에|으로)?)?(?= |$)/u;
/** Words between a body and a title of it: departments, numbers. */
const BARE = /^[\p{L}\p{N}· ]*$/u;
const LISTED = /^(?:\([^)]*\))?(?:과|와|,|·| 및| 겸)? ?/u;

/** Who holds a title by the predicate that follows it. */
export function heldByClause(
  view: SentenceView,
  title: TitleSite,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): Held[] {
  const { last, listed } = lastOfList(view, title);
  const tail = TAIL.exec(view.text.slice(last.end, last.end + 20))?.[0] ?? "";
  if (tail === "") return [];
  const clause = clauses.find((c) => c.predicate.word >= last.last);
  if (!clause || clause.predicate.word - last.last > 3 || !posts.verbs.includes(clause.predicate.lemma)) return [];
  const person = personOf(clause);
  if (!person) return [];
  const before = bodyBefore(view, title.start);
  if (before) return [{ person, ...named(view, before, title), rule: listed ? "clause/list" : "clause" }];
  const appointed = /로$/.test(tail) && posts.appointing.includes(clause.predicate.lemma);
  const body = appointed ? subjectBody(phrases, title.start) : undefined;
  return body ? [{ person, body, title: title.text, rule: "clause/appointed" }] : [];
}

/** The last title of a list: "A 사장과 B 사장 등을". */
function lastOfList(view: SentenceView, title: TitleSite): { last: TitleSite; listed: boolean } {
  let last = title;
  for (const next of view.titles) {
    if (next.start < last.end) continue;
    const link = LISTED.exec(view.text.slice(last.end, next.start))?.[0] ?? "";
    const body = view.sites.find((s) => s.start === last.end + link.length && s.end <= next.start);
    if (link.trim() === "" || !body || !BARE.test(view.text.slice(body.end, next.start))) break;
    last = next;
  }
  return { last, listed: last !== title };
}

/** Of a clause the person that the post is said of: the one it modifies, its object, its subject. */
function personOf(clause: Clause): Site | undefined {
  const persons = clause.arguments.filter(
    (a) =>
      a.phrase.site.entity.kind === "person" && a.phrase.standing === "head" && ["가", "는", "", "를"].includes(a.slot),
  );
  return persons.at(-1)?.phrase.site;
}
