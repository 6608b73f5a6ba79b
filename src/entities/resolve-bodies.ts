/**
 * Which mentions of companies, organizations, places and products are one thing.
 *
 * Every mention has a canonical form: without spaces, (주), and with known abbreviations written out (공정위, LH, 美).
 * Equal forms are joined; then brackets (오픈AI(OpenAI)), group endings (알리바바그룹), countries before a body (미국 국무부) and
 * abbreviations by their letters, each only where one owner is possible.
 */
import type { Document } from "../korean/index.ts";
import type { EntityKind } from "../ontology/index.ts";
import { compare } from "./arbitrate.ts";
import { endingsOf, type NameLexicon } from "./lexicon.ts";
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
  if (kind === "company") {
    const forms = list.map(({ form }) => form);
    joinOwners(
      list,
      (short, full) =>
        isFirmOf(short.form, full.form, forms, lexicon) && !toldApart(short.cluster, full.cluster, document),
      (short, full) => `이 글에 ${quoted(short, "으로/로")} 시작하는 회사는 '${full}'뿐임`,
    );
    joinOwners(
      list,
      (short, full) => isSeatedFirm(short.form, full.form, lexicon),
      (short, full) => `${quoted(full, "을/를")} ${quoted(short, "으로/로")} 줄여 씀`,
    );
  }
  if (kind === "place") {
    joinOwners(
      list,
      (short, full) => isUnitOf(short.form, full.form, lexicon),
      (short, full) => `${quoted(short, "은/는")} '${full}'에서 행정 단위를 뺀 것`,
    );
    joinOwners(
      list,
      (short, full) =>
        full.cluster.mentions.some(({ text }) => text.includes(" ") && endsWithWords(text, short, lexicon)),
      (short, full) => `${quoted(short, "은/는")} '${full}'의 뒷부분`,
    );
  }
  if (kind === "organization") {
    joinOwners(
      list,
      (short, full) => isBodyOf(short.form, full.form, lexicon) || isChamberOf(full.form, short.form),
      (short, full) => `${quoted(full, "을/를")} ${quoted(short, "으로/로")} 줄여 씀`,
    );
    joinOwners(
      list,
      (short, full) => !isOfItsOwn(short.form, lexicon) && isAbbreviation(short.form, full.form),
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
  const bare = text.replace(LEGAL, "").trim();
  const [first = "", ...rest] = bare.split(/\s+/);
  const whole = bare.replace(/[\s'’]/g, "");
  const province = rest.length > 0 && lexicon.known.get(first)?.subkind === "province";
  if (province) return (lexicon.abbreviations.get(first) ?? first) + rest.join("").replace(/['’]/g, "");
  const committee = whole.length >= 3 && whole.endsWith("위") ? `${whole}원회` : whole;
  return lexicon.abbreviations.get(whole) ?? committee;
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

/** Joins a short form to its full one, where the list holds just one full form for it; the longest first, in any text. */
function joinOwners(
  list: Named[],
  fits: (short: Named, full: Named) => boolean,
  say: (short: string, full: string) => string,
): void {
  const longestFirst = [...list].sort((a, b) => b.form.length - a.form.length || compare(a.form, b.form));
  for (const short of longestFirst) {
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
  if (known?.kind === "organization") return short.length >= 3;
  return known?.kind === "place" || lexicon.bodyPrefixes.has(country);
}

/** 대법원 1부 is 대법원 speaking. */
function isChamberOf(chamber: string, court: string): boolean {
  return (
    chamber.startsWith(court) && /^(?:[가-힣]{2})?\d+부$/.test(chamber.slice(court.length)) && court.endsWith("원")
  );
}

/** 아시아나 and 아시아나항공: the only firm of the article that begins so, and its ending is what is left out in speech. */
function isFirmOf(short: string, full: string, forms: readonly string[], lexicon: NameLexicon): boolean {
  if (short.length < 2 || !full.startsWith(short)) return false;
  if (!lexicon.leftOutEndings.has(full.slice(short.length))) return false;
  return !forms.some((form) => form !== short && form !== full && form.startsWith(short));
}

/** 도로공사 and 한국도로공사, 롯데홀딩스 and 일본 롯데홀딩스, 한결 and 법무법인 한결; but 한국GM is not GM. */
function isSeatedFirm(short: string, full: string, lexicon: NameLexicon): boolean {
  if (short.length < 2 || !full.endsWith(short) || full.length === short.length) return false;
  const before = full.slice(0, -short.length);
  if (lexicon.legalForms.has(before)) return true;
  const [ending] = endingsOf(short, lexicon.endings);
  const seated = lexicon.known.get(before)?.subkind === "country" || lexicon.bodyPrefixes.has(before);
  return seated && (ending?.kind === "company" || short.endsWith("공사")) && short.length >= 4;
}

/** 제천 and 제천시, 버지니아 and 버지니아주. */
function isUnitOf(short: string, full: string, lexicon: NameLexicon): boolean {
  return short.length >= 2 && full.startsWith(short) && lexicon.placeUnits.has(full.slice(short.length));
}

/** 송산동 at the end of 경기 화성시 송산동, word by word. */
function endsWithWords(text: string, short: Named, lexicon: NameLexicon): boolean {
  const words = text.split(" ");
  return words.some((_, at) => at > 0 && canonical(words.slice(at).join(" "), lexicon) === short.form);
}

/** A known name that stands for nothing else: 교육부 is not short for 교육과학기술부. */
function isOfItsOwn(form: string, lexicon: NameLexicon): boolean {
  return lexicon.known.get(form)?.certain === true;
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
