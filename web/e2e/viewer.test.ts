import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { needBrowser } from "../../scripts/find-browser.ts";
import type { ArticleSpan } from "../../src/index.ts";
import { EVIDENCE, HOSTILE, hostileGraph, KEYS, largeGraph, smallGraph, TEXT } from "./fixture.ts";
import { type OpenOptions, type OpenPage, placeOf, settled, Viewer } from "./viewer.ts";

const executable = needBrowser();
const small = smallGraph();

let viewer: Viewer;
let opened: OpenPage[] = [];

beforeAll(async () => {
  if (executable) viewer = await Viewer.start(executable);
});
afterAll(() => viewer?.stop());
afterEach(async () => {
  for (const each of opened) await each.close();
  opened = [];
});

async function open(graph = small, options: OpenOptions = {}): Promise<OpenPage> {
  const page = await viewer.open(graph, options);
  opened.push(page);
  return page;
}

/** A shared machine may take its time. */
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 20_000, interval: 50 });
const heading = (page: Page) => page.locator(".details h2");
const markedText = (page: Page) => page.locator("mark").allTextContents();
const link = (selection: Record<string, string>) =>
  `#${new URLSearchParams(selection).toString().replaceAll("+", "%20")}`;

describe.skipIf(!executable)("the drawing", () => {
  it("shows all nodes and edges, and breaks no rule of the page's policy", async () => {
    const { page, complaints } = await open();
    await settled(page);
    const ink = await page.evaluate(() =>
      (window.maekView?.layers() ?? []).map((layer) => {
        const copy = document.createElement("canvas");
        copy.width = layer.width;
        copy.height = layer.height;
        const context = copy.getContext("2d");
        context?.drawImage(layer, 0, 0);
        const { data } = context?.getImageData(0, 0, copy.width, copy.height) ?? { data: [] };
        let count = 0;
        for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > 0) count++;
        return count;
      }),
    );
    expect(ink).toHaveLength(3);
    for (const pixels of ink) expect(pixels).toBeGreaterThan(300);
    await expect(page.locator(".canvas").getAttribute("aria-label")).resolves.toContain("노드 8개, 관계 9개");
    const labels = await page.evaluate(() => window.maekView?.drawn.nodes);
    expect(labels).toContain(KEYS.company);
    expect(complaints).toEqual([]);
  });

  it("chooses a node by a click: its ties are sentences with their evidence", async () => {
    const { page } = await open();
    await settled(page);
    const { x, y } = await placeOf(page, KEYS.person);
    await page.mouse.click(x, y);
    await heading(page).getByText("마윈", { exact: true }).waitFor();
    const sentences = await page.locator(".tie-sentence").allTextContents();
    expect(sentences).toContain("마윈은 한빛의 대표이다");
    await page.getByRole("button", { name: "마윈은 한빛의 대표이다" }).click();
    await eventually(() => markedText(page)).toEqual([EVIDENCE.position]);
    await expect(page.locator(".name.chosen").first().textContent()).resolves.toBe("마윈");
  });

  it("chooses an edge by a click: its evidence is marked, who says so and how surely is told", async () => {
    const { page } = await open();
    await settled(page);
    const [from, to] = [await placeOf(page, "organization:정부"), await placeOf(page, KEYS.company)];
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
    await eventually(() => markedText(page)).toEqual([EVIDENCE.supports]);
    await expect(page.locator(".edge-details .badge").textContent()).resolves.toBe("의혹·추정");
    await expect(page.locator(".attribution").textContent()).resolves.toContain("나라신문");
    await expect(
      page
        .locator(".tinted")
        .allTextContents()
        .then((all) => all.join("")),
    ).resolves.toContain("나라신문은");
  });

  it("lights the neighbours of what is under the pointer", async () => {
    const { page } = await open();
    await settled(page);
    const before = await page.evaluate(() => window.maekView?.drawn.nodes.length);
    const { x, y } = await placeOf(page, "place:서울");
    await page.mouse.move(x, y, { steps: 4 });
    await eventually(() => page.evaluate(() => [...(window.maekView?.drawn.nodes ?? [])].sort())).toEqual(
      [KEYS.company, "place:서울"].sort(),
    );
    expect(before).toBeGreaterThan(2);
  });

  it("is moved and enlarged by keys and buttons, and put back", async () => {
    const { page } = await open();
    await settled(page);
    const first = await placeOf(page, KEYS.person);
    const distance = async () => {
      const { x, y } = await placeOf(page, KEYS.person);
      return Math.hypot(x - first.x, y - first.y);
    };
    await page.locator(".canvas").focus();
    await page.keyboard.press("ArrowLeft");
    await eventually(distance).toBeGreaterThan(5);
    await page.getByRole("button", { name: "확대" }).click();
    await page.getByRole("button", { name: "처음 상태로" }).click();
    await eventually(distance).toBeLessThan(2);
  });

  it("writes no label over another in a graph of 1,500 nodes", async () => {
    const { page, complaints } = await open(largeGraph(1500));
    await settled(page);
    const boxes = (await page.evaluate(() => window.maekView?.drawn.boxes)) ?? [];
    expect(boxes.length).toBeGreaterThan(20);
    const overlaps = boxes.filter((a, i) =>
      boxes
        .slice(i + 1)
        .some((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    );
    expect(overlaps).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!executable)("legend, search, address", () => {
  it("hides a kind, and shows it alone", async () => {
    const { page } = await open();
    await settled(page);
    const person = page.getByRole("button", { name: /^인물/ });
    await person.click();
    await expect(person.getAttribute("aria-pressed")).resolves.toBe("false");
    await eventually(() => page.evaluate(() => window.maekView?.drawn.nodes)).not.toContain(KEYS.person);
    await person.click({ modifiers: ["Alt"] });
    await eventually(() => page.evaluate(() => window.maekView?.drawn.nodes)).toEqual([KEYS.person]);
  });

  it("hides a relation in drawing and list alike", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: /^제작·운영/ }).click();
    await page.getByRole("button", { name: "목록", exact: true }).click();
    await page.getByText("관계 7개", { exact: true }).waitFor();
    await expect(page.locator("tbody tr").count()).resolves.toBe(7);
  });

  it("hides what is less sure", async () => {
    const { page } = await open();
    await page.getByRole("slider", { name: /^확신도/ }).fill("0.95");
    await page.getByRole("button", { name: "목록", exact: true }).click();
    await page.getByText("관계 0개", { exact: true }).waitFor();
    await page.getByText("확신도 95% 이상").waitFor();
  });

  it("shows what one article of several says", async () => {
    const { page } = await open(largeGraph(40));
    await settled(page);
    await page.getByRole("combobox", { name: "기사 고르기" }).selectOption("a1");
    await page.getByLabel("펼친 기사만 보기").check();
    await eventually(() =>
      page.evaluate(() => window.maekView?.drawn.nodes.filter((key) => Number(/\d+/.exec(key)) < 20)),
    ).toEqual([]);
    await expect(page.locator(".article a.name").count()).resolves.toBe(20);
  });

  it.each([
    ["윈", "마윈"],
    ["ㅁㅇ", "마윈"],
    ["신문", "나라신문"],
  ])("finds %s in %s, by the keyboard alone", async (query, label) => {
    const { page } = await open();
    await page.locator(".canvas").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(query);
    await page.getByRole("option", { name: label }).waitFor();
    await page.keyboard.press("Enter");
    await heading(page).getByText(label, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => heading(page).count()).toBe(0);
  });

  it("is undone by Back, and shared by its address", async () => {
    const { page } = await open();
    await page.locator(".article a.name", { hasText: "나라신문" }).click();
    await heading(page).getByText("나라신문", { exact: true }).waitFor();
    const address = page.url();
    await page.locator(".article a.name", { hasText: "서울" }).click();
    await heading(page).getByText("서울", { exact: true }).waitFor();
    await page.getByRole("button", { name: "뒤로" }).click();
    await heading(page).getByText("나라신문", { exact: true }).waitFor();
    await page.goBack();
    await eventually(() => heading(page).count()).toBe(0);

    const other = await open(small, { hash: new URL(address).hash });
    await heading(other.page).getByText("나라신문", { exact: true }).waitFor();
  });

  it("opens a shared edge with its evidence: the words of the file, to the character", async () => {
    const { page } = await open(small, { hash: link({ edge: KEYS.supports }) });
    await eventually(() => markedText(page)).toHaveLength(1);
    const file = JSON.parse(small) as { edges: { key: string; attributes: { evidence: ArticleSpan[] } }[] };
    const [span] = file.edges.find(({ key }) => key === KEYS.supports)?.attributes.evidence ?? [];
    expect(await markedText(page)).toEqual([TEXT.slice(span?.start, span?.end)]);
  });

  it("tells of an event: sentence, time, amount, and its word in the text", async () => {
    const event = Object.values(JSON.parse(small).nodes as { key: string }[]).find(({ key }) =>
      key.startsWith("event:"),
    );
    const { page } = await open(small, { hash: link({ node: event?.key ?? "" }) });
    await page.locator(".trigger", { hasText: "인수" }).waitFor();
    const details = await page.locator(".details").textContent();
    for (const words of ["300억원", "12일", "2025-02-12", "예정"]) expect(details).toContain(words);
  });
});

describe.skipIf(!executable)("without a drawing", () => {
  it("lists the relations when there is no WebGL", async () => {
    const { page } = await open(small, {
      before: () => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.includes("webgl") ? null : Reflect.apply(original, this, [kind, ...rest]);
        } as typeof original;
      },
    });
    await page.locator("table tbody tr").first().waitFor();
    await expect(page.locator("tbody tr").count()).resolves.toBe(9);
    await expect(page.locator(".table-notice").textContent()).resolves.toContain("WebGL");
    await page.locator("tbody tr", { hasText: "지지" }).locator("td.evidence button").click();
    await eventually(() => markedText(page)).toEqual([EVIDENCE.supports]);
  });

  it("lists the relations when the browser takes the drawing away", async () => {
    const { page } = await open();
    await settled(page);
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas.sigma-nodes");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.locator("table tbody tr").first().waitFor();
    await expect(page.locator(".table-notice").textContent()).resolves.toContain("새로 고쳐");
  });

  it("sorts and filters the list", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "목록", exact: true }).click();
    const firsts = () => page.locator("td.from").allTextContents();
    await page.locator("th.from button").click();
    const up = await firsts();
    expect(up).toEqual([...up].sort(new Intl.Collator("ko").compare));
    await page.locator("th.from button").click();
    await expect(page.locator("th.from").getAttribute("aria-sort")).resolves.toBe("descending");
    await page.getByRole("searchbox", { name: "목록에서 찾기" }).fill("별자리 판다");
    await eventually(firsts).toEqual(["한빛"]);
  });

  it.each([
    ["a missing graph", small, 404, "graph.json을 찾지 못했습니다"],
    ["a broken file", `{"attributes": {`, undefined, "깨진 파일"],
    ["a file of another kind", `{"nodes": []}`, undefined, "그래프 파일이 아니거나"],
  ])("says what to do about %s", async (_name, graph, status, words) => {
    const { page } = await open(graph, status === undefined ? {} : { status });
    const notice = page.getByRole("alert");
    await notice.waitFor();
    await expect(notice.textContent()).resolves.toContain(words);
    await page.locator("input[type=file]").setInputFiles({
      name: "다른.json",
      mimeType: "application/json",
      buffer: Buffer.from(small),
    });
    await settled(page);
    await expect(page.getByRole("alert").count()).resolves.toBe(0);
  });

  it("says so when the article named nothing", async () => {
    const empty = JSON.stringify({ ...JSON.parse(small), nodes: [], edges: [] });
    const { page, complaints } = await open(empty);
    await page.getByText("이름을 찾지 못했습니다").waitFor();
    await expect(page.locator(".article").textContent()).resolves.toContain("나라신문은");
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!executable)("what comes out, and what must not get in", () => {
  it("shows markup in names and texts as the characters it is made of", async () => {
    const { page, complaints } = await open(hostileGraph(), { hash: link({ node: `person:${HOSTILE}` }) });
    await settled(page);
    await expect(heading(page).textContent()).resolves.toBe(HOSTILE);
    await page.locator(".tie-sentence").first().click();
    await page.getByRole("button", { name: "목록", exact: true }).click();
    await page.locator("tbody tr").waitFor();
    await page.locator("#search").fill("img");
    await page.getByRole("option").first().waitFor();
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("#app img, #app script, #app a[href^='javascript']").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it.each([
    [
      "그림(PNG)으로 저장",
      "graph.png",
      (bytes: Buffer) => bytes.subarray(1, 4).toString() === "PNG" && bytes.length > 4000,
    ],
    ["JSON", "graph.json", (bytes: Buffer) => bytes.toString() === small],
    ["SVG", "graph.svg", (bytes: Buffer) => bytes.toString().includes(">마윈</text>") && !bytes.includes("NaN")],
    ["GEXF", "graph.gexf", (bytes: Buffer) => bytes.toString().includes("<gexf") && bytes.toString().includes("마윈")],
  ])("saves %s as %s", async (button, name, holds) => {
    const { page, complaints } = await open();
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect(holds(await readFile(await download.path()))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("follows the system's theme, and the user's against it", async () => {
    const { page } = await open(small, { colorScheme: "dark" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await eventually(background).toBe("rgb(20, 23, 27)");
    await page.getByRole("button", { name: "밝은 화면으로" }).click();
    await eventually(background).toBe("rgb(248, 248, 245)");
    await page.reload();
    await eventually(background).toBe("rgb(248, 248, 245)");
  });
});

describe.skipIf(!executable)("on a phone", () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  it("has graph and panel one above the other, and nothing to scroll sideways", async () => {
    const { page, complaints } = await open(small, phone);
    await settled(page);
    const { x, y } = await placeOf(page, KEYS.company);
    await page.touchscreen.tap(x + 12, y + 6);
    await heading(page).getByText("한빛", { exact: true }).waitFor();
    await page.getByRole("button", { name: "선택 풀기" }).tap();
    await eventually(() => page.evaluate(() => window.maekView?.drawn.nodes)).toContain(KEYS.paper);
    await page.locator(".chip", { hasText: "한빛" }).tap();
    const [stage, side] = [await page.locator(".stage").boundingBox(), await page.locator(".side").boundingBox()];
    expect((stage?.y ?? 0) + (stage?.height ?? 0)).toBeLessThanOrEqual((side?.y ?? 0) + 1);
    expect(stage?.height).toBeGreaterThan(200);
    expect(side?.height).toBeGreaterThan(250);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.locator(".quote", { hasText: EVIDENCE.supports }).click();
    const mark = page.locator("mark.active");
    await mark.waitFor();
    await eventually(async () => (await mark.boundingBox())?.y ?? 0).toBeGreaterThan(side?.y ?? 0);
    expect(complaints).toEqual([]);
  });
});
