/**
 * Takes a graph; gives a search over the labels and aliases of its nodes, for a search box and for the command line.
 */
import { MATCH_KINDS, type Match, matchHangul, prepare } from "./hangul-match.ts";
import { byCodeUnit } from "./keys.ts";
import type { KnowledgeGraph } from "./types.ts";

export interface SearchHit {
  readonly key: string;
  readonly label: string;
  /** The label or alias that matches. */
  readonly name: string;
  /** Where in `name`, in UTF-16 units. */
  readonly match: Match;
}

/**
 * Prepares a graph's names; gives the search. Hits come best first: whole names, then beginnings, then the rest; at
 * equal rank what begins the name before what stands inside, entities before events, labels before aliases, and the better connected node first.
 */
export function searchOf(graph: KnowledgeGraph): (query: string, limit?: number) => SearchHit[] {
  const names = graph.mapNodes((key, { label, aliases, kind }) => ({
    key,
    label,
    isEvent: kind === "event",
    degree: graph.degree(key),
    forms: [...new Set([label, ...aliases])].map((name) => ({ name, prepared: prepare(name) })),
  }));
  return (query, limit = 20) => {
    const wanted = prepare(query);
    const hits = names.flatMap(({ key, label, isEvent, degree, forms }) => {
      const found = forms.flatMap(({ name, prepared }) => {
        const match = matchHangul(prepared, wanted);
        return match ? [{ key, label, name, match, isEvent, degree, rank: MATCH_KINDS.indexOf(match.kind) }] : [];
      });
      return found.sort((a, b) => a.rank - b.rank).slice(0, 1);
    });
    hits.sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(a.match.start > 0) - Number(b.match.start > 0) ||
        Number(a.isEvent) - Number(b.isEvent) ||
        Number(a.name !== a.label) - Number(b.name !== b.label) ||
        b.degree - a.degree ||
        byCodeUnit(a.key, b.key),
    );
    return hits.slice(0, limit).map(({ key, label, name, match }) => ({ key, label, name, match }));
  };
}

/** What a name stands for in a graph. */
export interface Found {
  /** The node's key, when the name settles it. */
  readonly key?: string;
  /** Keys of the nodes it may stand for, best first; empty when there are none. */
  readonly candidates: readonly string[];
}

/**
 * The node that a name means: a node key itself, else the only node of that label, of that alias, or with the name in
 * its own. Entities come before events of the same name.
 */
export function findNode(graph: KnowledgeGraph, name: string): Found {
  if (graph.hasNode(name)) return { key: name, candidates: [name] };
  const hits = searchOf(graph)(name, graph.order);
  const isEntity = ({ key }: SearchHit) => graph.getNodeAttribute(key, "kind") !== "event";
  const whole = hits.filter(({ match }) => match.kind === "whole");
  const steps = [
    whole.filter((hit) => isEntity(hit) && hit.name === hit.label),
    whole.filter(isEntity),
    whole,
    hits.filter((hit) => isEntity(hit) && hit.match.kind !== "typing" && hit.match.kind !== "initials"),
    hits.filter(isEntity),
    hits,
  ];
  const candidates = (steps.find((step) => step.length > 0) ?? []).map(({ key }) => key);
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? { key: only, candidates } : { candidates };
}
