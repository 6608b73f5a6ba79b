/** Facts against gold files, by the benchmark's own scorer. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EntityReading } from "../../src/entities/index.ts";
import type { EventFact, Fact } from "../../src/facts/index.ts";
import type { GoldFile } from "../gold-entities.ts";
import type { ArticleFile } from "./gold.ts";

export interface Counter {
  hit: number;
  said: number;
  gold: number;
}
const COUNTED = ["entities", "relations", "events", "roles"] as const;
type Scored = Record<(typeof COUNTED)[number], Counter>;
interface Score extends Scored {
  readonly byRelation: Record<string, Counter>;
  readonly byEvent: Record<string, Counter>;
}
export type Scorer = (gold: GoldFile, article: ArticleFile, graph: unknown) => Score;

export async function loadScorer(benchmark: string): Promise<Scorer> {
  const module = (await import(pathToFileURL(join(benchmark, "score.mjs")).href)) as { scoreArticle: Scorer };
  return module.scoreArticle;
}

/** The graph file's shape, as far as the scorer reads it; `labelOf` is what its lists of errors call an event. */
export function graphOf(
  reading: EntityReading,
  facts: readonly Fact[],
  labelOf: (event: EventFact) => string = ({ label }) => label,
) {
  const nodes: unknown[] = reading.entities.map((e) => ({
    key: e.key,
    attributes: { kind: e.kind, label: e.label, aliases: e.aliases },
  }));
  const edges: unknown[] = [];
  facts.forEach((fact, index) => {
    if (fact.type === "relation") {
      edges.push({ source: fact.head, target: fact.tail, attributes: { kind: fact.kind, evidence: fact.evidence } });
      return;
    }
    const key = `event:${index}`;
    const { eventType, trigger } = fact;
    nodes.push({ key, attributes: { kind: "event", label: labelOf(fact), eventType, trigger } });
    for (const { role, entity, evidence } of fact.roles) {
      const outward = role === "target" || role === "place";
      const ends = outward ? { source: key, target: entity } : { source: entity, target: key };
      edges.push({ ...ends, attributes: { kind: role, evidence } });
    }
  });
  return { nodes, edges };
}

export class Tally {
  readonly counts: Scored = {
    entities: { hit: 0, said: 0, gold: 0 },
    relations: { hit: 0, said: 0, gold: 0 },
    events: { hit: 0, said: 0, gold: 0 },
    roles: { hit: 0, said: 0, gold: 0 },
  };
  readonly kinds: Record<string, Counter> = {};

  add(score: Score): void {
    for (const name of COUNTED) sum(this.counts[name], score[name]);
    for (const [name, counter] of Object.entries({ ...score.byRelation, ...score.byEvent })) {
      this.kinds[name] ??= { hit: 0, said: 0, gold: 0 };
      sum(this.kinds[name], counter);
    }
  }

  row(name: string): string {
    const cells = COUNTED.map((what) => `${what} ${figures(this.counts[what])}`);
    return `${name.padEnd(14)} ${cells.join("   ")}`;
  }
}

function sum(into: Counter, { hit, said, gold }: Counter): void {
  into.hit += hit;
  into.said += said;
  into.gold += gold;
}

export function figures({ hit, said, gold }: Counter): string {
  const percent = (a: number, b: number) => (b === 0 ? "  – " : ((100 * a) / b).toFixed(1)).padStart(5);
  return `P${percent(hit, said)} R${percent(hit, gold)} F${percent(2 * hit, said + gold)}`;
}
