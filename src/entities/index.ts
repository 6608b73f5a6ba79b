export { arbitrate } from "./arbitrate.ts";
export { combineFinders } from "./combine.ts";
export { isDoubtful, withoutDoubtful } from "./doubtful.ts";
export {
  type EntityModel,
  type EntityModelFiles,
  learnedFinder,
  loadEntityModel,
  loadTagger,
} from "./learned-finder.ts";
export { buildNameLexicon, type NameLexicon, nameLexicon } from "./lexicon.ts";
export { createPatternFinder, patternFinder } from "./pattern-finder.ts";
export { readEntities } from "./read-entities.ts";
export { resolve } from "./resolve.ts";
export * from "./types.ts";
