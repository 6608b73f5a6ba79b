/**
 * Well-known names in a sentence: the longest name of the lexicon from each word's start, if it ends where a name may end.
 *
 * A name may end where a word does, or inside one before a particle or a suffix (알리바바측). Names that are also words
 * (하나, 대상) come with low confidence; a second witness (a title, a list, an ending elsewhere) has to lift them.
 */
import { mention, type SentenceContext } from "./context.ts";
import type { Mention } from "./types.ts";

const HANGUL = /[가-힣]/;
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
    const name = text.slice(word.start, longest);
    const known = lexicon.known.get(name);
    if (!longest || !known) continue;
    const alone = name.length === 1;
    const confidence = known.certain ? (alone ? 0.7 : 0.95) : alone ? 0.25 : 0.4;
    found.push(mention(document, word.start, longest, { ...known, source: "lexicon", confidence }));
    free = longest;
  }
  return found;

  function mayEnd(text: string, end: number, words: SentenceContext["words"], from: number): boolean {
    const next = text[end] ?? " ";
    const last = text[end - 1] as string;
    if (LETTER.test(last) && LETTER.test(next)) return false;
    if (!HANGUL.test(next)) return true;
    const within = words.slice(from, from + 6).find((word) => end > word.start && end <= word.close);
    if (!within) return false;
    if (within.end === end && (within.particle === "" || lexicon.particles.has(within.particle))) return true;
    const rest = text.slice(end, within.close);
    if (lexicon.particles.has(rest)) return end - (words[from]?.start ?? 0) > 1;
    for (const suffix of lexicon.suffixes) {
      if (!rest.startsWith(suffix)) continue;
      const after = rest.slice(suffix.length);
      if (after === "" || lexicon.particles.has(after)) return end - (words[from]?.start ?? 0) > 1;
    }
    return false;
  }
}
