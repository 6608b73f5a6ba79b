export * from "./failure.ts";
export * from "./inputs.ts";
export * from "./open.ts";
export * from "./serve.ts";
export * from "./viewer.ts";
export * from "./write.ts";
