/**
 * Takes a graph and a least confidence; takes out of the graph what is less sure.
 *
 * It is the graph's own confidence that counts, after the statements of several articles were put together: what two
 * articles say, each too unsure alone, may stand. Things that are named stay, also when nothing is left to say of them.
 */
import { MaekError } from "../article/index.ts";
import type { KnowledgeGraph } from "./types.ts";

/**
 * Drops every edge and every event whose confidence is below `least`, and events that are left without an edge.
 *
 * @param least  0 to 1; 0 drops nothing
 * @throws MaekError when it is no number from 0 to 1
 */
export function keepSure(graph: KnowledgeGraph, least: number): void {
  if (!(least >= 0 && least <= 1))
    throw new MaekError(`maek/knowledge: ${least} is no confidence: it goes from 0 to 1`);
  const unsure = graph.filterEdges((_key, { confidence }) => confidence < least);
  for (const key of unsure) graph.dropEdge(key);
  const events = graph.filterNodes((key, node) => {
    return node.kind === "event" && (node.confidence < least || (least > 0 && graph.degree(key) === 0));
  });
  for (const key of events) graph.dropNode(key);
}
