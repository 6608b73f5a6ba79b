/**
 * The learned finder: mentions by a linear-chain tagger trained on annotated Korean news.
 *
 * Takes the weight file's bytes once, then documents; gives mentions that do not overlap, with the tagger's probability
 * as confidence. What was trained, on what and how well: graph/models/MODEL_CARD.md.
 */
import type { Document } from "../korean/index.ts";
import { ModelFileError, readModel, Tagger } from "../learning/index.ts";
import { ENTITY_KINDS, type EntityKind } from "../ontology/index.ts";
import { extractFeatures, FEATURE_WIDTH, FEATURES_VERSION } from "./features.ts";
import type { Mention, MentionFinder } from "./types.ts";

/** A weight file that is loaded and ready to tag. */
export interface EntityModel {
  readonly tagger: Tagger;
}

/** Organizations of a finer kind, which the tagger tells apart. */
const SUBKINDS: ReadonlySet<string> = new Set(["media", "government"]);

/**
 * Reads the bytes of graph/models/entities.bin.
 *
 * @throws ModelFileError if they are no weight file, damaged, or trained with other features than this program reads.
 */
export function loadEntityModel(bytes: Uint8Array): EntityModel {
  const model = readModel(bytes);
  if (model.about !== FEATURES_VERSION)
    throw new ModelFileError(
      `maek/entities: weight file for features "${model.about}"; this program reads "${FEATURES_VERSION}"`,
    );
  return { tagger: new Tagger(model) };
}

function kindOf(name: string): { kind: EntityKind | "title"; subkind?: string } | undefined {
  if (SUBKINDS.has(name)) return { kind: "organization", subkind: name };
  if (name === "title") return { kind: "title" };
  const kind = ENTITY_KINDS.find((known) => known === name);
  return kind && { kind };
}

/** A finder that tags each sentence of a document with `model`. */
export function learnedFinder({ tagger }: EntityModel): MentionFinder {
  return {
    find(document: Document): Mention[] {
      const { text } = document.article;
      return document.sentences.flatMap(({ start, end }) =>
        tagger.tag(extractFeatures(text, start, end), FEATURE_WIDTH, end - start).flatMap((span) => {
          const about = kindOf(tagger.model.kinds[span.kind] as string);
          if (!about) return [];
          const from = start + span.start;
          const to = start + span.end;
          return [
            {
              start: from,
              end: to,
              ...about,
              text: text.slice(from, to),
              source: "model",
              confidence: span.probability,
            },
          ];
        }),
      );
    },
  };
}
