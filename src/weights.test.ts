import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadEntityModel } from "./entities/index.ts";
import { readEntityWeights, readFactWeights } from "./weights.ts";

const file = (name: string): Uint8Array => readFileSync(new URL(`../graph/models/${name}`, import.meta.url));

describe("the weights that ship", () => {
  afterEach(() => vi.restoreAllMocks());

  it("are the files of graph/models", async () => {
    const { tagger, judge } = await readEntityWeights();
    expect(Buffer.compare(tagger, file("entities.bin"))).toBe(0);
    expect(Buffer.compare(judge, file("entities.judge.bin"))).toBe(0);
    expect(loadEntityModel({ tagger, judge }).tagger.model.kinds).toContain("person");
    expect(Buffer.compare(await readFactWeights(), file("facts.bin"))).toBe(0);
  });

  it("say in one line that they are missing, and what needs none", async () => {
    const files = process.getBuiltinModule("node:fs");
    vi.spyOn(process, "getBuiltinModule").mockReturnValue({ ...files, existsSync: () => false } as never);
    await expect(readEntityWeights()).rejects.toThrow(
      /^maek: no weights for the learned finder \(no graph\/models\/.*\); the finder "rules" needs none$/,
    );
    await expect(readFactWeights()).rejects.toThrow(
      /^maek: no weights for learned facts \(no graph\/models\/facts.bin .*\); reading facts by "rules" needs none$/,
    );
  });
});
