/**
 * Several statements of one edge become one: what is kept, and what gives way.
 *
 * - Evidence: every span once, by article and offset.
 * - Factuality: what the best informed statement says. A thing done is done, whatever was planned or alleged before;
 *   a plan called off is no plan any more; a rumour that is also denied counts as denied, the more careful reading.
 * - Attribution: kept only where every statement comes from the same mouth; one in the article's own voice frees it.
 * - Confidence: the best within an article, where rules read the same words and err together; across articles, which
 *   err apart, the probability that not all are wrong: 1 − Π(1 − c). Three decimals.
 * - Method and title: the method of the surest statement; the title given most often, the longer one on a tie.
 */
import type { Factuality } from "../ontology/index.ts";
import { byCodeUnit, mostStated } from "./keys.ts";
import type { ArticleSpan, EdgeAttributes } from "./types.ts";

/** One saying of an edge, by one article. */
export interface Statement {
  readonly article: string;
  readonly evidence: readonly ArticleSpan[];
  readonly factuality: Factuality;
  readonly attributedTo?: string;
  readonly confidence: number;
  readonly method: EdgeAttributes["method"];
  readonly title?: string;
}

/** Strongest first. */
const PRECEDENCE: readonly Factuality[] = ["done", "ongoing", "cancelled", "planned", "denied", "alleged"];
const METHODS: readonly EdgeAttributes["method"][] = ["rule", "model", "llm"];

/** Every span once, by article, start and end. */
export function distinctSpans(spans: readonly ArticleSpan[]): ArticleSpan[] {
  const sorted = [...spans].sort((a, b) => byCodeUnit(a.article, b.article) || a.start - b.start || a.end - b.end);
  return sorted
    .filter((span, i) => {
      const last = sorted[i - 1];
      return !last || last.article !== span.article || last.start !== span.start || last.end !== span.end;
    })
    .map(({ article, start, end }) => ({ article, start, end }));
}

/** The factuality that several statements amount to. */
export function mergeFactuality(all: readonly Factuality[]): Factuality {
  return PRECEDENCE.find((factuality) => all.includes(factuality)) ?? "done";
}

/** The one speaker of all statements, or undefined. */
export function mergeAttribution(all: readonly (string | undefined)[]): string | undefined {
  return new Set(all).size === 1 ? all[0] : undefined;
}

/** Confidence of several statements together, 0 to 1. */
export function mergeConfidence(statements: readonly Pick<Statement, "article" | "confidence">[]): number {
  const best = new Map<string, number>();
  for (const { article, confidence } of statements) {
    best.set(article, Math.max(best.get(article) ?? 0, Math.min(1, Math.max(0, confidence))));
  }
  const articles = [...best].sort((a, b) => byCodeUnit(a[0], b[0]));
  const missed = articles.reduce((product, [, confidence]) => product * (1 - confidence), 1);
  return Math.round((1 - missed) * 1000) / 1000;
}

/** The attributes of the edge that `statements` (at least one) all say. Attribute order is the file's. */
export function mergeStatements(kind: string, label: string, statements: readonly Statement[]): EdgeAttributes {
  const attributedTo = mergeAttribution(statements.map((statement) => statement.attributedTo));
  const title = mostStated(statements.flatMap((statement) => statement.title ?? []));
  const surest = [...statements].sort(
    (a, b) => b.confidence - a.confidence || METHODS.indexOf(a.method) - METHODS.indexOf(b.method),
  )[0];
  return {
    kind,
    label,
    ...(title === undefined ? {} : { title }),
    evidence: distinctSpans(statements.flatMap((statement) => statement.evidence)),
    factuality: mergeFactuality(statements.map((statement) => statement.factuality)),
    ...(attributedTo === undefined ? {} : { attributedTo }),
    confidence: mergeConfidence(statements),
    method: surest?.method ?? "rule",
  };
}
