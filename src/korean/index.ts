export { findAmounts } from "./amounts.ts";
export { findDates } from "./dates.ts";
export { readDocument } from "./document.ts";
export { withoutParticles } from "./eojeol.ts";
export { type AnalyzedEojeol, loadMorphology, type Morphology, type MorphologyOptions } from "./morphology.ts";
export { splitParticles } from "./particles.ts";
export { findQuotes } from "./quotes.ts";
export { type SentenceRange, splitSentences } from "./sentences.ts";
export * from "./types.ts";
