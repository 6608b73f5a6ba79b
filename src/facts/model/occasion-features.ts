/**
 * Features of an occasion: whether its word names an event here, and of which type.
 *
 * Takes an occasion and its story and gives hashed keys: the word and its endings, the words around, the arguments of its
 * clause by particle and kind, amounts and dates, the place in the article, and what the frames say.
 */
import { Bag, bucket } from "./bag.ts";
import { occasionFactuality } from "./gate.ts";
import type { Occasion } from "./occasions.ts";
import { objectsOf } from "./pair-features.ts";
import type { Story } from "./scene.ts";
import { tokensOf } from "./tokens.ts";

/** Feature keys of one occasion. */
export function occasionFeatures(story: Story, occasion: Occasion): Int32Array {
  const bag = new Bag();
  const { scene, lemma, mode, clause, word } = occasion;
  const { view } = scene;
  const L = `${mode}:${lemma}`;
  const short = lemma.endsWith("다") && mode === "verb" ? lemma : lemma.slice(-2);
  bag.add("bias");
  bag.add(`mode=${mode}`);
  bag.add(`L=${lemma}`);
  bag.add(`LM=${L}`);
  for (const n of [1, 2, 3]) bag.add(`…${n}${lemma.slice(-n)}${mode}`);
  bag.add(`2…${lemma.slice(0, 2)}`);
  wordFeatures(bag, occasion, short);
  if (clause) clauseFeatures(bag, occasion, short);
  const sentence = `${view.sentence.kind}${bucket(view.sentence.index, [0, 1, 2, 3, 6, 12])}`;
  bag.both(`at=${sentence}`, short);
  bag.both(`sites=${bucket(view.sites.length, [0, 1, 2, 3, 5])}`, short);
  for (const kind of new Set(view.sites.map((s) => s.entity.kind))) bag.both(`has ${kind}`, short);
  bag.both(`quote=${(view.words[word]?.quote ?? -1) >= 0}`, short);
  bag.both(`fact=${occasionFactuality(occasion) ?? "none"}`, short, mode);
  quantities(bag, occasion, short);
  frameFeatures(bag, occasion, short);
  repeated(bag, story, occasion, short);
  return bag.keys();
}

function wordFeatures(
  bag: Bag,
  { scene, word, start, end, particle, distance, mode, clause }: Occasion,
  short: string,
) {
  const { view } = scene;
  const tokens = tokensOf(view);
  const first = tokens.findIndex((t) => t.end > start);
  const after = tokens.filter((t) => t.start >= end).slice(0, 5);
  const before = tokens.slice(Math.max(0, first - 4), Math.max(0, first));
  const at = (list: typeof before, i: number) => list[i]?.text ?? "^";
  bag.both(`-1=${at(before, before.length - 1)}`, short);
  bag.both(`-2=${at(before, before.length - 2)} ${at(before, before.length - 1)}`, short);
  bag.both(`+1=${at(after, 0)}`, short);
  bag.both(`+2=${at(after, 0)} ${at(after, 1)}`, short);
  bag.add(`+3=${at(after, 0)} ${at(after, 1)} ${at(after, 2)}`);
  for (const t of [...before, ...after]) if (t.content) bag.both(`near=${t.text}`, short);
  for (let i = 1; i <= 2; i++) {
    const prior = view.words[word - i];
    const later = view.words[word + i];
    if (prior) bag.both(`w-${i}=${view.text.slice(prior.eojeol.stem.start, prior.eojeol.stem.end).slice(-3)}`, short);
    if (later) bag.both(`w+${i}=${view.text.slice(later.eojeol.stem.start, later.eojeol.stem.end).slice(-3)}`, short);
  }
  if (mode === "noun") {
    bag.both(`p=${particle}`, short);
    bag.both(`dist=${bucket(distance, [0, 1, 2, 3, 5, 8])}`, short);
    if (clause) {
      bag.both(`pred=${clause.predicate.lemma}`, short);
      bag.both(`pred=${particle}${bucket(distance, [0, 1, 2, 4])}${clause.predicate.lemma}`, short);
    }
    const next = view.words[word + 1];
    if (next?.site) bag.both(`+name=${next.site.entity.kind}`, short);
  }
  const own = view.words[word];
  const site = view.sites.find((s) => s.last === word || s.last === word - 1);
  if (site) bag.both(`name-1=${site.entity.kind}${site.last === word}`, short);
  const shape = own
    ? view.text
        .slice(own.start, own.end)
        .replace(/[0-9]+/g, "0")
        .slice(-3)
    : "";
  bag.add(`shape=${shape}`);
}

