/**
 * Which mentions of people are one person.
 *
 * Full names by their letters; "우 CEO" and "시 주석" by surname and title, when one full name fits: the one that bears such
 * a title, else the only one of that surname. Where two fit equally, the mention stays apart.
 */
import type { Document } from "../korean/index.ts";
import { divide } from "./homonyms.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Cluster } from "./resolve.ts";
import { quoted } from "./say.ts";
import type { Mention } from "./types.ts";

const TITLED = /^(\S) ?(.+)$/u;
/** How far after a name its title may stand: "우융밍 알리바바 최고경영자". */
const TITLE_REACH = 24;
const CLAUSE = /[.,“”]|[은는이가을를과와] |·/;

/** The people of a document; `bodies` are the other mentions, by which namesakes are told apart. */
export function joinPeople(
  mentions: readonly Mention[],
  bodies: readonly Mention[],
  document: Document,
  lexicon: NameLexicon,
): Cluster[] {
  const full = new Map<string, Cluster>();
  const partial: Mention[] = [];
  for (const mention of mentions) {
    if (isTitled(mention, lexicon)) partial.push(mention);
    else {
      const cluster = full.get(mention.text);
      if (cluster) cluster.mentions.push(mention);
      else full.set(mention.text, { kind: "person", subkind: mention.subkind, mentions: [mention], reasons: [] });
    }
  }
  joinLastNames(full, lexicon);
  const clusters = [...full.values()].flatMap((cluster) => {
    const people = divide(cluster.mentions, bodies, document, lexicon);
    return people.length === 1 ? [cluster] : people.map((own) => ({ ...cluster, mentions: own, reasons: [] }));
  });
  const apart = new Map<string, Cluster>();
  for (const mention of partial) {
    const [, family = "", title = ""] = TITLED.exec(mention.text) ?? [];
    const surname = lexicon.hanjaSurnames.get(family) ?? family;
    const bearer = chooseBearer(clusters, surname, title, mention, document, lexicon);
    if (bearer) {
      const reason = `성 ${quoted(surname, "와/과")} 직함 ${quoted(title, "이/가")} ${quoted(labelOf(bearer), "와/과")} 맞음`;
      addReason(bearer, mention.text, reason);
      bearer.mentions.push(mention);
      continue;
    }
    if (mention.confidence < 0.5 || lexicon.surnamesAlsoWords.has(family)) continue;
    const cluster = apart.get(mention.text);
    if (cluster) cluster.mentions.push(mention);
    else apart.set(mention.text, { kind: "person", subkind: undefined, mentions: [mention], reasons: [] });
  }
  return [...clusters, ...apart.values()];
}

function isTitled({ source, text }: Mention, lexicon: NameLexicon): boolean {
  if (source === "surname+title") return true;
  const [, family = "", title = ""] = TITLED.exec(text) ?? [];
  return (
    (lexicon.surnames.has(family) || lexicon.hanjaSurnames.has(family)) && lexicon.titles.has(title) && text.length > 2
  );
}

function labelOf({ mentions }: Cluster): string {
  const names = mentions.filter(({ source }) => source !== "surname+title").map(({ text }) => text);
  return names.reduce((best, text) => (text.length > best.length ? text : best), "");
}

function addReason(cluster: Cluster, alias: string, reason: string): void {
  if (!cluster.reasons.some((known) => known.alias === alias)) cluster.reasons.push({ alias, reason });
}

/** The article of Arabic names: 알아사드 is 아사드. */
const ARTICLE = "알";

/** 쿡 is 팀 쿡, when no other full name ends so, or when it alone is who the world calls so. */
function joinLastNames(full: Map<string, Cluster>, lexicon: NameLexicon): void {
  for (const [name, cluster] of [...full]) {
    if (name.includes(" ")) continue;
    const owners = [...full].filter(([other]) => {
      const parts = other.split(" ");
      const last = parts.at(-1);
      return parts.length > 1 && (last === name || last === ARTICLE + name || parts[0] === name);
    });
    const byLast = owners.filter(([other]) => other.endsWith(` ${name}`));
    const known = byLast.filter(([other]) => lexicon.abbreviations.get(name) === other.replace(/\s/g, ""));
    const fitting = known.length === 1 ? known : byLast.length > 0 ? byLast : owners;
    const [owner] = fitting;
    if (!owner || fitting.length !== 1) continue;
    owner[1].mentions.push(...cluster.mentions);
    addReason(owner[1], name, `${quoted(name, "은/는")} 이 글에 나온 '${owner[0]}'의 이름 일부`);
    full.delete(name);
  }
}

/** The person a surname with a title speaks of, if just one fits. */
function chooseBearer(
  clusters: readonly Cluster[],
  surname: string,
  title: string,
  mention: Mention,
  document: Document,
  lexicon: NameLexicon,
): Cluster | undefined {
  const fitting = clusters.filter((cluster) =>
    cluster.mentions.some(({ text }) => text.startsWith(surname) || text.split(" ").some((part) => part === surname)),
  );
  if (fitting.length === 0) return undefined;
  const bare = title.replace(/^(?:전|前|현|現) ?/, "");
  const exact = fitting.filter((cluster) => bears(cluster, document, (text) => text.includes(bare)));
  if (exact.length === 1) return exact[0];
  if (exact.length === 0 && fitting.length > 1) {
    const family = lexicon.titleFamilies.get(bare);
    const kin = fitting.filter((cluster) =>
      bears(cluster, document, (text) =>
        [...lexicon.titleFamilies].some(([other, index]) => index === family && text.includes(other)),
      ),
    );
    return kin.length === 1 ? kin[0] : undefined;
  }
  if (fitting.length === 1) return fitting[0];
  return nearestBefore(exact, mention);
}

/** Of several bearers of one surname and title, the one named last before, unless another stands as near. */
function nearestBefore(clusters: readonly Cluster[], mention: Mention): Cluster | undefined {
  const last = (cluster: Cluster) =>
    Math.max(
      -1,
      ...cluster.mentions
        .filter(({ start, source }) => start < mention.start && source !== "surname+title")
        .map(({ start }) => start),
    );
  const ranked = [...clusters].sort((a, b) => last(b) - last(a));
  const [nearest, second] = ranked;
  if (!nearest || last(nearest) < 0) return undefined;
  const asNear = second && last(second) >= 0 && last(nearest) - last(second) < 30;
  return asNear ? undefined : nearest;
}

/** Whether a title stands right after, or right before, one of the mentions. */
function bears({ mentions }: Cluster, document: Document, fits: (text: string) => boolean): boolean {
  const { text } = document.article;
  return mentions.some(({ start, end }) => {
    const after = text.slice(end, end + TITLE_REACH).split(CLAUSE)[0] ?? "";
    const before =
      text
        .slice(Math.max(0, start - 8), start)
        .split(CLAUSE)
        .at(-1) ?? "";
    return fits(after) || fits(before);
  });
}
