/**
 * Noun phrases around entities: which particle an entity bears, or which noun it stands before.
 *
 * Takes a view and gives for each site how it stands in its phrase: as the head, with the phrase's case ("우융밍 알리바바
 * CEO는": 우융밍 is the topic), or before the head ("알리바바의 3분기 매출은": 알리바바 is what the topic 매출 is of).
 * Lists (A·B와 C를) pass their case to every member. The walk is over characters after the mention, by the particles in
 * graph/lexicon/cases.json, so that it does not depend on an analyzer knowing the name.
 */
import { cases, type Slot, slotOf } from "./lexicon.ts";
import type { SentenceView, Site, TitleSite, Word } from "./view.ts";

export interface Phrase {
  readonly site: Site;
  /** head: the site (or its title) is the phrase's head; of: it stands before the head noun. */
  readonly standing: "head" | "of";
  /** The particle right after the site or its title; "" when there is none. */
  readonly own: Slot | "";
  /** The case of the whole phrase; "" at the sentence's end, before a predicate, in headlines. */
  readonly slot: Slot | "";
  /** The last word of the phrase (the particle's word; of compounds, the second word). */
  readonly end: number;
  /** The head noun's text, when standing is "of". */
  readonly head: string;
  /** Whether the copula closes the phrase: "…인", "…이다". */
  readonly copula: boolean;
  /** Sites listed together with this one, itself among them. */
  readonly group: readonly Site[];
}

interface Walk {
  of: boolean;
  own: Slot | "" | undefined;
  head: string;
  etc: boolean;
}

