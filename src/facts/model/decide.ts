/**
 * Decisions: which proposals become facts.
 *
 * Takes the proposals of an article and gives those whose verdict reaches the floor, that the sentence states, and that no
 * surer one makes needless: one type for a word, one direction for a pair, one event of a type for those who share it.
 */
import type { Factuality } from "../../ontology/index.ts";
import { isSymmetric } from "../../ontology/index.ts";
import type { EventDraft } from "../draft.ts";
import { calibrated } from "./calibration.ts";
import { ROLE_CLASSES } from "./classes.ts";
import { occasionFactuality, pairFactuality } from "./gate.ts";
import type { FactModel } from "./model.ts";
import type { Occasion } from "./occasions.ts";
import type { EventProposal, ProposedRole, RelationProposal } from "./propose.ts";
import type { Story } from "./scene.ts";
import { eventVerdict, mainKeys, relationVerdict } from "./verdicts.ts";

const RIGHT = 1;
/** An event without a likely role is drawn with its likeliest one, if that is not too unlikely. */
const LAST_RESORT = 0.2;
/** A frame's roles are taken as they are when it is trusted so much; an entity that it left out must be likelier by so much. */
const TRUSTED = 0.4;
const BESIDE_FRAME = 0.1;
/** A further place counts as evidence when it is at least this likely. */
const EVIDENT = 0.3;

export interface DecidedRelation {
  readonly proposal: RelationProposal;
  readonly confidence: number;
  /** The places that state it, likeliest first, with their factuality. */
  readonly places: readonly {
    readonly pair: RelationProposal["places"][number]["pair"];
    readonly factuality: Factuality;
  }[];
}

export interface DecidedEvent {
  readonly proposal: EventProposal;
  readonly confidence: number;
  readonly factuality: Factuality;
  readonly roles: readonly ProposedRole[];
}

type Judge = Pick<FactModel, "relation" | "event" | "floors" | "calibration">;

/** The proposals whose verdict reaches the floor, the likeliest first. @param keysOf the verdict's features */
function sureOnes<P>(model: Judge, what: "relation" | "event", proposals: readonly P[], keysOf: (p: P) => Int32Array) {
  return proposals
    .map((proposal) => {
      const said = model[what].probabilities(keysOf(proposal))[RIGHT] as number;
      return { proposal, said, confidence: calibrated(model.calibration[what], said) };
    })
    .filter(({ confidence }) => confidence >= model.floors[what])
    .sort((x, y) => y.said - x.said);
}

export function decideRelations(story: Story, proposals: readonly RelationProposal[], model: Judge): DecidedRelation[] {
  const judged = sureOnes(model, "relation", proposals, (proposal) => relationVerdict(story, proposal, proposals));
  const taken = new Set<string>();
  return judged.flatMap(({ proposal, confidence }) => {
    const { kind, head, tail } = proposal;
    if (!isSymmetric(kind) && taken.has(`${kind}\n${tail}\n${head}`)) return [];
    const least = Math.min(EVIDENT, proposal.places[0]?.p ?? 0);
    const places = proposal.places.flatMap(({ pair, p }) => {
      const factuality = p >= least ? pairFactuality(pair) : undefined;
      return factuality ? [{ pair, factuality }] : [];
    });
    if (places.length === 0) return [];
    taken.add(`${kind}\n${head}\n${tail}`);
    return [{ proposal, confidence, places }];
  });
}

/** The roles of an event: as a frame read them where a trusted one did, and others that are likely. */
function rolesOf(story: Story, { occasion, type, roles }: EventProposal, floor: number): ProposedRole[] {
  const trusted = framesOf(occasion, type)
    .filter((frame) => story.trust(frame) >= TRUSTED)
    .sort((x, y) => story.trust(y) - story.trust(x))[0];
  const chosen = roles.flatMap((r): ProposedRole[] => {
    const framed = trusted?.roles.find((d) => d.site.entity.key === r.part.site.entity.key);
    if (!framed) return r.best >= floor + (trusted ? BESIDE_FRAME : 0) ? [r] : [];
    const p = r.p[ROLE_CLASSES.indexOf(framed.role)] as number;
    return [{ ...r, role: framed.role, best: Math.max(p, floor) }];
  });
  return chosen.length > 0 ? chosen : roles.slice(0, 1).filter((r) => r.best >= LAST_RESORT);
}

/** What the frames drew on the occasion's word. */
function framesOf({ scene, start, end }: Occasion, type: string): EventDraft[] {
  return scene.events.filter((e) => e.eventType === type && e.trigger.start < end && start < e.trigger.end);
}

export function decideEvents(story: Story, proposals: readonly EventProposal[], model: Judge): DecidedEvent[] {
  const judged = sureOnes(model, "event", proposals, (proposal) => eventVerdict(story, proposal, proposals));
  const taken: EventProposal[] = [];
  const decided: DecidedEvent[] = [];
  for (const { proposal, confidence } of judged) {
    const keys = new Set(mainKeys(proposal));
    const needless = taken.some(
      (t) =>
        t.occasion === proposal.occasion ||
        (t.type === proposal.type &&
          t.occasion.scene === proposal.occasion.scene &&
          mainKeys(t).some((key) => keys.has(key))),
    );
    const factuality = occasionFactuality(proposal.occasion);
    if (needless || !factuality) continue;
    const roles = rolesOf(story, proposal, model.floors.role);
    if (roles.length === 0) continue;
    taken.push(proposal);
    decided.push({ proposal, confidence, factuality, roles });
  }
  return decided;
}
