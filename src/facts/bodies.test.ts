import { describe, expect, it } from "vitest";
import { bodyBefore, isBody } from "./bodies.ts";
import { given } from "./sentences.fixture.ts";
import { viewSentences } from "./view.ts";

/** The body before the last word that begins with `mark`. */
async function bodyAt(text: string, names: readonly string[], mark: string): Promise<string | undefined> {
  const { document, reading, name } = await given(text, names);
  const [view] = viewSentences(document, reading);
  const body = view && bodyBefore(view, text.lastIndexOf(mark));
  return body && name(body.entity.key);
}

it.each([
  ["company:한빛", true],
  ["organization:한빛", true],
  ["place:한빛", false],
  ["person:한빛", false],
  ["product:한빛", false],
])("%s is a body: %s", async (named, expected) => {
  const { document, reading } = await given("한빛이 떴다.", [named]);
  expect(viewSentences(document, reading)[0]?.sites.map(isBody)).toEqual([expected]);
});

describe("bodyBefore", () => {
  it.each([
    ["한빛전자 사장이 말했다.", "사장", "한빛전자"],
    ["한빛전자의 영업 담당 사장이 말했다.", "사장", "한빛전자"],
    ["한빛전자는 사장이 말했다.", "사장", undefined],
    ["한빛전자, 그리고 사장이 말했다.", "사장", undefined],
  ])("%s", async (text, mark, body) => expect(await bodyAt(text, ["company:한빛전자"], mark)).toBe(body));

  it("takes no longer for words that run on", async () => {
    const text = `한빛전자 ${"가나".repeat(14)}! 사장`;
    expect(await bodyAt(text, ["company:한빛전자"], "사장")).toBeUndefined();
  });
});
