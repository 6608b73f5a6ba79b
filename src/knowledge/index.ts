export * from "./assemble.ts";
export * from "./check.ts";
export { layOut } from "./layout.ts";
export * from "./types.ts";
