/**
 * The stages of training: examples of the first models, proposals for articles not learnt from, examples of verdicts.
 */
import type { EntityReading } from "../../src/entities/index.ts";
import {
  allowedClasses,
  EVENT_CLASSES,
  NONE,
  PAIR_CLASSES,
  ROLE_CLASSES,
  VERDICT_CLASSES,
} from "../../src/facts/model/classes.ts";
import { occasionFeatures } from "../../src/facts/model/occasion-features.ts";
import { findOccasions } from "../../src/facts/model/occasions.ts";
import { pairFeatures } from "../../src/facts/model/pair-features.ts";
import { findPairs } from "../../src/facts/model/pairs.ts";
import { findParts, partFeatures } from "../../src/facts/model/parts.ts";
import type { EventProposal, RelationProposal } from "../../src/facts/model/propose.ts";
import { readStory, type Story, type StoryOptions } from "../../src/facts/model/scene.ts";
import { eventVerdict, mainKeys, relationVerdict } from "../../src/facts/model/verdicts.ts";
import { type LinearOptions, LinearScorer, shrink, trainLinear } from "../../src/learning/index.ts";
import type { GoldFile } from "../gold-entities.ts";
import type { Annotated, ArticleSet } from "./corpus.ts";
import { ExampleSet } from "./examples.ts";
import { type ArticleFile, type Gold, goldOf, occasionLabels, pairLabels, roleLabel, typeLabel } from "./gold.ts";
import { VERDICT_WEIGHTS } from "./recipes.ts";

/** One article under one reading of its entities. */
export interface Case {
  readonly index: number;
  /** The part of the articles that it is judged with. */
  readonly fold: number;
  readonly set: ArticleSet;
  /** How much its examples count. */
  readonly weight: number;
  readonly file: GoldFile;
  readonly article: ArticleFile;
  readonly reading: EntityReading;
  readonly story: Story;
  readonly gold: Gold;
}

export function caseOf(
  index: number,
  { file, article, document, fold, set, weight }: Annotated,
  reading: EntityReading,
  options: StoryOptions = {},
): Case {
  return {
    index,
    fold,
    set,
    weight,
    file,
    article,
    reading,
    story: readStory(document, reading, options),
    gold: goldOf(file, article, reading),
  };
}

export interface FirstExamples {
  readonly pair: ExampleSet;
  readonly occasion: ExampleSet;
  readonly part: ExampleSet;
}

/** Roles are learnt at the gold trigger, or next to it where the analysis splits words otherwise. */
const NEAR = 4;

export interface ExampleWeights {
  /** Of pairs that are related by another sentence. */
  readonly elsewhere: number;
  /** Of words in a trigger that are not its head. */
  readonly beside: number;
}

/**
 * @param thinned of these cases only every second word that names no event is an example, and counts twice: most of them
 *   are examples already, by another reading of the same article
 */
export function firstExamples(
  cases: readonly Case[],
  thinned: readonly Case[],
  weights: ExampleWeights,
): FirstExamples {
  const pair = new ExampleSet();
  const occasion = new ExampleSet();
  const part = new ExampleSet();
  for (const one of [...cases, ...thinned]) {
    const { index, weight: whole, story, gold } = one;
    const sparse = thinned.includes(one);
    for (const scene of story.scenes) {
      for (const p of findPairs(scene)) {
        const mask = allowedClasses(p);
        if (!mask.some((allowed, c) => allowed === 1 && c !== NONE)) continue;
        const { labels, elsewhere } = pairLabels(gold, p);
        const keys = pairFeatures(story, p);
        const fitting = labels.filter((label) => mask[label] === 1);
        const weight = elsewhere ? whole * weights.elsewhere : whole;
        for (const label of fitting) pair.add(index, keys, label, weight / fitting.length, mask);
      }
    }
    const occasions = story.scenes.flatMap(findOccasions);
    const labels = occasionLabels(gold, occasions);
    for (const o of occasions) {
      const label = labels.get(o);
      if (!Array.isArray(label)) {
        const share = sparse ? (o.start % 2) * 2 : 1;
        if (share > 0)
          occasion.add(
            index,
            occasionFeatures(story, o),
            NONE,
            label === "beside" ? whole * weights.beside : whole * share,
          );
        continue;
      }
      const keys = occasionFeatures(story, o);
      const types = [...new Set(label.map(typeLabel))];
      for (const type of types) occasion.add(index, keys, type, whole / types.length);
      const parts = findParts(story, o);
      const heads = label.filter(({ trigger }) => o.start <= trigger.end + NEAR && trigger.start <= o.end + NEAR);
      for (const event of heads)
        for (const p of parts)
          part.add(
            index,
            partFeatures(story, o, p, parts, event.type),
            roleLabel(gold, event, p.site.entity.key),
            whole,
          );
    }
  }
  return { pair, occasion, part };
}

