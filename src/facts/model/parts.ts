/**
 * Parts: the entities that may play a role in an event, and the features of each.
 *
 * Takes an occasion and gives the entities of its sentence, by the mention nearest to it, and those that the sentences
 * before were about; gives hashed keys for (event type, occasion, entity).
 */
import type { SentenceView, Site } from "../view.ts";
import { Bag, bucket } from "./bag.ts";
import type { Occasion } from "./occasions.ts";
import type { Story } from "./scene.ts";
import { tokensBetween, tokensOf } from "./tokens.ts";

export interface Part {
  readonly site: Site;
  /** Where it stands: in the sentence, or carried from earlier ones. */
  readonly from: "here" | "topic" | "company" | "person" | "before" | "headline";
}

export function findParts(story: Story, occasion: Occasion): Part[] {
  const { scene } = occasion;
  const nearest = new Map<string, Part>();
  for (const site of scene.view.sites) {
    const known = nearest.get(site.entity.key);
    if (!known || rank(occasion, site) < rank(occasion, known.site))
      nearest.set(site.entity.key, { site, from: "here" });
  }
  const add = (site: Site | undefined, from: Part["from"]) => {
    if (site && !nearest.has(site.entity.key)) nearest.set(site.entity.key, { site, from });
  };
  for (const how of ["topic", "company", "person"] as const) add(scene.context[how], how);
  const before = story.scenes[scene.index - 1];
  if (before && before.view.sentence.kind !== "headline") for (const site of before.view.sites) add(site, "before");
  for (const site of story.headline) add(site, "headline");
  return [...nearest.values()];
}

/** How far a mention is from the occasion: its clause's arguments come first. */
function rank(occasion: Occasion, site: Site): number {
  const argument = occasion.clause?.arguments.some((x) => x.phrase.site === site) ? 0 : 1000;
  return argument + Math.abs(site.start - occasion.start);
}

const DISTANCES = [0, 1, 2, 3, 5, 8, 12, 20, 35, 60, 100];

/** Feature keys of one part in an event of a type. */
export function partFeatures(
  story: Story,
  occasion: Occasion,
  part: Part,
  parts: readonly Part[],
  type: string,
): Int32Array {
  const bag = new Bag();
  const { scene, lemma, mode, clause } = occasion;
  const { site, from } = part;
  const kind = site.entity.kind;
  const fine = site.entity.subkind ? `${kind}.${site.entity.subkind}` : kind;
  const T = type;
  const TK = `${type}:${kind}`;
  const short = lemma.endsWith("다") && mode === "verb" ? lemma : lemma.slice(-2);
  const LK = `${short}:${kind}`;
  const put = (text: string) => bag.both(text, T, TK, LK);
  bag.add("bias");
  put(`kind=${kind}`);
  bag.both(`fine=${fine}`, T);
  put(`from=${from}`);
  put(`from=${from}/${mode}`);
  const voice = clause?.predicate.voice ?? "";
  if (from === "here") hereFeatures(put, occasion, site);
  else {
    const age =
      scene.index - scene.view.document.sentences.findIndex((s) => site.start >= s.start && site.end <= s.end);
    put(`age=${from}${bucket(age, [1, 2, 3, 5])}`);
    put(`own subject=${from}${clause?.arguments.some((x) => x.slot === "가" || x.slot === "는")}`);
  }
  const arguments_ =
    clause?.arguments.filter(
      (x) => x.phrase.site === site || (x.from === "inherited" && x.phrase.site.entity.key === site.entity.key),
    ) ?? [];
  for (const x of arguments_) {
    const shape = `${x.phrase.standing}/${x.slot}/${x.from}`;
    put(`arg=${shape}`);
    put(`arg=${shape}/${mode}/${voice}`);
    put(`arg=${shape}/${clause?.predicate.lemma}`);
    if (mode === "noun") put(`arg=${shape}/${occasion.particle}/${bucket(occasion.distance, [0, 1, 3])}`);
  }
  if (arguments_.length === 0) put(`no arg/${from}/${mode}`);
  for (const e of scene.events) {
    const over = e.trigger.start < occasion.end && occasion.start < e.trigger.end;
    const role = e.roles.find((r) => r.site.entity.key === site.entity.key)?.role;
    if (over) put(`frame=${role ?? "none"}${e.eventType === type}`);
    else if (role && e.eventType === type) put(`beside=${role}`);
  }
  const same = parts.filter((p) => p.from === "here" && p.site.entity.kind === kind).length;
  put(`same=${from}${bucket(same, [0, 1, 2, 3])}`);
  put(`parts=${from}${bucket(parts.filter((p) => p.from === "here").length, [0, 1, 2, 3, 5])}`);
  put(`main=${story.headline.some((h) => h.entity.key === site.entity.key)}${from}`);
  put(`spread=${bucket(story.spread.get(site.entity.key) ?? 0, [1, 2, 3, 5])}${from}`);
  for (const saying of scene.sayings) {
    const speaker = saying.speaker.entity.key === site.entity.key;
    const said = saying.said.some(([first, last]) => occasion.word >= first && occasion.word <= last);
    if (speaker) put(`speaker of it=${said}`);
  }
  bag.both(`…${site.text.slice(-1)}`, T);
  bag.both(`…${site.text.slice(-2)}`, T);
  return bag.keys();
}

function hereFeatures(put: (text: string) => void, occasion: Occasion, site: Site): void {
  const { scene, mode } = occasion;
  const { view } = scene;
  const phrase = scene.phrases[site.index];
  const before = site.start < occasion.start;
  const [start, end] = before ? [site.end, occasion.start] : [occasion.end, site.start];
  const raw = view.text.slice(start, end);
  const tokens = tokensBetween(view, start, end);
  put(`side=${before}${mode}`);
  put(`d=${before}${bucket(raw.length, DISTANCES)}`);
  put(`n=${before}${bucket(sitesBetween(view, start, end), [0, 1, 2, 3, 5])}`);
  put(
    `cl=${before}${bucket(scene.clauses.filter((c) => c.predicate.start >= start && c.predicate.end <= end).length, [0, 1, 2, 3])}`,
  );
  if (phrase) {
    put(`ph=${phrase.standing}/${phrase.own}/${phrase.slot}/${before}`);
    put(`slot=${phrase.slot}/${before}/${mode}`);
    put(`slot=${phrase.slot}/${before}/${occasion.clause?.predicate.voice ?? ""}`);
    if (phrase.standing === "of") put(`head=${phrase.head}`);
    if (phrase.group.length > 1) put("listed");
    if (phrase.end >= occasion.word && before) put("in its phrase");
  }
  if (tokens.length <= 4) put(`seq=${before}${tokens.map((t) => t.text).join(" ")}`);
  const all = tokensOf(view);
  const next = all.find((t) => t.start >= site.end);
  put(`+1=${next?.text ?? "^"}${before}`);
  put(`tail=${view.text.slice(site.end, site.end + 2)}${before}`);
  const at = all.findIndex((t) => t.end > site.start);
  put(`-1=${all[at - 1]?.text ?? "^"}`);
  const quote = (word: number) => view.words[word]?.quote ?? -1;
  put(`quotes=${quote(site.first) >= 0}${quote(occasion.word) >= 0}${quote(site.first) === quote(occasion.word)}`);
  const open = view.text.lastIndexOf("(", site.start);
  if (open >= view.sentence.start && !view.text.slice(open, site.start).includes(")")) put("in parentheses");
}

function sitesBetween(view: SentenceView, start: number, end: number): number {
  return view.sites.filter((s) => s.start >= start && s.end <= end).length;
}
