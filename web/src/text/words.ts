/** The words of the interface that come from the graph's ontology: names of kinds, relations and roles, types of events. */
import {
  isSymmetric,
  type KnowledgeGraph,
  type NodeKind,
  ontology,
  ontologyOf,
  type Role,
} from "../../../src/index.ts";

export const kindName = (kind: NodeKind): string => ontology.nodes[kind].ko;
export const eventTypeName = (graph: KnowledgeGraph, type: string): string =>
  ontologyOf(graph).events[type]?.ko ?? type;

/** Whether a kind of edge is a role in an event, not a relation between things. */
export function isRole(kind: string): kind is Role {
  return Object.hasOwn(ontology.roles, kind);
}

/** Korean name of a kind of edge, relation or role. */
export function relationName(graph: KnowledgeGraph, kind: string): string {
  return isRole(kind) ? ontology.roles[kind].ko : (ontologyOf(graph).relations[kind]?.ko ?? kind);
}

/** The sign between the ends of an edge. */
export const directionSign = (graph: KnowledgeGraph, kind: string): "both" | "arrow" =>
  isSymmetric(kind, ontologyOf(graph)) ? "both" : "arrow";