const CLOSERS = new Set([..."”\"’'」』》〉>)]!?.…"]);
const PAIRS: Record<string, string> = { "(": ")", "（": "）", "[": "]" };
const MARKS = new Set(cases.list.marks);
const TRANSPARENT = new Set(cases.transparent);
const ETC = new Set(cases.etc);
const LISTING = new Set(cases.list.particles);
const LIST_WORDS = new Set(cases.list.words);
const NAMING = /^이?라는$/;
const PUNCTUATION = /[”"’'」』》〉>)\].,!?…·;:]+$/;

/** One phrase for each site of the sentence, in the order of the sites. */
export function readPhrases(view: SentenceView): Phrase[] {
  const found: Phrase[] = new Array(view.sites.length);
  for (const site of [...view.sites].reverse()) found[site.index] = readPhrase(view, site, found);
  const groups = found.map((phrase) => phrase.group);
  // A list is known to its first member only, while reading from the end: now the others learn of it.
  for (const group of groups) {
    for (const site of group) {
      const phrase = found[site.index] as Phrase;
      if (phrase.group.length < group.length) found[site.index] = { ...phrase, group };
    }
  }
  return found;
}

function readPhrase(view: SentenceView, site: Site, later: readonly Phrase[]): Phrase {
  const walk: Walk = { of: false, own: undefined, head: site.text, etc: false };
  const done = (slot: Slot | "", end: number, extra: Partial<Phrase> = {}): Phrase => ({
    site,
    standing: walk.of ? "of" : "head",
    own: walk.own ?? slot,
    slot,
    end,
    head: walk.head,
    copula: false,
    group: [site],
    ...extra,
  });
  const listed = (from: number): Phrase | undefined => {
    if (walk.of) return undefined;
    const next = nextInList(view, site, from);
    const phrase = next && later[next.index];
    if (!phrase) return undefined;
    return { ...phrase, site, own: walk.own ?? phrase.own, group: [site, ...phrase.group] };
  };

  let at = site.end;
  let wordIndex = site.last;
  if (site.entity.kind === "person") {
    const title = titleAfter(view, site);
    if (title) {
      at = title.end;
      wordIndex = title.last;
    }
  }
  for (let hops = 0; hops < 24; hops++) {
    at = skipClosing(view.text, at, view.sentence.end);
    while (wordIndex < view.words.length - 1 && at > (view.words[wordIndex] as Word).end) wordIndex++;
    const word = view.words[wordIndex] as Word;
    const mark = view.text[at] ?? "";
    if (at < word.end && MARKS.has(mark)) {
      const list = listed(at + 1);
      if (list) return list;
      return done("", wordIndex);
    }
    if (at < word.end) {
      const tail = view.text.slice(at, word.end).replace(PUNCTUATION, "");
      const comma = view.text.slice(at, word.end).endsWith(",");
      if (tail !== "") {
        const step = readTail(tail);
        if (step.kind === "copula" && NAMING.test(tail) && !walk.of) {
          // "별하라는 조직을": the noun after it stands for the name.
          walk.etc = true;
          at = word.end;
          continue;
        }
        if (step.kind === "copula") return done("", wordIndex, { copula: true });
        if (step.kind === "particle") {
          if (LISTING.has(tail) && !beginsTogether(view, wordIndex + 1)) {
            const list = listed(word.end);
            if (list) return list;
          }
          const compound = compoundAfter(view, step.slot, wordIndex + 1);
          if (compound) {
            const adnominal = /[한인할린던은]$/.test(compound.word);
            walk.own ??= compound.slot;
            if (!adnominal || walk.of) return done(compound.slot, wordIndex + 1);
            walk.of = true;
            wordIndex += 1;
            at = (view.words[wordIndex] as Word).end;
            continue;
          }
          if (step.slot === "의" || tail.endsWith("의")) {
            walk.own ??= step.slot;
            walk.of = true;
            at = word.end;
          } else return done(step.slot, wordIndex);
        } else if (step.kind === "transparent") {
          at += step.length;
          if (ETC.has(tail.slice(0, step.length))) walk.etc = true;
          continue;
        } else {
          walk.of ||= !walk.etc;
          if (walk.own === undefined) walk.own = "";
          walk.head = tail.slice(0, step.length);
          at += step.length;
          continue;
        }
      } else if (comma) {
        const list = listed(word.end);
        if (list) return list;
        return done(view.sentence.kind === "headline" ? "는" : "", wordIndex);
      } else at = word.end;
    }
    // At the end of a word without a particle: what follows decides.
    const next = view.words[wordIndex + 1];
    if (!next || next.quote !== (view.words[site.first] as Word).quote) return done("", wordIndex);
    const surface = view.text.slice(next.start, next.end).replace(PUNCTUATION, "");
    if (LIST_WORDS.has(surface)) {
      const list = listed(next.end);
      if (list) return list;
      return done("", wordIndex);
    }
    if (next.site) {
      const list = sameSort(site, next.site) && !walk.of ? listed(next.start) : undefined;
      if (list) return list;
      const host = later[next.site.index] as Phrase;
      if (walk.own === undefined) walk.own = "";
      // "A, B 등 미국 대기업들이": the class noun after 등 stands for the list itself.
      if (walk.etc && host.standing === "of") return { ...host, site, standing: "head", own: host.slot, group: [site] };
      return { ...host, site, standing: "of", own: walk.own, head: next.site.text, group: [site], copula: host.copula };
    }
    if (next.title) {
      walk.of ||= !walk.etc;
      if (walk.own === undefined) walk.own = "";
      walk.head = next.title.text;
      at = next.title.end;
      wordIndex = next.title.last;
      continue;
    }
    const etc = cases.etc.find((e) => surface === e || (surface.startsWith(e) && slotOf(surface.slice(e.length))));
    if (etc) {
      walk.etc = true;
      wordIndex += 1;
      at = next.start + etc.length;
      continue;
    }
    const sort = sortOf(next);
    if (walk.of && next.eojeol.morphemes[0]?.tag === "SN" && next.eojeol.particles.length > 0) {
      // "교보생명 지분 2.24%를": the number stands for the noun before it.
      wordIndex += 1;
      at = next.eojeol.stem.end;
      continue;
    }
    if (sort === "skip" || (sort === "modifier" && walk.of)) {
      wordIndex += 1;
      at = next.end;
      continue;
    }
    if (sort !== "noun") return done("", wordIndex);
    const stem = Math.max(next.eojeol.stem.end, next.start + 1);
    walk.of ||= !(walk.etc || TRANSPARENT.has(view.text.slice(next.eojeol.stem.start, stem)));
    if (walk.own === undefined) walk.own = "";
    walk.head = view.text.slice(next.eojeol.stem.start, stem);
    wordIndex += 1;
    at = stem;
  }
  return done("", wordIndex);
}

type Tail =
  | { kind: "particle"; slot: Slot }
  | { kind: "copula" }
  | { kind: "transparent"; length: number }
  | { kind: "noun"; length: number };

function readTail(tail: string): Tail {
  const slot = slotOf(tail);
  if (slot) return { kind: "particle", slot };
  if (cases.copula.includes(tail)) return { kind: "copula" };
  for (let length = tail.length; length > 0; length--) {
    const noun = tail.slice(0, length);
    const rest = tail.slice(length);
    if (!TRANSPARENT.has(noun)) continue;
    if (rest === "" || slotOf(rest) || cases.copula.includes(rest)) return { kind: "transparent", length };
  }
  for (let length = 1; length < tail.length; length++) {
    const rest = tail.slice(length);
    if ((slotOf(rest) || cases.copula.includes(rest)) && rest.length <= 4) return { kind: "noun", length };
  }
  return { kind: "noun", length: tail.length };
}

/** After closing marks and whole parentheses. */
function skipClosing(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    const mark = text[at] ?? "";
    const close = PAIRS[mark];
    if (close) {
      const end = text.indexOf(close, at);
      if (end < 0 || end >= limit || end - at > 80) return at;
      at = end + 1;
    } else if (CLOSERS.has(mark) && at < limit) at += 1;
    else return at;
  }
}

