/**
 * Labels of events: a short Korean noun phrase of words that the text uses, "알리바바 3800억위안 투자", "알리바바 매출 11% 성장".
 */
import { ontology } from "../ontology/index.ts";
import type { EventDraft } from "./draft.ts";
import { nounFor } from "./frame-lexicon.ts";

const ENOUGH = 2;
const RATE = /^%p?$/;

/** Who does it to what, the first amount, and the noun that names it; of figures the noun, the amount and its change. */
export function labelOf(draft: EventDraft, text: string): string {
  const name = (roles: readonly string[]) =>
    [...new Set(draft.roles.filter((r) => roles.includes(r.role)).map((r) => r.site.text))].slice(0, ENOUGH).join("·");
  const doers = name(["agent", "participant"]);
  const object = name(["target"]);
  const shown = (doers && object ? `${doers}의 ${object}` : doers || object) || name(["place"]);
  const noun = [draft.about, nounOf(draft, text)].filter(Boolean).join(" ");
  const { change } = draft;
  if (change === undefined) return [shown, draft.amounts[0]?.text, noun].filter(Boolean).join(" ");
  const figure = draft.amounts[0];
  const direction = figure === undefined || RATE.test(figure.unit) ? change : undefined;
  return [shown, noun, figure?.text, direction === noun ? undefined : direction].filter(Boolean).join(" ");
}

function nounOf({ eventType, word, noun, trigger }: EventDraft, text: string): string {
  const written = text.slice(trigger.start, trigger.end).trim();
  if (!word.endsWith("다")) return written;
  const known = nounFor(word, eventType) ?? nounFor(word.split(" ").at(-1) ?? "", eventType) ?? noun;
  if (known !== undefined) return known;
  const light = /^(.{2,})(?:하|되)다$/.exec(word);
  return light?.[1] ?? ontology.events[eventType]?.ko ?? word;
}
