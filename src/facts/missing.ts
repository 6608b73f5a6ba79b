/**
 * What a known word lacks: which of its roles, or ends of a relation, no named entity fills.
 *
 * Takes a trigger and matches its frames as the facts are read (match.ts), but without what they need.
 */
import { allowsRelation, type Ontology } from "../ontology/index.ts";
import { EVENT_ROLES, type FrameLexicon, type RoleName } from "./frame-lexicon.ts";
import type { Slot } from "./lexicon.ts";
import { type Filled, type Match, matchFrames } from "./match.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView } from "./view.ts";

export interface Missing {
  /** The word as the frames write it. */
  readonly word: string;
  /** The type of event or the relation that it would have said. */
  readonly says: string;
  /** Roles of an event that are not named, or "head", "tail" of a relation. */
  readonly roles: readonly string[];
}

/** What each sense of a trigger lacks; none for senses that lack nothing or do not fit. */
export function missingIn(view: SentenceView, trigger: Trigger, { ontology }: FrameLexicon): Missing[] {
  return trigger.senses.flatMap((sense) => {
    const open = { ...sense, frame: { ...sense.frame, event: undefined, needs: [], strict: false } };
    const [match] = matchFrames(view, { ...trigger, senses: [open] });
    if (!match) return [];
    const { frame, word } = sense;
    const wanting = (says: string, roles: readonly string[]) => (roles.length > 0 ? [{ word, says, roles }] : []);
    if (frame.event) return wanting(frame.event, missingRoles(match, frame.needs ?? []));
    return (frame.relations ?? []).flatMap(({ kind, head, tail }) =>
      wanting(kind, missingEnds(match, kind, head, tail, ontology)),
    );
  });
}

/** Roles that the frame needs; where none of its main ones is filled, all of these. */
function missingRoles({ roles, sense: { frame } }: Match, needs: readonly RoleName[]): RoleName[] {
  const main = EVENT_ROLES.filter((role) => role !== "place" && frame[role] !== undefined);
  const needed = needs.filter((role) => !roles.has(role));
  if (needed.length > 0 || main.some((role) => roles.has(role))) return needed;
  return main;
}

function missingEnds(match: Match, kind: string, head: string, tail: string, by: Ontology): string[] {
  const heads = fillersOf(match, head);
  const tails = fillersOf(match, tail);
  const missing = [...(heads.length === 0 ? ["head"] : []), ...(tails.length === 0 ? ["tail"] : [])];
  if (missing.length > 0) return missing;
  const fits = heads.some(({ site: a }) =>
    tails.some(
      ({ site: b }) => a.entity.key !== b.entity.key && allowsRelation(kind, a.entity.kind, b.entity.kind, by),
    ),
  );
  return fits ? [] : ["tail"];
}

/** What fills an end that is given as a role, or as slots. */
function fillersOf({ roles, slots }: Match, end: string): readonly Filled[] {
  return roles.get(end as RoleName) ?? end.split(" ").flatMap((slot) => slots.get(slot as Slot) ?? []);
}
