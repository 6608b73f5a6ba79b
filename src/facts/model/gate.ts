/**
 * The gate: what the sentence does not state as a fact is not let through, however sure a model is.
 *
 * Takes an occasion, or the words that join a pair, and reads them by the same patterns of factuality as the frames:
 * negated, asked, wished, supposed and merely compared things give nothing.
 */
import type { Span } from "../../article/index.ts";
import type { Factuality } from "../../ontology/index.ts";
import type { Clause } from "../clauses.ts";
import { factualityOf } from "../factuality.ts";
import type { Trigger } from "../triggers.ts";
import type { Occasion } from "./occasions.ts";
import type { Pair } from "./pairs.ts";
import type { Scene } from "./scene.ts";

const NEAR = 2;
const COMPARED = "보다";
const INDIRECT: ReadonlySet<string> = new Set(["는지", "ㄴ지", "은지", "ㄹ지", "을지", "느냐", "냐"]);

/** An occasion as the frames' functions want it. */
export function triggerOf(occasion: Occasion): Trigger {
  const { scene, start, end, word, clause, mode, lemma } = occasion;
  const direct = clause !== undefined && (mode === "verb" || occasion.distance <= NEAR);
  const scope = direct ? scopeOf(scene, clause) : Math.max(end, scene.view.words[word]?.end ?? end);
  return {
    senses: [],
    start,
    end,
    text: lemma,
    mode: mode === "verb" ? "verb" : direct ? "light" : "noun",
    passive: clause?.predicate.voice === "passive",
    word,
    clause,
    arguments: clause?.arguments ?? [],
    scope,
  };
}

/** The factuality of what an occasion names; undefined when nothing is stated. */
export function occasionFactuality(occasion: Occasion): Factuality | undefined {
  if (occasion.clause && occasion.distance <= NEAR && asksIndirectly(occasion.scene, occasion.clause)) return undefined;
  return factualityOf(occasion.scene.view, triggerOf(occasion));
}

/** "공급하는지는 알 수 없다": what is asked within a sentence is not stated by it. */
function asksIndirectly({ view }: Scene, { predicate }: Clause): boolean {
  return view.words
    .slice(predicate.word, predicate.last + 1)
    .some((word) => word.eojeol.morphemes.some((m) => m.tag === "EC" && INDIRECT.has(m.form)));
}

/** Whether the words of a span are only asked for within their sentence. */
export function isOnlyAsked(scenes: readonly Scene[], { start, end }: Span): boolean {
  return scenes.some((scene) =>
    scene.clauses.some(
      (clause) => clause.predicate.start < end && start < clause.predicate.end && asksIndirectly(scene, clause),
    ),
  );
}

/** The factuality of the clauses that join a pair; "done" where no predicate does (titles, appositions). */
export function pairFactuality(pair: Pair): Factuality | undefined {
  const { scene, a, b } = pair;
  const phraseA = pair.carried ? undefined : scene.phrases[a.index];
  // Within one phrase it is the phrase that joins them, whatever the predicate says of it.
  const phraseB = scene.phrases[b.index];
  if (phraseA && phraseA.end === phraseB?.end) return "done";
  // "한빛전자는 나래소프트보다 크다": what is only compared stands in no relation.
  if (phraseA?.slot === COMPARED || phraseB?.slot === COMPARED) return undefined;
  const joining = scene.clauses.filter(
    (c) =>
      c.arguments.some((x) => x.phrase.site === b) &&
      c.arguments.some((x) => (pair.carried ? x.phrase.site.entity.key === a.entity.key : x.phrase.site === a)),
  );
  const clause = joining.at(0);
  if (!clause) return "done";
  const { predicate } = clause;
  return occasionFactuality({
    scene,
    start: predicate.start,
    end: predicate.end,
    word: predicate.word,
    lemma: predicate.lemma,
    mode: "verb",
    clause,
    particle: "",
    distance: 0,
  });
}

/** The end of the words that tell factuality: the predicate, and what embeds it. */
function scopeOf(scene: Scene, clause: Clause): number {
  const { predicate } = clause;
  const end = (last: number) => scene.view.words[last]?.end ?? scene.view.sentence.end;
  // "비판한 적이 없다": a dependent noun leaves it to the next predicate what is stated.
  const dependent = scene.view.words[predicate.last + 1]?.eojeol.morphemes[0]?.tag === "NNB";
  const embedded = predicate.closing === "adnominal" && dependent;
  if (!embedded && !/^(quote|complement|noun|purpose|condition)$/.test(predicate.closing)) return end(predicate.last);
  const next = scene.clauses.find((c) => c.predicate.word > predicate.last && c.predicate.quote === predicate.quote);
  return end((next ?? clause).predicate.last);
}
