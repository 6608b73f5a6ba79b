/**
 * The learned finder: rules and lexicon, a tagger over characters, and a judge between them.
 *
 * Takes a document; the tagger (a linear chain trained on annotated Korean news) reads it with the rules' mentions among
 * its features; each string that either of them takes for a name goes to the judge (a linear model), which decides for
 * the whole article whether it names something, and what. Gives mentions that may overlap where one candidate lies in
 * another, and the rules' titles. What was learnt, from what and how well: graph/models/MODEL_CARD.md.
 */
import type { Document } from "../korean/index.ts";
import { LinearScorer, ModelFileError, readLinearModels, readModel, Tagger } from "../learning/index.ts";
import { ENTITY_KINDS, type EntityKind } from "../ontology/index.ts";
import { SURE } from "./arbitrate.ts";
import { DOUBTFUL } from "./doubtful.ts";
import { FEATURES_VERSION } from "./features.ts";
import { DOCUMENT_FEATURE_WIDTH, extractDocumentFeatures, readByRules } from "./features-article.ts";
import { type Candidate, morphemesIn, readCandidates } from "./features-candidate.ts";
import { type NameLexicon, nameLexicon } from "./lexicon.ts";
import { createPatternFinder } from "./pattern-finder.ts";
import { namesInRow } from "./rows.ts";
import { trim } from "./trim.ts";
import type { Mention, MentionFinder } from "./types.ts";

/** The weight files' bytes: graph/models/entities.bin and entities.judge.bin. */
export interface EntityModelFiles {
  readonly tagger: Uint8Array;
  readonly judge: Uint8Array;
}

/** Weight files that are loaded and ready. */
export interface EntityModel {
  readonly tagger: Tagger;
  readonly judge: LinearScorer;
}

/** The judge's classes: class 0 is no name, the others are ENTITY_KINDS in their order. */
export const JUDGE_CLASSES: readonly string[] = ["none", ...ENTITY_KINDS];

/** How probable a name must be: to be found at all, and to be found without doubt. */
export interface JudgeFloor {
  readonly least: number;
  readonly sure: number;
}
/** Of a name that the rules found, and of one that the tagger alone found. */
export interface JudgeFloors {
  readonly ruled: JudgeFloor;
  readonly tagged: JudgeFloor;
}
/** What the rules found is sure unless the judge is three to one against it: in short texts it has little to go by. */
export const JUDGE_FLOORS: JudgeFloors = { ruled: { least: 0.15, sure: 0.24 }, tagged: { least: 0.3, sure: 0.6 } };

/**
 * Reads weight files.
 *
 * @throws ModelFileError if one is no weight file, damaged, or trained with other features than this program reads.
 */
export function loadEntityModel(files: EntityModelFiles): EntityModel {
  const [judge] = readLinearModels(files.judge).models;
  if (!judge) throw new ModelFileError("maek/entities: the judge's weight file holds no model");
  return { tagger: loadTagger(files.tagger), judge: new LinearScorer(judge) };
}

/** Reads the tagger's weight file alone. */
export function loadTagger(bytes: Uint8Array): Tagger {
  const model = readModel(bytes);
  if (model.about !== FEATURES_VERSION)
    throw new ModelFileError(
      `maek/entities: weight file for features "${model.about}"; this program reads "${FEATURES_VERSION}"`,
    );
  return new Tagger(model);
}

/** What the tagger alone says of a document: its mentions of entities, and every kind's probability at each character. */
export interface TaggedDocument {
  readonly mentions: readonly Mention[];
  /** Text length × ENTITY_KINDS.length. */
  readonly probabilities: Float32Array;
}

