/**
 * Predicates that no frame knows: what a sentence says that maek has no word for.
 *
 * Takes the clauses and triggers of a sentence. A light verb alone says nothing, so it is given with its noun: of
 * "점검에 나섰다" not 나서다 but "점검 나서다".
 */
import type { Clause } from "./clauses.ts";
import { FUNCTIONAL, LIGHT } from "./frame-lexicon.ts";
import { sortOf } from "./phrases.ts";
import type { Predicate } from "./predicates.ts";
import type { Trigger } from "./triggers.ts";
import type { SentenceView, Word } from "./view.ts";
import { posts, SPEECH } from "./words.ts";

const HELD: ReadonlySet<string> = new Set(posts.verbs);

/** The unknown predicates of a sentence, each once; those with a named argument when there are any. */
export function unknownPredicates(
  view: SentenceView,
  clauses: readonly Clause[],
  triggers: readonly Trigger[],
): string[] {
  const unknown = clauses.filter(({ predicate }) => {
    const { lemma, start, end } = predicate;
    if (SPEECH.has(lemma) || HELD.has(lemma) || FUNCTIONAL.has(lemma) || isState(view, predicate)) return false;
    return !triggers.some(
      (t) => (t.start < end && start < t.end) || (LIGHT.has(lemma) && t.clause?.predicate === predicate),
    );
  });
  const named = unknown.filter((clause) => clause.arguments.length > 0);
  return [...new Set((named.length > 0 ? named : unknown).map(({ predicate }) => nameOf(view, predicate)))];
}

/** Adjectives and the copula say how things are, and no frame of an event or a relation is about that. */
function isState(view: SentenceView, { word, start }: Predicate): boolean {
  const morphemes = (view.words[word] as Word).eojeol.morphemes.filter((m) => m.start >= start);
  return /^(VA|XSA|VCP|VCN)$/.test(morphemes.find((m) => /^(V|XS[AV])/.test(m.tag))?.tag ?? "VCP");
}

/** Dictionary form; of a noun with 하다 the noun with 하다, of a light verb its noun before it. */
function nameOf(view: SentenceView, { lemma, nominal, word }: Predicate): string {
  const name = nominal ? `${lemma}하다` : lemma;
  if (!LIGHT.has(lemma)) return name;
  const before = view.words[word - 1];
  if (!before || before.site || sortOf(before) !== "noun") return name;
  const { stem } = before.eojeol;
  return `${view.text.slice(stem.start, stem.end)} ${name}`;
}
