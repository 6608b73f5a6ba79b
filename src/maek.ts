/**
 * The whole house in one object: articles go in, a knowledge graph comes out.
 *
 * Takes Articles; gives what each room read in them, and the KnowledgeGraph of all. Loading the morphology is the only
 * thing that waits; everything after is a plain function of its input, so the same articles give the same graph.
 */
import { type Article, MaekError } from "./article/index.ts";
import {
  type EntityModelFiles,
  learnedFinder,
  loadEntityModel,
  type MentionFinder,
  patternFinder,
  readEntities,
  withoutDoubtful,
} from "./entities/index.ts";
import {
  combineFacts,
  type FrameLexicon,
  factModel,
  ofSureEntities,
  readDrafts,
  readFacts,
  toldOf,
} from "./facts/index.ts";
import {
  assemble,
  checkExtension,
  checkGraph,
  type KnowledgeGraph,
  keepSure,
  layOut,
  type Reading,
} from "./knowledge/index.ts";
import { loadMorphology, type MorphologyOptions, readDocument } from "./korean/index.ts";
import { extendOntology, extensionOf, type OntologyExtension } from "./ontology/index.ts";
import { readEntityWeights, readFactWeights } from "./weights.ts";

/** The steps on the way, in their order; the first three once for each article. */
export const STAGES = ["korean", "entities", "facts", "graph", "layout"] as const;
export type Stage = (typeof STAGES)[number];

/** Said after each step: for progress lines and measurements. */
export interface StageReport {
  readonly stage: Stage;
  readonly milliseconds: number;
  /** How much came out: `{ sentences: 35, eojeols: 412 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** The id of the article that was read; absent where the step is for all of them. */
  readonly article?: string;
}

export type OnStage = (report: StageReport) => void;

/** How names are found: by rules, tagger and judge together, or by the rules alone. */
export const FINDERS = ["learned", "rules"] as const;
export type FinderName = (typeof FINDERS)[number];

/** How facts are read: by rules and learned models together, or by the rules alone. */
export const FACT_READERS = ["learned", "rules"] as const;
export type FactReaderName = (typeof FACT_READERS)[number];

/** Bytes of the weight files in graph/models. */
export interface ModelFiles {
  /** entities.bin and entities.judge.bin; read from the package, or fetched beside it, when absent. */
  readonly entities?: EntityModelFiles | undefined;
  /** facts.bin, which weighs what the rules read and adds to it; read or fetched likewise when absent. */
  readonly facts?: Uint8Array | undefined;
}

export interface MaekOptions {
  /** Learned weights. */
  readonly models?: ModelFiles | undefined;
  /** Finds the mentions: "learned" when absent, or a finder of one's own. */
  readonly finder?: FinderName | MentionFinder | undefined;
  /** Reads the facts: "learned" when absent. */
  readonly facts?: FactReaderName | undefined;
  /** Relations and types of events beyond maek's own; the graphs keep them. When absent, those that `frames` knows. */
  readonly ontology?: OntologyExtension | undefined;
  /** The frames by which facts are read: maek's own, unless given (see `readFrameLexicon`). */
  readonly frames?: FrameLexicon | undefined;
  /** Where the morphology's files are, for a page that keeps them elsewhere. */
  readonly morphology?: MorphologyOptions | undefined;
}

export interface BuildOptions {
  readonly onStage?: OnStage | undefined;
  /** 0 to 1: edges and events of a lower confidence are left out of the graph; nothing is when absent. */
  readonly minConfidence?: number | undefined;
}

export interface Maek {
  /** Reads one article: its sentences and morphemes, its entities, its facts. */
  read(article: Article, options?: BuildOptions): Reading;
  /**
   * Joins what was read into one graph: checked against every invariant, laid out.
   *
   * @throws MaekError when `minConfidence` is no number from 0 to 1
   */
  join(readings: readonly Reading[], options?: BuildOptions): KnowledgeGraph;
  /** Reads articles and joins them. */
  build(articles: readonly Article[], options?: BuildOptions): KnowledgeGraph;
}

