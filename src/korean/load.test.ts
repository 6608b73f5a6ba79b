import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";
import { MaekError } from "../article/index.ts";
import { loadMorphology } from "./index.ts";

const { resolve } = createRequire(import.meta.url);

async function bytes(file: string): Promise<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = await readFile(resolve(file));
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

it("says what is wrong with a model, then loads program and model from bytes without a warning", async () => {
  const warn = vi.spyOn(console, "warn");
  const broken = loadMorphology({ model: new ArrayBuffer(8) });
  await expect(broken).rejects.toThrow(MaekError);
  await expect(broken).rejects.toThrow(/^maek\/korean: the analyzer garu-ko does not load, [^\n]+$/);
  const [wasm, model] = await Promise.all([bytes("garu-ko/pkg/garu_wasm_bg.wasm"), bytes("garu-ko/models/base.gmdl")]);
  const morphology = await loadMorphology({ wasm, model });
  expect(morphology.analyze("마윈은 왔다").map(({ morphemes }) => morphemes[0]?.form)).toEqual(["마윈", "오"]);
  expect(warn).not.toHaveBeenCalled();
  expect(console.warn).toBe(warn);
  warn.mockRestore();
});
