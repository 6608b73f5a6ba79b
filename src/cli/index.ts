export * from "./progress.ts";
export * from "./run.ts";
export * from "./summary.ts";
export * from "./terminal.ts";
export * from "./view.ts";
