/** Counts of what was found, said and wanted, and the figures made of them. */

export interface Score {
  hit: number;
  said: number;
  gold: number;
}

export const emptyScore = (): Score => ({ hit: 0, said: 0, gold: 0 });

/** Precision, recall and F1 in percent. */
export function figuresOf({ hit, said, gold }: Score): { precision: number; recall: number; f1: number } {
  return {
    precision: said ? (100 * hit) / said : 0,
    recall: gold ? (100 * hit) / gold : 0,
    f1: said + gold ? (200 * hit) / (said + gold) : 0,
  };
}

export function showScore(score: Score): string {
  const { precision, recall, f1 } = figuresOf(score);
  return `P ${precision.toFixed(1)}  R ${recall.toFixed(1)}  F1 ${f1.toFixed(1)}`;
}

/** Scores by kind, and of all kinds under "all". */
export class ScoreTable {
  readonly byKind = new Map<string, Score>([["all", emptyScore()]]);

  /** Counts the spans of one text: right if start, end and kind are. */
  add(gold: Iterable<string>, said: Iterable<string>): void {
    const wanted = new Set(gold);
    for (const span of wanted) for (const score of this.#of(span)) score.gold++;
    for (const span of new Set(said)) {
      for (const score of this.#of(span)) {
        score.said++;
        if (wanted.has(span)) score.hit++;
      }
    }
  }

  /** Adds the counts of another table. */
  merge(other: ScoreTable): void {
    for (const [kind, { hit, said, gold }] of other.byKind) {
      const own = this.byKind.get(kind) ?? emptyScore();
      own.hit += hit;
      own.said += said;
      own.gold += gold;
      this.byKind.set(kind, own);
    }
  }

  #of(span: string): Score[] {
    const kind = span.slice(0, span.indexOf(" "));
    const own = this.byKind.get(kind) ?? emptyScore();
    this.byKind.set(kind, own);
    return [own, this.byKind.get("all") as Score];
  }

  get all(): Score {
    return this.byKind.get("all") as Score;
  }

  /** Rows of a Markdown table, most frequent kind first. */
  rows(): string[] {
    return [...this.byKind]
      .sort((a, b) => b[1].gold - a[1].gold)
      .map(([kind, score]) => {
        const { precision, recall, f1 } = figuresOf(score);
        return `| ${kind} | ${precision.toFixed(1)} | ${recall.toFixed(1)} | ${f1.toFixed(1)} | ${score.gold} |`;
      });
  }
}

/** A span as a string that can be compared: goods are products to konec. */
export const spanKey = (kind: string, start: number, end: number): string =>
  `${kind === "goods" ? "product" : kind} ${start}-${end}`;
