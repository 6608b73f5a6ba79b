/** The house stays as it was drawn: floors, doors, what each room may use, what lies at the top. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** From the ground up; rooms of one floor do not know each other. */
const FLOORS: readonly (readonly string[])[] = [
  ["src/learning", "src/ontology", "src/article"],
  ["src/korean"],
  ["src/entities"],
  ["src/facts"],
  ["src/knowledge"],
  ["src/formats", "src/weights.ts"],
  ["src/maek.ts"],
  ["src/index.ts"],
  ["src/node"],
  ["src/cli"],
  ["web"],
  ["scripts"],
  ["web/e2e"],
];

const TOP = new Set(
  "src graph web scripts package.json tsconfig.json README.md package-lock.json LICENSE biome.json"
    .split(" ")
    .concat(".gitignore .gitattributes .editorconfig .npmrc .ci".split(" ")),
);
/** Made by tools, and kept out of the repository. */
const MADE = new Set([".git", "node_modules", "dist", "coverage", ".cache"]);

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  files: string[];
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

interface Module {
  /** From the root, with "/": "src/article/read.ts". */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly imports: readonly string[];
}

const modules: readonly Module[] = ["src", "web", "scripts"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = [folder, ...name.split(sep)].join("/");
      const text = readFileSync(join(root, path), "utf8");
      return {
        path,
        text,
        isTest: /\.test\.tsx?$|(\/|\.)fixture\.ts$/.test(path) || path.startsWith("web/e2e/"),
        imports: importsOf(text),
      };
    }),
);

/** What a module imports, re-exports or loads. */
function importsOf(text: string): string[] {
  const statements =
    /^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...text.matchAll(statements)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
}

/** The room of a path: "src/article", "src/maek.ts" (its test too), "web". */
function roomOf(path: string): string {
  const parts = path.replace(".test.ts", ".ts").split("/");
  if (path.startsWith("web/e2e/")) return "web/e2e";
  return parts[0] === "src" ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));
const resolveImport = (from: string, to: string) =>
  normalize(join(dirname(from), to))
    .split(sep)
    .join("/");
const isNodeOnly = (path: string) => /^(src\/(node|cli)|scripts|web\/e2e)\/|^web\/vite\.config\.ts$/.test(path);

/** Every import of every module that a rule speaks of, as "path → import"; those that break it must be none. */
function breaking(rule: (module: Module, imported: string) => boolean, among = modules): string[] {
  return among.flatMap((module) =>
    module.imports.filter((imported) => rule(module, imported)).map((imported) => `${module.path} → ${imported}`),
  );
}

describe("floors and doors", () => {
  it("sees the imports it judges", () => {
    const text = `import a from "./a.ts";\nimport {\n  type B,\n  c,\n} from '../b/index.ts';\nexport * from "./d.ts";\nimport "e";\nconst f = await import("f");\nimport g from "../g.json" with { type: "json" };`;
    expect(importsOf(text)).toEqual(["./a.ts", "../b/index.ts", "./d.ts", "e", "f", "../g.json"]);
    expect(modules.find(({ path }) => path === "src/maek.ts")?.imports).toContain("./korean/index.ts");
  });

  it("every module stands on a floor", () => {
    expect(modules.map(({ path }) => path).filter((path) => floorOf(roomOf(path)) < 0)).toEqual([]);
  });

  it("a room imports only from lower floors", () => {
    const upward = breaking(({ path }, imported) => {
      if (!imported.startsWith(".")) return false;
      const target = roomOf(resolveImport(path, imported));
      return target !== roomOf(path) && target !== "graph" && floorOf(target) >= floorOf(roomOf(path));
    });
    expect(upward).toEqual([]);
  });

  it("another room is entered by its door", () => {
    const through = breaking(
      ({ path }, imported) => {
        if (!imported.startsWith(".")) return false;
        const target = resolveImport(path, imported);
        const room = roomOf(target);
        if (room === roomOf(path) || room === "graph") return false;
        return room.endsWith(".ts") ? target !== room : target !== `${room}/index.ts`;
      },
      modules.filter(({ path }) => path.startsWith("src/")),
    );
    expect(through).toEqual([]);
  });

  it("the viewer knows only the public face", () => {
    const past = breaking(
      ({ path }, imported) => {
        const target = resolveImport(path, imported);
        return imported.startsWith(".") && target.startsWith("src/") && target !== "src/index.ts";
      },
      modules.filter(({ path, isTest }) => path.startsWith("web/") && !isTest),
    );
    expect(past).toEqual([]);
  });

  it("only tests use fixtures", () => {
    expect(breaking(({ isTest }, to) => !isTest && /fixture\.ts$/.test(to))).toEqual([]);
  });

  it("from the graph folder only data is imported", () => {
    expect(
      breaking(({ path }, to) => /^\.[^?]*\/graph\//.test(to) && !/\.(json|bin)(\?.*)?$/.test(resolveImport(path, to))),
    ).toEqual([]);
  });

  it("a door holds no logic", () => {
    const doors = modules.filter(({ path }) => /^src\/(\w+\/)?index\.ts$/.test(path));
    const allowed = /^(\/\*\*[\s\S]*?\*\/\n)?(export (type )?(\*|\{[^}]*\}) from "\.\/[\w./-]+";\n)*$/;
    expect(doors.filter(({ text }) => !allowed.test(text)).map(({ path }) => path)).toEqual([]);
    const rooms = new Set(modules.map(({ path }) => roomOf(path)).filter((room) => /^src\/\w+$/.test(room)));
    expect([...rooms].filter((room) => !doors.some(({ path }) => path === `${room}/index.ts`))).toEqual([]);
  });
});

