/**
 * Frames → drafts: events with their roles, time and amounts, and the relations that predicates state.
 */
import { allowsRelation, isSymmetric, type Ontology, type Role } from "../ontology/index.ts";
import { cover, type DraftRole, type EventDraft, elsewhere, type RelationDraft } from "./draft.ts";
import { factualityOf } from "./factuality.ts";
import { EVENT_ROLES, type FrameLexicon, LIGHT, nounFor, type RoleName } from "./frame-lexicon.ts";
import { SLOTS, type Slot } from "./lexicon.ts";
import { type Filled, type Match, matchFrames, type Quality } from "./match.ts";
import { sortOf } from "./phrases.ts";
import { amountsOf, timeOf } from "./quantities.ts";
import { eventTraits } from "./traits.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView, Site, Word } from "./view.ts";

const WORST: readonly Quality[] = ["own", "gap", "topic", "carried", "of", "inherited"];

/** What the frames say about one sentence. */
export function readFrames(
  view: SentenceView,
  triggers: readonly Trigger[],
  lexicon: FrameLexicon,
): { events: EventDraft[]; relations: RelationDraft[] } {
  const events: EventDraft[] = [];
  const relations: RelationDraft[] = [];
  for (const trigger of triggers) {
    const factuality = factualityOf(view, trigger);
    if (!factuality) continue;
    for (const match of matchFrames(view, trigger)) {
      const event = eventOf(view, match, factuality, triggers);
      if (event) events.push(event);
      relations.push(...relationsOf(view, match, factuality, lexicon.ontology));
    }
  }
  return { events, relations };
}

function eventOf(
  view: SentenceView,
  match: Match,
  factuality: EventDraft["factuality"],
  triggers: readonly Trigger[],
): EventDraft | undefined {
  const { sense, trigger } = match;
  const eventType = sense.frame.event;
  if (!eventType) return undefined;
  const roles: DraftRole[] = [];
  for (const role of EVENT_ROLES) {
    for (const { site } of match.roles.get(role) ?? []) {
      if (roles.some((r) => r.site.entity.key === site.entity.key)) continue;
      const evidence = within(view, trigger, site);
      roles.push({ role: role as Role, site, evidence, ...elsewhere(view.sentence, [site]) });
    }
  }
  if (!roles.some((r) => r.role !== "place") && !placesSuffice(eventType, roles)) return undefined;
  const quality = worstOf(EVENT_ROLES.filter((r) => r !== "place").flatMap((r) => match.roles.get(r) ?? []));
  const time = timeOf(view, trigger);
  const about = aboutOf(view, trigger, roles);
  const noun = sense.frame.words.find((word) => !word.endsWith("다"));
  const change = changeOf(trigger, sense.listed);
  return {
    type: "event",
    eventType,
    trigger: { start: trigger.start, end: trigger.end },
    word: sense.word,
    ...(noun !== undefined && { noun }),
    roles,
    amounts: amountsOf(view, trigger, triggers),
    ...(time && { time }),
    ...(about !== undefined && { about }),
    ...(change !== undefined && { change }),
    evidence: within(view, trigger, ...roles.map((r) => r.site)),
    ...elsewhere(
      view.sentence,
      roles.map((r) => r.site),
    ),
    sentence: view.sentence.index,
    factuality,
    rule: `${eventType}/${sense.word}/${trigger.mode}`,
    traits: eventTraits(view, match, eventType, quality),
    ...(sense.taught && { taught: true }),
  };
}

/** The narrowest stretch with the trigger and those of the sites that stand in its sentence. */
function within(view: SentenceView, trigger: Trigger, ...sites: readonly Site[]) {
  const here = sites.filter((s) => s.start >= view.sentence.start && s.end <= view.sentence.end);
  return cover({ start: trigger.start, end: trigger.end }, ...here);
}

/** Where a thing happened is who it happened to, for what befalls places. */
function placesSuffice(eventType: string, roles: readonly DraftRole[]): boolean {
  return roles.length > 0 && /^(accident|conflict|election|market|construction|launch|meeting)$/.test(eventType);
}

