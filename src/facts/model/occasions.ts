/**
 * Occasions: the words of a sentence that may name an event, with what the sentence says around them.
 *
 * Takes a scene and gives every predicate and every noun that is no name: the model decides which are events.
 */
import type { Span } from "../../article/index.ts";
import type { Clause } from "../clauses.ts";
import type { Word } from "../view.ts";
import type { Scene } from "./scene.ts";

export interface Occasion extends Span {
  readonly scene: Scene;
  readonly word: number;
  /** The verb's dictionary form; of noun + 하다, and of a noun, the noun. */
  readonly lemma: string;
  readonly mode: "verb" | "noun";
  /** The clause whose predicate this is, or that the noun belongs to. */
  readonly clause: Clause | undefined;
  /** Of a noun: its particle, and how many words lie between it and its predicate. */
  readonly particle: string;
  readonly distance: number;
}

const NOUN = /^(NNG|NNP|XR|XPN|XSN|SL|SH|NNB)$/;

export function findOccasions(scene: Scene): Occasion[] {
  const { view, clauses } = scene;
  const found: Occasion[] = [];
  for (const clause of clauses) {
    const { predicate } = clause;
    if (predicate.lemma === "이다" || predicate.lemma.length < 2) continue;
    found.push({
      scene,
      start: predicate.start,
      end: predicate.end,
      word: predicate.word,
      lemma: predicate.nominal ? predicate.lemma : predicate.lemma,
      mode: "verb",
      clause,
      particle: "",
      distance: 0,
    });
  }
  for (const word of view.words) {
    const run = lastNoun(scene, word);
    if (!run) continue;
    if (found.some((o) => o.mode === "verb" && o.start < run.end && run.start < o.end)) continue;
    const clause = clauses.find((c) => c.predicate.word >= word.index && c.predicate.quote === word.quote);
    found.push({
      scene,
      ...run,
      word: word.index,
      lemma: view.text.slice(run.start, run.end),
      mode: "noun",
      clause,
      particle: word.eojeol.particles.join(""),
      distance: clause ? clause.predicate.word - word.index : 99,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The last run of noun morphemes in a word, outside names and titles. */
function lastNoun(scene: Scene, word: Word): Span | undefined {
  const { view } = scene;
  const names = [...view.sites, ...view.titles].filter((s) => s.first <= word.index && s.last >= word.index);
  let run: { start: number; end: number } | undefined;
  let open = false;
  for (const m of word.eojeol.morphemes) {
    const noun = NOUN.test(m.tag) && !names.some((n) => m.start < n.end && n.start < m.end);
    if (!noun) open = false;
    else if (open && run && run.end >= m.start) run.end = Math.max(run.end, m.end);
    else {
      run = { start: m.start, end: m.end };
      open = true;
    }
  }
  return run && run.end - run.start >= 2 ? run : undefined;
}
