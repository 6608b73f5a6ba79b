/**
 * Titles without a body → position_at: "김 부사장은" of the company that the article speaks of.
 *
 * Takes a view, what the sentences before were about, and the article's companies. A title whose body no sentence
 * names ("민병무 부사장은 … 말했다") is most often held at the article's main company, or at the one named last as a
 * subject; how often, by title and by the number of companies, is measured like every other rule.
 */
import type { Entity } from "../entities/index.ts";
import type { Context } from "./context.ts";
import { beside, elsewhere, type RelationDraft } from "./draft.ts";
import { titleAfter } from "./phrases.ts";
import type { SentenceView, Site, TitleSite } from "./view.ts";
import { posts } from "./words.ts";

/** The bodies that a bare title may belong to, and how many the article names. */
export interface Bodies {
  readonly companies: number;
  /** The company, or for lack of one the organization, that is named most often. */
  readonly main: Site | undefined;
}

/** The bodies of an article, from its entities and the sites at which they stand. */
export function bodiesOf(entities: readonly Entity[], views: readonly SentenceView[]): Bodies {
  const companies = entities.filter((e) => e.kind === "company");
  const known = companies.length > 0 ? companies : entities.filter((e) => e.kind === "organization");
  const best = known.reduce<Entity | undefined>(
    (a, b) => (a && a.mentions.length >= b.mentions.length ? a : b),
    undefined,
  );
  for (const view of views) {
    const site = best && view.sites.find((s) => s.entity.key === best.key);
    if (site) return { companies: companies.length, main: site };
  }
  return { companies: companies.length, main: undefined };
}

/** A number of companies, as the rules that guess by it are weighed. */
export function howMany(companies: number): string {
  return companies === 1 ? "sole" : companies <= 3 ? "few" : "many";
}

/**
 * position_at drafts for titles that no body stands with.
 * @param held the posts that the sentence itself names
 */
export function readBareTitles(
  view: SentenceView,
  held: readonly RelationDraft[],
  context: Context,
  { companies, main }: Bodies,
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const person of view.sites) {
    if (person.entity.kind !== "person" || held.some((d) => d.head.entity.key === person.entity.key)) continue;
    const title = titleAfter(view, person);
    if (!title || posts.never.includes(title.text)) continue;
    const many = howMany(companies);
    const near = context.body;
    if (near) drafts.push(draftOf(view, person, near, title, near.entity === main?.entity ? "both" : "near", many));
    if (main && main.entity !== near?.entity) drafts.push(draftOf(view, person, main, title, "main", many));
  }
  return drafts;
}

function draftOf(
  view: SentenceView,
  person: Site,
  body: Site,
  title: TitleSite,
  how: string,
  many: string,
): RelationDraft {
  return {
    ...beside(view, "position_at", person, body, "bare"),
    title: title.text,
    evidence: { start: person.start, end: title.end },
    ...elsewhere(view.sentence, [body]),
    rule: `title/${body.entity.kind}/bare/${how}/${many}`,
    traits: ["title/bare", `title/bare/${how}`, `title/bare ${body.entity.kind} ${title.text}`],
  };
}
