/** Mentions, and the entities they name. */
import type { Article, Span } from "../article/index.ts";
import type { Document } from "../korean/index.ts";
import type { EntityKind } from "../ontology/index.ts";

/** A span of text that names something; no particle and no space at its ends. */
export interface Mention extends Span {
  /** An entity kind, or "title" for a job title or role word (최고경영자(CEO), 사장). */
  readonly kind: EntityKind | "title";
  /** A finer kind where it is known: "media", "government", "exchange", "country" … */
  readonly subkind?: string;
  readonly text: string;
  /** The part of a composed name that names it alone: 송산그린시티 of 경기 화성시 송산그린시티. */
  readonly short?: string;
  /** Where the finder got it: the rule's or model's name. */
  readonly source: string;
  /** How sure the finder is, 0 to 1. */
  readonly confidence: number;
}

/** Finds the mentions of a document. The pattern finder and the learned one are both of this shape. */
export interface MentionFinder {
  find(document: Document): Mention[];
  /** Whether it also gives names that may be none, with a confidence under DOUBTFUL: they stay where a fact is told of them. */
  readonly doubts?: boolean;
}

/** Why a surface form was taken for the entity, in words for the reader. */
export interface MergeReason {
  /** The surface form: "우 CEO". */
  readonly alias: string;
  /** A Korean phrase: "성 '우'와 직함 'CEO'가 앞의 우융밍과 맞음". */
  readonly reason: string;
}

/** One thing, and all the mentions that name it, across the document. */
export interface Entity {
  /** `kind:label`, with `#2` … for homonyms: the node's key. */
  readonly key: string;
  readonly kind: EntityKind;
  readonly subkind?: string;
  /** The fullest form in the text. */
  readonly label: string;
  /** All surface forms, the label among them, in order of first appearance. */
  readonly aliases: readonly string[];
  /** In order of position. */
  readonly mentions: readonly Mention[];
  readonly reasons: readonly MergeReason[];
}

/** What the entities' room gives: the entities, and the title mentions the facts need. */
export interface EntityReading {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly titles: readonly Mention[];
}
