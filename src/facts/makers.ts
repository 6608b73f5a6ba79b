/**
 * Products and their only possible maker → makes.
 *
 * Takes a view with its phrases. A product that stands in a sentence with one company alone is that company's more often
 * than not, and so is one in a sentence without any, of the company that the article is about; how often is measured like
 * every other rule.
 */
import { type Bodies, howMany } from "./bare-titles.ts";
import type { Context } from "./context.ts";
import { beside, elsewhere, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";
import { CUES } from "./words.ts";

/** Whether words of making, selling or owning stand in the sentence, or 의 between the maker and the product. */
function cued(view: SentenceView, product: Site, maker: Site): boolean {
  const from = Math.min(product.end, maker.end);
  if (/^의 /.test(view.text.slice(from, Math.max(product.start, maker.start)))) return true;
  return MAKING.test(view.text.slice(view.sentence.start, view.sentence.end));
}

const MAKING = new RegExp(CUES.join("|"), "u");

/** makes drafts for products in sentences with one company only, or with none. */
export function readOnlyMakers(
  view: SentenceView,
  phrases: readonly Phrase[],
  context: Context,
  { companies, main }: Bodies,
): RelationDraft[] {
  const products = phrases.filter((p) => p.site.entity.kind === "product");
  if (products.length === 0) return [];
  const makers = phrases.filter((p) => p.site.entity.kind === "company");
  const keys = new Set(makers.map((p) => p.site.entity.key));
  const maker = makers[0];
  if (keys.size === 0) return products.flatMap((p) => makerOfContext(view, p.site, context, companies, main));
  if (keys.size !== 1 || !maker) return [];
  const alone = companies === 1 ? "article" : "sentence";
  const stands = makers.some((m) => m.standing === "head" && (m.slot === "가" || m.slot === "는"))
    ? "subject"
    : "other";
  return products
    .filter((p) => cued(view, p.site, maker.site))
    .map((p) =>
      beside(
        view,
        "makes",
        maker.site,
        p.site,
        `only/${alone}/${stands}/${p.site.start > maker.site.start ? "after" : "before"}`,
      ),
    );
}

/** The company that the sentences before were about, and the one that the article names most. */
function makerOfContext(
  view: SentenceView,
  product: Site,
  context: Context,
  companies: number,
  main: Site | undefined,
): RelationDraft[] {
  const near = context.company;
  const many = howMany(companies);
  const cue = MAKING.test(view.text.slice(view.sentence.start, view.sentence.end)) ? "cued" : "bare";
  const draft = (maker: Site, how: string): RelationDraft => {
    const rule = `context/${how}/${many}/${cue}`;
    return {
      ...beside(view, "makes", maker, product, rule),
      evidence: { start: product.start, end: product.end },
      ...elsewhere(view.sentence, [maker]),
      traits: [`makes/context/${how}`, `makes/context/${cue}`, "makes/context", "makes"],
    };
  };
  const found: RelationDraft[] = [];
  if (near) found.push(draft(near, near.entity === main?.entity ? "both" : "near"));
  if (main?.entity.kind === "company" && main.entity !== near?.entity) found.push(draft(main, "main"));
  return found;
}
