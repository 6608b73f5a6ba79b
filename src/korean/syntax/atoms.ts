/**
 * What the parser sees of an eojeol: a handful of hashed facts.
 *
 * Takes the words of a sentence (their morphemes and the punctuation around them) and gives arrays of integers, one a
 * fact, padded on both sides so that neighbours need no bounds: the last content morpheme, the whole stem, what ends it
 * (particles or endings), its class, its punctuation, and running counts by which what lies between two words is known.
 */
import { hashText, mix } from "../../learning/index.ts";
import type { Word } from "./words.ts";

/** Words beyond either end of the sentence that templates may look at. */
export const PAD = 2;

/** Facts of the words of a sentence: entry `PAD + i` is word i's. Hashes, unless said otherwise. */
export interface Atoms {
  readonly length: number;
  /** The last content morpheme. */
  readonly stem: Int32Array;
  /** The first content morpheme. */
  readonly first: Int32Array;
  /** All content morphemes. */
  readonly root: Int32Array;
  /** The last two characters, which tell something of words that the analyzer does not know. */
  readonly tail: Int32Array;
  /** Particles or endings, with the tag of the last. */
  readonly end: Int32Array;
  /** Tag of the content and what makes a predicate of it. */
  readonly type: Int32Array;
  /** Type and end. */
  readonly pos: Int32Array;
  /** Type and tags of the end. */
  readonly kind: Int32Array;
  /** Punctuation after. */
  readonly after: Int32Array;
  /** Punctuation before and after. */
  readonly marks: Int32Array;
  /** Running counts (word i's included): predicates, commas, words with a closing particle or ending, opened marks. */
  readonly predicates: Int32Array;
  readonly commas: Int32Array;
  readonly nouns: Int32Array;
  /** Brackets and quotes open behind the word. */
  readonly depth: Int32Array;
}

const OUTSIDE = hashText("outside");
const CONTENT = /^(?:N|V[VA]|VCN|XR|MM|MA|IC|SL|SH|SN|SW|XSN|XPN)/;
const PREDICATE_MAKER = /^(?:XSV|XSA|VCP|VX)$/;
const PREDICATE = /V|XSA|XR/;
const OPENERS = /[([{“‘《〈「『〔【<"']/g;
const CLOSERS = /[)\]}”’》〉」』〕】>"']/g;
const QUOTES: Readonly<Record<string, string>> = { "“": '"', "”": '"', "‘": "'", "’": "'", "…": ".", "·": "," };

/** The facts of `words`. */
export function atomsOf(words: readonly Word[]): Atoms {
  const array = (fill = 0) => new Int32Array(words.length + 2 * PAD).fill(fill);
  const atoms = {
    length: words.length,
    stem: array(OUTSIDE),
    first: array(OUTSIDE),
    root: array(OUTSIDE),
    tail: array(OUTSIDE),
    end: array(OUTSIDE),
    type: array(OUTSIDE),
    pos: array(OUTSIDE),
    kind: array(OUTSIDE),
    after: array(OUTSIDE),
    marks: array(OUTSIDE),
    predicates: array(),
    commas: array(),
    nouns: array(),
    depth: array(),
  };
  words.forEach((word, index) => {
    const at = PAD + index;
    const { core, content } = contentOf(word.morphemes);
    const behind = word.morphemes.slice(core + 1);
    const makers = behind.filter(({ tag }) => PREDICATE_MAKER.test(tag)).map(({ tag }) => tag);
    const coreTag = word.morphemes[core]?.tag ?? "";
    const type = [coreTag, ...makers].join("+");
    const endings = behind.filter(({ tag }) => tag !== "EP");
    const end = `${endings.map(({ form }) => form).join("+")}/${endings.at(-1)?.tag ?? ""}`;
    const predicate = PREDICATE.test(type);
    atoms.stem[at] = hashText(word.morphemes[core]?.form ?? "");
    atoms.first[at] = hashText(content[0] ?? "");
    atoms.root[at] = hashText(content.join(""));
    const letters = word.morphemes.map(({ form }) => form).join("");
    atoms.tail[at] = hashText(letters.slice(-2));
    atoms.end[at] = hashText(end);
    atoms.type[at] = hashText(type);
    atoms.pos[at] = hashText(`${type} ${end}`);
    atoms.kind[at] = hashText(`${type} ${endings.map(({ tag }) => tag).join("+")}`);
    atoms.after[at] = hashText(plain(word.after));
    atoms.marks[at] = mix(hashText(plain(word.before)), atoms.after[at]);
    atoms.predicates[at] = (atoms.predicates[at - 1] as number) + (predicate ? 1 : 0);
    atoms.nouns[at] = (atoms.nouns[at - 1] as number) + (predicate ? 0 : 1);
    atoms.commas[at] = (atoms.commas[at - 1] as number) + (/[,·;:]/.test(word.after) ? 1 : 0);
    const opened = (word.before.match(OPENERS) ?? []).length - (word.after.match(CLOSERS) ?? []).length;
    atoms.depth[at] = (atoms.depth[at - 1] as number) + opened;
  });
  return atoms;
}

/** Quotes of one shape, at most three marks. */
function plain(marks: string): string {
  return marks.slice(0, 3).replace(/[“”‘’…·]/g, (mark) => QUOTES[mark] as string);
}

/** The index of the last content morpheme (an auxiliary counts where nothing else is there), and all content forms. */
function contentOf(morphemes: Word["morphemes"]): { core: number; content: string[] } {
  const content: string[] = [];
  let core = -1;
  morphemes.forEach(({ form, tag }, index) => {
    if (!CONTENT.test(tag)) return;
    core = index;
    content.push(form);
  });
  if (core >= 0) return { core, content };
  const auxiliary = morphemes.findIndex(({ tag }) => tag.startsWith("V"));
  return { core: Math.max(0, auxiliary), content: [morphemes[Math.max(0, auxiliary)]?.form ?? ""] };
}
