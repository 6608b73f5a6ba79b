import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findBrowser } from "./find-browser.ts";

it.skipIf(process.platform === "win32")("takes a browser that starts, and no stub that does not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "maek-browser-"));
  try {
    const [stub, real] = [join(folder, "stub"), join(folder, "real")];
    await writeFile(stub, "#!/bin/sh\necho 'install it first' >&2\nexit 1\n");
    await writeFile(real, "#!/bin/sh\necho 'Chromium 156'\n");
    await chmod(stub, 0o755);
    await chmod(real, 0o755);
    expect(findBrowser({ CHROME_PATH: real })).toBe(real);
    expect(findBrowser({ CHROME_PATH: stub })).toBeUndefined();
    expect(findBrowser({ CHROME_PATH: join(folder, "none") })).toBeUndefined();
    await writeFile(join(folder, "chromium"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
    expect(findBrowser({ PATH: `${join(folder, "none")}:${folder}` })).toBe(join(folder, "chromium"));
  } finally {
    await rm(folder, { recursive: true });
  }
});