/**
 * Loads what maek reads with.
 *
 * @throws Error when the morphology cannot be loaded (its package is broken or, in a browser, out of reach)
 * @throws MaekError when learned weights are wanted and cannot be read, or an option is not what it can be
 * @throws ModelFileError when a weight file is damaged or of another version
 */
export async function loadMaek(options: MaekOptions = {}): Promise<Maek> {
  const ontology = ontologyFor(options);
  oneOf("facts", options.facts ?? "learned", FACT_READERS);
  const morphology = await loadMorphology(options.morphology);
  const weights = options.facts === "rules" ? undefined : factModel(options.models?.facts ?? (await readFactWeights()));
  const finder = await loadFinder(options);

  function read(article: Article, { onStage }: BuildOptions = {}): Reading {
    const watch = stopwatch(onStage, article.id);
    const document = readDocument(article, morphology);
    watch("korean", {
      sentences: document.sentences.length,
      eojeols: document.sentences.reduce((sum, sentence) => sum + sentence.eojeols.length, 0),
    });
    const reading = readEntities(document, finder);
    watch("entities", {
      entities: reading.entities.length,
      mentions: reading.entities.reduce((sum, entity) => sum + entity.mentions.length, 0),
    });
    const drafts = readDrafts(document, reading, options.frames);
    const told = { frames: options.frames, drafts };
    const byRules = readFacts(document, reading, told);
    const stated = finder.doubts ? ofSureEntities(byRules, reading) : byRules;
    const facts = weights ? combineFacts(document, reading, stated, weights, told) : stated;
    const relations = facts.filter((fact) => fact.type === "relation").length;
    watch("facts", { relations, events: facts.length - relations });
    return { document, reading: finder.doubts ? withoutDoubtful(reading, toldOf(facts)) : reading, facts };
  }

  function join(readings: readonly Reading[], { onStage, minConfidence = 0 }: BuildOptions = {}): KnowledgeGraph {
    const watch = stopwatch(onStage);
    const graph = assemble(readings, ontology);
    keepSure(graph, minConfidence);
    watch("graph", { nodes: graph.order, edges: graph.size });
    layOut(graph);
    const faults = checkGraph(graph);
    if (faults.length > 0) throw new Error(`maek: the built graph breaks its own rules: ${faults.join("; ")}`);
    watch("layout", { nodes: graph.order });
    return graph;
  }

  return {
    read,
    join,
    build(articles, options) {
      const readings = articles.map((article) => read(article, options));
      return join(readings, options);
    },
  };
}

/**
 * Loads the finder of names that the options ask for, as `loadMaek` does.
 *
 * @throws MaekError, ModelFileError as `loadMaek`
 */
export async function loadFinder({ finder = "learned", models }: MaekOptions = {}): Promise<MentionFinder> {
  if (finder === "rules") return patternFinder;
  if (typeof finder === "object" && typeof finder?.find === "function") return finder;
  oneOf("finder", finder, FINDERS);
  return learnedFinder(loadEntityModel(models?.entities ?? (await readEntityWeights())));
}

/** What the graphs' ontology has beyond maek's own: all that the options speak of. */
function ontologyFor({ ontology, frames }: MaekOptions): OntologyExtension | undefined {
  const added = ontology && checkExtension(ontology, "option ontology");
  const beyond = frames && extensionOf(frames.ontology, extendOntology(added));
  if (!beyond) return added;
  if (!added) return checkExtension(beyond, "option frames");
  const names = [beyond.relations, beyond.events].flatMap((part) => Object.keys(part ?? {}));
  throw new MaekError(`maek: option ontology has not what option frames speaks of: ${names.join(", ")}`);
}

/** Looks at a name that TypeScript cannot, of a program without types or a command line. */
function oneOf(option: string, name: unknown, names: readonly string[]): void {
  if (typeof name === "string" && names.includes(name)) return;
  throw new MaekError(`maek: option ${option} is ${names.join(" or ")}, not ${JSON.stringify(name)}`);
}

/** Reports each step with the time since the one before. */
function stopwatch(onStage: OnStage | undefined, article?: string) {
  let since = performance.now();
  return (stage: Stage, counts: StageReport["counts"]) => {
    const now = performance.now();
    onStage?.({ stage, milliseconds: now - since, counts, ...(article && { article }) });
    since = performance.now();
  };
}
