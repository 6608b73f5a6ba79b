/**
 * Takes a node; gives its ties as sentences, each with the words of the article behind it. What `maek show` prints and
 * the viewer's panel lists.
 */
import { roleOf } from "../ontology/index.ts";
import { describeEdge, describeEvent, describeRole } from "./describe.ts";
import { ontologyOf } from "./graph-ontology.ts";
import { byCodeUnit } from "./keys.ts";
import { distinctSpans } from "./statements.ts";
import type { ArticleSpan, KnowledgeGraph } from "./types.ts";

/** Words of an article, and the sentence they stand in. Offsets count UTF-16 units in the article's text. */
export interface Evidence extends ArticleSpan {
  /** The words: the text from start to end. */
  readonly words: string;
  /** The sentence or sentences around them. */
  readonly sentence: string;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

export interface Tie {
  /** A Korean sentence: "우융밍은 알리바바의 최고경영자(CEO)이다". */
  readonly sentence: string;
  /** Key of the edge; of the first one, where a node plays several roles in an event. */
  readonly edge: string;
  /** Key of the node at the other end. */
  readonly other: string;
  /** By article and offset. */
  readonly evidence: readonly Evidence[];
}

/** The sentences of the article that a span touches; the span's own words where none does. */
export function evidenceOf(graph: KnowledgeGraph, span: ArticleSpan): Evidence {
  const article = graph.getAttribute("articles").find(({ id }) => id === span.article);
  const text = article?.text ?? "";
  const touched = article?.sentences.filter(([start, end]) => start < span.end && span.start < end) ?? [];
  const sentenceStart = Math.min(span.start, touched[0]?.[0] ?? span.start);
  const sentenceEnd = Math.max(span.end, touched.at(-1)?.[1] ?? span.end);
  const { article: id, start, end } = span;
  const words = text.slice(start, end);
  return {
    article: id,
    start,
    end,
    words,
    sentence: text.slice(sentenceStart, sentenceEnd),
    sentenceStart,
    sentenceEnd,
  };
}

function evidenceOfAll(graph: KnowledgeGraph, spans: readonly ArticleSpan[]): Evidence[] {
  const distinct = distinctSpans(spans);
  const covers = (a: ArticleSpan, b: ArticleSpan) =>
    a !== b && a.article === b.article && a.start <= b.start && a.end >= b.end;
  const telling = distinct.filter((span) => !distinct.some((other) => covers(other, span)));
  return telling.map((span) => evidenceOf(graph, span));
}

/** The edges of a node: relations in the ontology's order, then events by article and offset. */
function sortedEdges(graph: KnowledgeGraph, node: string): string[] {
  const kinds = Object.keys(ontologyOf(graph).relations);
  const rank = (edge: string) => {
    const { kind, evidence } = graph.getEdgeAttributes(edge);
    const isRole = roleOf(kind) !== undefined;
    return { group: isRole ? kinds.length : kinds.indexOf(kind), at: isRole ? evidence[0] : undefined };
  };
  const ranked = graph.edges(node).map((edge) => ({ edge, ...rank(edge) }));
  ranked.sort(
    (a, b) =>
      a.group - b.group ||
      byCodeUnit(a.at?.article ?? "", b.at?.article ?? "") ||
      (a.at?.start ?? 0) - (b.at?.start ?? 0) ||
      byCodeUnit(a.edge, b.edge),
  );
  return ranked.map(({ edge }) => edge);
}

/**
 * The ties of a node. For an entity: its relations, told from its side, then the events it plays a role in, each once.
 * For an event: its roles.
 *
 * @throws Error when the graph has no such node
 */
export function tiesOf(graph: KnowledgeGraph, node: string): Tie[] {
  const isEvent = graph.getNodeAttribute(node, "kind") === "event";
  const told = new Set<string>();
  return sortedEdges(graph, node).flatMap((edge) => {
    const other = graph.opposite(node, edge);
    const { evidence } = graph.getEdgeAttributes(edge);
    const event = graph.getNodeAttributes(other);
    if (event.kind === "event") {
      if (told.has(other)) return [];
      told.add(other);
      const roles = graph.edges(node, other).flatMap((role) => graph.getEdgeAttribute(role, "evidence"));
      const spans = [...event.evidence, ...roles];
      return [{ sentence: describeEvent(graph, other), edge, other, evidence: evidenceOfAll(graph, spans) }];
    }
    const sentence = isEvent ? describeRole(graph, edge, node) : describeEdge(graph, edge, { seenFrom: node });
    return [{ sentence, edge, other, evidence: evidenceOfAll(graph, evidence) }];
  });
}
