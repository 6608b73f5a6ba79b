export * from "./formats.ts";
export type * from "./gexf-model.ts";
export { readGexfFile } from "./gexf-read.ts";
export { GEXF_VERSIONS, type GexfOptions, type GexfVersion, gexfPieces, writeGexf } from "./gexf-write.ts";
export * from "./types.ts";