function worstOf(filled: readonly Filled[]): Quality {
  return filled.map((f) => f.quality).reduce((a, b) => (WORST.indexOf(b) < WORST.indexOf(a) ? b : a), "of" as Quality);
}

/** The bare nouns and the place right before a noun trigger: "나스닥 상장", "AI 인프라 구축". */
function aboutOf(view: SentenceView, trigger: Trigger, roles: readonly DraftRole[]): string | undefined {
  if (trigger.mode === "verb") return undefined;
  const first = view.words.findIndex((w) => trigger.start < w.end);
  let start = trigger.start;
  for (let index = first - 1; index >= Math.max(0, first - ABOUT); index--) {
    const word = view.words[index] as Word;
    const named = view.sites.find((s) => s.first <= index && s.last >= index);
    const place = named && roles.some((r) => r.role === "place" && r.site === named);
    if (word.eojeol.particles.length > 0 || word.title || word.quantity || word.quote !== view.words[first]?.quote)
      break;
    if (named ? !place : sortOf(word) !== "noun" || !BARE.test(view.text.slice(word.start, word.end))) break;
    start = named ? named.start : word.start;
    if (named) break;
  }
  const text = view.text.slice(start, trigger.start).trim();
  return text === "" ? undefined : text;
}

const ABOUT = 2;
const BARE = /^[\p{L}\p{N}·&-]+$/u;

/** How a figure changed, as a noun: 늘다 → 증가, 성장; a light verb tells no change (적자를 내다). */
function changeOf({ clause }: Trigger, verbs: ReadonlySet<string> | undefined): string | undefined {
  if (!clause || !verbs?.has(clause.predicate.lemma)) return undefined;
  const { lemma, nominal } = clause.predicate;
  if (nominal) return lemma;
  return LIGHT.has(lemma) ? undefined : nounFor(lemma);
}

function relationsOf(
  view: SentenceView,
  match: Match,
  factuality: RelationDraft["factuality"],
  by: Ontology,
): RelationDraft[] {
  const { sense, trigger } = match;
  const drafts: RelationDraft[] = [];
  for (const { kind, head, tail, hosted } of sense.frame.relations ?? []) {
    if (hosted && !trigger.hosted) continue;
    const heads = fillersOf(match, head);
    const tails = fillersOf(match, tail);
    for (const a of heads) {
      for (const b of tails) {
        if (a.site.entity.key === b.site.entity.key) continue;
        if (head === tail && (!isSymmetric(kind, by) || a.site.start > b.site.start)) continue;
        if (!allowsRelation(kind, a.site.entity.kind, b.site.entity.kind, by)) continue;
        if (kind === "competes_with" && a.site.entity.kind !== b.site.entity.kind) continue;
        const quality = WORST[Math.max(WORST.indexOf(a.quality), WORST.indexOf(b.quality))];
        drafts.push({
          type: "relation",
          kind,
          head: a.site,
          tail: b.site,
          evidence: within(view, trigger, a.site, b.site),
          ...elsewhere(view.sentence, [a.site, b.site]),
          sentence: view.sentence.index,
          factuality,
          rule: `${kind}/${trigger.hosted ? "hosted" : sense.word}/${trigger.mode}/${quality}`,
          traits: [
            `${kind}/${trigger.hosted ? "hosted" : sense.word}`,
            `${kind}/*/${trigger.mode}/${quality}`,
            `${kind}/*/${quality}`,
            `${kind}=${a.slot}-${b.slot}`,
          ],
          ...(sense.taught && { taught: true }),
        });
      }
    }
  }
  return drafts;
}

function fillersOf(match: Match, end: string): readonly Filled[] {
  if (!(SLOTS as readonly string[]).includes(end.split(" ")[0] ?? "")) return match.roles.get(end as RoleName) ?? [];
  for (const slot of end.split(" ") as Slot[]) {
    const filled = match.slots.get(slot);
    if (filled && filled.length > 0) return filled;
  }
  return [];
}
