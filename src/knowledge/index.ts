export * from "./assemble.ts";
export * from "./check.ts";
export { byCodeUnit } from "./keys.ts";
export { layOut } from "./layout.ts";
export { graphOf, parseGraph } from "./parse.ts";
export { graphSchema } from "./schema.ts";
export * from "./types.ts";
