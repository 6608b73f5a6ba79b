/** Facts: relations between entities and events with roles, each with the words it was read from. */
import type { Span } from "../article/index.ts";
import type { Amount, DateExpression } from "../korean/index.ts";
import type { Factuality, Role } from "../ontology/index.ts";

interface Stated {
  /** The words that say it: at least one span of the article's text. */
  readonly evidence: readonly Span[];
  readonly factuality: Factuality;
  /** Key of the entity that says so, when the article does not say it in its own voice. */
  readonly attributedTo?: string;
  /** 0 to 1: the measured precision of the rule or model that drew it. */
  readonly confidence: number;
  /** What drew it. */
  readonly method: "rule" | "model";
  /** The rule's or frame's name, for explanations. */
  readonly rule: string;
  /** By a frame that a user adds to maek's own: drawn however unsure it is, for nobody measured it. */
  readonly taught?: true;
}

export interface RelationFact extends Stated {
  readonly type: "relation";
  /** A relation of the ontology. */
  readonly kind: string;
  /** Entity keys. */
  readonly head: string;
  readonly tail: string;
  /** The title as written, for position_at, member_of and family_of. */
  readonly title?: string;
}

export interface EventRole {
  readonly role: Role;
  /** Entity key. */
  readonly entity: string;
  readonly evidence: readonly Span[];
}

export interface EventFact extends Stated {
  readonly type: "event";
  /** An event type of the ontology. */
  readonly eventType: string;
  /** The word that names it, as written. */
  readonly trigger: Span;
  /** A short Korean noun phrase: "알리바바 3800억위안 투자". */
  readonly label: string;
  readonly roles: readonly EventRole[];
  readonly time?: DateExpression;
  readonly amounts: readonly Amount[];
}

export type Fact = RelationFact | EventFact;
