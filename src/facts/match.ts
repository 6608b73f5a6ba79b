/**
 * Frames on triggers: which role each argument plays.
 *
 * Takes a trigger and gives, for the first of its senses whose needs are met, the entities in each role. Roles are filled
 * in the order target, agent, participant, place; an entity plays one role. In the passive the subject takes the
 * target's part and the agent is who "에 의해", "에", "로부터" names.
 */
import type { EntityKind } from "../ontology/index.ts";
import type { Argument } from "./clauses.ts";
import { EVENT_ROLES, type Frame, type RoleName, type Sense } from "./frame-lexicon.ts";
import type { Slot } from "./lexicon.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView, Site } from "./view.ts";

/** How an argument was found: standing in the slot, or by one of the looser ways. */
export type Quality = "own" | "gap" | "topic" | "carried" | "of" | "inherited";

export interface Filled {
  readonly site: Site;
  readonly slot: Slot | "";
  readonly quality: Quality;
}

export interface Match {
  readonly sense: Sense;
  readonly trigger: Trigger;
  readonly roles: ReadonlyMap<RoleName, readonly Filled[]>;
  /** Whether the frame's soft conditions hold: an amount, a verb of its list, a light verb, a pair. */
  readonly kept: boolean;
  /** Everything that stands in each slot, for relations that name slots. */
  readonly slots: ReadonlyMap<Slot, readonly Filled[]>;
}

const PASSIVE_AGENT: readonly Slot[] = ["의해", "로부터", "에서", "에"];
const ORDER: readonly RoleName[] = ["target", "agent", "participant", "client", "place"];
const PLACES: readonly Slot[] = ["에서", "에"];

/** The matches of a trigger: of each event type the first frame that fits, and every relation frame without an event. */
export function matchFrames(view: SentenceView, trigger: Trigger): Match[] {
  const slots = fillSlots(trigger);
  const found: Match[] = [];
  const taught = trigger.senses.filter((sense) => sense.taught);
  for (const sense of [...taught, ...trigger.senses.filter((s) => !s.taught)]) {
    const { frame } = sense;
    if (frame.event && found.some((m) => m.sense.frame.event === frame.event || replaces(m, sense))) continue;
    if (!fits(view, trigger, sense)) continue;
    const roles = fillRoles(frame, trigger, slots);
    if (frame.needs?.some((name) => !roles.has(name))) continue;
    if (frame.event && roles.size === 0) continue;
    const kept = keeps(view, trigger, sense, roles);
    if (frame.strict && !kept) continue;
    found.push({ sense, trigger, roles, slots, kept });
  }
  return found;
}

/** Whether an event that a user's frame reads in a word stands for the one that maek's own frame would read in it. */
function replaces({ sense, roles }: Match, other: Sense): boolean {
  if (!sense.taught || other.taught || !sense.frame.event) return false;
  return EVENT_ROLES.some((role) => role !== "place" && roles.has(role));
}

function fits(view: SentenceView, trigger: Trigger, { frame }: Sense): boolean {
  if (frame.only === "verb" && trigger.mode !== "verb") return false;
  if (frame.only === "noun" && trigger.mode === "verb") return false;
  if (!frame.title) return true;
  return view.titles.some((t) => t.last < trigger.word && trigger.word - t.last <= 1);
}

/** Soft conditions: they do not forbid a match, but a match that keeps them is likelier right. */
function keeps(
  view: SentenceView,
  trigger: Trigger,
  { frame, listed }: Sense,
  roles: ReadonlyMap<RoleName, readonly Filled[]>,
): boolean {
  if (frame.light && trigger.mode !== "light" && trigger.mode !== "verb") return false;
  if (frame.verbs && !(trigger.clause && listed?.has(trigger.clause.predicate.lemma))) return false;
  if (frame.amount && amountsNear(view, trigger).length === 0) return false;
  if (frame.amountUnit && !amountsNear(view, trigger).some((a) => frame.amountUnit?.includes(a.unit))) return false;
  return !frame.pair || new Set(roles.get("participant")?.map((f) => f.site.entity.key)).size >= 2;
}

/** Amounts of the trigger's clause. */
export function amountsNear(view: SentenceView, trigger: Trigger) {
  const last = trigger.clause?.predicate.last ?? trigger.word;
  const from = view.words[trigger.clause?.first ?? 0]?.start ?? view.sentence.start;
  const to = view.words[Math.max(last, trigger.word)]?.end ?? view.sentence.end;
  return view.amounts.filter(
    (a) => a.start >= Math.min(from, trigger.start) && a.end <= to && a.conversionOf === undefined,
  );
}

