export { combineFacts } from "./combine.ts";
export { type FactModel, factModel } from "./model.ts";
