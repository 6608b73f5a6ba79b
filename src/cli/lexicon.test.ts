import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "./run.ts";

const RIGHT = { words: ["수주"], event: "partnership", participant: { slots: "가", kinds: ["company"] } };

describe("maek lexicon check", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "maek-lexicon-"));
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => rm(folder, { recursive: true }));

  /** Checks a folder whose frames.json has a frame in line 3. */
  async function check(frame: object): Promise<{ code: number; out: string; err: string }> {
    await writeFile(join(folder, "frames.json"), `{\n"frames": [\n${JSON.stringify(frame)}\n]}`);
    const written = { out: "", err: "" };
    const keep = (stream: "out" | "err") => (text: string | Uint8Array) => {
      written[stream] += String(text);
      return true;
    };
    vi.spyOn(process.stdout, "write").mockImplementation(keep("out"));
    vi.spyOn(process.stderr, "write").mockImplementation(keep("err"));
    return { code: await run(["lexicon", "check", folder]), ...written };
  }

  it("says that a folder is whole", async () => {
    expect(await check(RIGHT)).toEqual({ code: 0, out: `${join(folder, "frames.json")}: whole\n`, err: "" });
  });

  it("says what is wrong, and in which line", async () => {
    const { code, out, err } = await check({ ...RIGHT, event: "order" });
    expect(code).toBe(1);
    expect(out).toBe(`${join(folder, "frames.json")}:3: event: no event type of the ontology\n`);
    expect(err).toContain("1 fault");
  });
});
