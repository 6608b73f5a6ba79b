/**
 * Rows of names that the tagger takes for one: LG화학 롯데케미칼 are two firms, 미국 중국 two places.
 */
import type { NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";

/** The mention, or the mentions of its words if each of them is a known name of its kind (of places: of one size). */
export function namesInRow(mention: Mention, { known }: NameLexicon): Mention[] {
  const { kind, text, start } = mention;
  const words = text.split(" ");
  if (kind === "person" || kind === "title" || words.length < 2 || known.has(text)) return [mention];
  const names = words.map((word) => known.get(word));
  const first = names[0];
  if (!names.every((name) => name?.certain && name.kind === kind)) return [mention];
  if (kind === "place" && !names.every((name) => name?.subkind === first?.subkind)) return [mention];
  let at = start;
  return words.map((word) => {
    const own = { ...mention, text: word, start: at, end: at + word.length };
    at += word.length + 1;
    return own;
  });
}
