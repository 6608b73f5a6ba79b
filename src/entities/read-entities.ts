/**
 * Document → entities: finders, arbitration, the article as a whole, resolution; each stage a function of its own.
 */
import type { Document } from "../korean/index.ts";
import { arbitrate, titlesOf } from "./arbitrate.ts";
import { compose } from "./compose.ts";
import { type NameLexicon, nameLexicon } from "./lexicon.ts";
import { patternFinder } from "./pattern-finder.ts";
import { readWhole } from "./propagate.ts";
import { resolve } from "./resolve.ts";
import type { EntityReading, MentionFinder } from "./types.ts";
import { wordsOf } from "./words.ts";

/**
 * Finds the entities of a document.
 * @param finder gives the raw mentions, by default the pattern finder; they may overlap
 * @returns entities in order of first mention, and the title mentions the facts need
 */
export function readEntities(
  document: Document,
  finder: MentionFinder = patternFinder,
  lexicon: NameLexicon = nameLexicon,
): EntityReading {
  const raw = finder.find(document);
  const words = document.sentences.flatMap((sentence) => wordsOf(document, sentence, lexicon));
  const settled = compose(document, readWhole(document, arbitrate(raw), words, lexicon));
  return { article: document.article, entities: resolve(settled, document, lexicon), titles: titlesOf(raw) };
}
