export * from "./formats.ts";
export { GEXF_VERSIONS, type GexfOptions, type GexfVersion, gexfPieces, writeGexf } from "./gexf-write.ts";
export * from "./types.ts";
