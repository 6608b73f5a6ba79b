/**
 * Reads what the tagger learns from: konec's sentences and the annotated articles, as texts with allowed tags.
 *
 * An article's mentions are found again in its text: longest first, at word beginnings, followed by a particle or the
 * word's end. Where a mention is followed by more letters (미국인), both readings are allowed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../../src/article/index.ts";
import { isLetter, isParticleRun } from "../../src/entities/features.ts";
import {
  DOCUMENT_FEATURE_WIDTH,
  extractDocumentFeatures,
  type RuleReading,
  readByRules,
} from "../../src/entities/features-article.ts";
import { createPatternFinder, type NameLexicon, nameLexicon } from "../../src/entities/index.ts";
import { type Document, type Morphology, readDocument } from "../../src/korean/index.ts";
import { beginTag, insideTag, OUTSIDE } from "../../src/learning/index.ts";
import { KINDS, type Kind, kindOfKonec, UNMARKED } from "./kinds.ts";
import { mendSurnames } from "./surnames.ts";

export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

/** A text and, for each character, the tags that may stand there (bit t for tag t). */
export interface Sample {
  readonly id: string;
  readonly text: string;
  /** Feature keys: DOCUMENT_FEATURE_WIDTH a character. */
  readonly features: Int32Array;
  readonly mask: Int32Array;
  readonly spans: readonly Labelled[];
}

const begin = (kind: Kind): number => 1 << beginTag(KINDS.indexOf(kind));
const inside = (kind: Kind): number => 1 << insideTag(KINDS.indexOf(kind));
const either = (kind: Kind): number => begin(kind) | inside(kind);
const OUTSIDE_BIT = 1 << OUTSIDE;
const UNMARKED_MASK = UNMARKED.reduce((mask, kind) => mask | either(kind), OUTSIDE_BIT);

/** Sets the tags of a span. */
function markSpan(mask: Int32Array, start: number, end: number, kind: Kind): void {
  mask.fill(inside(kind), start, end);
  mask[start] = begin(kind);
}

function readLines(path: string): string[] {
  return readFileSync(path, "utf8").split("\n");
}

function featuresOf(id: string, text: string, morphology: Morphology): Int32Array {
  if (!/[가-힣]/.test(text)) return new Int32Array(text.length * DOCUMENT_FEATURE_WIDTH);
  const document = readDocument(readArticle(text, { id }), morphology);
  return extractDocumentFeatures(document, readByRules(document));
}

interface SilverRow {
  readonly klue_id: string;
  readonly text: string;
  readonly label: readonly (readonly [start: number, end: number, tag: string])[];
  readonly in_dev: boolean;
}

/** konec's silver training sentences of news, lone surnames mended. */
export function readSilver(data: string, morphology: Morphology): Sample[] {
  return readLines(join(data, "konec/train.silver.jsonl"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as SilverRow)
    .filter((row) => !row.in_dev && row.klue_id.endsWith("wikitree"))
    .map(({ klue_id, text, label }) => {
      const spans = label.flatMap(([start, end, tag]) => {
        const kind = kindOfKonec(tag);
        return kind ? [{ start, end, kind }] : [];
      });
      const mask = new Int32Array(text.length).fill(OUTSIDE_BIT);
      for (const { start, end, kind } of spans) markSpan(mask, start, end, kind);
      mendSurnames(text, mask);
      return { id: klue_id, text, features: featuresOf(klue_id, text, morphology), mask, spans };
    });
}

/** konec's gold development sentences; ids end in the source ("wikitree" is news, "nsmc" film reviews). */
export function readKonecDev(data: string, morphology: Morphology): Sample[] {
  const samples: Sample[] = [];
  let id = "";
  let text = "";
  let tags: string[] = [];
  const flush = (): void => {
    if (text !== "" && id.endsWith("wikitree")) {
      const spans: Labelled[] = [];
      for (let i = 0; i < tags.length; i++) {
        const tag = tags[i] as string;
        if (!tag.startsWith("B-")) continue;
        let end = i + 1;
        while (end < tags.length && tags[end] === `I-${tag.slice(2)}`) end++;
        const kind = kindOfKonec(tag.slice(2));
        if (kind) spans.push({ start: i, end, kind });
      }
      const mask = new Int32Array(text.length).fill(OUTSIDE_BIT);
      for (const { start, end, kind } of spans) markSpan(mask, start, end, kind);
      samples.push({ id, text, features: featuresOf(id, text, morphology), mask, spans });
    }
    text = "";
    tags = [];
  };
  for (const line of readLines(join(data, "konec/dev.tsv"))) {
    if (line.startsWith("## klue")) {
      flush();
      id = line.slice(3).split("\t")[0] as string;
    } else if (!line.startsWith("##") && line.includes("\t")) {
      const [char, tag] = line.split("\t") as [string, string];
      text += char;
      for (let k = 0; k < char.length; k++) tags.push(tag);
    }
  }
  flush();
  return samples;
}

/** An annotated article as the files have it. */
export interface GoldFile {
  readonly id: string;
  /** The text with its title as first line. */
  readonly text: string;
  /** Contents of ID.article.json and ID.gold.json, for the benchmark's scorer. */
  readonly article: unknown;
  readonly gold: {
    readonly entities: readonly { id: string; type: string; name: string; mentions: readonly string[] }[];
  };
}

/** An annotated article: its document, its sentences as samples, and the entities that are there to find. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly document: Document;
  readonly rules: RuleReading;
  /** Feature keys of the whole text. */
  readonly features: Int32Array;
  /** One a sentence of the document, in order. */
  readonly sentences: readonly Sample[];
  readonly entities: readonly { readonly kind: Kind; readonly surfaces: readonly string[] }[];
  readonly file: GoldFile;
}

