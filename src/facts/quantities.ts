/**
 * Quantities of an event: which amounts and which date of its sentence are its own.
 *
 * Takes a trigger among the other triggers of its sentence. An amount that stands in the noun phrase of another event
 * ("나스닥 상장과 6개사 분할") is that event's. The date of a clause that modifies the trigger ("지난 17일 주재한 좌담회") goes
 * before the dates of the clause around it; what is only compared with (지난해보다) or counted back from (7년 만에) is no date
 * of the event.
 */
import type { Amount, DateExpression } from "../korean/index.ts";
import { quantityWords } from "./lexicon.ts";
import { amountsNear } from "./match.ts";
import { sortOf } from "./phrases.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView } from "./view.ts";

const compared = new RegExp(quantityWords.compared, "u");
const since = new RegExp(quantityWords.since, "u");

/** The amounts of an event, in order, without conversions. */
export function amountsOf(view: SentenceView, trigger: Trigger, others: readonly Trigger[]): Amount[] {
  return amountsNear(view, trigger).filter((a) => !ofAnother(view, a, trigger, others));
}

/** Whether an amount without a case stands before another event's noun: its noun phrase holds that noun, not this one. */
function ofAnother(view: SentenceView, amount: Amount, trigger: Trigger, others: readonly Trigger[]): boolean {
  if (trigger.mode === "verb" || trigger.mode === "light") return false;
  const end = phraseEnd(view, amount);
  const holds = (t: Trigger) => t.mode !== "verb" && t.start >= amount.end && t.word <= end;
  return !holds(trigger) && others.some(holds);
}

/** The last word of the noun phrase that an amount begins. */
function phraseEnd(view: SentenceView, amount: Amount): number {
  let index = view.words.findIndex((w) => amount.end <= w.end);
  if (index < 0) return -1;
  for (; index < view.words.length - 1; index++) {
    const particles = view.words[index]?.eojeol.particles.join("") ?? "";
    if ((particles !== "" && particles !== "의") || /[,)]$/.test(textAt(view, index))) break;
    const next = view.words[index + 1];
    if (!next || sortOf(next) === "other") {
      if (!next || next.eojeol.particles.length === 0) break;
    }
  }
  return index;
}

function textAt(view: SentenceView, index: number): string {
  return view.text.slice(view.words[index]?.start, view.words[index]?.end);
}

/** The date of an event; undefined when the sentence gives none for it. */
export function timeOf(view: SentenceView, trigger: Trigger): DateExpression | undefined {
  const dates = view.dates.filter((d) => tells(view, d));
  const start = (index: number) => view.words[index]?.start ?? view.sentence.start;
  const { relative } = trigger;
  const inside =
    relative && dates.findLast((d) => d.start >= start(relative.first) && d.end <= relative.predicate.start);
  if (inside) return inside;
  const quote = view.words[trigger.word]?.quote;
  const before = dates.filter((d) => d.end <= trigger.start && quoteAt(view, d) === quote);
  return before.findLast((d) => d.start >= start(trigger.clause?.first ?? 0)) ?? before.at(-1);
}

function quoteAt(view: SentenceView, date: DateExpression): number | undefined {
  return view.words.find((w) => date.start < w.end)?.quote;
}

function tells(view: SentenceView, date: DateExpression): boolean {
  const after = view.text.slice(date.end, Math.min(view.sentence.end, date.end + 12));
  return !compared.test(after) && !since.test(date.text) && !since.test(date.text + after.slice(0, 3));
}
