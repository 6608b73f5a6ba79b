/** Bundles the viewer into dist/web. */
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preact()],
  build: { outDir: "../dist/web", emptyOutDir: true, target: "es2022" },
});