/** The parts of "오픈AI(OpenAI)" are names of their own. */
function surfacesOf(entity: GoldFile["gold"]["entities"][number]): string[] {
  const all = new Set<string>();
  for (const surface of [entity.name, ...entity.mentions]) {
    const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(surface);
    for (const part of parts ? [parts[1] as string, parts[2] as string] : [surface]) all.add(part);
  }
  return [...all];
}

/** Marks all occurrences of the surfaces in `text`; returns the spans that are certain. */
function markArticle(text: string, surfaces: readonly [string, Kind][], mask: Int32Array): Labelled[] {
  const taken = new Uint8Array(text.length);
  const spans: Labelled[] = [];
  const unsure: { start: number; end: number; kind: Kind }[] = [];
  for (const [surface, kind] of surfaces) {
    for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
      const end = at + surface.length;
      if (taken.subarray(at, end).some((t) => t === 1)) continue;
      const before = text.charCodeAt(at - 1);
      const freeLeft = at === 0 || !isLetter(before) || taken[at - 1] === 1;
      const classChange =
        at > 0 &&
        isLetter(before) &&
        /[A-Za-z0-9一-龥]/.test(text[at - 1] as string) !== /[A-Za-z0-9一-龥]/.test(text[at] as string);
      let wordEnd = end;
      while (wordEnd < text.length && isLetter(text.charCodeAt(wordEnd))) wordEnd++;
      const rest = text.slice(end, wordEnd);
      const restChange =
        rest !== "" && /[A-Za-z0-9一-龥]/.test(rest[0] as string) !== /[A-Za-z0-9一-龥]/.test(text[end - 1] as string);
      const freeRight = rest === "" || isParticleRun(rest) || (restChange && surface.length > 1);
      if (freeLeft && freeRight) {
        taken.fill(1, at, end);
        spans.push({ start: at, end, kind });
      } else if (surface.length > 1 && (freeLeft || classChange)) unsure.push({ start: at, end, kind });
    }
  }
  for (const { start, end, kind } of spans) markSpan(mask, start, end, kind);
  for (const { start, end, kind } of unsure) {
    if (taken.subarray(start, end).some((t) => t === 1)) continue;
    for (let i = start; i < end; i++) mask[i] = (mask[i] as number) | either(kind);
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The annotated articles of a benchmark's folder, in order of their names. */
export function readGold(folder: string): GoldFile[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".gold.json"))
    .sort()
    .map((name) => {
      const id = name.slice(0, -".gold.json".length);
      const { text } = readArticle(readFileSync(join(folder, `${id}.txt`)), { id });
      return { id, text, article: read(`${id}.article.json`), gold: read(name) as GoldFile["gold"] };
    });
}

/** Reads annotated articles; each one's rules are told by the lexicon that `lexiconOf` gives for it. */
export function annotate(
  files: readonly GoldFile[],
  morphology: Morphology,
  lexiconOf: (file: GoldFile) => NameLexicon = () => nameLexicon,
): AnnotatedArticle[] {
  return files.map((file) => {
    const { id, text } = file;
    const document = readDocument(readArticle(text, { id }), morphology);
    const entities = file.gold.entities.map((entity) => ({
      kind: entity.type as Kind,
      surfaces: surfacesOf(entity),
    }));
    const surfaces = entities
      .flatMap(({ kind, surfaces }) => surfaces.map((surface): [string, Kind] => [surface, kind]))
      .sort((a, b) => b[0].length - a[0].length);
    const mask = new Int32Array(text.length).fill(UNMARKED_MASK);
    const lexicon = lexiconOf(file);
    const rules = readByRules(document, createPatternFinder(lexicon), lexicon);
    const features = extractDocumentFeatures(document, rules);
    const spans = markArticle(text, surfaces, mask);
    const sentences = document.sentences.map(({ start, end, index }) => ({
      id: `${id}:${index}`,
      text: text.slice(start, end),
      features: features.slice(start * DOCUMENT_FEATURE_WIDTH, end * DOCUMENT_FEATURE_WIDTH),
      mask: mask.slice(start, end),
      spans: spans
        .filter((span) => span.start >= start && span.end <= end)
        .map((span) => ({ start: span.start - start, end: span.end - start, kind: span.kind })),
    }));
    return { id, document, rules, features, sentences, entities, file };
  });
}
