/**
 * Candidates: each string that rules or tagger take for a name in an article, with all that speaks for and against it.
 *
 * Takes the mentions of both over a document; gives one candidate a string with its places and hashed features: what the
 * rules say and how surely, what the tagger says, how often and where the string stands, with which particles, and how
 * it looks. A linear model over them decides whether the string names something, and what.
 */
import type { Document, Morpheme, Sentence } from "../korean/index.ts";
import { finish, hashText, mix } from "../learning/index.ts";
import { ENTITY_KINDS } from "../ontology/index.ts";
import { characterClass, isLetter } from "./features.ts";
import { endingsOf, type NameLexicon, nameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";

/** A string of the article that may be a name. */
export interface Candidate {
  readonly text: string;
  /** What the rules found, settled over the article, and what the tagger found. */
  readonly settled: readonly Mention[];
  readonly tagged: readonly Mention[];
  /** Feature keys. */
  readonly keys: Int32Array;
}

/** Probability of each entity kind at each character of the text: length × ENTITY_KINDS.length. */
export type KindProbabilities = Float32Array;

const level = (value: number, steps: readonly number[]): number =>
  steps.reduce((n, step) => n + (value >= step ? 1 : 0), 0);
const SURE = [0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99];
const TIMES = [2, 3, 5, 8];
const WHERE = [1, 2, 4, 8];

/** The candidates of a document, in order of their first place. */
export function readCandidates(
  document: Document,
  settled: readonly Mention[],
  tagged: readonly Mention[],
  probabilities: KindProbabilities,
  lexicon: NameLexicon = nameLexicon,
): Candidate[] {
  const byText = new Map<string, { settled: Mention[]; tagged: Mention[] }>();
  const at = (text: string) => {
    const own = byText.get(text) ?? { settled: [], tagged: [] };
    byText.set(text, own);
    return own;
  };
  for (const mention of settled) at(mention.text).settled.push(mention);
  for (const mention of tagged) at(mention.text).tagged.push(mention);
  const texts = [...byText.keys()];
  const scene = { document, lexicon, probabilities, texts, sentenceAt: sentenceIndex(document) };
  return [...byText]
    .map(([text, found]) => ({
      text,
      ...found,
      keys: Int32Array.from(describe(scene, text, found.settled, found.tagged), keyOf),
    }))
    .sort((a, b) => firstOf(a) - firstOf(b));
}

const firstOf = ({ settled, tagged }: Candidate): number =>
  Math.min(settled[0]?.start ?? Number.POSITIVE_INFINITY, tagged[0]?.start ?? Number.POSITIVE_INFINITY);

const keyOf = (feature: string): number => finish(mix(hashText(feature), 900));

interface Scene {
  readonly document: Document;
  readonly lexicon: NameLexicon;
  readonly probabilities: KindProbabilities;
  readonly texts: readonly string[];
  /** Sentence number of each character. */
  readonly sentenceAt: Int32Array;
}

function sentenceIndex({ article, sentences }: Document): Int32Array {
  const index = new Int32Array(article.text.length);
  for (const sentence of sentences) index.fill(sentence.index, sentence.start, sentence.end);
  return index;
}

/** The highest mean probability of each kind over the mention's places. */
function kindChances(probabilities: KindProbabilities, places: readonly Mention[]): number[] {
  const kinds = ENTITY_KINDS.length;
  const chances = new Array<number>(kinds).fill(0);
  for (const { start, end } of places) {
    for (let kind = 0; kind < kinds; kind++) {
      let sum = 0;
      for (let i = start; i < end; i++) sum += probabilities[i * kinds + kind] as number;
      chances[kind] = Math.max(chances[kind] as number, sum / (end - start));
    }
  }
  return chances;
}

/** The candidate's features as words. */
function describe(scene: Scene, text: string, settled: readonly Mention[], tagged: readonly Mention[]): string[] {
  const { document, probabilities, sentenceAt } = scene;
  const places = [...settled, ...tagged].filter(
    (mention, n, all) => all.findIndex(({ start }) => start === mention.start) === n,
  );
  const rule = settled[0];
  const ruled = rule ? rule.kind : "-";
  const sure = Math.floor(10 * Math.max(0, ...settled.map(({ confidence }) => confidence)));
  const chances = kindChances(probabilities, places);
  const best = chances.indexOf(Math.max(...chances));
  const said = `${ENTITY_KINDS[best]}${level(chances[best] as number, SURE)}`;
  const who = `${rule ? "R" : ""}${tagged.length > 0 ? "T" : ""}`;
  const kind = rule ? rule.kind : (ENTITY_KINDS[best] as string);
  const times = level(places.length, TIMES);
  const first = Math.min(...places.map(({ start }) => sentenceAt[start] as number));
  const features = [
    "bias",
    `rule ${ruled}`,
    `rule ${ruled} ${rule?.subkind ?? ""}`,
    `rule ${ruled} ${sure}`,
    `tagger ${said}`,
    `rule ${ruled} tagger ${said}`,
    `who ${who} ${kind}`,
    `who ${who} times ${times}`,
    `who ${who} ${kind} times ${times}`,
    `who ${who} first ${level(first, WHERE)}`,
    `${kind} first ${level(first, WHERE)}`,
    `length ${Math.min(8, text.length)} ${kind}`,
    `shape ${shapeOf(text)} ${kind}`,
    `end1 ${text.slice(-1)} ${kind}`,
    `end2 ${text.slice(-2)} ${kind}`,
    `share ${level(tagged.length / places.length, [0.01, 0.34, 0.67, 1])} ${who} ${times}`,
    `inside ${scene.texts.some((other) => other.length > text.length && other.includes(text))} ${kind}`,
    `holds ${scene.texts.some((other) => other.length < text.length && text.includes(other))} ${kind} ${who}`,
  ];
  for (const word of wordsLike(text, scene.lexicon)) features.push(`${word} ${who}`, `${word} ${kind}`);
  const [place] = places;
  if (place) {
    const tags = tagsOf(scene, place);
    features.push(`morphemes ${tags} ${who}`, `morphemes ${tags} ${kind}`);
  }
  for (const source of new Set(settled.map((mention) => mention.source)))
    features.push(`source ${ruled} ${source} ${sure}`);
  chances.forEach((chance, n) => {
    if (chance >= 0.02) features.push(`chance ${ENTITY_KINDS[n]} ${level(chance, SURE)}`);
  });
  for (const mark of new Set(places.map((place) => contextOf(scene, place)))) {
    features.push(`after ${mark}`, `after ${mark} ${kind} ${who}`);
  }
  for (const beside of new Set(places.flatMap((place) => besideOf(scene, place))))
    features.push(`${beside} ${kind}`, `${beside} ${who}`);
  for (const style of new Set(places.map(({ start }) => document.sentences[sentenceAt[start] as number]?.kind)))
    features.push(`style ${style} ${who}`, `style ${style} ${kind}`);
  return features;
}

/** What the lexicon says of a candidate's first and last word, and of its ending. */
function wordsLike(text: string, lexicon: NameLexicon): string[] {
  const words = text.split(" ");
  const sortOf = (word: string): string =>
    (lexicon.commonWords.has(word) ? "common" : "") +
    (lexicon.titles.has(word) ? "title" : "") +
    (lexicon.generic.has(word) ? "generic" : "") +
    (lexicon.surnames.has(word[0] as string) ? "surname" : "") +
    Math.min(4, word.length);
  const last = words.at(-1) as string;
  const count = Math.min(3, words.length);
  const [ending] = endingsOf(last, lexicon.endings);
  const rest = ending ? last.slice(0, -ending.ending.length) : "";
  const sound = Math.round(lexicon.foreignScore(text.replaceAll(" ", "")) / 3);
  return [
    `first ${sortOf(words[0] as string)} of ${count}`,
    `last ${sortOf(last)} of ${count}`,
    `ending ${ending ? `${ending.subkind ?? ending.kind} ${ending.strong}` : ""} ${lexicon.commonWords.has(rest)}`,
    `sounds ${text.length === 3 ? Math.round(lexicon.nameScore(text) / 15) : ""} ${Math.max(-5, Math.min(5, sound))}`,
  ];
}

/** The morphemes that lie in a mention or reach into it. @param sentence the one that holds the mention */
export function morphemesIn(sentence: Sentence | undefined, { start, end }: Mention): Morpheme[] {
  return (sentence?.eojeols ?? [])
    .filter((eojeol) => eojeol.start < end && start < eojeol.end)
    .flatMap(({ morphemes }) => morphemes.filter((morpheme) => morpheme.start < end && start < morpheme.end));
}

/** The analyzer's tags of a mention's morphemes; "+" where it does not know the word, "|" where a morpheme goes on. */
function tagsOf({ document, sentenceAt }: Scene, mention: Mention): string {
  const { start, end } = mention;
  const own = morphemesIn(document.sentences[sentenceAt[start] as number], mention);
  const cut = (own.at(-1)?.end ?? end) > end || (own[0]?.start ?? start) < start;
  return (
    own
      .map(({ tag, unknown }) => tag + (unknown ? "+" : ""))
      .slice(0, 4)
      .join(" ") + (cut ? "|" : "")
  );
}

/** What stands before and after a mention: a title, an ordinary word, another word, the beginning or a mark. */
function besideOf({ document, lexicon }: Scene, { start, end }: Mention): string[] {
  const { text } = document.article;
  const before = /([A-Za-z0-9가-힣]+)( ?)$/.exec(text.slice(Math.max(0, start - 12), start));
  const after = /^([가-힣]*)([ (·]?)([A-Za-z0-9가-힣]*)/.exec(text.slice(end, end + 16));
  const sortOf = (word: string): string =>
    lexicon.titles.has(word) ? "title" : lexicon.commonWords.has(word) ? "common" : word === "" ? "none" : "word";
  return [
    `before ${before ? `${sortOf(before[1] as string)}${before[2]}` : (text[start - 1] ?? "")}`,
    `next ${after?.[1] === "" ? "bare" : sortOf(after?.[1] ?? "")}${after?.[2]}${sortOf(after?.[3] ?? "")}`,
  ];
}

/** What kinds of characters a string is of, runs taken together. */
function shapeOf(text: string): string {
  let shape = "";
  for (let i = 0; i < text.length; i++) {
    const own = characterClass(text.charCodeAt(i)).toString(36);
    if (!shape.endsWith(own)) shape += own;
  }
  return shape.slice(0, 6);
}

/** What follows a mention: its particle, a mark, another word, its head's title (신한은행장), or more letters. */
function contextOf({ document, lexicon }: Scene, { start, end }: Mention): string {
  const { text } = document.article;
  const next = text[end] ?? "";
  if (!isLetter(text.charCodeAt(end)))
    return next === " " ? `bare${isLetter(text.charCodeAt(end + 1)) ? "+" : ""}` : `mark${next}`;
  const sentence = document.sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  const eojeol = sentence?.eojeols.find((candidate) => candidate.start < end && end <= candidate.end);
  if (eojeol && eojeol.stem.end === end) return `particle ${eojeol.particles[0] ?? ""}`;
  const rest = eojeol ? text.slice(end, eojeol.stem.end) : "";
  return lexicon.headEndings.includes(rest) ? "head" : "part";
}
