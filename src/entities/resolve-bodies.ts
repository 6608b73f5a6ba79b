/**
 * Which mentions of companies, organizations, places and products are one thing.
 *
 * Every mention has a canonical form: without spaces, (주), and with known abbreviations written out (공정위, LH, 美).
 * Equal forms are joined; then brackets (오픈AI(OpenAI)), group endings (알리바바그룹), countries before a body (미국 국무부) and
 * abbreviations by their letters, each only where one owner is possible.
 */
import type { Document } from "../korean/index.ts";
import type { EntityKind } from "../ontology/index.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Cluster } from "./resolve.ts";
import { quoted } from "./say.ts";
import type { Mention } from "./types.ts";

/** Between a group and its firm. */
const PART_OF = /^[^.]*(?:계열사|자회사|지주회사|모회사|주력)[^.]*$/;
const LEGAL = /\(주\)|㈜|주식회사|\(재\)|\(사\)/g;

export function joinBodies(
  kind: EntityKind,
  mentions: readonly Mention[],
  document: Document,
  lexicon: NameLexicon,
): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const mention of mentions) {
    const form = canonical(mention.text, lexicon);
    const cluster = clusters.get(form);
    if (!cluster) {
      clusters.set(form, { kind, subkind: mention.subkind, mentions: [mention], reasons: [] });
      continue;
    }
    const known = cluster.mentions.some(({ text }) => text === mention.text);
    const label = cluster.mentions[0]?.text ?? "";
    cluster.mentions.push(mention);
    if (!known) addReason(cluster, mention.text, reasonOfForm(mention.text, label));
  }
  const list = [...clusters.entries()].map(([form, cluster]) => ({ form, cluster }));
  joinPairs(
    list,
    (a, b) => inBrackets(a.cluster, b.cluster, document),
    (a, b) => `'${a}(${b})'처럼 괄호로 함께 쓰임`,
  );
  if (kind === "company" || kind === "organization") {
    joinOwners(
      list,
      (short, full) => isEnding(short.form, full.form, lexicon) && !toldApart(short.cluster, full.cluster, document),
      (short, full) => `${quoted(short, "와/과")} ${quoted(full, "을/를")} 이 글은 같은 것으로 씀`,
    );
  }
  if (kind === "organization") {
    joinOwners(
      list,
      (short, full) => isBodyOf(short.form, full.form, lexicon),
      (short, full) => `${quoted(full, "을/를")} ${quoted(short, "으로/로")} 줄여 씀`,
    );
    joinOwners(
      list,
      (short, full) => isAbbreviation(short.form, full.form),
      (short, full) => `${quoted(short, "은/는")} '${full}'의 머리글자`,
    );
  }
  joinOwners(
    list,
    (short, full) =>
      full.cluster.mentions.some((mention) => mention.short && canonical(mention.short, lexicon) === short.form),
    (short, full) => `${quoted(full, "을/를")} ${quoted(short, "으로/로")} 줄여 씀`,
  );
  return list.map(({ cluster }) => cluster);
}

interface Named {
  form: string;
  cluster: Cluster;
}

function canonical(text: string, lexicon: NameLexicon): string {
  const bare = text.replace(LEGAL, "").replace(/[\s'’]/g, "");
  return lexicon.abbreviations.get(bare) ?? bare;
}

function reasonOfForm(alias: string, label: string): string {
  return alias.replace(/\s/g, "") === label.replace(/\s/g, "")
    ? "띄어쓰기만 다름"
    : `'${label}'의 다른 이름으로 알려짐`;
}

function addReason(cluster: Cluster, alias: string, reason: string): void {
  if (!cluster.reasons.some((known) => known.alias === alias)) cluster.reasons.push({ alias, reason });
}

function merge(list: Named[], into: Named, from: Named, reason: string): void {
  for (const alias of new Set(from.cluster.mentions.map(({ text }) => text))) addReason(into.cluster, alias, reason);
  into.cluster.mentions.push(...from.cluster.mentions);
  into.cluster.subkind ??= from.cluster.subkind;
  list.splice(list.indexOf(from), 1);
}

function joinPairs(list: Named[], fits: (a: Named, b: Named) => boolean, say: (a: string, b: string) => string): void {
  for (const a of [...list]) {
    for (const b of [...list]) {
      if (a === b || !list.includes(a) || !list.includes(b) || !fits(a, b)) continue;
      merge(list, a, b, say(a.cluster.mentions[0]?.text ?? "", b.cluster.mentions[0]?.text ?? ""));
    }
  }
}

/** Joins a short form to its full one, where the list holds just one full form for it. */
function joinOwners(
  list: Named[],
  fits: (short: Named, full: Named) => boolean,
  say: (short: string, full: string) => string,
): void {
  for (const short of [...list]) {
    const owners = list.filter((full) => full !== short && fits(short, full));
    const [owner] = owners;
    if (owner && owners.length === 1) {
      merge(list, owner, short, say(short.cluster.mentions[0]?.text ?? "", owner.cluster.mentions[0]?.text ?? ""));
    }
  }
}

function inBrackets(a: Cluster, b: Cluster, document: Document): boolean {
  const { text } = document.article;
  const starts = new Map(b.mentions.map((mention) => [mention.start, mention]));
  return a.mentions.some(({ end }) => {
    const rest = /^[’'”"]?\((?:이하 )?[‘'“"]?/.exec(text.slice(end, end + 8));
    const inner = rest && starts.get(end + rest[0].length);
    return inner !== undefined && inner !== null && /^[’'”"]?\)/.test(text.slice(inner.end, inner.end + 2));
  });
}

/** 알리바바 and 알리바바그룹, 로이터 and 로이터통신. */
function isEnding(short: string, full: string, lexicon: NameLexicon): boolean {
  if (short.length < 2 || !full.startsWith(short)) return false;
  return lexicon.sameEndings.has(full.slice(short.length));
}

/** Whether the text speaks of two things: 가나그룹의 주력 계열사인 가나. */
function toldApart(short: Cluster, full: Cluster, { article }: Document): boolean {
  return full.mentions.some(({ end }) =>
    short.mentions.some(({ start }) => start > end && start - end < 40 && PART_OF.test(article.text.slice(end, start))),
  );
}

/** 국무부 and 미국국무부. */
function isBodyOf(short: string, full: string, lexicon: NameLexicon): boolean {
  if (short.length < 2 || !full.endsWith(short) || full.length === short.length) return false;
  const country = full.slice(0, -short.length);
  const known = lexicon.known.get(country);
  return known?.kind === "place" || ["대한민국", "한국"].includes(country);
}

/** 공정위 and 공정거래위원회: each syllable of the short form in order, the first ones the same. */
function isAbbreviation(short: string, full: string): boolean {
  if (short.length < 2 || short.length > 5 || full.length < short.length + 2 || short[0] !== full[0]) return false;
  if (!/^[가-힣]+$/.test(short) || !/^[가-힣]+$/.test(full)) return false;
  const ending = short.at(-1) as string;
  const whole = ending === "위" ? full.endsWith("위원회") : full.endsWith(ending);
  let at = 0;
  for (const syllable of full) if (syllable === short[at]) at++;
  return whole && at === short.length && short.slice(0, -1) !== full.slice(0, short.length - 1 + 1);
}
