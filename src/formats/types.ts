/** What a file format is to maek. */
import type { KnowledgeGraph } from "../knowledge/index.ts";

export interface Format {
  /** As given to --format: "gexf". */
  readonly name: string;
  /** With its dot: ".gexf". */
  readonly extension: string;
  /** The file's text: the same for the same graph. */
  readonly write: (graph: KnowledgeGraph) => string;
  /**
   * The graph of a file's text; absent where the format cannot be read.
   *
   * @throws MaekError that names the file and the place of the fault
   */
  readonly read?: (text: string, fileName: string) => KnowledgeGraph;
}
