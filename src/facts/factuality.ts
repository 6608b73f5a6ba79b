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

/** The factuality; or why nothing is stated: "question", or the note of the rule in factuality.json ("negation"). */
export type Standing = { readonly factuality: Factuality } | { readonly unstated: string };

interface Rule {
  readonly pattern: RegExp;
  readonly standing: Standing;
  /** Whether it may stand beyond the clause: a denial, or that nothing came of it. */
  readonly far: boolean;
}

const rules = factualityRules.rules.map(
  (rule): Rule => ({
    pattern: new RegExp(rule.pattern, "u"),
    standing: rule.status === "none" ? { unstated: rule.note } : { factuality: rule.status },
    far: rule.status === "cancelled" || rule.status === "denied",
  }),
);
const question = new RegExp(factualityRules.questions, "u");

/** The factuality of a trigger; undefined when nothing is stated (negated, asked, wished, supposed). */
export function factualityOf(view: SentenceView, trigger: Trigger): Factuality | undefined {
  const standing = standingOf(view, trigger);
  return "factuality" in standing ? standing.factuality : undefined;
}

/** The factuality of a trigger, or why nothing is stated. */
export function standingOf(view: SentenceView, trigger: Trigger): Standing {
  if (question.test(view.text.slice(view.sentence.start, view.sentence.end))) return { unstated: "question" };
  const after = view.text.slice(trigger.end, Math.max(trigger.end, trigger.scope));
  const first = rules.find(({ pattern }) => pattern.test(after));
  if (first) return first.standing;
  const beyond = view.text.slice(
    Math.max(trigger.end, trigger.scope),
    Math.max(trigger.end, trigger.reach ?? trigger.scope),
  );
  const ended = rules.find(({ far, pattern }) => far && pattern.test(beyond));
  if (ended) return ended.standing;
  return { factuality: trigger.clause && trigger.mode !== "noun" && endsInFuture(view, trigger) ? "planned" : "done" };
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
