import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInputs, readBytes, readInputs } from "./inputs.ts";
import { checkApart, checkOutputs, writeFiles } from "./write.ts";

let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "maek-files-")));
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes text files, and the folders they lie in. */
async function make(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(at(name), ".."), { recursive: true });
    await writeFile(at(name), text);
  }
}

describe("inputs", () => {
  it("a folder stands for its .txt files and those below, by name, each once", async () => {
    await make({ "나.txt": "나", "가.txt": "가", "b/다.txt": "다", "b/x.md": "x", ".hidden/라.txt": "라" });
    const found = await findInputs([folder, at("가.txt"), "-", "-"]);
    expect(found).toEqual([
      { path: at("b/다.txt"), id: "다" },
      { path: at("가.txt"), id: "가" },
      { path: at("나.txt"), id: "나" },
      { path: "-", id: "stdin" },
    ]);
  });

  it("files of one name are told apart by their folders, in any order", async () => {
    await make({ "1월/뉴스.txt": "가", "2월/뉴스.txt": "나", "3월/딴것.txt": "다" });
    const paths = [at("1월/뉴스.txt"), at("2월/뉴스.txt"), at("3월/딴것.txt")];
    const ids = async (given: string[]) => (await findInputs(given)).map(({ id }) => id).sort();
    expect(await ids(paths)).toEqual(["1월-뉴스", "2월-뉴스", "딴것"]);
    expect(await ids(paths.toReversed())).toEqual(await ids(paths));
  });

  it("a file's name in single letters (macOS) gives a composed id", async () => {
    await make({ [`${"기사".normalize("NFD")}.txt`]: "가" });
    expect((await findInputs([folder]))[0]?.id).toBe("기사".normalize("NFC"));
  });

  it("articles carry what the options say", async () => {
    await make({ "a.txt": "새 공장을 열었다.\n" });
    const articles = await readInputs(await findInputs([at("a.txt")]), { date: "2025-02-24", title: "제목" });
    expect(articles).toEqual([{ id: "a", text: "새 공장을 열었다.\n", title: "제목", date: "2025-02-24" }]);
  });

  it.each([
    ["a missing file", "none.txt", "cannot read .*none.txt: no such file or folder"],
    ["a file taken for a folder", "a.txt/b.txt", "a part of the path is a file"],
    ["a folder without articles", "empty", "a folder without articles"],
    ["another format", "b.docx", 'unknown input format ".docx"'],
  ])("%s", async (_, name, message) => {
    await make({ "a.txt": "가", "b.docx": "가", "empty/readme.md": "" });
    await expect(findInputs([at(name)])).rejects.toThrow(new RegExp(`^maek/node: .*${message}`));
  });

  it("one title cannot stand for two articles", async () => {
    await make({ "a.txt": "가", "b.txt": "나" });
    await expect(readInputs(await findInputs([folder]), { title: "제목" })).rejects.toThrow("2 articles");
  });

  it("reads no more of an endless file than shows that it is too long", async () => {
    const bytes = await readBytes("/dev/zero", 1_000_000);
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(bytes.length).toBeLessThan(2_000_000);
  });
});

describe("outputs", () => {
  it("writes all files, and leaves no temporary one", async () => {
    await make({ "a.json": "old" });
    await writeFiles([
      { path: at("a.json"), text: "가" },
      { path: at("a.gexf"), text: "나" },
    ]);
    expect(await readFile(at("a.json"), "utf8")).toBe("가");
    expect(await readFile(at("a.gexf"), "utf8")).toBe("나");
    expect((await readdir(folder)).sort()).toEqual(["a.gexf", "a.json"]);
  });

  it("keeps a link a link, and the permissions of what it replaces", async () => {
    await writeFile(at("real.json"), "old", { mode: 0o640 });
    await symlink(at("real.json"), at("link.json"));
    await writeFiles([{ path: at("link.json"), text: "new" }]);
    expect(await readFile(at("real.json"), "utf8")).toBe("new");
    expect((await stat(at("real.json"))).mode & 0o777).toBe(0o640);
    expect(await realpath(at("link.json"))).toBe(at("real.json"));
  });

  it.each([
    ["a folder", "folder", "is a folder, not a file"],
    ["in a folder that is not there", "none/a.json", "no such file or folder"],
    ["below a file", "file.txt/a.json", "a part of the path is a file|is no folder"],
    ["without a name", "", "has no name|is a folder"],
  ])("all or nothing: %s", async (_, name, reason) => {
    await make({ "folder/x": "", "file.txt": "" });
    const before = await readdir(folder, { recursive: true });
    const bad = name === "" ? "" : at(name);
    const files = [
      { path: at("good.json"), text: "가" },
      { path: bad, text: "나" },
    ];
    await expect(writeFiles(files)).rejects.toThrow(new RegExp(`^maek/node: .*(${reason})`));
    await expect(checkOutputs([at("good.json"), bad], [])).rejects.toThrow(new RegExp(reason));
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it.each<[string, string[], string | undefined]>([
    ["one file by two ways", ["a.json", "folder/../a.json"], "also as"],
    ["one file, not there yet, by one", ["b.json", "b.json"], "b.json would be written twice"],
    ["one file in a folder that is not there yet", ["new/b.json", "./new/b.json"], "also as"],
    ["one file by a link to it", ["a.json", "link.json"], "also as"],
    ["one file by a link to its folder", ["folder/b.json", "linked/b.json"], "also as"],
    ["files of their own", ["a.json", "b.json", "folder/a.json", "a.json/c.json"], undefined],
    ["an input", ["a.json", "linked/../read.json"], "is an input"],
    ["a device", ["/dev/null", "/dev/null"], undefined],
  ])("each output is a file of its own: %s", async (_, names, reason) => {
    await make({ "a.json": "가", "folder/x": "" });
    await symlink(at("a.json"), at("link.json"));
    await symlink(at("folder"), at("linked"));
    const paths = names.map((name) => (name.startsWith("/") ? name : `${folder}/${name}`));
    const checked = checkApart(paths, ["-", at("read.json")]);
    if (reason === undefined) await expect(checked).resolves.toBeUndefined();
    else await expect(checked).rejects.toThrow(reason);
  });

  it("an input is not written over, whatever name it goes by", async () => {
    await make({ "a.txt": "가" });
    await symlink(at("a.txt"), at("b.json"));
    await expect(checkOutputs([at("b.json")], [at("a.txt")])).rejects.toThrow("is an input");
    await expect(checkOutputs([at("c.json")], [at("a.txt"), "-"])).resolves.toBeUndefined();
    await expect(checkOutputs([at("c.json")], [at("none.txt")])).rejects.toThrow(/cannot read .*none.txt/);
  });
});
