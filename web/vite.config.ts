/**
 * Bundles the viewer into dist/web.
 *
 * The library's modules have no side effects worth keeping for their own sake, so that what the viewer does not use of
 * src/index.ts (the analyzer and its lexicon above all) falls away.
 */
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

const library = fileURLToPath(new URL("../src/", import.meta.url)).replaceAll("\\", "/");

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preact()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.replaceAll("\\", "/").startsWith(library) },
    },
  },
});
