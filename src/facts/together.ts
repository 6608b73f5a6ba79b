/**
 * Togetherness → partners_with.
 *
 * Takes a view with its clauses: "A가 B와 함께", "A와 B가 공동 주최한", "A, B 등 12개 업체들과 함께".
 */
import { isBody } from "./bodies.ts";
import type { Clause } from "./clauses.ts";
import { beside, type RelationDraft } from "./draft.ts";
import type { Phrase } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";

const WITH =
  /^(?:\([^)]*\))?\s?(?:측|팀)?(?:와|과)(?:의)? ?(함께|공동으로|공동|손잡고|손을 잡고|제휴|협력|협업|합작|컨소시엄|협약|협의)/u;
const JOINT = /공동|합작|함께|손잡|협약|제휴|컨소시엄/;

/** partners_with drafts of one sentence. */
export function readTogether(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const phrase of phrases) {
    const last = phrase.group.at(-1) ?? phrase.site;
    const match =
      isBody(phrase.site) && (WITH.exec(view.text.slice(last.end, last.end + 24)) ?? listWith(view, phrase));
    if (!match) continue;
    const clause = clauses.find(
      (c) => c.predicate.word >= last.last && c.predicate.quote === view.words[last.last]?.quote,
    );
    const subjects = clause?.arguments.filter(
      (a) => (a.slot === "가" || a.slot === "는" || a.from === "gap") && isBody(a.phrase.site),
    );
    for (const { phrase: subject } of subjects ?? []) {
      if (phrase.group.includes(subject.site)) continue;
      drafts.push(...pair(view, subject.site, phrase.site, `with/${match[1]}/${subject.standing}`));
    }
  }
  for (const phrase of phrases) {
    const { group } = phrase;
    const last = group.at(-1);
    if (group.length < 2 || !last || group[0] !== phrase.site || !group.every(isBody)) continue;
    const clause = clauses.find((c) => c.predicate.word >= phrase.end);
    if (!clause || !JOINT.test(view.text.slice(last.end, view.words[clause.predicate.last]?.end ?? last.end))) continue;
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1))
        drafts.push(...pair(view, a, b, `joint/${group.length === 2 ? "two" : "more"}`));
    });
  }
  return drafts;
}

/** "A, B 등 12개 업체들과 함께": the class noun after the list bears the particle. */
function listWith(view: SentenceView, { slot, end, standing }: Phrase): RegExpExecArray | null {
  const [before, word] = [view.words[end - 1], view.words[end]];
  if (slot !== "와" || standing !== "head" || !before || !word) return null;
  const ending = LAST_PARTICLE.exec(view.text.slice(before.start, before.end))?.[0];
  return ending ? WITH.exec(`${ending} ${view.text.slice(word.start, word.end + 8)}`) : null;
}
const LAST_PARTICLE = /[와과]$/u;

function pair(view: SentenceView, a: Site, b: Site, rule: string): RelationDraft[] {
  if (a.entity.key === b.entity.key) return [];
  return [beside(view, "partners_with", a, b, rule)];
}
