/**
 * The lexicon as it would be had it not been mined from the articles that the finder learns from.
 *
 * Most known names stand in the lexicon because an article for training has them, so that there the rules know nearly
 * every name; in any other article they don't. What is learnt where the rules are always right would trust them too far.
 * So each article is read with a lexicon of its own, which lacks the names that few other articles have.
 */
import type { NameLexicon } from "../../src/entities/index.ts";
import { finish, hashText } from "../../src/learning/index.ts";
import type { GoldFile } from "./corpus.ts";

/** How probably a name is left out for an article, by the number of articles that have it: none, one, two … */
const LEFT_OUT = [0, 0.75, 0.5, 0.25];
const LEFT_OUT_OF_MANY = 0.1;

/** For each of `files` a lexicon without some of its names; which, depends on the article's and the name's letters alone. */
export function thinnedLexicons(files: readonly GoldFile[], lexicon: NameLexicon): (file: GoldFile) => NameLexicon {
  const shares = new Map<string, number>();
  for (const name of lexicon.known.keys()) {
    const count = files.reduce((sum, { text }) => sum + (text.includes(name) ? 1 : 0), 0);
    shares.set(name, LEFT_OUT[count] ?? LEFT_OUT_OF_MANY);
  }
  return ({ id }) => {
    const seed = hashText(id);
    const chance = (name: string): number => (finish(hashText(name, seed)) >>> 0) / 2 ** 32;
    const known = new Map([...lexicon.known].filter(([name]) => chance(name) >= (shares.get(name) as number)));
    return { ...lexicon, known };
  };
}
