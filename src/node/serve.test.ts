import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openerFor } from "./open.ts";
import { type Serving, serve } from "./serve.ts";

const GRAPH = '{"nodes":[]}\n';
let folder = "";
let serving: Serving;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maek-serve-"));
  await mkdir(join(folder, "web", "assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "web", "index.html"), "<!doctype html>");
  await writeFile(join(folder, "web", "assets", "맥 1.js"), "export {};");
  await writeFile(join(folder, "web", "assets", "model.gmdl"), "model");
  serving = await serve({ folder: join(folder, "web"), graph: GRAPH, port: 0 });
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request that, unlike fetch, sends the path and the host as they are. */
function ask(path: string, { method = "GET", host = "" } = {}): Promise<Answer> {
  const { hostname, port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    const headers = { host: host || `${hostname}:${port}` };
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("the server", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "<!doctype html>"],
    ["/index.html?x=1", "text/html; charset=utf-8", "<!doctype html>"],
    ["/graph.json", "application/json; charset=utf-8", GRAPH],
    [`/assets/${encodeURIComponent("맥 1.js")}`, "text/javascript; charset=utf-8", "export {};"],
    ["/assets/model.gmdl", "application/octet-stream", "model"],
  ])("gives %s", async (path, type, body) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      "content-type": type,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
  });

  it("lets a page load nothing from elsewhere", async () => {
    const policy = String((await ask("/")).headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'? |https?:|\*/);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
    "/assets",
    "/none",
    "/%zz",
  ])("does not give %s", async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("secret");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
    expect(await ask("/graph.json", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  it("answers HEAD without a body", async () => {
    const answer = await ask("/graph.json", { method: "HEAD" });
    expect(answer).toMatchObject({ status: 200, body: "" });
    expect(answer.headers["content-length"]).toBe(String(GRAPH.length));
  });

  it("refuses a page that reaches it by another name", async () => {
    const { port } = new URL(serving.url);
    expect((await ask("/graph.json", { host: `evil.example:${port}` })).status).toBe(403);
    expect((await ask("/graph.json", { host: "127.0.0.1:1" })).status).toBe(403);
    expect((await ask("/graph.json", { host: `localhost:${port}` })).status).toBe(200);
  });

  it("a port that was asked for and is taken is an error", async () => {
    const port = Number(new URL(serving.url).port);
    await expect(serve({ folder, graph: GRAPH, port })).rejects.toThrow(`cannot serve on port ${port}: EADDRINUSE`);
  });

  it("without a port asked for, two can serve at once", async () => {
    const both = [await serve({ folder, graph: GRAPH }), await serve({ folder, graph: '"second"' })];
    const answers = await Promise.all(both.map(async ({ url }) => (await fetch(`${url}graph.json`)).text()));
    expect(answers).toEqual([GRAPH, '"second"']);
    await Promise.all(both.map((one) => one.close()));
  });

  it("a folder that is not there is an error", async () => {
    await expect(serve({ folder: join(folder, "none"), graph: GRAPH, port: 0 })).rejects.toThrow(
      "no such file or folder",
    );
  });
});

describe("the browser's opener", () => {
  const url = "http://127.0.0.1:1/";
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string | undefined]>([
    ["linux", {}, undefined],
    ["linux", { DISPLAY: ":0" }, "xdg-open"],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, "xdg-open"],
    ["linux", { DISPLAY: ":0", CI: "true" }, undefined],
    ["darwin", {}, "open"],
    ["win32", {}, "cmd"],
  ])("on %s with %j", (platform, environment, command) => {
    const opener = openerFor(url, platform, environment);
    expect(opener?.command).toBe(command);
    if (opener) expect(opener.args).toContain(url);
  });
});
