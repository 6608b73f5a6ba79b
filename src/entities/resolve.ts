/**
 * Mentions → entities: which mentions name one thing, and why.
 *
 * Takes settled mentions and gives entities with reasons in Korean. Names are joined by their letters, known
 * abbreviations, brackets and, for people, by surname and title. Every rule looks at the whole set of names, so that the
 * order of sentences does not matter, save for "the nearest before", which speaks of positions in one article.
 */
import type { Document } from "../korean/index.ts";
import { ENTITY_KINDS, type EntityKind } from "../ontology/index.ts";
import { compare } from "./arbitrate.ts";
import { type NameLexicon, nameLexicon } from "./lexicon.ts";
import { joinBodies } from "./resolve-bodies.ts";
import { joinPeople } from "./resolve-people.ts";
import type { Entity, Mention, MergeReason } from "./types.ts";

/** Mentions taken for one thing so far. */
export interface Cluster {
  readonly kind: EntityKind;
  subkind: string | undefined;
  mentions: Mention[];
  reasons: MergeReason[];
}

/** Resolves the mentions of one document; the keys are unique in it. */
export function resolve(
  mentions: readonly Mention[],
  document: Document,
  lexicon: NameLexicon = nameLexicon,
): Entity[] {
  const ordered = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end || compare(a.source, b.source));
  const bodies = ordered.filter(({ kind }) => kind === "company" || kind === "organization");
  const clusters: Cluster[] = [];
  for (const kind of ENTITY_KINDS) {
    const own = ordered.filter((mention) => mention.kind === kind);
    clusters.push(
      ...(kind === "person" ? joinPeople(own, bodies, document, lexicon) : joinBodies(kind, own, document, lexicon)),
    );
  }
  clusters.sort((a, b) => first(a) - first(b) || compare(a.kind, b.kind));
  const taken = new Map<string, number>();
  return clusters.map((cluster) => toEntity(cluster, taken));
}

function first({ mentions }: Cluster): number {
  return Math.min(...mentions.map(({ start }) => start));
}

function toEntity({ kind, subkind, mentions, reasons }: Cluster, taken: Map<string, number>): Entity {
  const ordered = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  const label = fullest(kind, ordered);
  const name = `${kind}:${label}`;
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  const aliases = [...new Set(ordered.flatMap(({ text, short }) => (short ? [text, short] : [text])))];
  const key = count === 1 ? name : `${name}#${count}`;
  return { key, kind, ...(subkind !== undefined && { subkind }), label, aliases, mentions: ordered, reasons };
}

/**
 * The fullest form: the longest one that is a name of its own. Hangul goes before letters, a person's full name before any
 * with a title, and a firm's name before that of its group, which the text uses for it.
 */
function fullest(kind: EntityKind, mentions: readonly Mention[]): string {
  const score = ({ text, source }: Mention) => {
    const titled = source === "surname+title" || source === "name·title";
    const group = kind === "company" && text.endsWith("그룹") && mentions.some((other) => `${other.text}그룹` === text);
    if (group) return 0;
    const korean = /[가-힣]/.test(text) ? 200 : 0;
    return korean + (kind === "person" && titled ? 0 : 100) + Math.min(text.length, 60);
  };
  return mentions.reduce((best, mention) => (score(mention) > score(best) ? mention : best)).text;
}
