/**
 * Products in quotation marks: ‘퉁이 첸원’ after 챗봇, 영화 ‘명량’, ‘갤럭시S6’를 출시. The words around the quote decide.
 */
import { mention, type SentenceContext } from "./context.ts";
import type { KnownName } from "./lexicon.ts";
import type { Mention } from "./types.ts";

const PREDICATE = /(?:다|요|까|라|자|음|함|됨|네|죠|기)[.!?]?$/;
const LONGEST = 20;

export function findProducts({ document, sentence, words, lexicon }: SentenceContext): Mention[] {
  const { text } = document.article;
  const found: Mention[] = [];
  for (const quote of sentence.quotes) {
    const inside = text.slice(quote.start, quote.end).replace(/ ?\([^()]*\)$/, "");
    if (quote.kind !== "name" || inside.length < 2 || inside.length > LONGEST || inside.split(" ").length > 4) continue;
    if (PREDICATE.test(inside) || /[,…]/.test(inside) || lexicon.notInQuotes.has(inside) || lexicon.known.has(inside))
      continue;
    if (inside !== inside.trim() || lexicon.commonWords.has(inside) || lexicon.generic.has(inside)) continue;
    const before = words.findLast((word) => word.close <= quote.start - 1);
    const after = words.find((word) => word.start >= quote.end + 1);
    const head =
      before &&
      [...lexicon.productBefore].find(
        (word) => before.text === word || (word.length > 1 && before.text.endsWith(word)),
      );
    const byHead = head && (before.particle === "" || ["인", "의"].includes(before.particle));
    const byNext = after && text.slice(quote.end + 1, after.start) === " " && lexicon.productAfter.has(after.text);
    const byVerb = lexicon.launches.some((verb) => text.slice(quote.end + 1, quote.end + 12).includes(verb));
    const maker = words.find((word) => word.start === quote.start && word.end < quote.end);
    const byMaker =
      maker &&
      /^ /.test(text.slice(maker.end)) &&
      isBrand(lexicon.known.get(maker.text)) &&
      !lexicon.commonWords.has(inside.split(" ").at(-1) ?? "");
    if (!byHead && !byNext && !byVerb && !byMaker) continue;
    const confidence = byHead ? 0.75 : byMaker ? 0.8 : byNext ? 0.6 : 0.5;
    found.push(
      mention(document, quote.start, quote.start + inside.length, { kind: "product", source: "quoted", confidence }),
    );
  }
  return found;
}

function isBrand(known: KnownName | undefined): boolean {
  return known?.certain === true && (known.kind === "company" || known.kind === "product");
}
