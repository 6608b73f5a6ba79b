/**
 * Drafts: facts before they are merged, weighed and given a confidence.
 *
 * Every rule of this room gives drafts; a draft names its rule, so that the rule's precision can be measured.
 */
import type { Span } from "../article/index.ts";
import type { Amount, DateExpression } from "../korean/index.ts";
import type { Factuality, Role } from "../ontology/index.ts";
import type { Site } from "./view.ts";

interface Draft {
  readonly evidence: Span;
  readonly sentence: number;
  readonly factuality: Factuality;
  readonly attributedTo?: string;
  /** What drew it: "title/after", "acquisition/인수/verb". */
  readonly rule: string;
  /** What the confidence is weighed by, besides the rule: see confidence.ts. */
  readonly traits: readonly string[];
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
}

export interface EventDraft extends Draft {
  readonly type: "event";
  readonly eventType: string;
  readonly trigger: Span;
  readonly word: string;
  readonly roles: readonly DraftRole[];
  readonly amounts: readonly Amount[];
  readonly time?: DateExpression;
}

/** The narrowest span that covers all of the given ones. */
export function cover(...spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
}
