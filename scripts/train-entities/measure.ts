/** Figures of taggers and judge: exact spans of konec's sentences and of articles, and entities as score.mjs counts them. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DOCUMENT_FEATURE_WIDTH } from "../../src/entities/features-article.ts";
import { type Mention, readEntities } from "../../src/entities/index.ts";
import type { Tagger } from "../../src/learning/index.ts";
import { ENTITY_KINDS } from "../../src/ontology/index.ts";
import type { AnnotatedArticle, Sample } from "./corpus.ts";
import { emptyScore, type Score, ScoreTable, spanKey } from "./scores.ts";

/** Exact spans of all kinds, sentence by sentence. */
export function scoreSpans(tagger: Tagger, samples: readonly Sample[], kinds?: readonly string[]): ScoreTable {
  const table = new ScoreTable();
  for (const { features, text, spans } of samples) {
    const said = tagger
      .tag(features, DOCUMENT_FEATURE_WIDTH, text.length)
      .map(({ start, end, kind }) => ({ start, end, kind: tagger.model.kinds[kind] as string }))
      .filter(({ kind }) => !kinds || kinds.includes(kind));
    table.add(
      spans.map(({ kind, start, end }) => spanKey(kind, start, end)),
      said.map(({ kind, start, end }) => spanKey(kind, start, end)),
    );
  }
  return table;
}

/** Exact spans of entities in articles. */
export function scoreMentions(tagger: Tagger, articles: readonly AnnotatedArticle[]): ScoreTable {
  return scoreSpans(
    tagger,
    articles.flatMap(({ sentences }) => sentences),
    ENTITY_KINDS,
  );
}

interface Scored {
  readonly entities: Score;
  readonly untyped: Score;
  readonly byKind: Readonly<Record<string, Score>>;
}

export interface EntityScores {
  readonly typed: Score;
  readonly untyped: Score;
  readonly byKind: Record<string, Score>;
}

const add = (sum: Score, more: Score): void => {
  sum.hit += more.hit;
  sum.said += more.said;
  sum.gold += more.gold;
};

/** Entities by the benchmark's own score.mjs: `find` gives an article's mentions, resolution does the rest. */
export async function scoreEntities(
  benchmark: string,
  articles: readonly AnnotatedArticle[],
  find: (article: AnnotatedArticle) => Mention[],
): Promise<EntityScores> {
  const { scoreArticle } = (await import(pathToFileURL(join(benchmark, "score.mjs")).href)) as {
    scoreArticle: (gold: unknown, article: unknown, graph: unknown) => Scored;
  };
  const scores: EntityScores = { typed: emptyScore(), untyped: emptyScore(), byKind: {} };
  for (const article of articles) {
    const { file } = article;
    const { entities } = readEntities(article.document, { find: () => find(article) });
    const nodes = entities.map(({ key, kind, label, aliases }) => ({ key, attributes: { kind, label, aliases } }));
    const scored = scoreArticle(file.gold, file.article, { nodes, edges: [] });
    add(scores.typed, scored.entities);
    add(scores.untyped, scored.untyped);
    for (const [kind, score] of Object.entries(scored.byKind)) {
      scores.byKind[kind] ??= emptyScore();
      add(scores.byKind[kind], score);
    }
  }
  return scores;
}
