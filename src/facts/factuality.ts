/**
 * Factuality: whether what a trigger names was done, is planned, alleged, denied, called off, or not stated at all.
 *
 * Takes the words after the trigger, up to the end of its clause, and reads them by the patterns of
 * graph/lexicon/factuality.json; the first that matches decides.
 */
import type { Factuality } from "../ontology/index.ts";
import { factualityRules } from "./lexicon.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView } from "./view.ts";

const rules = factualityRules.rules.map(({ status, pattern }) => ({ status, pattern: new RegExp(pattern, "u") }));
const question = new RegExp(factualityRules.questions, "u");

/** The factuality of a trigger; undefined when nothing is stated (negated, asked, wished, supposed). */
export function factualityOf(view: SentenceView, trigger: Trigger): Factuality | undefined {
  if (question.test(view.text.slice(view.sentence.start, view.sentence.end))) return undefined;
  const after = view.text.slice(trigger.end, Math.max(trigger.end, trigger.scope));
  for (const { status, pattern } of rules) {
    if (pattern.test(after)) return status === "none" ? undefined : status;
  }
  const beyond = view.text.slice(
    Math.max(trigger.end, trigger.scope),
    Math.max(trigger.end, trigger.reach ?? trigger.scope),
  );
  for (const { status, pattern } of rules) {
    if ((status === "cancelled" || status === "denied") && pattern.test(beyond)) return status;
  }
  return trigger.clause && trigger.mode !== "noun" && endsInFuture(view, trigger) ? "planned" : "done";
}

/** A future ending right on the predicate: "인수할", "인수하겠다". */
function endsInFuture(view: SentenceView, trigger: Trigger): boolean {
  const predicate = trigger.clause?.predicate;
  if (!predicate) return false;
  const morphemes = view.words[predicate.word]?.eojeol.morphemes ?? [];
  return morphemes.some(
    (m) => m.start >= predicate.start && (m.tag === "ETM" || m.tag === "EP") && factualityRules.future.includes(m.form),
  );
}
