/**
 * Names told by how they end (자오샹증권, 가나다협회) or begin (SK○○, 삼성○○).
 *
 * A strong ending makes a name of nearly any word; a weak one only of a word whose rest is no ordinary word, so that
 * 물류센터 and 지방은행 stay what they are. The confidence says which of the two it was.
 */
import { mention, type SentenceContext } from "./context.ts";
import { endingsOf, type NameEnding, type NameLexicon } from "./lexicon.ts";
import { isUnknown } from "./person-shape.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

export function findByEnding({ document, words, lexicon }: SentenceContext): Mention[] {
  const found: Mention[] = [];
  for (const [index, word] of words.entries()) {
    const site = readSite(word, lexicon);
    if (site) {
      found.push(mention(document, word.start, word.end, site));
      continue;
    }
    const read =
      readLegal(words, index, document.article.text, lexicon) ??
      readEnding(word.text, lexicon) ??
      readGroup(word.text, lexicon) ??
      readUniversity(words, index, lexicon);
    if (read) {
      found.push(mention(document, word.start, word.end, read));
      continue;
    }
    const place = readPart(words, index, lexicon) ?? readTown(words, index, lexicon) ?? readQuarter(word, lexicon);
    if (place) found.push(mention(document, word.start, word.end, place));
    const joined = readApart(words, index, lexicon);
    if (joined) found.push(mention(document, joined.start, word.end, joined));
  }
  return found;
}

type Reading = Pick<Mention, "kind" | "confidence" | "source"> & { subkind?: string | undefined };

/** 자오샹증권: a word by its ending. */
export function readEnding(word: string, lexicon: NameLexicon): Reading | undefined {
  if (lexicon.notNames.has(word) || lexicon.known.has(word) || lexicon.notLatin.has(word)) return undefined;
  const [ending] = endingsOf(word, lexicon.endings);
  return ending && judge(word, word.slice(0, -ending.ending.length), ending, lexicon);
}

function judge(word: string, rest: string, ending: NameEnding, lexicon: NameLexicon): Reading | undefined {
  const { kind, subkind } = ending;
  const generic = lexicon.generic.has(rest);
  const ordinary = lexicon.commonWords.has(word) || /^\d/.test(rest);
  if (ordinary) return undefined;
  if (ending.strong) {
    if (rest.length < 2 || (ending.ending.length === 2 && subkind === "government" && rest.length > 5))
      return undefined;
    if (generic || lexicon.notNames.has(rest)) return undefined;
    return { kind, subkind, source: "ending", confidence: lexicon.commonWords.has(rest) ? 0.65 : 0.85 };
  }
  if (lexicon.known.get(rest)?.certain) {
    return ending.ending.length >= 2 ? { kind, subkind, source: "ending", confidence: 0.8 } : undefined;
  }
  if (generic || lexicon.commonWords.has(rest) || lexicon.notNames.has(rest) || rest.length < 2) return undefined;
  if (ending.ending.length === 1 || endsGenerically(rest, lexicon)) return undefined;
  return { kind, subkind, source: "ending", confidence: 0.6 };
}

/** Whether the last two or three syllables are a generic word: 근접무선+통신, 도시환경+공학. */
function endsGenerically(rest: string, lexicon: NameLexicon): boolean {
  for (const length of [2, 3, 4]) {
    if (rest.length > length && lexicon.generic.has(rest.slice(-length))) return true;
  }
  return false;
}

/** (주)가나, 가나㈜: what carries the mark of a company. */
function readLegal(words: readonly Word[], index: number, text: string, lexicon: NameLexicon): Reading | undefined {
  const { start, end } = words[index] as Word;
  const marked =
    /(?:\(주\)|㈜) ?$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^(?:\(주\)|㈜)/.test(text.slice(end, end + 3));
  const founded = /\([재사]\) ?$/.test(text.slice(Math.max(0, start - 4), start));
  if (founded && end - start >= 3 && !lexicon.known.has(text.slice(start, end))) {
    return { kind: "organization", subkind: "public", source: "legal form", confidence: 0.85 };
  }
  if (!marked || end - start < 2 || lexicon.known.get(text.slice(start, end))?.certain) return undefined;
  return { kind: "company", source: "legal form", confidence: 0.9 };
}