function clauseFeatures(bag: Bag, { scene, clause, mode }: Occasion, short: string): void {
  if (!clause) return;
  const { predicate } = clause;
  bag.both(`voice=${predicate.voice}`, short);
  bag.both(`closing=${predicate.closing}`, short, mode);
  const morphemes = scene.view.words.slice(predicate.word, predicate.last + 1).flatMap((w) => w.eojeol.morphemes);
  const endings = morphemes.filter((m) => /^(EP|EF|EC|ETM|ETN)$/.test(m.tag)).map((m) => m.form);
  bag.both(`end=${endings.join("+")}`, short, mode);
  bag.both(`ep=${morphemes.some((m) => m.tag === "EP" && /[았었였]/.test(m.form))}`, short, mode);
  for (const noun of objectsOf(scene.view, clause)) bag.both(`obj=${noun}`, short, mode);
  const kinds = new Set<string>();
  for (const x of clause.arguments) {
    const of = x.phrase.standing === "of" ? "of:" : "";
    bag.both(`arg=${of}${x.slot}:${x.phrase.site.entity.kind}`, short, mode);
    bag.both(`arg=${of}${x.slot}${x.from === "own" ? "" : `/${x.from}`}`, short, mode);
    kinds.add(`${of}${x.slot}:${x.phrase.site.entity.kind}`);
  }
  if (kinds.size === 0) bag.both("no args", short, mode);
  bag.both(`args=${[...kinds].sort().join(" ")}`, short);
}

function quantities(bag: Bag, { scene, start, end, clause }: Occasion, short: string): void {
  const { view } = scene;
  const from = clause ? Math.min(start, view.words[clause.first]?.start ?? start) : start - 30;
  const to = clause ? Math.max(end, view.words[clause.predicate.last]?.end ?? end) : end + 30;
  const within = (s: { start: number; end: number }) => s.start >= from && s.end <= to;
  for (const amount of view.document.amounts) if (within(amount)) bag.both(`unit=${amount.unit}`, short);
  if (view.document.dates.some(within)) bag.both("dated", short);
}

function frameFeatures(bag: Bag, { scene, start, end }: Occasion, short: string): void {
  let any = false;
  for (const e of scene.events) {
    const over = e.trigger.start < end && start < e.trigger.end;
    if (!over) {
      bag.both(`frame beside=${e.eventType}`, short);
      continue;
    }
    any = true;
    bag.both(`frame=${e.eventType}`, short);
    bag.add(`rule=${e.rule}`);
    for (const trait of e.traits) bag.add(`trait=${trait}`);
    bag.both(
      `roles=${e.eventType}${e.roles
        .map((r) => r.role)
        .sort()
        .join("+")}`,
      short,
    );
  }
  if (!any) bag.both("no frame", short);
}

/** An event that the article names again is told once, where most is told. */
function repeated(bag: Bag, story: Story, { scene, lemma, mode }: Occasion, short: string): void {
  const stem = mode === "verb" && lemma.endsWith("다") ? "" : lemma.slice(-2);
  if (stem === "") return;
  const holding = story.holding(stem);
  const earlier = holding.filter((s) => s.index < scene.index);
  const later = holding.length - earlier.length - 1;
  bag.both(`earlier=${bucket(earlier.length, [0, 1, 2, 4])}`, short);
  bag.both(`later=${bucket(later, [0, 1, 2, 4])}`, short);
  if (earlier.some((s) => s.view.sentence.kind === "headline")) bag.both("in headline", short);
}
