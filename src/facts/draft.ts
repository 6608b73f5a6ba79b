/**
 * Drafts: facts before they are merged, weighed and given a confidence.
 *
 * Every rule of this room gives drafts; a draft names its rule, so that the rule's precision can be measured.
 */
import type { Span } from "../article/index.ts";
import type { Amount, DateExpression } from "../korean/index.ts";
import { allowsRelation, type Factuality, type Role } from "../ontology/index.ts";
import type { SentenceView, Site } from "./view.ts";

interface Draft {
  readonly evidence: Span;
  /** Words of earlier sentences that name an end which this sentence leaves out. */
  readonly also?: readonly Span[];
  readonly sentence: number;
  readonly factuality: Factuality;
  readonly attributedTo?: string;
  /** What drew it: "title/after", "acquisition/인수/verb". */
  readonly rule: string;
  /** What the confidence is weighed by, besides the rule: see confidence.ts. */
  readonly traits: readonly string[];
  /** Drawn by a frame that a user adds to maek's own. */
  readonly taught?: true;
}

export interface RelationDraft extends Draft {
  readonly type: "relation";
  readonly kind: string;
  readonly head: Site;
  readonly tail: Site;
  readonly title?: string;
}

export interface DraftRole {
  readonly role: Role;
  readonly site: Site;
  readonly evidence: Span;
  /** Where the entity is named, when that is in an earlier sentence. */
  readonly also?: readonly Span[];
}

export interface EventDraft extends Draft {
  readonly type: "event";
  readonly eventType: string;
  readonly trigger: Span;
  readonly word: string;
  /** A noun that the frame has for the same: 대출 for 빌려주다. */
  readonly noun?: string;
  readonly roles: readonly DraftRole[];
  readonly amounts: readonly Amount[];
  readonly time?: DateExpression;
  /** Bare nouns right before the word that names it: "AI 인프라" of AI 인프라 구축. */
  readonly about?: string;
  /** Of figures: the noun that says how they changed, "성장". */
  readonly change?: string;
}

/** The spans of those sites that do not stand in the sentence: what an inherited end is known from. */
export function elsewhere(sentence: Span, sites: readonly Span[]): { also?: readonly Span[] } {
  const also = sites.filter((s) => s.start < sentence.start || s.end > sentence.end);
  return also.length > 0 ? { also: also.map(({ start, end }) => ({ start, end })) } : {};
}

/** The narrowest span that covers all of the given ones. */
export function cover(...spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
}

/** A draft for two names that stand beside each other, by a rule of the kind: "parenthesis/company/place". */
export function beside(view: SentenceView, kind: string, head: Site, tail: Site, rule: string): RelationDraft {
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

/** The same where these are two whom the relation may join; else none. */
export function besideIfAllowed(
  view: SentenceView,
  kind: string,
  head: Site,
  tail: Site,
  rule: string,
): RelationDraft[] {
  if (head.entity.key === tail.entity.key || !allowsRelation(kind, head.entity.kind, tail.entity.kind)) return [];
  return [beside(view, kind, head, tail, rule)];
}