/** 흐로닝언대: a foreign name with 대, or any unknown one before a professor. */
function readUniversity(words: readonly Word[], index: number, lexicon: NameLexicon): Reading | undefined {
  const { text, shape } = words[index] as Word;
  const name = text.slice(0, -1);
  if (!text.endsWith("대") || name.length < 2 || shape === "other" || lexicon.commonWords.has(text)) return undefined;
  if (lexicon.known.has(text) || lexicon.commonWords.has(name) || /\d|[시세연부무지군현]$/.test(name)) return undefined;
  const next = words[index + 1];
  const academic = next?.gap === " " && lexicon.academics.has(next.text);
  const foreign = name.length >= 3 && lexicon.foreignScore(name) >= 4;
  if (!academic && !foreign) return undefined;
  return { kind: "organization", subkind: "university", source: "ending", confidence: academic ? 0.85 : 0.65 };
}

/** SK○○: a word that begins with the name of a group and goes on with a word of its own. */
function readGroup(word: string, lexicon: NameLexicon): Reading | undefined {
  if (lexicon.known.has(word)) return undefined;
  for (const prefix of lexicon.groupPrefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    if (rest.length < 2 || !/^[가-힣]+$/.test(rest) || lexicon.groupBodies.has(rest)) continue;
    if (lexicon.particles.has(rest) || lexicon.commonWords.has(word) || lexicon.titles.has(rest)) continue;
    if (!/^[A-Z]/.test(prefix) && lexicon.commonWords.has(rest) && !isEnding(rest, lexicon)) continue;
    return { kind: "company", source: "group", confidence: /^[A-Z]/.test(prefix) ? 0.8 : 0.6 };
  }
  return undefined;
}

function isEnding(word: string, lexicon: NameLexicon): boolean {
  return lexicon.endings.get(word)?.kind === "company";
}

/** 서울 방배동, 수원 사업장: after a place, a word with a local ending. */
function readPart(words: readonly Word[], index: number, lexicon: NameLexicon): Reading | undefined {
  const word = words[index] as Word;
  const before = words[index - 1];
  if (!before || word.gap !== " " || before.particle !== "" || lexicon.known.has(word.text)) return undefined;
  const known = lexicon.known.get(before.text);
  const inside = known?.kind === "place" && known.subkind !== "country" && before.text.length > 1;
  const chained = /^[가-힣]+[시군구도동읍면리]$/.test(before.text) && index >= 2 && before.gap === " ";
  if (!inside && !(chained && lexicon.known.get(words[index - 2]?.text ?? "")?.kind === "place")) return undefined;
  if (lexicon.commonWords.has(word.text) || lexicon.generic.has(word.text) || lexicon.notNames.has(word.text))
    return undefined;
  const ending = lexicon.localEndings.find((local) => word.text.endsWith(local) && word.text.length > local.length);
  if (!ending) return undefined;
  if (ending.length > 1 && lexicon.generic.has(word.text.slice(0, -ending.length))) return undefined;
  return { kind: "place", subkind: "site", source: "address", confidence: 0.75 };
}

/** 수원사업장: a known place and what stands there, in one word. */
function readSite({ text }: Word, lexicon: NameLexicon): Reading | undefined {
  if (lexicon.known.has(text) || lexicon.commonWords.has(text)) return undefined;
  for (const site of endingsOf(text, { get: (ending) => (lexicon.siteEndings.has(ending) ? ending : undefined) })) {
    const place = lexicon.known.get(text.slice(0, -site.length));
    if (place?.kind === "place" && place.certain && text.length - site.length >= 2) {
      return { kind: "place", subkind: "site", source: "ending", confidence: 0.8 };
    }
  }
  return undefined;
}

