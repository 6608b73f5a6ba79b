import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitParticles } from "./index.ts";
import { particleLexicon } from "./lexicon.ts";
import { agrees, divisions } from "./particles.ts";

describe("splitParticles", () => {
  const rows: [string, string, string[]][] = [
    ["딥시크를", "딥시크", ["를"]],
    ["클라우딩과", "클라우딩", ["과"]],
    ["삼성전자에서는", "삼성전자", ["에서", "는"]],
    ["앤트그룹과의", "앤트그룹", ["과", "의"]],
    ["쇼핑몰 다나와에서는", "쇼핑몰 다나와", ["에서", "는"]],
    ["LG는", "LG", ["는"]],
    ["(CEO)는", "(CEO)", ["는"]],
    ["저스트잇으로만", "저스트잇", ["으로", "만"]],
    ["서울로", "서울로", []],
    ["국가", "국가", []],
    ["이사회의", "이사회의", []],
    ["연구 결과", "연구 결과", []],
    ["제주도", "제주도", []],
    ["김고은", "김고은", []],
    ["하세가와", "하세가와", []],
    ["딥시크을", "딥시크을", []],
    ["", "", []],
  ];
  it.each(rows)("%s → %s + %j", (text, stem, particles) => {
    expect(splitParticles(text)).toEqual({ stem, particles });
  });

  it("loses no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { stem, particles } = splitParticles(text);
        expect(stem + particles.join("")).toBe(text);
      }),
    );
  });
});

describe("agrees", () => {
  const rows: [string, "vowel" | "consonant" | "vowelOrRieul" | "consonantNotRieul", boolean][] = [
    ["딥시크", "vowel", true],
    ["딥시크", "consonant", false],
    ["그룹", "consonant", true],
    ["서울", "vowelOrRieul", true],
    ["서울", "consonantNotRieul", false],
    ["그룹", "consonantNotRieul", true],
    ["G20", "consonant", true],
    ["갤럭시5", "vowel", true],
    ["LG", "vowel", true],
    ["LG", "consonant", true],
  ];
  it.each(rows)("%s before %s: %s", (stem, after, expected) => {
    expect(agrees(stem, after)).toBe(expected);
  });
});

describe("the lexicon of particles", () => {
  it("lists each form once", () => {
    const forms = particleLexicon.particles.map(({ form }) => form);
    expect(new Set(forms).size).toBe(forms.length);
  });

  it("lists endings that do end in their particle", () => {
    for (const [particle, endings] of Object.entries(particleLexicon.endings)) {
      for (const ending of endings) expect(ending.endsWith(particle), `${ending} / ${particle}`).toBe(true);
    }
  });

  it("divides words without losing a letter", () => {
    for (const { stem, particles } of divisions("삼성전자에서까지는")) {
      expect(stem + particles.map(({ form }) => form).join("")).toBe("삼성전자에서까지는");
    }
  });

  it("stands in files that all are read", () => {
    const files = readdirSync(new URL("../../graph/lexicon", import.meta.url)).filter((f) => f.startsWith("korean-"));
    const read = ["dates", "particles", "sentences", "units"].map((name) => `korean-${name}.json`);
    expect(files.sort()).toEqual(read);
  });
});