/** The title that follows a person, over body names and departments without particles: "우융밍 알리바바 최고경영자". */
export function titleAfter(view: SentenceView, site: Site): TitleSite | undefined {
  const title = view.titles.find((t) => t.start >= site.end);
  if (!title || title.first - site.last > 7 || title.start - site.end > 40) return undefined;
  const raw = view.text.slice(site.end, title.start);
  // A person named inside parentheses has nothing to do with titles outside them.
  if (raw.includes(")") && raw.indexOf(")") < (raw.indexOf("(") + 1 || raw.length)) return undefined;
  const between = view.text.slice(skipClosing(view.text, site.end, view.sentence.end), title.start);
  if (/[,·“”"‘’]/.test(between)) return undefined;
  if (view.sites.some((s) => s.entity.kind === "person" && s.start >= site.end && s.start < title.start))
    return undefined;
  for (let index = site.last; index <= title.first; index++) {
    const word = view.words[index] as Word;
    if (index === title.first) continue;
    const from = index === site.last ? skipClosing(view.text, site.end, word.end) : word.start;
    const tail = view.text.slice(from, word.end);
    if (index === site.last) {
      if (tail !== "" && !TRANSPARENT.has(tail)) return undefined;
    } else if (!nounLike(view, word) && !isDepartment(view, word)) return undefined;
  }
  return title;
}

/** "가람청 교통기획과 과장": a department, which looks like a noun with the particle 과. */
function isDepartment(view: SentenceView, word: Word): boolean {
  if (view.sites.some((s) => s.last === word.index)) return false;
  return word.eojeol.particles.join("") === "과" && view.text.slice(word.start, word.end).length >= 3;
}

function nounLike(view: SentenceView, word: Word): boolean {
  if (view.sites.some((s) => s.first <= word.index && s.last >= word.index && s.end >= word.end - 1)) return true;
  return sortOf(word) !== "other" && word.eojeol.particles.length === 0;
}

/** How a word without a site goes on with a phrase. */
export function sortOf(word: Word): "noun" | "skip" | "modifier" | "other" {
  const content = word.eojeol.morphemes.filter((m) => !/^S[FPSEOW]$/.test(m.tag));
  const first = content[0];
  if (!first) return "skip";
  if (content.some((m) => /^(VV|VX|XSV)$/.test(m.tag))) return "other";
  if (content.some((m) => /^(VA|XSA|VCN)$/.test(m.tag))) return content.at(-1)?.tag === "ETM" ? "modifier" : "other";
  if (/^(MM|SN)$/.test(first.tag) || word.quantity) return word.eojeol.particles.length > 0 ? "other" : "skip";
  if (first.tag === "MAG") return "modifier";
  if (first.tag === "MAJ") return "other";
  return /^(NN|NP|NR|SL|SH|XR|XPN)/.test(first.tag) ? "noun" : "other";
}

function sameSort(a: Site, b: Site): boolean {
  const body = (kind: string) => kind === "company" || kind === "organization";
  return a.entity.kind === b.entity.kind || (body(a.entity.kind) && body(b.entity.kind));
}

/** The next member of a list that goes on after `from`: an entity of the same sort, over bare nouns at most. */
function nextInList(view: SentenceView, site: Site, from: number): Site | undefined {
  for (const next of view.sites) {
    if (next.start < from || next.index <= site.index) continue;
    if (next.start - from > 30) return undefined;
    const between = view.text.slice(from, next.start);
    if (/[.”“!?]/.test(between)) return undefined;
    const words = view.words.filter((w) => w.start >= from - 1 && w.end <= next.start);
    if (words.some((w) => !nounLike(view, w))) return undefined;
    if (sameSort(site, next)) return next;
    if (site.entity.kind === "place" || next.entity.kind === "product") return undefined;
  }
  return undefined;
}

function beginsTogether(view: SentenceView, index: number): boolean {
  return compoundAfter(view, "와", index) !== undefined;
}

function compoundAfter(view: SentenceView, slot: Slot, index: number): { slot: Slot; word: string } | undefined {
  const word = view.words[index];
  if (!word) return undefined;
  const surface = view.text.slice(word.start, word.end).replace(PUNCTUATION, "");
  const compound = cases.compounds.find((c) => c.particles.includes(slot) && c.words.includes(surface));
  return compound && { slot: compound.slot, word: surface };
}
