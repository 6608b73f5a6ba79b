export * from "./day.ts";
export * from "./decode.ts";
export * from "./errors.ts";
export * from "./headline.ts";
export * from "./json-syntax.ts";
export * from "./read.ts";
export * from "./types.ts";
