/**
 * Relations without a predicate: by a relational noun, by kinship, by nationality, by possession of a product, by name.
 *
 * Takes a view with its phrases and looks at what stands between neighbouring names: "자회사인 앤트그룹", "영국 가전업체
 * 다이슨", "애플의 ‘시리’", "박 대통령의 부친인 박정희", "오픈AI, 알파벳 등 미국 대기업들".
 */
import { isBody } from "./bodies.ts";
import type { Clause } from "./clauses.ts";
import { besideIfAllowed, elsewhere, type RelationDraft } from "./draft.ts";
import { type Phrase, titleAfter } from "./phrases.ts";
import type { SentenceView, Site } from "./view.ts";
import { CLASSES, KINSHIP, RELATIONAL } from "./words.ts";

const OPEN = /[‘'“"《<「『]?$/;
/** Words between two names of one noun phrase: no particle but 의 after the first, no verb, no punctuation. */
const BARE = /^(?:의|\([^)]*\))?(?: [\p{L}\p{N}·&()-]+)* ?$/u;
/**
 * A particle, by which what stands between two names is no noun phrase. Not the last letter of 수도, 군도, 반도 (a word of
 * its own), nor of what ends in 마을 or 가을: "가람국 수도 나루시", "한빛군 나래마을 가람동".
 */
const PARTICLE = /(?<!(?:^| )[수군반]|마|가)(?:[은는을를도]|에서|에게|으로|부터|까지)(?= |$)/u;
const COPULA = /(?:인|이자|이며|이었던|였던|이던)(?= |$)/u;

/**
 * All such relations of one sentence.
 * @param company the company that the sentences before were about
 */
export function readAppositions(
  view: SentenceView,
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
  company?: Site,
): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const site of view.sites) {
    const next = view.sites[site.index + 1];
    if (next) drafts.push(...neighbours(view, site, next, phrases));
  }
  for (const phrase of phrases) drafts.push(...classLists(view, phrase));
  drafts.push(...described(view, phrases, clauses));
  drafts.push(...kinOfSubject(view, phrases), ...nounOfSubject(view, phrases, company));
  drafts.push(...nationality(view, clauses));
  return drafts;
}

function draft(
  view: SentenceView,
  kind: string,
  head: Site,
  tail: Site,
  rule: string,
  title?: string,
): RelationDraft[] {
  return besideIfAllowed(view, kind, head, tail, rule).map((d) => (title === undefined ? d : { ...d, title }));
}

/** Two names in a row, with what stands between them. */
function neighbours(view: SentenceView, a: Site, b: Site, phrases: readonly Phrase[]): RelationDraft[] {
  const between = view.text.slice(a.end, b.start).replace(OPEN, "");
  if (between.length > 40) return [];
  const group = (phrases[b.index] as Phrase).group;
  const noun = relationalNoun(between);
  if (noun) {
    return group.flatMap((member) => {
      const [head, tail] = noun.of === "head" ? [a, member] : [member, a];
      return draft(view, noun.relation, head, tail, `noun/${noun.word}`);
    });
  }
  const kin = kinBetween(between);
  if (kin) return draft(view, "family_of", a, b, "noun", kin);
  if (!BARE.test(between) || PARTICLE.test(between)) return [];
  const words = between.trim() === "" ? 0 : between.trim().split(" ").length;
  const possessive = between.startsWith("의") ? "의" : "bare";
  const near = words <= 1 ? "near" : "far";
  if (a.entity.kind === "place" && b.entity.kind !== "person" && b.entity.kind !== "product") {
    // Countries in a row are a list, and "미국의 한국 정책" is no place in another.
    if (b.entity.subkind === "country") return [];
    const copula = COPULA.test(between) ? "/copula" : "";
    const quoted = /[‘'“"《<「『]$/.test(view.text.slice(a.end, b.start)) ? "/quoted" : "";
    return draft(view, "located_in", b, a, `apposed/${b.entity.kind}/${possessive}/${near}${copula}${quoted}`);
  }
  if (b.entity.kind === "product" && a.entity.kind !== "place") {
    return group.flatMap((member) =>
      draft(view, "makes", a, member, `apposed/${a.entity.kind}/${possessive}/${near}${member === b ? "" : "/list"}`),
    );
  }
  if (a.entity.kind === "organization" && b.entity.kind === "organization" && possessive === "의") {
    return draft(view, "member_of", b, a, `apposed/${near}`);
  }
  if (b.entity.kind === "person" && isBody(a) && words === 0) {
    // With a title it is a post, and titles.ts reads it.
    if (titleAfter(view, b)) return [];
    return draft(view, "member_of", b, a, `person/${possessive}`);
  }
  return [];
}

/** A relational noun as the last noun between two names: "의 자회사 ", " 계열사인 ". */
function relationalNoun(between: string) {
  const match = /^(?:\([^)]*\))?(의)?(.*?)(인|이자|이던|이었던)? ?$/u.exec(between);
  const middle = match?.[2]?.trim() ?? "";
  if (middle === "" || PARTICLE.test(middle) || /[,.;]/.test(middle)) return undefined;
  return RELATIONAL.find((n) => middle === n.word || middle.endsWith(` ${n.word}`));
}

