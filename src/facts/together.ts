/**
 * Togetherness → partners_with, and products beside their only possible maker → makes.
 *
 * Takes a view with its clauses: "A가 B와 함께", "A와 B가 공동 주최한". A product that stands in a sentence with one
 * company alone is that company's more often than not; how often is measured like every other rule.
 */
import type { Clause } from "./clauses.ts";
import { cover, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";
import { CUES } from "./words.ts";

const WITH =
  /^(?:\([^)]*\))?\s?(?:측|팀)?(?:와|과)(?:의)? ?(함께|공동으로|공동|손잡고|손을 잡고|제휴|협력|협업|합작|컨소시엄|협약|협의)/u;
const JOINT = /공동|합작|함께|손잡|협약|제휴|컨소시엄/;
const BODIES = new Set(["company", "organization"]);

/** partners_with drafts of one sentence. */
export function readTogether(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const phrase of phrases) {
    const last = phrase.group.at(-1) ?? phrase.site;
    const match = BODIES.has(phrase.site.entity.kind) && WITH.exec(view.text.slice(last.end, last.end + 24));
    if (!match) continue;
    const clause = clauses.find(
      (c) => c.predicate.word >= last.last && c.predicate.quote === view.words[last.last]?.quote,
    );
    const subjects = clause?.arguments.filter(
      (a) => (a.slot === "가" || a.slot === "는" || a.from === "gap") && BODIES.has(a.phrase.site.entity.kind),
    );
    for (const { phrase: subject } of subjects ?? []) {
      if (phrase.group.includes(subject.site)) continue;
      drafts.push(...pair(view, subject.site, phrase.site, `with/${match[1]}/${subject.standing}`));
    }
  }
  for (const phrase of phrases) {
    const { group } = phrase;
    const last = group.at(-1);
    if (group.length < 2 || !last || group[0] !== phrase.site || !group.every((s) => BODIES.has(s.entity.kind)))
      continue;
    const clause = clauses.find((c) => c.predicate.word >= phrase.end);
    if (!clause || !JOINT.test(view.text.slice(last.end, view.words[clause.predicate.last]?.end ?? last.end))) continue;
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1))
        drafts.push(...pair(view, a, b, `joint/${group.length === 2 ? "two" : "more"}`));
    });
  }
  return drafts;
}

function pair(view: SentenceView, a: Site, b: Site, rule: string): RelationDraft[] {
  if (a.entity.key === b.entity.key) return [];
  return [beside(view, "partners_with", a, b, rule)];
}

function beside(view: SentenceView, kind: string, head: Site, tail: Site, rule: string): RelationDraft {
  return {
    type: "relation",
    kind,
    head,
    tail,
    evidence: cover(head, tail),
    sentence: view.sentence.index,
    factuality: "done",
    rule: `${kind}/${rule}`,
    traits: [`${kind}/${rule.split("/")[0]}`, kind],
  };
}

/** Whether words of making, selling or owning stand in the sentence, or 의 between the maker and the product. */
function cued(view: SentenceView, product: Site, maker: Site): boolean {
  const from = Math.min(product.end, maker.end);
  if (/^의 /.test(view.text.slice(from, Math.max(product.start, maker.start)))) return true;
  return MAKING.test(view.text.slice(view.sentence.start, view.sentence.end));
}
const MAKING = new RegExp(CUES.join("|"), "u");

/** makes drafts for products in sentences with one company only. */
export function readOnlyMakers(view: SentenceView, phrases: readonly Phrase[], companies: number): RelationDraft[] {
  const makers = phrases.filter((p) => p.site.entity.kind === "company");
  const keys = new Set(makers.map((p) => p.site.entity.key));
  const maker = makers[0];
  if (keys.size !== 1 || !maker) return [];
  const alone = companies === 1 ? "article" : "sentence";
  const stands = makers.some((m) => m.standing === "head" && (m.slot === "가" || m.slot === "는"))
    ? "subject"
    : "other";
  return phrases
    .filter((p) => p.site.entity.kind === "product" && cued(view, p.site, maker.site))
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
