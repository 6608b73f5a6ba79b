/**
 * Well-known names in a sentence: the longest name of the lexicon from each word's start, if it ends where a name may end.
 *
 * A name may end where a word does, or inside one before a particle or a suffix (알리바바측). Names that are also words
 * (하나, 대상) come with low confidence; a second witness (a title, a list, an ending elsewhere) has to lift them.
 */
import { mention, type SentenceContext } from "./context.ts";
import type { Mention } from "./types.ts";

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
    let longest = 0;
    const limit = words[Math.min(index + 5, words.length - 1)]?.close ?? word.close;
    for (let end = word.start + 1; end <= limit; end++) {
      const name = text.slice(word.start, end);
      if (!lexicon.beginnings.has(name)) break;
      if (lexicon.known.has(name) && mayEnd(text, end, words, index)) longest = end;
    }
    const known = lexicon.known.get(text.slice(word.start, longest));
    if (!longest || !known) continue;
    if (known.kind === "product") longest += VERSION.exec(text.slice(longest, longest + 20))?.[0].length ?? 0;
    const name = text.slice(word.start, longest);
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