describe("what runs in a browser", () => {
  it("nothing outside src/node and src/cli knows Node", () => {
    const known = breaking(({ path, isTest }, to) => to.startsWith("node:") && !isTest && !isNodeOnly(path));
    expect(known).toEqual([]);
    const globals = modules.filter(({ path, text, isTest }) => {
      return !isTest && !isNodeOnly(path) && /\bprocess\.(env|argv|std|exit|cwd)|\bBuffer\.|\b__dirname\b/.test(text);
    });
    expect(globals.map(({ path }) => path)).toEqual([]);
  });

  it("the library and the command line use dependencies only, and no part of the viewer", () => {
    const packageOf = (name: string) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/");
    const foreign = breaking(
      ({ path, isTest }, to) =>
        path.startsWith("src/") && !isTest && !/^(\.|node:)/.test(to) && !(packageOf(to) in manifest.dependencies),
    );
    expect(foreign).toEqual([]);
  });
});

describe("order", () => {
  it("the top level holds what it may", () => {
    const extra = readdirSync(root).filter((name) => !TOP.has(name) && !MADE.has(name) && !name.endsWith(".tgz"));
    expect(extra).toEqual([]);
  });

  it("the package has the weights that maek reads, and no others", () => {
    const weights = readdirSync(join(root, "graph", "models")).filter((name) => name.endsWith(".bin"));
    const product = modules.filter(({ path, isTest }) => path.startsWith("src/") && !isTest);
    const unread = weights.filter((name) => !product.some(({ text }) => text.includes(`${name}"`)));
    expect(weights.length).toBeGreaterThan(unread.length);
    expect(manifest.files.filter((name) => name.startsWith("!"))).toEqual(
      unread.map((name) => `!graph/models/${name}`),
    );
  });

  it("no file has more than 400 lines", () => {
    const long = modules.filter(({ text }) => text.split("\n").length > 401);
    expect(long.map(({ path, text }) => `${path}: ${text.split("\n").length}`)).toEqual([]);
  });

  it("every module begins by saying what it is for", () => {
    const silent = modules.filter(({ path, isTest, text }) => {
      return !isTest && !path.endsWith("/index.ts") && !/^(#!.*\n)?\/\*\*/.test(text);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("no check is silenced and nothing is left to do", () => {
    const marks = new RegExp(
      ["biome-ignore", "@ts-ignore", "@ts-expect-error", "@ts-nocheck", "TO" + "DO", "FIX" + "ME"].join("|"),
    );
    expect(
      modules
        .filter(({ path, text }) => path !== "scripts/architecture.test.ts" && marks.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it("every dependency is named in the README, with its reason", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("the lock file names no registry", () => {
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "https?:/);
  });
});
