/**
 * Well-known names in a sentence: the longest name of the lexicon from each word's start, if it ends where a name may end.
 *
 * A name may end where a word does, or inside one before a particle or a suffix (알리바바측). Names that are also words
 * (하나, 대상) come with low confidence; a second witness (a title, a list, an ending elsewhere) has to lift them.
 */
import { mention, type SentenceContext } from "./context.ts";
import { BEGINNING, type KnownName, type NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

const HANGUL = /[가-힣]/;
/** What follows a product's name and is part of it: 아이폰7, 갤럭시S6 엣지. */
const VERSION =
  /^(?:[A-Z0-9][A-Za-z0-9+-]*(?: (?:엣지|플러스|프로|미니|에어|맥스|울트라)(?![가-힣]))?| \d{1,2}(?![\d가-힣%.,])| (?:엣지|플러스|프로|미니|에어|맥스|울트라)(?![가-힣]))/;
const LETTER = /[A-Za-z0-9]/;

export function findKnown({ document, words, lexicon }: SentenceContext): Mention[] {
  const { text } = document.article;
  const found: Mention[] = [];
  let free = 0;
  for (const [index, word] of words.entries()) {
    if (word.start < free) continue;
    const apart = writtenApart(words, index, lexicon) ?? gluedOn(word, lexicon);
    if (apart) {
      found.push(mention(document, apart.start, apart.end, { ...apart.known, source: "lexicon", confidence: 0.9 }));
      free = apart.end;
      continue;
    }
    let longest = 0;
    const limit = words[Math.min(index + 5, words.length - 1)]?.close ?? word.close;
    for (let end = word.start + 1; end <= limit; end++) {
      const name = text.slice(word.start, end);
      if (name.length > (lexicon.beginnings.get(name.slice(0, BEGINNING)) ?? 0)) break;
      if (lexicon.known.has(name) && mayEnd(text, end, words, index)) longest = end;
    }
    const known = lexicon.known.get(text.slice(word.start, longest));
    if (!longest || !known) continue;
    if (known.kind === "product") longest += VERSION.exec(text.slice(longest, longest + 20))?.[0].length ?? 0;
    const name = text.slice(word.start, longest);
    if (known.subkind === "country" && isDerived(text.slice(longest, word.close), lexicon)) continue;
    if (/^[\u3400-\u9fff]{2}$/.test(text.slice(longest - 1, longest + 1)) && !lexicon.known.has(text[longest] ?? ""))
      continue;
    if (isGloss(words, index, longest, text)) continue;
    const alone = name.length === 1;
    const confidence = known.certain ? (alone ? 0.7 : 0.95) : alone ? 0.25 : 0.4;
    found.push(mention(document, word.start, longest, { ...known, source: "lexicon", confidence }));
    free = longest;
  }
  return found;

  /** 애플리케이션프로세서(AP): letters in brackets after a word that is no name shorten that word. */
  function isGloss(words: SentenceContext["words"], index: number, end: number, text: string): boolean {
    const word = words[index];
    const before = words[index - 1];
    if (!word || !before || !word.gap.endsWith("(") || !/^[,)]/.test(text.slice(end, end + 1))) return false;
    if (!/^[A-Za-z]{1,4}$/.test(text.slice(word.start, end)) || found.some((other) => other.end === before.end))
      return false;
    return lexicon.commonWords.has(before.text) || before.shape === "compound";
  }

  /** 장 of 신한은행장, 의장 of 합참의장, with or without a particle. */
  function isHeadOf(rest: string): boolean {
    return lexicon.headEndings.some((title) => {
      return rest.startsWith(title) && (rest === title || lexicon.particles.has(rest.slice(title.length)));
    });
  }

  function mayEnd(text: string, end: number, words: SentenceContext["words"], from: number): boolean {
    const next = text[end] ?? " ";
    const last = text[end - 1] as string;
    if (LETTER.test(last) && LETTER.test(next)) return false;
    if (!HANGUL.test(next)) return true;
    const within = words.slice(from, from + 6).find((word) => end > word.start && end <= word.close);
    if (!within) return false;
    if (within.end === end && (within.particle === "" || lexicon.particles.has(within.particle))) return true;
    const rest = text.slice(end, within.close);
    const name = text.slice(words[from]?.start ?? end, end);
    if (isHeadOf(rest) && ["organization", "company"].includes(lexicon.known.get(name)?.kind ?? "")) return true;
    if (lexicon.particles.has(rest)) return end - (words[from]?.start ?? 0) > 1;
    for (const suffix of lexicon.suffixes) {
      if (!rest.startsWith(suffix)) continue;
      const after = rest.slice(suffix.length);
      if (after === "" || lexicon.particles.has(after)) return end - (words[from]?.start ?? 0) > 1;
    }
    return false;
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly known: KnownName;
}

const SHORTEST_APART = 5;

/** 남아프리카 공화국, 더불어 민주당: a name of one word, written as two or three. */
function writtenApart(words: readonly Word[], index: number, lexicon: NameLexicon): Found | undefined {
  const first = words[index] as Word;
  let text = first.text;
  let found: Found | undefined;
  for (const next of words.slice(index + 1, index + 3)) {
    if (next.gap !== " " || words[words.indexOf(next) - 1]?.particle !== "" || !HANGUL.test(next.text)) break;
    text += next.text;
    const known = text.length >= SHORTEST_APART ? lexicon.known.get(text) : undefined;
    if (lexicon.known.get(text.slice(first.text.length))?.certain && lexicon.known.has(first.text)) break;
    const described = known?.kind === "company" && lexicon.commonWords.has(next.text);
    if (known?.certain && known.kind !== "person" && !described) found = { start: first.start, end: next.end, known };
  }
  return found;
}

const SHORTEST_GLUED = 4;

/** 실적 악화현대자동차의: a firm to which a heading before it is glued. */
function gluedOn({ text, end }: Word, lexicon: NameLexicon): Found | undefined {
  if (lexicon.known.has(text)) return undefined;
  for (let at = 2; at <= Math.min(3, text.length - SHORTEST_GLUED); at++) {
    const known = lexicon.known.get(text.slice(at));
    const before = text.slice(0, at);
    if (known?.kind === "company" && known.certain && lexicon.commonWords.has(before) && !lexicon.known.has(before)) {
      return { start: end - text.length + at, end, known };
    }
  }
  return undefined;
}

/** 한국인이, 미국식으로: what follows a country's name makes another word of it; 한국인데 is the copula. */
function isDerived(rest: string, lexicon: NameLexicon): boolean {
  return lexicon.derivations.some((suffix) => {
    const after = rest.slice(suffix.length);
    if (!rest.startsWith(suffix) || /^(?:데|지|만큼)/.test(after)) return false;
    return (rest !== "인" && after === "") || lexicon.particles.has(after);
  });
}