function kinBetween(between: string): string | undefined {
  const match = /^(?: ?씨)?(?:의)? ?([\p{L} ]+?)(?:인|이자)? ?(?:고 |故 )?$/u.exec(between);
  const middle = match?.[1]?.trim() ?? "";
  return KINSHIP.find((k) => middle === k || middle.endsWith(` ${k}`));
}

/** "A, B 등 미국 대기업들": the country of the class is the country of its members. */
function classLists(view: SentenceView, phrase: Phrase): RelationDraft[] {
  const { site } = phrase;
  if (phrase.standing !== "head" || !isBody(site)) return [];
  const last = phrase.group.at(-1) ?? site;
  const match = /^(?:\([^)]*\))? ?등 (?:\d+개 )?/.exec(view.text.slice(last.end, last.end + 30));
  const next = view.sites[last.index + 1];
  if (!match || next?.entity.kind !== "place" || next.start !== last.end + match[0].length) return [];
  if (!/^(?:의)? ?[\p{L}]+/u.test(view.text.slice(next.end, next.end + 10))) return [];
  return draft(view, "located_in", site, next, "class");
}

/** "A는 … 중국 최대 기술기업이다": the country of the class is the country of what is said to be of it. */
function nationality(view: SentenceView, clauses: readonly Clause[]): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const { predicate, arguments: all } of clauses) {
    if (predicate.lemma !== "이다") continue;
    const kind = view.text.slice(predicate.start, predicate.end);
    if (!CLASSES.some((c) => kind.endsWith(c))) continue;
    const place = view.sites.findLast((s) => s.end <= predicate.start);
    if (place?.entity.kind !== "place") continue;
    const between = view.text.slice(place.end, predicate.start);
    if (!BARE.test(between) || PARTICLE.test(between) || RANKED.test(between)) continue;
    for (const { phrase, slot } of all) {
      if (phrase.standing !== "head" || (slot !== "는" && slot !== "가")) continue;
      if (!isBody(phrase.site)) continue;
      drafts.push(...draft(view, "located_in", phrase.site, place, "class/copula"));
    }
  }
  return drafts;
}

/** "아시아 1위 업체" ranks, and tells of no home. */
const RANKED = /\d/;

/** "B는 A의 자회사다": the noun stands after the one and is said of the other. */
function described(view: SentenceView, phrases: readonly Phrase[], clauses: readonly Clause[]): RelationDraft[] {
  const drafts: RelationDraft[] = [];
  for (const phrase of phrases) {
    if (phrase.standing !== "of") continue;
    const noun = RELATIONAL.find((n) => phrase.head === n.word);
    if (!noun) continue;
    const clause = clauses.find((c) => c.predicate.word >= phrase.end);
    if (!clause || clause.predicate.word - phrase.end > 1) continue;
    const copula = phrase.copula || clause.predicate.lemma === "이다";
    const having = phrase.slot === "로" && /^(?:두다|거느리다|갖다|가지다|편입|보유)$/.test(clause.predicate.lemma);
    if (!copula && !having) continue;
    for (const { phrase: other, slot } of clause.arguments) {
      if (other.standing !== "head" || other.site === phrase.site || !["가", "는", "를", ""].includes(slot)) continue;
      const [head, tail] = noun.of === "head" ? [phrase.site, other.site] : [other.site, phrase.site];
      drafts.push(...draft(view, noun.relation, head, tail, `copula/${noun.word}`));
    }
  }
  return drafts;
}

