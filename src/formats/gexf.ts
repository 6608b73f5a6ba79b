/** GEXF as one of the formats: the file that Gephi and gephi-lite open. Writer and reader stand in files of their own. */
import { readGexf } from "./gexf-graph.ts";
import { GEXF_VERSIONS, writeGexf } from "./gexf-write.ts";
import type { Format } from "./types.ts";

export const gexf: Format = {
  name: "gexf",
  extension: ".gexf",
  versions: GEXF_VERSIONS,
  write: (graph, version) => {
    const known = GEXF_VERSIONS.find((each) => each === version);
    return writeGexf(graph, known && { version: known });
  },
  read: readGexf,
};
