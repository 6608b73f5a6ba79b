/**
 * A graph and the viewer → an address that a browser on this machine can open.
 *
 * Serves the files of one folder, all read beforehand, and the graph as /graph.json. Bound to 127.0.0.1; a request
 * whose Host is another name is refused, so that no web page can reach it by rebinding a domain. As a request can only
 * name what lies in the table of files, no path leads out of the folder.
 */
import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { MaekError } from "../article/index.ts";
import { codeOf, fileError } from "./failure.ts";

/** The port tried first: "maek" on a telephone's keys. */
export const USUAL_PORT = 6235;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** What a page may load: its own files, and nothing from elsewhere. WebAssembly is for the morphemes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

export interface ServeOptions {
  /** The folder whose files are served; index.html answers "/". */
  readonly folder: string;
  /** The graph file's text. */
  readonly graph: string;
  /** The port to take; when absent the usual one, or any free one if that is taken. 0 takes any. */
  readonly port?: number | undefined;
}

export interface Serving {
  /** "http://127.0.0.1:6235/" */
  readonly url: string;
  /** Stops serving, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves the viewer with a graph until closed.
 *
 * @throws MaekError when the folder cannot be read or the given port is taken
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const files = await readFolder(options.folder);
  files.set("/graph.json", { bytes: Buffer.from(options.graph), type: MEDIA_TYPES[".json"] ?? "" });
  const server = createServer((request, response) => answer(request, response, files));
  await listen(server, options.port ?? USUAL_PORT).catch((error: unknown) => {
    if (options.port !== undefined || codeOf(error) !== "EADDRINUSE") {
      throw new MaekError(`maek/node: cannot serve on port ${options.port ?? USUAL_PORT}: ${codeOf(error) ?? error}`);
    }
    return listen(server, 0);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ServedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

async function readFolder(folder: string): Promise<Map<string, ServedFile>> {
  try {
    const files = new Map<string, ServedFile>();
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const url = `/${path.slice(join(folder, sep).length).split(sep).join("/")}`;
      const type = MEDIA_TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
      files.set(url, { bytes: await readFile(path), type });
    }
    const index = files.get("/index.html");
    if (index) files.set("/", index);
    return files;
  } catch (error) {
    throw fileError("read", folder, error);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function answer(request: IncomingMessage, response: ServerResponse, files: ReadonlyMap<string, ServedFile>): void {
  const send = (status: number, file: ServedFile, headers: Record<string, string> = {}) => {
    response.writeHead(status, {
      ...HEADERS,
      "Content-Type": file.type,
      "Content-Length": file.bytes.length,
      ...headers,
    });
    response.end(request.method === "HEAD" ? undefined : file.bytes);
  };
  const refuse = (status: number, text: string, headers?: Record<string, string>) =>
    send(status, { bytes: Buffer.from(`${text}\n`), type: "text/plain; charset=utf-8" }, headers);

  const port = request.socket.localPort;
  const host = request.headers.host;
  const file = files.get(pathOf(request.url ?? ""));
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) refuse(403, "maek answers to 127.0.0.1 only");
  else if (request.method !== "GET" && request.method !== "HEAD") refuse(405, "GET or HEAD", { Allow: "GET, HEAD" });
  else if (file) send(200, file);
  else refuse(404, "no such file");
}

/** The path of a request, decoded; "" when it cannot be. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? "");
  } catch {
    return "";
  }
}
