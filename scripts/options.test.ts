import { afterEach, describe, expect, it, vi } from "vitest";
import { oneOf } from "./options.ts";

describe("an option that has only certain values", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is one of them", () => {
    expect(oneOf("finder", "rules", ["learned", "rules"])).toBe("rules");
  });

  it.each(["nope", "", "constructor"])("%j ends the script", (value) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    expect(() => oneOf("finder", value, ["learned", "rules"])).toThrow("exit 2");
    expect(exit).toHaveBeenCalledOnce();
    expect(said).toHaveBeenCalledWith(`maek/scripts: --finder is learned or rules, not "${value}"`);
  });
});
