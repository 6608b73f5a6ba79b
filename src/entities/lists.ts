/**
 * Lists share a kind: 김수현·이영희 의원; 가나텔, 다라비전, SK텔링크.
 *
 * Takes the article's words and mentions and gives mentions for the items of a list that had none: of the shape of a
 * Korean name beside a person, any unknown noun among two firms or more.
 */
import type { Document } from "../korean/index.ts";
import { SURE } from "./arbitrate.ts";
import { mention } from "./context.ts";
import type { NameLexicon } from "./lexicon.ts";
import { isKoreanName, isUnknown } from "./person-shape.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

const LIST_GAP = /^(?:·|ㆍ|, |,|\/|・| ?∙ ?)$/;
const ROW_GAP = /^ $/;
const NAME_IN_LIST = -6;
const LISTED = 0.65;

/** A word, or all the words of a mention. */
interface Item {
  readonly start: number;
  readonly end: number;
  readonly gap: string;
  readonly particle: string;
  readonly word: Word;
  readonly mention: Mention | undefined;
}

/** The mentions, and those that their neighbours in a list suggest; suspicions in their place are dropped. */
export function shareLists(
  document: Document,
  mentions: readonly Mention[],
  words: readonly Word[],
  lexicon: NameLexicon,
): Mention[] {
  const items = itemsOf(mentions, words);
  const rows = chains(items, ROW_GAP).flatMap((row) => runsOfNames(row, lexicon));
  const named = rows.flatMap((row) => row.filter(({ mention }) => !mention || mention.confidence < SURE));
  const added = chains(items, LIST_GAP).flatMap((chain) => {
    const kinds = new Map<string, number>();
    for (const { mention } of chain) {
      if (mention && mention.confidence >= SURE) kinds.set(mention.kind, (kinds.get(mention.kind) ?? 0) + 1);
    }
    const free = chain.filter(({ mention }) => !mention || mention.confidence < SURE);
    if (kinds.has("person"))
      return free.filter(({ word }) => isKoreanName(word.text, lexicon, NAME_IN_LIST)).map(as("person"));
    if (kinds.size !== 1 || (kinds.get("company") ?? 0) < 2) return [];
    return free.filter(({ word }) => word.text.length >= 2 && isUnknown(word, lexicon)).map(as("company"));
  });
  const already = new Set(added.map(({ start }) => start));
  added.push(...named.filter(({ start }) => !already.has(start)).map(as("person")));
  const starts = new Set(added.map(({ start }) => start));
  return [...mentions.filter(({ start }) => !starts.has(start)), ...added].sort((a, b) => a.start - b.start);

  function as(kind: "person" | "company"): (item: Item) => Mention {
    return ({ start, end }) => mention(document, start, end, { kind, source: "list", confidence: LISTED });
  }
}

function itemsOf(mentions: readonly Mention[], words: readonly Word[]): Item[] {
  const byStart = new Map(mentions.map((found) => [found.start, found]));
  const items: Item[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const found = byStart.get(word.start);
    let last = word;
    while (found && last.end < found.end && words[index + 1]) last = words[++index] as Word;
    const { start, gap } = word;
    items.push({ start, end: last.end, gap, particle: last.particle, word, mention: found });
  }
  return items;
}

/** 김수현 이영희 박지성 등: three words or more in a row of the shape of names, most of them known for people. */
function runsOfNames(row: readonly Item[], lexicon: NameLexicon): Item[][] {
  const runs: Item[][] = [[]];
  for (const item of row) {
    const { word, end } = item;
    const shaped = word.end === end && word.text.length === 3 && isKoreanName(word.text, lexicon, NAME_IN_LIST);
    if (shaped) runs.at(-1)?.push(item);
    else runs.push([]);
  }
  return runs.filter((run) => {
    const people = run.filter(({ mention }) => mention?.kind === "person" && mention.confidence >= SURE);
    return run.length >= 3 && people.length * 2 >= run.length;
  });
}

function chains(items: readonly Item[], between: RegExp): Item[][] {
  const found: Item[][] = [];
  let chain: Item[] = [];
  for (const item of items) {
    const before = chain.at(-1);
    if (before && before.particle === "" && between.test(item.gap)) chain.push(item);
    else {
      if (chain.length > 1) found.push(chain);
      chain = [item];
    }
  }
  if (chain.length > 1) found.push(chain);
  return found;
}
