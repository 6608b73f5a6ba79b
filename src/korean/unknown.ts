/**
 * Words the analyzer does not know, read by what else the article says.
 *
 * garu gives a word that is not in its dictionary as one noun, particles and all ("딥시크를"). Takes such words and all the
 * words of the article, and gives their morphemes. A division into stem and particles wins when its letters speak for it
 * and when the stem stands elsewhere with other particles (몰테일은, 몰테일과의); the word as it stands wins when it takes
 * particles of its own (하세가와를). Predicates and copulas (위축돼, 쳇봇인) are read by putting a known noun for the stem.
 */
import { align } from "./align.ts";
import { type Final, finalOf } from "./hangul.ts";
import { particleLexicon } from "./lexicon.ts";
import type { Morphology } from "./morphology.ts";
import { type Division, divisions } from "./particles.ts";
import type { Morpheme } from "./types.ts";

const SEEN_ELSEWHERE = 3;
const SEEN_WHOLE = -3;
/** Stems that end in ㅆ are verbs in the past, not nouns. */
const PAST = /[았었였겠했됐갔났냈놨봤왔졌췄줬뒀쳤켰렸]$/;
/** From this length on, a name that the article writes bare is told from a compound noun that ends like a particle. */
const LONG_NAME = 4;
const LONG_REST = 3.4;
const SHORT_REST = 0.6;
const KNOWN_NOUN = { none: "회사", rieul: "서울", consonant: "사람" } as const;

