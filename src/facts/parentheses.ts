/**
 * Relations that parentheses and lists of a class state: "한빛전자(서울 삼성동)", "정하나(가람대)", "A, B 등 C 계열사".
 *
 * Takes a view with its phrases and looks at what stands in parentheses right after a name, and at the noun under which
 * a list of names is brought.
 */
import { besideIfAllowed as draft, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";
import { RELATIONAL } from "./words.ts";

const OPENED = /^ ?(?:씨|군|양)? ?\($/u;
const UNDER = /^(?:\([^)]*\))? ?등 (?:\d+개 )?$/u;
const BEFORE = /^ ?[·ㆍ,∙・] ?$/u;
const OF_WHOLE = RELATIONAL.map((noun) => ({
  noun,
  pattern: new RegExp(`^(?:의)? ?(?:산하 |소속 )?${noun.word}`, "u"),
}));

/** All such relations of one sentence. */
export function readParentheses(view: SentenceView, phrases: readonly Phrase[]): RelationDraft[] {
  return [...enclosed(view), ...phrases.flatMap((phrase) => listed(view, phrase))];
}

/** What the parentheses right after a name begin with. */
function enclosed(view: SentenceView): RelationDraft[] {
  return view.sites.flatMap((a) => {
    const b = view.sites[a.index + 1];
    if (!b || !OPENED.test(view.text.slice(a.end, b.start))) return [];
    const close = view.text.indexOf(")", b.end);
    // A title inside is a post, and titles.ts reads it.
    if (close < 0 || view.titles.some((t) => t.start >= b.end && t.end <= close)) return [];
    const alone = close === b.end ? "alone" : "more";
    const rule = `parenthesis/${a.entity.kind}/${b.entity.kind}/${alone}`;
    if (b.entity.kind === "place" && a.entity.kind !== "person") return draft(view, "located_in", a, b, rule);
    if (b.entity.kind === "person") return draft(view, "member_of", b, a, rule);
    if (a.entity.kind === "product") return draft(view, "makes", b, a, rule);
    if (a.entity.kind !== "person") return [];
    const before = listedBefore(view, a).flatMap((person) => draft(view, "member_of", person, b, `${rule}/list`));
    return [...draft(view, "member_of", a, b, rule), ...before];
  });
}

/** People right before one in a list, who have no parentheses of their own. */
function listedBefore(view: SentenceView, person: Site): Site[] {
  const before = view.sites[person.index - 1];
  if (before?.entity.kind !== "person" || !BEFORE.test(view.text.slice(before.end, person.start))) return [];
  return [before, ...listedBefore(view, before)];
}

/** "A, B 등 C 계열사": every member of the list before 등 is what the noun says of C. */
function listed(view: SentenceView, { site, group }: Phrase): RelationDraft[] {
  const last = group.findLast(
    (s) => s.start >= site.start && UNDER.test(view.text.slice(s.end, after(view, s)?.start)),
  );
  const whole = last && after(view, last);
  if (!whole) return [];
  const rest = view.text.slice(whole.end, whole.end + 12);
  const noun = OF_WHOLE.find(({ pattern }) => pattern.test(rest))?.noun;
  if (!noun) return [];
  const [head, tail] = noun.of === "head" ? [whole, site] : [site, whole];
  return draft(view, noun.relation, head, tail, `listed/${noun.word}`);
}

function after(view: SentenceView, site: Site): Site | undefined {
  return view.sites[site.index + 1];
}
