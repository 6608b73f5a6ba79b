/**
 * What the confidence of an event is weighed by, besides its rule: how it was found, and what stands around it.
 *
 * Takes a match of a frame and gives names of traits; scripts/measure-facts.ts learns what each is worth. A trait that
 * begins with "*" is of all events, one with a type of that type alone.
 */
import { EVENT_ROLES } from "./frame-lexicon.ts";
import { amountsNear, type Match, type Quality } from "./match.ts";
import { type SentenceView, stemOf } from "./view.ts";

/** The traits of a match of an event frame. */
export function eventTraits(view: SentenceView, match: Match, eventType: string, quality: Quality): string[] {
  const { sense, trigger } = match;
  const filled = EVENT_ROLES.filter((role) => match.roles.has(role));
  const closing = trigger.clause?.predicate.closing ?? "none";
  const tense = tenseOf(view, match);
  const traits = [
    `${eventType}/${sense.word}`,
    `${eventType}/*/${trigger.mode}/${quality}`,
    `${eventType}/*/${trigger.mode}`,
    `*/${trigger.mode}/${quality}`,
    `${eventType}=${filled.join("+")}`,
    `${eventType}>${closing}`,
    `*>${trigger.mode}>${closing}`,
    `*~${trigger.mode}~${closing}~${tense}`,
    `${eventType}~${tense}`,
  ];
  for (const role of filled) {
    for (const { site, slot, quality: how } of match.roles.get(role) ?? []) {
      traits.push(`${eventType}=${role}:${site.entity.kind}:${slot}`, `*=${role}:${site.entity.kind}:${how}`);
    }
  }
  if (amountsNear(view, trigger).length > 0) traits.push(`${eventType}#`, `${eventType}/${sense.word}#`);
  if (match.kept) traits.push(`${eventType}+`, `${eventType}/${sense.word}+`);
  if (trigger.mode !== "verb") traits.push(...nounTraits(view, match, eventType));
  const dated = view.dates.some(
    (d) => d.end <= trigger.end && d.start >= (view.words[trigger.clause?.first ?? 0]?.start ?? 0),
  );
  if (dated) traits.push("*dated", `${eventType}/dated`);
  const { text } = view;
  if (view.sentence.index > 0 && view.document.sentences[0]) {
    const { start, end } = view.document.sentences[0];
    const headline = text.slice(start, end);
    if (headline.includes(trigger.text)) traits.push("*headlined", `${eventType}/headlined`);
    const mains = filled.filter((role) => role !== "place").flatMap((role) => match.roles.get(role) ?? []);
    const known = mains.some(({ site }) => site.entity.mentions.some((m) => m.start < end));
    traits.push(known ? "*known" : "*unknown");
  }
  return traits;
}

/** Of a noun: the verb that its phrase belongs to, and the nouns beside it. */
function nounTraits(view: SentenceView, { trigger, sense }: Match, eventType: string): string[] {
  const traits: string[] = [];
  const lemma = trigger.clause?.predicate.lemma;
  if (lemma !== undefined && trigger.mode !== "chain") traits.push(`*^${lemma}`, `${eventType}^${lemma}`);
  const word = view.words[trigger.word];
  const next = view.words[trigger.word + 1];
  if (trigger.mode === "chain" && word) {
    const tail = view.text.slice(trigger.end, word.end);
    const noun = /^[가-힣]+$/.test(tail) ? tail : next ? stemOf(view, next) : "";
    traits.push(`*+${noun}`, `${eventType}+${noun}`);
  } else if (word) traits.push(`*_${word.eojeol.particles.join("")}`, `${eventType}_${word.eojeol.particles.join("")}`);
  const before = view.text[trigger.start - 1];
  traits.push(`*${before === undefined || /\s/.test(before) ? "whole" : "part"}/${trigger.mode}`);
  if (trigger.text !== sense.word) traits.push("*inflected");
  return traits;
}

/** Whether the predicate is in the past, in the future or in neither. */
function tenseOf(view: SentenceView, { trigger }: Match): string {
  const predicate = trigger.clause?.predicate;
  if (!predicate) return "none";
  const words = view.words.slice(predicate.word, predicate.last + 1);
  const morphemes = words.flatMap((w) => w.eojeol.morphemes).filter((m) => m.start >= predicate.start);
  if (morphemes.some((m) => m.tag === "EP" && /[았었였ㅆ]/.test(m.form))) return "past";
  const ending = morphemes.findLast((m) => m.tag === "ETM");
  if (ending)
    return /[ㄹ을]/.test(ending.form)
      ? "future"
      : /[ㄴ은]/.test(ending.form) && ending.form !== "는"
        ? "past"
        : "present";
  return "present";
}