export interface Recipe {
  readonly least: number;
  readonly smallest: number;
  readonly largest: number;
  readonly options: Omit<LinearOptions, "only">;
}

export const CLASSES = { pair: PAIR_CLASSES, occasion: EVENT_CLASSES, part: ROLE_CLASSES } as const;

export type Numbered = ReturnType<ExampleSet["number"]>;

/** A model of the examples whose article `keep` holds of. */
export function learn(
  name: string,
  classes: readonly string[],
  set: ExampleSet,
  numbered: Numbered,
  keep: (article: number) => boolean,
  recipe: Recipe,
) {
  const { examples, keys } = numbered;
  const weights = trainLinear(examples, keys.length, classes.length, { ...recipe.options, only: set.only(keep) });
  return shrink(name, classes, keys, weights, { smallest: recipe.smallest, largest: recipe.largest });
}

export const learnScorer = (...args: Parameters<typeof learn>) => new LinearScorer(learn(...args));

/** Which relation proposals of an article the gold file holds. */
export function relationTruth({ gold }: Case, proposals: readonly RelationProposal[]): boolean[] {
  return proposals.map(({ kind, head, tail }) => {
    const a = gold.idOf.get(head);
    const b = gold.idOf.get(tail);
    const all = (a && b && gold.relations.get(`${a} ${b}`)) || [];
    return all.some((r) => r.kind === `${kind}>` || r.kind === `${kind}=`);
  });
}

/** Which event proposals match a gold event, each gold event once, the likeliest first: as the scorer pairs them. */
export function eventTruth({ gold }: Case, proposals: readonly EventProposal[]): boolean[] {
  const taken = new Set<number>();
  const right = new Array<boolean>(proposals.length).fill(false);
  const order = proposals.map((_, i) => i).sort((x, y) => (proposals[y]?.p ?? 0) - (proposals[x]?.p ?? 0));
  for (const near of [true, false]) {
    for (const i of order) {
      const proposal = proposals[i] as EventProposal;
      if (right[i]) continue;
      const mine = new Set(mainKeys(proposal).map((key) => gold.idOf.get(key)));
      const { start, end } = proposal.occasion;
      const hit = gold.events.find(
        (e) =>
          !taken.has(e.index) &&
          e.type === proposal.type &&
          (!near || (start < e.end && e.start < end)) &&
          [...e.roles.keys()].some((id) => mine.has(id)),
      );
      if (!hit) continue;
      taken.add(hit.index);
      right[i] = true;
    }
  }
  return right;
}

export interface Proposed {
  readonly one: Case;
  readonly relations: readonly RelationProposal[];
  readonly events: readonly EventProposal[];
}

export function verdictExamples(all: readonly Proposed[]): { relation: ExampleSet; event: ExampleSet } {
  const relation = new ExampleSet();
  const event = new ExampleSet();
  for (const { one, relations, events } of all) {
    const related = relationTruth(one, relations);
    relations.forEach((r, i) => {
      relation.add(one.index, relationVerdict(one.story, r, relations), related[i] ? 1 : 0, VERDICT_WEIGHTS[one.set]);
    });
    const happened = eventTruth(one, events);
    events.forEach((e, i) => {
      event.add(one.index, eventVerdict(one.story, e, events), happened[i] ? 1 : 0, VERDICT_WEIGHTS[one.set]);
    });
  }
  return { relation, event };
}

export { VERDICT_CLASSES };
