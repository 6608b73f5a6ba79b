/**
 * Bundles the viewer into dist/web.
 *
 * The library's modules have no side effects worth keeping for their own sake, so that what the viewer does not use of
 * src/index.ts (the analyzer and its lexicon above all) falls away, and with it the files that only it named.
 */
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const library = fileURLToPath(new URL("../src/", import.meta.url)).replaceAll("\\", "/");

/** Drops assets that no module names any more: the bundler copies them before it knows. */
const dropUnnamed: Plugin = {
  name: "maek:drop-unnamed-assets",
  enforce: "post",
  generateBundle(_options, bundle) {
    const files = Object.values(bundle);
    const texts = files.map((file) => (file.type === "chunk" ? file.code : String(file.source)));
    for (const file of files) {
      const binary = file.type === "asset" && !/\.(html|css|js)$/.test(file.fileName);
      const name = file.fileName.split("/").at(-1) ?? file.fileName;
      if (binary && !texts.some((text) => text.includes(name))) delete bundle[file.fileName];
    }
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preact(), dropUnnamed],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: {
      onLog(level, log, report) {
        // The analyzer's branch for Node names Node's modules; none of it stays in the bundle.
        if (!(log.message.includes("externalized for browser compatibility") && log.message.includes("garu-ko")))
          report(level, log);
      },
      treeshake: { moduleSideEffects: (id) => !id.replaceAll("\\", "/").startsWith(library) },
    },
  },
});