/** Tags each sentence. @param features keys of the document's characters, as extractDocumentFeatures gives them */
export function tagDocument(
  tagger: Tagger,
  document: Document,
  features: Int32Array,
  lexicon: NameLexicon = nameLexicon,
): TaggedDocument {
  const { text } = document.article;
  const kinds = ENTITY_KINDS.map((kind) => tagger.model.kinds.indexOf(kind));
  const probabilities = new Float32Array(text.length * kinds.length);
  const mentions: Mention[] = [];
  for (const { start, end } of document.sentences) {
    const keys = features.subarray(start * DOCUMENT_FEATURE_WIDTH, end * DOCUMENT_FEATURE_WIDTH);
    const { spans, marginals } = tagger.read(keys, DOCUMENT_FEATURE_WIDTH, end - start);
    for (const span of spans) {
      const kind = ENTITY_KINDS[kinds.indexOf(span.kind)];
      if (!kind) continue;
      const from = start + span.start;
      const to = start + span.end;
      const found = { start: from, end: to, kind, text: text.slice(from, to), source: "model" };
      const mention = trim({ ...found, confidence: span.probability }, lexicon);
      if (mention) mentions.push(...namesInRow(mention, lexicon));
    }
    for (let i = 0; i < end - start; i++) {
      const row = i * tagger.tags + 1;
      const at = (start + i) * kinds.length;
      for (let n = 0; n < kinds.length; n++) {
        const tag = row + 2 * (kinds[n] as number);
        probabilities[at + n] = (marginals[tag] as number) + (marginals[tag + 1] as number);
      }
    }
  }
  return { mentions, probabilities };
}

/** A finder that asks rules, tagger and judge. @param lexicon what the rules know, by default what ships with maek */
export function learnedFinder({ tagger, judge }: EntityModel, lexicon: NameLexicon = nameLexicon): MentionFinder {
  const patterns = createPatternFinder(lexicon);
  return {
    doubts: true,
    find(document: Document): Mention[] {
      const rules = readByRules(document, patterns, lexicon);
      const tagged = tagDocument(tagger, document, extractDocumentFeatures(document, rules, lexicon), lexicon);
      const candidates = readCandidates(document, rules.settled, tagged.mentions, tagged.probabilities, lexicon);
      const titles = rules.raw.filter(({ kind }) => kind === "title");
      const named = candidates.flatMap((candidate) => judgeMentions(candidate, judge.probabilities(candidate.keys)));
      return [...titles, ...named.filter((mention) => mention.source !== "model" || !isInflected(document, mention))];
    },
  };
}

/** Whether the analyzer knows a mention's words for a verb or an adjective with its endings, and nothing else: 엄청나. */
function isInflected({ sentences }: Document, mention: Mention): boolean {
  const own = morphemesIn(
    sentences.find(({ start, end }) => start <= mention.start && mention.end <= end),
    mention,
  );
  return /^V[VA]$/.test(own[0]?.tag ?? "") && own.every(({ tag, unknown }) => /^(?:V|E)/.test(tag) && !unknown);
}

/**
 * The mentions of a candidate that is taken for a name, under the kind that the judge gives it. Their confidence is under
 * DOUBTFUL where the name is less than sure.
 */
export function judgeMentions(
  { settled, tagged }: Candidate,
  chances: Float64Array,
  floors: JudgeFloors = JUDGE_FLOORS,
): Mention[] {
  const yes = 1 - (chances[0] as number);
  const { least, sure } = settled.length > 0 ? floors.ruled : floors.tagged;
  if (yes < least) return [];
  let best = 1;
  for (let n = 2; n < chances.length; n++) if ((chances[n] as number) > (chances[best] as number)) best = n;
  const kind = ENTITY_KINDS[best - 1] as EntityKind;
  const starts = new Set(settled.map(({ start }) => start));
  return [...settled, ...tagged.filter(({ start }) => !starts.has(start))].map(({ subkind, ...mention }) => ({
    ...mention,
    kind,
    ...(subkind && mention.kind === kind && { subkind }),
    confidence:
      yes < sure ? SURE + ((DOUBTFUL - SURE) * yes) / sure : DOUBTFUL + ((1 - DOUBTFUL) * (yes - sure)) / (1 - sure),
  }));
}
