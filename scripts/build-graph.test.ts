import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildGraph, FOLDER } from "./build-graph.ts";

it("graph/alibaba holds what the code builds now, byte for byte (npm run graph builds it)", async () => {
  const [once, twice] = [await buildGraph(), await buildGraph()];
  expect([...once.files.keys()]).toEqual(["graph.json", "graph.gexf"]);
  for (const [name, text] of once.files) {
    expect(twice.files.get(name) === text, `two runs give the same ${name}`).toBe(true);
    expect((await readFile(join(FOLDER, name), "utf8")) === text, `${name} is what is built`).toBe(true);
  }
});
