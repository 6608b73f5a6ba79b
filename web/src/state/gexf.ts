/** The graph as GEXF; loaded only when asked for. */
import { formats, type KnowledgeGraph } from "../../../src/index.ts";

export const gexfOf = (graph: KnowledgeGraph): string => formats.gexf.write(graph);
