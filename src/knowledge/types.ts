/** The graph file's shape: see "The graph file" in the README. */
import type { MultiDirectedGraph } from "graphology";
import type { Span } from "../article/index.ts";
import type { EntityReading } from "../entities/index.ts";
import type { Fact } from "../facts/index.ts";
import type { Document } from "../korean/index.ts";
import type { EntityKind, Factuality, OntologyExtension } from "../ontology/index.ts";

/** One article, read: what the lower floors found in it. */
export interface Reading {
  readonly document: Document;
  readonly reading: EntityReading;
  readonly facts: readonly Fact[];
}

/** A span of one of the graph's articles. */
export interface ArticleSpan extends Span {
  /** Article id. */
  readonly article: string;
}

export interface GraphArticle {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly text: string;
  /** [start, end] of each sentence. */
  readonly sentences: readonly (readonly [number, number])[];
}

export interface GraphAttributes {
  format: "maek/1";
  language: "ko";
  /** Relations and types of events beyond maek's own ontology. */
  ontology?: OntologyExtension;
  articles: GraphArticle[];
}

interface Placed {
  label: string;
  mentions: ArticleSpan[];
  x: number;
  y: number;
  size: number;
}

export interface EntityAttributes extends Placed {
  kind: EntityKind;
  subkind?: string;
  aliases: string[];
  /** Why each alias was taken for this entity. */
  reasons: { alias: string; reason: string }[];
}

export interface EventAmount {
  text: string;
  value: number;
  /** The upper end, when a range is given. */
  upper?: number;
  unit: string;
  bound: string;
}

/** When it happened, as written; offsets count in the article of the event's trigger. */
export interface EventTime extends Span {
  text: string;
  /** `YYYY-MM-DD`, when anchored. */
  from?: string;
  to?: string;
}

export interface EventAttributes extends Placed {
  kind: "event";
  /** The trigger as written; its mention is the trigger's span. */
  aliases: string[];
  eventType: string;
  trigger: ArticleSpan;
  /** The words that tell of it: at least one span. */
  evidence: ArticleSpan[];
  factuality: Factuality;
  time?: EventTime;
  amounts: EventAmount[];
  attributedTo?: string;
  confidence: number;
}

export type NodeAttributes = EntityAttributes | EventAttributes;

export interface EdgeAttributes {
  /** A relation or a role of the ontology. */
  kind: string;
  /** Its Korean label. */
  label: string;
  evidence: ArticleSpan[];
  factuality: Factuality;
  /** Node key of who says so. */
  attributedTo?: string;
  confidence: number;
  method: "rule" | "model" | "llm";
  /** The job title or kinship word as written. */
  title?: string;
}

export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
