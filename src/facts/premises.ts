/**
 * Premises → located_in: "한국GM 부평 공장", "이 회사는 자싱 공장을", "부평 본사에서".
 *
 * Takes a view with its phrases; a place before a noun for premises (본사, 공장, 매장 …: graph/lexicon) is where the company
 * right before it has them, or the one that the sentence or the sentences before are about.
 */
import { isBody } from "./bodies.ts";
import type { Context } from "./context.ts";
import { beside, cover, elsewhere, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";
import { PREMISES } from "./words.ts";

const BEFORE = /^(?:의|\([^)]*\))? $/u;
const NOUN = new RegExp(`^(?:의|에 있는| 현지| 인근)? ?[‘'“"]?(?:제?\\d+ ?)?(${PREMISES.join("|")})`, "u");

/** located_in drafts of one sentence. */
export function readPremises(view: SentenceView, phrases: readonly Phrase[], context: Context): RelationDraft[] {
  return view.sites.flatMap((place) => {
    if (place.entity.kind !== "place") return [];
    const noun = NOUN.exec(view.text.slice(place.end, Math.min(view.sentence.end, place.end + 20)))?.[1];
    if (noun === undefined) return [];
    const previous = view.sites[place.index - 1];
    const owner = previous && isBody(previous) && BEFORE.test(view.text.slice(previous.end, place.start));
    if (owner) return [draftOf(view, previous, place, `before/${noun}`, noun)];
    const subject = phrases.findLast(
      (p) =>
        p.site.end <= place.start && p.standing === "head" && (p.slot === "는" || p.slot === "가") && isBody(p.site),
    )?.site;
    if (subject) return [draftOf(view, subject, place, `subject/${noun}`, noun)];
    return context.company ? [draftOf(view, context.company, place, `context/${noun}`, noun)] : [];
  });
}

function draftOf(view: SentenceView, owner: Site, place: Site, how: string, noun: string): RelationDraft {
  return {
    ...beside(view, "located_in", owner, place, `premises/${how}`),
    evidence: owner.start >= view.sentence.start ? cover(owner, place) : { start: place.start, end: place.end },
    ...elsewhere(view.sentence, [owner]),
    traits: [`located_in/premises/${how.split("/")[0]}`, `located_in/premises ${noun}`, "located_in/premises"],
  };
}
