/**
 * Labels of events: a short Korean noun phrase of words that the text uses, "알리바바 3800억위안 투자".
 */
import type { Amount } from "../korean/index.ts";
import type { EventDraft } from "./draft.ts";

const ENOUGH = 2;

/** Who or what it is about, the first amount, and the word that names it. */
export function labelOf(draft: EventDraft, amounts: readonly Amount[], text: string): string {
  const names = draft.roles
    .filter((r) => r.role !== "place")
    .sort((a, b) => a.site.start - b.site.start)
    .map((r) => r.site.text);
  const shown = [...new Set(names.length > 0 ? names : draft.roles.map((r) => r.site.text))].slice(0, ENOUGH).join("·");
  const amount = amounts[0]?.text;
  return [shown, amount, nounOf(draft, text)].filter(Boolean).join(" ");
}

function nounOf(draft: EventDraft, text: string): string {
  const trigger = text.slice(draft.trigger.start, draft.trigger.end).trim();
  return draft.word.endsWith("다") ? draft.word.replace(/다$/, "기").replace(/하기$/, "") : trigger;
}
