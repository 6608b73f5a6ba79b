/** The public face of maek: nothing outside src imports past it. */
export * from "./article/index.ts";
export * from "./entities/index.ts";
export * from "./facts/index.ts";
export * from "./formats/index.ts";
export * from "./knowledge/index.ts";
export * from "./korean/index.ts";
export * from "./maek.ts";
export * from "./ontology/index.ts";
export * from "./weights.ts";
