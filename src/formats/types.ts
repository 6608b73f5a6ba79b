/** What a file format is to maek. */
import type { KnowledgeGraph } from "../knowledge/index.ts";

export interface Format {
  /** As given to --format: "gexf". */
  readonly name: string;
  /** With its dot: ".gexf". */
  readonly extension: string;
  /** The versions that can be written, the usual one first; absent where there is but one. */
  readonly versions?: readonly string[];
  /** The file's text: the same for the same graph. `version` is one of `versions`, the first when absent. */
  readonly write: (graph: KnowledgeGraph, version?: string) => string;
  /**
   * The graph of a file's text; absent where the format cannot be read.
   *
   * @throws MaekError that names the file and the place of the fault
   */
  readonly read?: (text: string, fileName: string) => KnowledgeGraph;
}