const KIN_BEFORE = KINSHIP.map((kin) => ({ kin, pattern: new RegExp(`(?:^|[ ,])${kin}(?:인)? $`, "u") }));

/** "박원순 시장이 아들 주신씨의 …": kin named without saying whose are the subject's. */
function kinOfSubject(view: SentenceView, phrases: readonly Phrase[]): RelationDraft[] {
  return phrases.flatMap(({ site }) => {
    if (site.entity.kind !== "person") return [];
    const before = view.text.slice(Math.max(view.sentence.start, site.start - 12), site.start);
    const kin = KIN_BEFORE.find(({ pattern }) => pattern.test(before))?.kin;
    if (!kin) return [];
    const previous = view.sites[site.index - 1];
    if (previous && previous.end > site.start - kin.length - 4) return [];
    const subject = phrases.findLast(
      (p) =>
        p.site.end < site.start &&
        p.site.entity.kind === "person" &&
        p.standing === "head" &&
        (p.slot === "가" || p.slot === "는"),
    );
    return subject ? draft(view, "family_of", subject.site, site, "subject", kin) : [];
  });
}

/** Words by which a noun is not the subject's: "GE의 … 자회사", "같은 계열사". */
const OWN_PHRASE = /^의 | 같은 [\p{L}]+(?:인)? $/u;

/** "루프트한자는 … 자회사인 윙스를 출범시킨다": whose subsidiary is not said before the noun, so it is the subject's. */
function nounOfSubject(view: SentenceView, phrases: readonly Phrase[], company: Site | undefined): RelationDraft[] {
  return phrases.flatMap(({ site }) => {
    const previous = view.sites[site.index - 1];
    const from = Math.max(previous?.end ?? view.sentence.start, site.start - 24);
    const match = /(?:^|[ ,])([\p{L} ]+?)(?:인|이자)? (?:가칭 )?[‘'“"《<「『]?$/u.exec(
      view.text.slice(from, site.start),
    );
    const noun = match && RELATIONAL.find((n) => match[1] === n.word || match[1]?.endsWith(` ${n.word}`));
    if (!noun || OWN_PHRASE.test(view.text.slice(previous?.end ?? view.sentence.start, site.start))) return [];
    // Right after a name the noun is that name's: neighbours() reads it.
    if (previous && view.text.slice(previous.end, site.start).trimStart().startsWith(noun.word)) return [];
    const subject = phrases.findLast(
      (p) =>
        p.site.end < site.start &&
        p.standing === "head" &&
        (p.slot === "가" || p.slot === "는") &&
        p.site !== site &&
        (noun.relation !== "owns" || p.site.entity.kind === "company"),
    );
    const other = subject?.site ?? (noun.relation === "owns" ? company : undefined);
    if (!other) return [];
    const [head, tail] = noun.of === "head" ? [other, site] : [site, other];
    const rule = `${subject ? "subject" : "before"}/${noun.word}`;
    // The same construction as "A의 자회사 B", with A left out as known: it is weighed with that.
    const found = draft(view, noun.relation, head, tail, rule).map((d) => ({
      ...d,
      traits: [`${noun.relation}/noun`, `${noun.relation}/noun/${noun.word}`, ...d.traits],
    }));
    // The words that say it are the noun and the name; the owner is known from the sentences before.
    return subject
      ? found
      : found.map((d) => ({
          ...d,
          evidence: { start: view.text.lastIndexOf(noun.word, site.start), end: site.end },
          ...elsewhere(view.sentence, [other]),
        }));
  });
}