/** 북가좌동, 종로3가, 유천지구: a quarter by its ending, if the word is not one that ends in 운동, 구역 … */
function readQuarter({ text, shape }: Word, lexicon: NameLexicon): Reading | undefined {
  if (lexicon.known.has(text) || lexicon.commonWords.has(text) || shape === "other") return undefined;
  const street = /^([가-힣]{2,})\d가$/.exec(text)?.[1];
  if (street && lexicon.known.get(street)?.kind === "place") {
    return { kind: "place", subkind: "region", source: "ending", confidence: 0.85 };
  }
  const ending = lexicon.quarterEndings.find((quarter) => text.endsWith(quarter) && text.length > quarter.length + 1);
  if (!ending || !/^[가-힣]+$/.test(text)) return undefined;
  const rest = text.slice(0, -ending.length);
  if (lexicon.commonWords.has(rest) || lexicon.generic.has(rest) || lexicon.notNames.has(text)) return undefined;
  if (ending.length === 1 && (text.length > 4 || endsInWord(text, lexicon))) return undefined;
  return { kind: "place", subkind: "region", source: "ending", confidence: 0.6 };
}

/** 시민운동, 산업지역: the last two syllables, or the last three, are a word. */
function endsInWord(text: string, lexicon: NameLexicon): boolean {
  return [2, 3].some((length) => text.length > length && lexicon.commonWords.has(text.slice(-length)));
}

/** 필리핀 바콜로드에서: an unknown word after a place, where something happens. */
function readTown(words: readonly Word[], index: number, lexicon: NameLexicon): Reading | undefined {
  const word = words[index] as Word;
  const before = words[index - 1];
  if (!before || word.gap !== " " || before.particle !== "" || !/^에(?:서|선|는|도)?/.test(word.particle))
    return undefined;
  const known = lexicon.known.get(before.text);
  if (known?.kind !== "place" || !known.certain || before.text.length < 2) return undefined;
  if (!isUnknown(word, lexicon) || word.shape !== "noun" || word.text.length < 2) return undefined;
  if (lexicon.foreignScore(word.text) < 0) return undefined;
  return { kind: "place", subkind: "city", source: "address", confidence: 0.6 };
}

/** 한국 정부, 도쿄 증시, 현대차 노조: a common noun that a known name before it makes a body. */
function readApart(
  words: readonly Word[],
  index: number,
  lexicon: NameLexicon,
): (Reading & { start: number }) | undefined {
  const word = words[index] as Word;
  const before = words[index - 1];
  if (!before || word.gap !== " " || before.particle !== "") return undefined;
  if (lexicon.legalForms.has(before.text) && word.shape !== "other" && word.text.length >= 2) {
    return { kind: "company", source: "legal form", confidence: 0.85, start: before.start };
  }
  const unknown =
    before.shape !== "other" && !lexicon.commonWords.has(before.text) && !lexicon.generic.has(before.text);
  if (word.text === "대학교" && unknown && before.text.length >= 2) {
    return { kind: "organization", subkind: "university", source: "name+body", confidence: 0.8, start: before.start };
  }
  const known = lexicon.known.get(before.text);
  if (!known?.certain) return undefined;
  if (known.kind === "person" && lexicon.cabinets.has(word.text)) {
    return { kind: "organization", subkind: "government", source: "name+body", confidence: 0.93, start: before.start };
  }
  if (!lexicon.bodies.has(word.text)) return undefined;
  const about = { kind: "organization" as const, source: "name+body", start: before.start };
  const country = known.kind === "place" && known.subkind === "country";
  if (word.text === "증시") {
    const exchange = lexicon.known.has(before.text + word.text);
    return exchange ? { ...about, subkind: "exchange", confidence: 0.9 } : undefined;
  }
  if (word.text === "노조") {
    return known.kind === "place" ? undefined : { ...about, subkind: "public", confidence: 0.9 };
  }
  return country ? { ...about, subkind: "government", confidence: 0.93 } : undefined;
}
