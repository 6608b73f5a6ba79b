/**
 * Features of a pair of entities: how the sentence joins them.
 *
 * Takes a pair and its story and gives hashed keys: kinds, particles, what stands between and around, the clauses whose
 * arguments they are, titles, quotes, lists, and what the rules say of the pair.
 */
import type { Clause } from "../clauses.ts";
import type { Phrase } from "../phrases.ts";
import { titleAfter } from "../phrases.ts";
import type { SentenceView, Site } from "../view.ts";
import { Bag, bucket } from "./bag.ts";
import type { Pair } from "./pairs.ts";
import type { Story } from "./scene.ts";
import { type Token, tokensBetween, tokensOf } from "./tokens.ts";

const DISTANCES = [0, 1, 2, 3, 5, 8, 12, 20, 35, 60, 100];
const FEW = [0, 1, 2, 3, 4, 6, 9];

/** Feature keys of one pair. */
export function pairFeatures(story: Story, pair: Pair): Int32Array {
  const bag = new Bag();
  const { a, b, scene } = pair;
  const { view } = scene;
  const kinds = `${kindOf(a)}-${kindOf(b)}`;
  const plain = `${a.entity.kind}-${b.entity.kind}`;
  bag.add("bias");
  bag.add(`K${kinds}`);
  bag.add(`k${plain}`);
  const phraseA = pair.carried ? undefined : scene.phrases[a.index];
  const phraseB = scene.phrases[b.index];
  const how = pair.carried ?? "here";
  bag.both(`how=${how}`, plain);
  standing(bag, plain, how, phraseA, phraseB);
  if (pair.carried) carriedFeatures(bag, plain, how, pair);
  else betweenFeatures(bag, plain, view, a, b);
  aroundFeatures(bag, plain, view, a, b, pair.carried !== undefined);
  clauseFeatures(bag, plain, pair);
  speechFeatures(bag, plain, pair);
  nameFeatures(bag, plain, story, a, b);
  ruleFeatures(bag, plain, story, pair);
  const sentence = `${view.sentence.kind}${bucket(view.sentence.index, [0, 1, 2, 3, 6, 12])}`;
  bag.both(`at=${sentence}`, plain);
  bag.both(`people=${bucket(view.sites.length, [2, 3, 4, 6, 9, 14])}`, plain);
  return bag.keys();
}

const kindOf = (site: Site) => (site.entity.subkind ? `${site.entity.kind}.${site.entity.subkind}` : site.entity.kind);

function standing(bag: Bag, plain: string, how: string, a: Phrase | undefined, b: Phrase | undefined): void {
  const one = (p: Phrase | undefined) => (p ? `${p.standing}/${p.own}/${p.slot}${p.copula ? "/cop" : ""}` : how);
  bag.both(`pa=${one(a)}`, plain);
  bag.both(`pb=${one(b)}`, plain);
  bag.both(`pab=${one(a)}|${one(b)}`, plain);
  bag.both(`sab=${a?.slot ?? how}|${b?.slot ?? ""}`, plain);
  if (a?.standing === "of") bag.both(`ha=${a.head}`, plain);
  if (b?.standing === "of") bag.both(`hb=${b.head}`, plain);
  if (a && b && a.group.includes(b.site)) bag.both(`list=${a.group.length}`, plain);
  if (a && b && a.end === b.end) bag.both(`same phrase`, plain);
}

function carriedFeatures(bag: Bag, plain: string, how: string, { a, scene }: Pair): void {
  const age = scene.index - scene.view.document.sentences.findIndex((s) => a.start >= s.start && a.end <= s.end);
  bag.both(`age=${how}${bucket(age, [1, 2, 3, 5])}`, plain);
  bag.both(`first=${scene.view.words[0]?.eojeol.morphemes[0]?.form ?? ""}`, plain);
}

