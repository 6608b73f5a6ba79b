/**
 * Reading a whole article at once: what one sentence settles holds in the others.
 *
 * A name found with certainty once is found again wherever it stands bare; the strongest evidence of the article gives its
 * kind; a suspicion (하나 as a bank) stays only where a surer mention of the same name stands; lists (A·B·C) share a kind;
 * parentheses and "이하 ○○" give second names.
 */

import type { Document } from "../korean/index.ts";
import type { EntityKind } from "../ontology/index.ts";
import { compare, SURE } from "./arbitrate.ts";
import { mention } from "./context.ts";
import type { NameLexicon } from "./lexicon.ts";
import { lift } from "./lift.ts";
import { shareLists } from "./lists.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

interface Vote {
  kind: EntityKind;
  subkind: string | undefined;
  weight: number;
}

/** The mentions of the article, settled: one kind a name, bare repetitions found, mere suspicions gone. */
export function readWhole(
  document: Document,
  mentions: readonly Mention[],
  words: readonly Word[],
  lexicon: NameLexicon,
): Mention[] {
  const listed = shareLists(document, mentions, words, lexicon);
  const doubled = lift(document, readDoubles(document, listed, words, lexicon), lexicon);
  const votes = elect(doubled);
  const settled = doubled.flatMap((found) => {
    if (found.source === "surname+title") return [found];
    const vote = votes.get(found.text);
    if (!vote || vote.weight < SURE) return [];
    return [{ ...found, ...kindOf(vote), confidence: Math.max(found.confidence, vote.weight) }];
  });
  return findAgain(document, settled, words, votes, lexicon);
}

function kindOf({ kind, subkind }: Vote): { kind: EntityKind; subkind?: string } {
  return subkind === undefined ? { kind } : { kind, subkind };
}

/** The kind of each name by its surest mention; ties go to the earlier one. */
function elect(mentions: readonly Mention[]): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  for (const { text, kind, subkind, confidence } of mentions) {
    if (kind === "title") continue;
    const vote = votes.get(text);
    if (!vote || confidence > vote.weight) votes.set(text, { kind, subkind, weight: confidence });
  }
  return votes;
}

/** A second name in brackets, of the kind of the name before it: 한국토지주택공사(LH), 코리아센터(이하 코센). */
function readDoubles(
  document: Document,
  mentions: readonly Mention[],
  words: readonly Word[],
  lexicon: NameLexicon,
): Mention[] {
  const byEnd = new Map(mentions.map((found) => [found.end, found]));
  const byStart = new Map(mentions.map((found) => [found.start, found]));
  const result = [...mentions];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const inHere = before?.text === "이하";
    const opener = inHere ? words[index - 2] : before;
    const gap = inHere ? before?.gap : word.gap;
    if (!opener || !/^[’'”"]?\($/.test(gap ?? "")) return;
    const next = document.article.text[word.close];
    if (next !== ")") return;
    const first = byEnd.get(opener.end);
    const second = byStart.get(word.start);
    if (
      first &&
      first.confidence >= 0.6 &&
      !second &&
      !lexicon.titles.has(word.text) &&
      isDouble(first, word, inHere)
    ) {
      const about = { kind: first.kind, subkind: first.subkind, source: "double", confidence: 0.8 };
      result.push(mention(document, word.start, word.end, about));
    } else if (
      second &&
      second.confidence >= 0.6 &&
      !first &&
      opener.text.length >= 2 &&
      isDouble(second, opener, false)
    ) {
      const about = { kind: second.kind, subkind: second.subkind, source: "double", confidence: 0.75 };
      result.push(mention(document, opener.start, opener.end, about));
    }
  });
  return result.sort((a, b) => a.start - b.start);
}

/** Whether a word in brackets can be another name of what stands before: letters for Hangul, or after 이하. */
function isDouble(name: Mention, word: Word, declared: boolean): boolean {
  if (name.kind === "person" && !/^[A-Z][a-z]+/.test(word.text)) return false;
  if (/^\d+$/.test(word.text)) return false;
  return declared || (/^[A-Za-z][A-Za-z&.\-+]*$/.test(word.text) && /[가-힣]/.test(name.text));
}

/** Finds settled names again where they stand bare and no other mention covers them. */
function findAgain(
  document: Document,
  settled: readonly Mention[],
  words: readonly Word[],
  votes: Map<string, Vote>,
  lexicon: NameLexicon,
): Mention[] {
  const names = new Map([...votes].filter(([name, { weight }]) => weight >= 0.6 && name.length >= 2));
  for (const found of settled) {
    if (found.kind !== "person" || found.source === "surname+title") continue;
    const last = found.text.split(" ").at(-1) as string;
    if (last !== found.text && last.length >= 2 && !names.has(last) && !lexicon.known.get(last)?.certain) {
      names.set(last, { kind: "person", subkind: undefined, weight: 0.6 });
    }
  }
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.split(" ").length));
  const result = [...settled];
  const covered = (start: number, end: number) => result.some((found) => found.start < end && start < found.end);
  words.forEach((word, index) => {
    for (let count = longest; count >= 1; count--) {
      const last = words[index + count - 1];
      if (!last) continue;
      const text = document.article.text.slice(word.start, last.end);
      const vote = names.get(text) ?? undefined;
      if (!vote || covered(word.start, last.end)) continue;
      result.push(
        mention(document, word.start, last.end, {
          ...kindOf(vote),
          subkind: vote.subkind,
          source: "repeated",
          confidence: Math.min(vote.weight, 0.85),
        }),
      );
      return;
    }
  });
  return result.sort((a, b) => a.start - b.start || compare(a.kind, b.kind));
}
