/**
 * maek's edges against KLUE-RE's labels, where both know the relation.
 *
 * Takes what maek read in a sentence and the annotated pair; gives the edges between the two names. An edge is written
 * as its kind and the way it runs: "position_at→" from the subject to the object, "owns←" from the object to the
 * subject. Where one of the two is no name but a title (총장), it is "title→" of the person and "title←" of the body.
 */
import type { Entity, Fact, Span } from "../../src/index.ts";
import type { RelationRow } from "./rows.ts";

/** KLUE's labels that maek knows, with the edges that say the same. */
export const SAME: Readonly<Record<string, readonly string[]>> = {
  "per:title": ["title→"],
  "per:employee_of": ["position_at→", "member_of→"],
  "org:top_members/employees": ["position_at←", "member_of←", "title←"],
  "org:founded_by": ["founded←"],
  "org:members": ["owns→", "member_of←", "located_in←"],
  "org:member_of": ["owns←", "member_of→", "located_in→"],
  "org:political/religious_affiliation": ["member_of→"],
  "org:place_of_headquarters": ["located_in→"],
  "org:product": ["makes→"],
  "per:product": ["makes→"],
  "per:spouse": ["family_of→", "family_of←"],
  "per:children": ["family_of→", "family_of←"],
  "per:parents": ["family_of→", "family_of←"],
  "per:siblings": ["family_of→", "family_of←"],
  "per:other_family": ["family_of→", "family_of←"],
};

const kindOf = (edge: string) => edge.slice(0, -1);

/** The relations that KLUE can judge. */
export const JUDGED: ReadonlySet<string> = new Set(Object.values(SAME).flat().map(kindOf));

export interface ReadSentence {
  readonly reading: { readonly entities: readonly Entity[] };
  readonly facts: readonly Fact[];
}

export interface Found {
  /** Judged edges between the two, each once. */
  readonly edges: readonly string[];
  /** Whether maek knows both: as names, or one of them as a name and the other as no name. */
  readonly known: boolean;
}

/** What maek says of the annotated pair. Offsets of the row are those of the text that was read. */
export function findEdges({ reading, facts }: ReadSentence, { sentence, subject, object }: RelationRow): Found {
  const from = entityAt(reading.entities, subject);
  const to = entityAt(reading.entities, object);
  const relations = facts.filter((fact) => fact.type === "relation");
  const edges = relations.flatMap((fact): string[] => {
    if (from && to) {
      if (fact.head === from.key && fact.tail === to.key) return [`${fact.kind}→`];
      return fact.head === to.key && fact.tail === from.key ? [`${fact.kind}←`] : [];
    }
    const word = sentence.slice(object.start, object.end);
    if (!from || to || !/^(position_at|member_of)$/.test(fact.kind) || !sameTitle(fact.title, word)) return [];
    if (fact.head === from.key) return ["title→"];
    return fact.tail === from.key ? ["title←"] : [];
  });
  const distinct = [...new Set(edges)].filter((edge) => JUDGED.has(kindOf(edge)));
  return { edges: distinct, known: from !== undefined && from !== to };
}

/** The entity whose mention shares most with a span; undefined when none touches it. */
function entityAt(entities: readonly Entity[], span: Span): Entity | undefined {
  let best: { entity: Entity; share: number } | undefined;
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const shared = Math.min(mention.end, span.end) - Math.max(mention.start, span.start);
      const share = shared / (Math.max(mention.end, span.end) - Math.min(mention.start, span.start));
      if (shared > 0 && share > (best?.share ?? 0)) best = { entity, share };
    }
  }
  return best?.entity;
}

function sameTitle(title: string | undefined, word: string): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, "");
  return title !== undefined && (bare(title).includes(bare(word)) || bare(word).includes(bare(title)));
}

interface Precision {
  right: number;
  /** Edges where KLUE has another relation, and where it has none. */
  other: number;
  none: number;
}

interface Recall {
  pairs: number;
  known: number;
  found: number;
}

/** Counts over many sentences. */
export class Tally {
  readonly byRelation = new Map<string, Precision>();
  readonly byLabel = new Map<string, Recall>();
  /** "makes→ where KLUE says no_relation", with how often. */
  readonly confusions = new Map<string, number>();

  add(label: string, { edges, known }: Found): void {
    const same = SAME[label] ?? [];
    for (const edge of edges) {
      const counts = this.byRelation.get(kindOf(edge)) ?? { right: 0, other: 0, none: 0 };
      this.byRelation.set(kindOf(edge), counts);
      if (same.includes(edge)) counts.right++;
      else if (label === "no_relation") counts.none++;
      else counts.other++;
      if (!same.includes(edge)) this.confuse(`${edge} where KLUE says ${label}`);
    }
    if (same.length === 0) return;
    const counts = this.byLabel.get(label) ?? { pairs: 0, known: 0, found: 0 };
    this.byLabel.set(label, counts);
    counts.pairs++;
    if (known) counts.known++;
    if (edges.some((edge) => same.includes(edge))) counts.found++;
  }

  private confuse(what: string): void {
    this.confusions.set(what, (this.confusions.get(what) ?? 0) + 1);
  }
}