function betweenFeatures(bag: Bag, plain: string, view: SentenceView, a: Site, b: Site): void {
  const raw = view.text.slice(a.end, b.start);
  const tokens = tokensBetween(view, a.end, b.start);
  const content = tokens.filter((t) => t.content);
  const sitesBetween = view.sites.filter((s) => s.start >= a.end && s.end <= b.start);
  const titles = view.titles.filter((t) => t.start >= a.end && t.end <= b.start);
  bag.both(`d=${bucket(raw.length, DISTANCES)}`, plain);
  bag.both(`n=${bucket(sitesBetween.length, FEW)}`, plain);
  bag.both(
    `same kind between=${sitesBetween.some((s) => s.entity.kind === a.entity.kind)}${sitesBetween.some((s) => s.entity.kind === b.entity.kind)}`,
    plain,
  );
  if (raw.length <= 24) bag.both(`raw=${raw.replace(/[0-9]+/g, "0")}`, plain);
  if (tokens.length <= 8) bag.both(`seq=${tokens.map((t) => t.text).join(" ")}`, plain);
  if (content.length <= 5) bag.both(`cseq=${content.map((t) => t.text).join(" ")}`, plain);
  for (const t of content.slice(-24)) bag.both(`in=${t.text}`, plain);
  const shown = tokens.slice(-24);
  for (let i = 1; i < shown.length; i++) bag.both(`in2=${text(shown, i - 1)} ${text(shown, i)}`, plain);
  bag.both(`a1=${text(tokens, 0)}`, plain);
  bag.both(`a2=${text(tokens, 0)} ${text(tokens, 1)}`, plain);
  bag.both(`a3=${text(tokens, 0)} ${text(tokens, 1)} ${text(tokens, 2)}`, plain);
  bag.both(`b-1=${text(tokens, tokens.length - 1)}`, plain);
  bag.both(`b-2=${text(tokens, tokens.length - 2)} ${text(tokens, tokens.length - 1)}`, plain);
  if (titles.length > 0) bag.both(`title between=${titles.length}${titles[0]?.start === a.end + 1}`, plain);
  for (const mark of ["(", ")", ",", "·", "“", "”", "‘", "’", "/", "="])
    if (raw.includes(mark)) bag.both(`mark=${mark}`, plain);
  const open = raw.lastIndexOf("(");
  if (open >= 0 && !raw.includes(")", open)) bag.both(`b in parentheses`, plain);
  const later = view.text.slice(b.end, b.end + 1);
  if (/^ ?\($/.test(raw)) bag.both(`apposed(${later})`, plain);
}

function aroundFeatures(bag: Bag, plain: string, view: SentenceView, a: Site, b: Site, carried: boolean): void {
  const tokens = tokensOf(view);
  const at = tokens.findIndex((t) => t.start >= b.end);
  const after = at < 0 ? [] : tokens.slice(at, at + 8);
  bag.both(`b1=${text(after, 0)}`, plain);
  bag.both(`b2=${text(after, 0)} ${text(after, 1)}`, plain);
  bag.both(`b3=${text(after, 0)} ${text(after, 1)} ${text(after, 2)}`, plain);
  for (const t of after.filter((t) => t.content)) bag.both(`post=${t.text}`, plain);
  if (!carried) {
    const from = tokens.findIndex((t) => t.end > a.start);
    const before = tokens.slice(Math.max(0, from - 4), Math.max(0, from));
    bag.both(`-1=${text(before, before.length - 1)}`, plain);
    bag.both(`-2=${text(before, before.length - 2)} ${text(before, before.length - 1)}`, plain);
    for (const t of before.filter((t) => t.content)) bag.both(`pre=${t.text}`, plain);
  }
  for (const [name, site] of [
    ["A", a],
    ["B", b],
  ] as const) {
    if (site.entity.kind !== "person" || (carried && site === a)) continue;
    const title = titleAfter(view, site);
    if (!title) continue;
    const inner = site === a && title.end > b.start ? "over" : "near";
    bag.both(`title${name}=${inner}`, plain);
    bag.both(`title${name}=${title.text}`, plain);
    bag.both(`title${name}=…${title.text.slice(-2)}/${inner}`, plain);
  }
  const next = view.titles.find((t) => t.start >= b.end && t.start - b.end <= 1);
  if (next) bag.both(`B+title=${next.text.slice(-2)}`, plain);
}

function clauseFeatures(bag: Bag, plain: string, { a, b, scene, carried }: Pair): void {
  for (const clause of scene.clauses) {
    const ofA = clause.arguments.find((x) =>
      carried ? x.phrase.site.entity.key === a.entity.key : x.phrase.site === a,
    );
    const ofB = clause.arguments.find((x) => x.phrase.site === b);
    if (!ofA && !ofB) continue;
    const { lemma, voice, closing } = clause.predicate;
    const side = (x: typeof ofA) =>
      x ? `${x.phrase.standing === "of" ? "of:" : ""}${x.slot}${x.from === "own" ? "" : `/${x.from}`}` : "";
    if (ofA && ofB) {
      bag.both(`cl=${lemma}`, plain);
      bag.both(`cl=${lemma}|${side(ofA)}|${side(ofB)}|${voice}`, plain);
      bag.both(`cs=${side(ofA)}|${side(ofB)}|${voice}`, plain);
      bag.both(`cc=${closing}|${side(ofA)}|${side(ofB)}`, plain);
      for (const noun of objectsOf(scene.view, clause)) {
        bag.both(`co=${noun}`, plain);
        bag.both(`co=${noun}|${lemma}`, plain);
        bag.both(`co=${noun}|${side(ofA)}|${side(ofB)}`, plain);
      }
    } else if (ofA) bag.both(`ca=${lemma}|${side(ofA)}`, plain);
    else if (ofB) bag.both(`cb=${lemma}|${side(ofB)}`, plain);
  }
  const last = scene.clauses.at(-1)?.predicate;
  if (last) bag.both(`main=${last.lemma}`, plain);
}

/** Nouns with an object, dative or instrumental particle in the words before the predicate. */
export function objectsOf(view: SentenceView, clause: Clause): string[] {
  const found: string[] = [];
  for (let i = clause.predicate.word - 1; i >= Math.max(clause.first, clause.predicate.word - 4); i--) {
    const word = view.words[i];
    if (!word || word.site) continue;
    const particle = word.eojeol.particles.at(-1) ?? "";
    if (!/^(을|를|에|로|으로|과|와|이|가)$/.test(particle)) continue;
    found.push(
      view.text.slice(word.eojeol.stem.start, word.eojeol.stem.end).slice(-4) +
        (/[을를]/.test(particle) ? "를" : particle),
    );
  }
  return found;
}

function speechFeatures(bag: Bag, plain: string, { a, b, scene, carried }: Pair): void {
  const { view, sayings } = scene;
  const quoteOf = (s: Site) => view.words[s.first]?.quote ?? -1;
  const qa = carried ? "c" : quoteOf(a) >= 0 ? "q" : "-";
  const qb = quoteOf(b) >= 0 ? "q" : "-";
  const same = !carried && quoteOf(a) === quoteOf(b);
  bag.both(`quotes=${qa}${qb}${same}`, plain);
  for (const saying of sayings) {
    const speakerA = saying.speaker.entity.key === a.entity.key;
    const speakerB = saying.speaker.entity.key === b.entity.key;
    const said = (s: Site) => saying.said.some(([first, last]) => s.first >= first && s.first <= last);
    const sb = said(b);
    const sa = !carried && said(a);
    const shape = `${speakerA ? "A" : speakerB ? "B" : "-"}${sa ? "a" : ""}${sb ? "b" : ""}`;
    const other = speakerA ? b : a;
    const slot = scene.phrases[other.index];
    bag.both(`say=${shape}`, plain);
    bag.both(`say=${shape}|${saying.verb.predicate.lemma}`, plain);
    if ((speakerA && sb) || (speakerB && sa)) {
      bag.both(`sayslot=${shape}|${slot?.standing}|${slot?.slot}|${qb}`, plain);
      const earlier = view.sites.filter((s) => said(s) && s.start < other.start && s.entity.key !== other.entity.key);
      bag.both(`sayrank=${shape}${bucket(earlier.length, FEW)}`, plain);
      bag.both(`sayrank=${shape}|${slot?.standing}|${slot?.slot}|${bucket(earlier.length, FEW)}`, plain);
    }
  }
}

function nameFeatures(bag: Bag, plain: string, story: Story, a: Site, b: Site): void {
  for (const [name, site] of [
    ["A", a],
    ["B", b],
  ] as const) {
    if (site.entity.kind === "person") continue;
    bag.both(`${name}…${site.text.slice(-1)}`, plain);
    bag.both(`${name}…${site.text.slice(-2)}`, plain);
    if (site.entity.kind === "place" || site.entity.kind === "organization") bag.both(`${name}=${site.text}`, plain);
  }
  if (a.text.startsWith(b.text) || a.text.endsWith(b.text)) bag.both(`A holds B`, plain);
  if (b.text.startsWith(a.text) || b.text.endsWith(a.text)) bag.both(`B holds A`, plain);
  if (a.text.slice(0, 2) === b.text.slice(0, 2)) bag.both(`alike`, plain);
  const spread = (s: Site) => bucket(story.spread.get(s.entity.key) ?? 0, [1, 2, 3, 5]);
  bag.both(`spread=${spread(a)}${spread(b)}`, plain);
  const main = (s: Site) => story.headline.some((h) => h.entity.key === s.entity.key);
  bag.both(`main=${main(a)}${main(b)}`, plain);
}

function ruleFeatures(bag: Bag, plain: string, story: Story, { a, b, scene }: Pair): void {
  let any = false;
  for (const d of scene.relations) {
    const forward = d.head.entity.key === a.entity.key && d.tail.entity.key === b.entity.key;
    const backward = d.head.entity.key === b.entity.key && d.tail.entity.key === a.entity.key;
    if (!forward && !backward) continue;
    any = true;
    const way = forward ? ">" : "<";
    bag.both(`rule=${d.kind}${way}`, plain);
    bag.add(`rule=${d.rule}${way}`);
    bag.add(`rule=${d.kind}${way}${d.factuality}`);
    for (const trait of d.traits) bag.add(`rt=${trait}${way}`);
  }
  if (!any) bag.add("no rule");
  for (const way of [">", "<"] as const) {
    const [h, t] = way === ">" ? [a, b] : [b, a];
    for (const kind of story.drawn.get(`${h.entity.key}\n${t.entity.key}`) ?? [])
      bag.both(`drawn=${kind}${way}`, plain);
  }
  for (const e of scene.events) {
    const ra = e.roles.find((r) => r.site.entity.key === a.entity.key);
    const rb = e.roles.find((r) => r.site.entity.key === b.entity.key);
    if (ra && rb) {
      bag.both(`ev=${e.eventType}|${ra.role}|${rb.role}`, plain);
      bag.add(`ew=${e.word}|${ra.role}|${rb.role}`);
    } else if (ra) bag.add(`eva=${e.eventType}|${ra.role}|${plain}`);
    else if (rb) bag.add(`evb=${e.eventType}|${rb.role}|${plain}`);
  }
}

function text(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text ?? "^";
}
