/** The ontology that a graph keeps to: maek's own, and what its attribute `ontology` adds. */
import { extendOntology, type Ontology, type OntologyExtension } from "../ontology/index.ts";
import type { KnowledgeGraph } from "./types.ts";

/** One ontology for each extension: every sentence that is told of a graph asks for it. */
const known = new WeakMap<OntologyExtension, Ontology>();

/** The ontology of a graph. */
export function ontologyOf(graph: KnowledgeGraph): Ontology {
  const extension = graph.getAttribute("ontology");
  if (!extension) return extendOntology(undefined);
  const extended = known.get(extension) ?? extendOntology(extension);
  known.set(extension, extended);
  return extended;
}
