/**
 * Proposals: what the first models think of every pair and every occasion of an article, gathered.
 *
 * Takes a story and the three scorers; gives for each related pair of entities its kind with all the places that say so,
 * and for each event its type, trigger and likely roles. What of it is drawn, the verdicts decide.
 */
import type { LinearScorer } from "../../learning/index.ts";
import type { Role } from "../../ontology/index.ts";
import { allowedClasses, EVENT_CLASSES, NONE, PAIR_CLASSES, ROLE_CLASSES, splitClass } from "./classes.ts";
import { occasionFeatures } from "./occasion-features.ts";
import { findOccasions, type Occasion } from "./occasions.ts";
import { pairFeatures } from "./pair-features.ts";
import { findPairs, type Pair } from "./pairs.ts";
import { findParts, type Part, partFeatures } from "./parts.ts";
import type { Story } from "./scene.ts";

export interface Scorers {
  readonly pair: LinearScorer;
  readonly occasion: LinearScorer;
  readonly part: LinearScorer;
}

export interface RelationProposal {
  readonly kind: string;
  /** Entity keys. */
  readonly head: string;
  readonly tail: string;
  /** Where it is said, the likeliest first. */
  readonly places: readonly { readonly pair: Pair; readonly p: number }[];
  /** How likely any relation holds between the two, at the likeliest place. */
  readonly any: number;
}

export interface ProposedRole {
  readonly part: Part;
  /** Probability of each role, by ROLE_CLASSES. */
  readonly p: readonly number[];
  readonly role: Role;
  readonly best: number;
}

export interface EventProposal {
  readonly type: string;
  readonly occasion: Occasion;
  readonly p: number;
  /** How likely the word names any event. */
  readonly any: number;
  /** The likeliest role of each entity, likeliest first. */
  readonly roles: readonly ProposedRole[];
}

/** Less likely ones are not looked at. */
const LEAST_RELATION = 0.06;
const LEAST_EVENT = 0.06;

export function proposeRelations(story: Story, { pair: scorer }: Pick<Scorers, "pair">): RelationProposal[] {
  const found = new Map<
    string,
    { kind: string; head: string; tail: string; any: number; places: { pair: Pair; p: number }[] }
  >();
  for (const scene of story.scenes) {
    for (const pair of findPairs(scene)) {
      const mask = allowedClasses(pair);
      if (!mask.some((allowed, c) => allowed === 1 && c !== NONE)) continue;
      const p = scorer.probabilities(pairFeatures(story, pair), mask);
      const any = 1 - (p[NONE] as number);
      if (any < LEAST_RELATION) continue;
      for (let c = 1; c < p.length; c++) {
        if ((p[c] as number) < LEAST_RELATION) continue;
        const { kind, way } = splitClass(PAIR_CLASSES[c] as string);
        const ends = [pair.a.entity.key, pair.b.entity.key];
        if (way === "<") ends.reverse();
        if (way === "=") ends.sort();
        const [head, tail] = ends as [string, string];
        const name = [kind, head, tail].join("\n");
        const known = found.get(name) ?? { kind, head, tail, any: 0, places: [] };
        known.places.push({ pair, p: p[c] as number });
        known.any = Math.max(known.any, any);
        found.set(name, known);
      }
    }
  }
  return [...found.values()].map((r) => ({ ...r, places: r.places.sort((x, y) => y.p - x.p) }));
}

export function proposeEvents(story: Story, scorers: Pick<Scorers, "occasion" | "part">): EventProposal[] {
  const found: EventProposal[] = [];
  for (const scene of story.scenes) {
    for (const occasion of findOccasions(scene)) {
      const probabilities = scorers.occasion.probabilities(occasionFeatures(story, occasion));
      const any = 1 - (probabilities[NONE] as number);
      const drawn = scene.events
        .filter((d) => d.trigger.start < occasion.end && occasion.start < d.trigger.end)
        .map((d) => d.eventType);
      if (any < LEAST_EVENT && drawn.length === 0) continue;
      const p = Array.from(probabilities);
      const parts = findParts(story, occasion);
      for (let c = 1; c < p.length; c++) {
        const mine = p[c] as number;
        const type = EVENT_CLASSES[c] as string;
        if (mine < LEAST_EVENT && !drawn.includes(type)) continue;
        found.push({ type, occasion, p: mine, any, roles: proposeRoles(story, occasion, parts, type, scorers.part) });
      }
    }
  }
  return found;
}

function proposeRoles(
  story: Story,
  occasion: Occasion,
  parts: readonly Part[],
  type: string,
  scorer: LinearScorer,
): ProposedRole[] {
  return parts
    .map((part): ProposedRole => {
      const p = Array.from(scorer.probabilities(partFeatures(story, occasion, part, parts, type)));
      let c = 1;
      for (let i = 2; i < p.length; i++) if ((p[i] as number) > (p[c] as number)) c = i;
      return { part, p, role: ROLE_CLASSES[c] as Role, best: p[c] as number };
    })
    .sort((x, y) => y.best - x.best);
}