function fillSlots(trigger: Trigger): Map<Slot, Filled[]> {
  const slots = new Map<Slot, Filled[]>();
  const put = (slot: Slot, argument: Argument, quality: Quality) => {
    const list = slots.get(slot) ?? [];
    if (!list.some((f) => f.site === argument.phrase.site))
      list.push({ site: argument.phrase.site, slot: argument.slot, quality });
    slots.set(slot, list);
  };
  const has = (slot: Slot) => (slots.get(slot)?.length ?? 0) > 0;
  const heads = trigger.arguments.filter((a) => a.phrase.standing === "head");
  for (const a of heads) {
    if (a.from === "own" && a.slot !== "" && a.slot !== "는") put(a.slot, a, "own");
  }
  // "지난 3월 출시한 별하는": a thing that is modified does nothing, it is what something is done to.
  for (const a of heads) {
    if (a.from !== "gap" || has("를") || a.phrase.site.entity.kind !== "product") continue;
    if (trigger.clause?.predicate.voice === "active") put("를", { ...a, slot: "를" }, "gap");
  }
  for (const a of heads) if (a.from === "gap" && !has("가")) put("가", { ...a, slot: "가" }, "gap");
  const gapTaken = heads.some((a) => a.from === "gap" && slots.get("가")?.some((f) => f.site === a.phrase.site));
  for (const a of heads) if (a.from === "gap" && !gapTaken && !has("를")) put("를", { ...a, slot: "를" }, "gap");
  const topics = heads.filter((a) => a.from === "topic");
  if (!has("가")) for (const a of topics) put("가", a, "topic");
  else if (!has("를")) for (const a of topics) put("를", a, "topic");
  if (!has("가")) for (const a of heads) if (a.from === "carried") put("가", a, "carried");
  if (!has("가")) for (const a of heads) if (a.from === "inherited") put("가", a, "inherited");
  // In headlines and before commas the bare noun is the subject: "MBK, 홈플러스 인수한다".
  if (!has("가"))
    for (const a of heads)
      if (a.from === "own" && a.slot === "에서" && a.phrase.site.entity.kind === "organization") put("가", a, "of");
  for (const slot of ["가", "를"] as const) {
    for (const a of trigger.arguments) {
      const stands = a.slot === slot || (slot === "가" && a.slot === "는");
      if (a.phrase.standing === "of" && stands) put(slot, a, "of");
    }
  }
  // "A는 B 지분을 보유하고 있다": what stands before the object of a verb.
  if (!has("의") && trigger.mode === "verb") {
    for (const a of trigger.arguments) if (a.phrase.standing === "of" && a.slot === "를") put("의", a, "own");
  }
  return slots;
}

function fillRoles(
  frame: Frame,
  trigger: Trigger,
  slots: ReadonlyMap<Slot, readonly Filled[]>,
): Map<RoleName, Filled[]> {
  const roles = new Map<RoleName, Filled[]>();
  const used = new Set<string>();
  const passive = trigger.passive && frame.target !== undefined && frame.agent !== undefined;
  for (const name of ORDER) {
    const spec = frame[name];
    if (!spec) continue;
    let wanted: readonly Slot[] = spec.slots;
    if (passive && name === "target") wanted = ["가", "의"];
    if (passive && name === "agent") wanted = PASSIVE_AGENT;
    const filled = take(wanted, spec.kinds, slots, used, name === "participant");
    if (filled.length > 0) roles.set(name, filled);
  }
  if (!roles.has("place")) {
    const filled = take(PLACES, ["place"], slots, used, true);
    if (filled.length > 0) roles.set("place", filled);
  }
  return roles;
}

/**
 * What stands in the first of the wanted slots that holds an entity of the kinds; in all of them when `every`. What
 * stands before the head noun counts only where no head fits: "우융밍 알리바바 CEO는 … 투자한다".
 */
function take(
  wanted: readonly Slot[],
  kinds: readonly EntityKind[],
  slots: ReadonlyMap<Slot, readonly Filled[]>,
  used: Set<string>,
  every: boolean,
): Filled[] {
  const fitting = wanted.map((slot) =>
    (slots.get(slot) ?? []).filter((f) => kinds.includes(f.site.entity.kind) && !used.has(f.site.entity.key)),
  );
  const heads = fitting.map((list) => list.filter((f) => f.quality !== "of"));
  const best = heads.some((list) => list.length > 0) ? heads : fitting;
  const taken = every ? best.flat() : (best.find((list) => list.length > 0) ?? []);
  for (const f of taken) used.add(f.site.entity.key);
  return [...taken];
}
