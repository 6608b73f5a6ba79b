/** The words of the interface that come from the ontology: names of kinds, relations and roles, types of events. */
import { isSymmetric, type NodeKind, ontology, type Role } from "../../../src/index.ts";

export const kindName = (kind: NodeKind): string => ontology.nodes[kind].ko;
export const eventTypeName = (type: string): string => ontology.events[type]?.ko ?? type;

/** Whether a kind of edge is a role in an event, not a relation between things. */
export function isRole(kind: string): kind is Role {
  return Object.hasOwn(ontology.roles, kind);
}

/** Korean name of a kind of edge, relation or role. */
export function relationName(kind: string): string {
  return isRole(kind) ? ontology.roles[kind].ko : (ontology.relations[kind]?.ko ?? kind);
}

/** The sign between the ends of an edge. */
export const directionSign = (kind: string): "both" | "arrow" => (isSymmetric(kind) ? "both" : "arrow");
