/** GEXF as one of the formats: the file that Gephi and gephi-lite open. Writer and reader stand in files of their own. */
import { readGexf } from "./gexf-graph.ts";
import { writeGexf } from "./gexf-write.ts";
import type { Format } from "./types.ts";

export const gexf: Format = {
  name: "gexf",
  extension: ".gexf",
  write: (graph) => writeGexf(graph),
  read: readGexf,
};
