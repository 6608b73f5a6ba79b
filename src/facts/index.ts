export { type Confidence, confidenceOf } from "./confidence.ts";
export type { EventDraft, RelationDraft } from "./draft.ts";
export { combineFacts, type FactModel, factModel } from "./model/index.ts";
export { type FactOptions, readDrafts, readFacts } from "./read-facts.ts";
export * from "./types.ts";
