/**
 * Mends konec's silver sentences where its form table could not tell: a surname that stands alone for a person.
 *
 * The table labels a form by what it mostly is, so 김 씨 and 박 회장 are marked, 이 씨 and 정 회장 are not. Before 씨, 군, 양
 * or 모 a surname is a person; before a title it may be one (이 회장 is also "this chairman"), so both readings are left
 * open there and the chain decides.
 */
import surnameData from "../../graph/lexicon/surnames.json" with { type: "json" };
import titleData from "../../graph/lexicon/titles.json" with { type: "json" };
import { beginTag, OUTSIDE } from "../../src/learning/index.ts";
import { KINDS } from "./kinds.ts";

const OUTSIDE_BIT = 1 << OUTSIDE;
const PERSON_BIT = 1 << beginTag(KINDS.indexOf("person"));

const surname = `(?<![가-힣A-Za-z0-9])(${surnameData.surnames.filter((name) => name.length === 1).join("|")})`;
const titles = Object.values(titleData.titles)
  .flat()
  .sort((a, b) => b.length - a.length)
  .join("|");
const CERTAIN = new RegExp(`${surname}(?=모? ?씨|모 ?\\(|모 (?:군|양)(?![가-힣]))`, "g");
const POSSIBLE = new RegExp(`${surname}(?= ?(?:${titles})(?![가-힣]{3}))`, "g");

/** Marks lone surnames in `mask` where nothing is marked yet. */
export function mendSurnames(text: string, mask: Int32Array): void {
  for (const match of text.matchAll(POSSIBLE))
    if (mask[match.index] === OUTSIDE_BIT) mask[match.index] = OUTSIDE_BIT | PERSON_BIT;
  for (const match of text.matchAll(CERTAIN)) {
    const bits = mask[match.index] as number;
    if (bits === OUTSIDE_BIT || bits === (OUTSIDE_BIT | PERSON_BIT)) mask[match.index] = PERSON_BIT;
  }
}
