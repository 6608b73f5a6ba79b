export { checkFrames, frameJsonSchema, type LexiconFault } from "./check-frames.ts";
export { type Confidence, confidenceOf } from "./confidence.ts";
export type { EventDraft, RelationDraft } from "./draft.ts";
export {
  type ExplainOptions,
  explainUnread,
  type Reason,
  tallyUnread,
  type UnreadSentence,
  type UnreadTally,
} from "./explain.ts";
export { type FrameLexicon, frames, readFrameLexicon } from "./frame-lexicon.ts";
export { combineFacts, type FactModel, factModel } from "./model/index.ts";
export { type Drafts, type FactOptions, readDrafts, readFacts } from "./read-facts.ts";
export { ofSureEntities, toldOf } from "./told.ts";
export * from "./types.ts";
