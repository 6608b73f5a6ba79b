/** One test command: what stands beside the code runs in Node; web/e2e drives a real browser, after the rest. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["{src,scripts,web}/**/*.test.ts"],
          exclude: ["web/e2e/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: "browser",
          sequence: { groupOrder: 1 },
          include: ["web/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