/** What the words of an article show of each other. */
export interface Words {
  /** How often each word stands in the text as it is, particles and all. */
  readonly counts: ReadonlyMap<string, number>;
  /** The stems they may have, each with what followed it. */
  readonly stems: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Collects words and their possible stems; a word without particles counts as its own stem. */
export function collectWords(words: Iterable<string>): Words {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const stems = new Map<string, Set<string>>();
  const add = (stem: string, rest: string): void => {
    const rests = stems.get(stem);
    if (rests) rests.add(rest);
    else stems.set(stem, new Set([rest]));
  };
  for (const word of counts.keys()) {
    add(word, "");
    for (const { stem } of divisions(word)) add(stem, word.slice(stem.length));
  }
  return { counts, stems };
}

/**
 * The morphemes of a word of Hangul that the analyzer gave as one noun; offsets count from the word's start.
 * @returns undefined when the analyzer does know the noun, so that its reading stands
 */
export function readUnknown(word: string, words: Words, morphology: Morphology): Morpheme[] | undefined {
  if (isKnown(word, morphology)) return undefined;
  let best: Morpheme[] | undefined;
  let bestScore = 0;
  for (const division of divisions(word)) {
    const score = division.score + evidence(word, division, words);
    if (score > bestScore) {
      bestScore = score;
      best = fromDivision(word, division);
    }
  }
  const predicate = readPredicate(word, words, morphology);
  if (predicate && predicate.score > bestScore) return predicate.morphemes;
  const verbal = expand(word, morphology);
  if (verbal && (!best || PAST.test(best[0]?.form ?? ""))) return verbal;
  if (best) return best;
  const noName = particleLexicon.verbalEndings.some((ending) => word.endsWith(ending));
  return [{ start: 0, end: word.length, form: word, tag: "NNG", ...(!noName && { unknown: true }) }];
}

/** Whether the analyzer's dictionary holds the noun: it does when a particle put after it is split off. */
function isKnown(noun: string, morphology: Morphology): boolean {
  return ["를", "을"].some((particle) => {
    const [first, second] = morphology.analyze(noun + particle)[0]?.morphemes ?? [];
    return first?.form === noun && second?.form === particle;
  });
}

function evidence(word: string, { stem }: Division, words: Words): number {
  const split = seenOtherwise(stem, word.slice(stem.length), words) ? SEEN_ELSEWHERE : 0;
  return split + (standsWhole(word, words) ? SEEN_WHOLE : 0);
}

/** Whether a stem stands in the text bare or with other particles than `rest`. */
function seenOtherwise(stem: string, rest: string, { stems }: Words): boolean {
  return [...(stems.get(stem) ?? [])].some((other) => !other.startsWith(rest));
}

/** Whether a word takes particles, but `except`, that could not follow the ones it would end in: 하세가와 + 를, not 헬리녹스와 + 는. */
function standsWhole(word: string, { stems }: Words, except = ""): boolean {
  return [...(stems.get(word) ?? [])].some(
    (own) => own !== "" && own !== except && !divisions(word + own).some(({ stem }) => stem.length < word.length),
  );
}

/**
 * Where the article knows better than the analyzer how long a word's stem is, among words without verbs.
 * @param word an eojeol of Hangul, without punctuation
 * @param stem the analyzer's stem
 * @param made compound: the analyzer made the stem of several nouns, the last of which may have taken in a particle
 *   (국토교통+부가); copula: it found a copula behind it, which the word itself is then no witness against
 * @returns the better division, with no particles when all of the word is stem; undefined when the analyzer's stands
 */
export function correctStem(
  word: string,
  stem: string,
  made: { readonly compound: boolean; readonly copula: boolean },
  words: Words,
): Pick<Division, "stem" | "particles"> | undefined {
  const longer = [{ stem: word, particles: [] }, ...divisions(word)].find(
    (division) =>
      division.stem.length > stem.length &&
      standsWhole(division.stem, words, made.copula ? word.slice(division.stem.length) : ""),
  );
  if (longer) return longer;
  if (!made.compound || stem !== word) return undefined;
  const fused = particleLexicon.fusedEndings.some((ending) => word.endsWith(ending));
  return divisions(word).find(
    (division) =>
      division.score > 0 &&
      division.stem.length >= LONG_NAME &&
      !standsWhole(word, words) &&
      (fused || seenOtherwise(division.stem, word.slice(division.stem.length), words)),
  );
}

function fromDivision(word: string, { stem, particles }: Division): Morpheme[] {
  const morphemes: Morpheme[] = [{ start: 0, end: stem.length, form: stem, tag: "NNG", unknown: true }];
  let at = stem.length;
  for (const { form, tag } of particles) {
    morphemes.push({ start: at, end: at + form.length, form, tag });
    at += form.length;
  }
  return at === word.length ? morphemes : [{ start: 0, end: word.length, form: word, tag: "NNG", unknown: true }];
}

/** Reads "위축돼", "쳇봇인" as a noun and what makes it a predicate; the rest must analyze after a noun that is known. */
function readPredicate(
  word: string,
  words: Words,
  morphology: Morphology,
): { morphemes: Morpheme[]; score: number } | undefined {
  for (let at = word.length - 1; at >= 2; at--) {
    const rest = word.slice(at);
    const morphemes = readRest(rest, finalOf(word.charCodeAt(at - 1)) ?? "none", morphology);
    if (!morphemes) continue;
    const stem = word.slice(0, at);
    const name = word.length === 3 && particleLexicon.surnames.includes(word[0] as string) && rest.length === 1;
    const seen = seenOtherwise(stem, rest, words);
    const repeated = rest.length === 1 && (words.counts.get(word) ?? 0) > 1;
    return {
      morphemes: [
        { start: 0, end: at, form: stem, tag: "NNG", unknown: true },
        ...morphemes.map((m) => ({ ...m, start: m.start + at, end: m.end + at })),
      ],
      score:
        (rest.length > 1 ? LONG_REST : SHORT_REST) + (name || repeated ? SEEN_WHOLE : 0) + (seen ? SEEN_ELSEWHERE : 0),
    };
  }
  return undefined;
}

/** The morphemes of a copula or of what makes a noun a predicate; offsets count from the rest's start. */
function readRest(rest: string, final: Final, morphology: Morphology): Morpheme[] | undefined {
  const begins = (starts: readonly string[]): boolean => starts.some((start) => rest.startsWith(start));
  if (begins(particleLexicon.copulaStarts)) {
    const read = after(KNOWN_NOUN[final], rest, morphology);
    return read?.[0]?.tag === "VCP" && read.every(({ tag }) => /^(?:VCP|E|J)/.test(tag)) ? read : undefined;
  }
  if (!begins(particleLexicon.predicateStarts)) return undefined;
  const special = Object.entries(particleLexicon.placeholders).find(([start]) => rest.startsWith(start));
  for (const noun of special ? [special[1]] : particleLexicon.predicateNouns) {
    for (const shape of [rest, ...longShapes(rest)]) {
      const read = after(noun, shape, morphology);
      if (!read || !/^(?:XS[VA]|V)/.test(read[0]?.tag ?? "") || !/^[EJ]/.test(read.at(-1)?.tag ?? "")) continue;
      return shape === rest ? read : realign(rest, read);
    }
  }
  return undefined;
}

/** What the analyzer reads after a noun it knows; offsets count from the rest's start. */
function after(noun: string, rest: string, morphology: Morphology): Morpheme[] | undefined {
  const [first, ...others] = morphology.analyze(noun + rest)[0]?.morphemes ?? [];
  if (first?.form !== noun || others.length === 0) return undefined;
  return others.map((m) => ({ ...m, start: m.start - noun.length, end: m.end - noun.length }));
}

/** Reads a predicate whose contracted shape the analyzer does not know ("내놨다") by its long one ("내놓았다"). */
function expand(word: string, morphology: Morphology): Morpheme[] | undefined {
  for (const shape of longShapes(word)) {
    const analyzed = morphology.analyze(shape)[0]?.morphemes ?? [];
    const predicate = analyzed.some(({ tag }) => /^(?:V|XS[VA])/.test(tag)) && /^[EJ]/.test(analyzed.at(-1)?.tag ?? "");
    if (predicate) return realign(word, analyzed);
  }
  return undefined;
}

function longShapes(word: string): string[] {
  const shapes: string[] = [];
  for (let at = 0; at < word.length; at++) {
    const syllable = word[at] as string;
    const { contractions, finalContractions } = particleLexicon;
    const long = contractions[syllable] ?? (at === word.length - 1 ? finalContractions[syllable] : undefined);
    if (long) shapes.push(word.slice(0, at) + long + word.slice(at + 1));
  }
  return shapes;
}

function realign(surface: string, morphemes: readonly Morpheme[]): Morpheme[] {
  const ranges = align(
    surface,
    morphemes.map(({ form }) => form),
  );
  return morphemes.map((morpheme, index) => ({ ...morpheme, ...ranges[index] }));
}
