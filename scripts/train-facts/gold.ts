/**
 * What the gold files say of the entities that maek read: labels for pairs, occasions and parts.
 */
import type { Span } from "../../src/article/index.ts";
import type { EntityReading } from "../../src/entities/index.ts";
import { EVENT_CLASSES, NONE, PAIR_CLASSES, ROLE_CLASSES } from "../../src/facts/model/classes.ts";
import type { Occasion } from "../../src/facts/model/occasions.ts";
import type { Pair } from "../../src/facts/model/pairs.ts";
import { isSymmetric } from "../../src/ontology/index.ts";
import type { GoldFile } from "../gold-entities.ts";

export interface ArticleFile {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly sentences: readonly { n: number; start: number; end: number }[];
}

export interface GoldEvent extends Span {
  readonly index: number;
  readonly type: string;
  /** Where the trigger stands; `start` and `end` are the sentence's. */
  readonly trigger: Span;
  readonly roles: ReadonlyMap<string, string>;
}

export interface Gold {
  /** Gold id of an entity's key, or undefined. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly relations: ReadonlyMap<string, readonly { kind: string; span: Span }[]>;
  readonly events: readonly GoldEvent[];
}

const squash = (s: string) =>
  s
    .normalize("NFC")
    .replace(/[\s·"'“”‘’()（）]/g, "")
    .toLowerCase();

/** The gold file as it bears on a reading. */
export function goldOf(file: GoldFile, article: ArticleFile, reading: EntityReading): Gold {
  const text = `${article.title}\n${article.text}`;
  const relations = new Map<string, { kind: string; span: Span }[]>();
  for (const { head, type, tail, sentence } of file.relations) {
    const entry = { kind: type, span: rangeOf(article, sentence) };
    const put = (a: string, b: string, kind: string) => {
      const list = relations.get(`${a} ${b}`) ?? [];
      list.push({ ...entry, kind });
      relations.set(`${a} ${b}`, list);
    };
    if (isSymmetric(type)) {
      put(head, tail, `${type}=`);
      put(tail, head, `${type}=`);
    } else {
      put(head, tail, `${type}>`);
      put(tail, head, `${type}<`);
    }
  }
  const events = file.events
    .filter((e) => EVENT_CLASSES.includes(e.type))
    .map((e, index): GoldEvent => {
      const span = rangeOf(article, e.sentence);
      const found = text.indexOf(e.trigger, span.start);
      const at = found >= 0 && found < span.end ? found : span.start;
      return {
        index,
        ...span,
        type: e.type,
        trigger: { start: at, end: at + e.trigger.length },
        roles: new Map(e.roles.map((r) => [r.entity, r.role])),
      };
    });
  return { idOf: align(file, reading), relations, events };
}

function rangeOf(article: ArticleFile, sentence: number): Span {
  if (sentence === 0) return { start: 0, end: article.title.length };
  const found = article.sentences.find((s) => s.n === sentence);
  const shift = article.title.length + 1;
  return found ? { start: found.start + shift, end: found.end + shift } : { start: 0, end: 0 };
}

/** Entities one to one with gold entities, by shared names, as the scorer pairs them. */
function align(file: GoldFile, reading: EntityReading): Map<string, string> {
  const names = reading.entities.map((e) => new Set([e.label, ...e.aliases].map(squash)));
  const options: [number, number, number][] = [];
  file.entities.forEach((g, i) => {
    const mine = new Set([g.name, ...g.mentions].map(squash));
    reading.entities.forEach((e, j) => {
      let common = 0;
      for (const name of mine) if (names[j]?.has(name)) common++;
      if (common > 0) options.push([common * 2 + (g.type === e.kind ? 1 : 0), i, j]);
    });
  });
  options.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const usedGold = new Set<number>();
  const idOf = new Map<string, string>();
  for (const [, i, j] of options) {
    const key = reading.entities[j]?.key ?? "";
    if (usedGold.has(i) || idOf.has(key)) continue;
    usedGold.add(i);
    idOf.set(key, file.entities[i]?.id ?? "");
  }
  return idOf;
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** The classes of a pair here, and whether it is related only elsewhere. */
export function pairLabels(gold: Gold, pair: Pair): { labels: number[]; elsewhere: boolean } {
  const a = gold.idOf.get(pair.a.entity.key);
  const b = gold.idOf.get(pair.b.entity.key);
  const all = (a && b && gold.relations.get(`${a} ${b}`)) || [];
  const sentence = pair.scene.view.sentence;
  const here = all.filter(({ span }) => overlap(span, sentence));
  const chosen = here.length > 0 ? here : all;
  const labels = [...new Set(chosen.map(({ kind }) => PAIR_CLASSES.indexOf(kind)))];
  return { labels: labels.length > 0 ? labels : [NONE], elsewhere: all.length > 0 && here.length === 0 };
}

/** For each occasion of an article its gold events; "beside" for words of a trigger that are not its head. */
export function occasionLabels(gold: Gold, occasions: readonly Occasion[]): Map<Occasion, GoldEvent[] | "beside"> {
  const labels = new Map<Occasion, GoldEvent[] | "beside">();
  for (const event of gold.events) {
    let over = occasions.filter((o) => overlap(o, event.trigger));
    if (over.length === 0) {
      const near = occasions
        .filter((o) => o.start >= event.start && o.end <= event.end)
        .map((o) => ({ o, d: Math.min(Math.abs(o.start - event.trigger.end), Math.abs(event.trigger.start - o.end)) }))
        .sort((x, y) => x.d - y.d);
      over = near[0] && near[0].d <= 4 ? [near[0].o] : [];
    }
    over.forEach((o, i) => {
      const known = labels.get(o);
      if (i === over.length - 1) labels.set(o, Array.isArray(known) ? [...known, event] : [event]);
      else if (!known) labels.set(o, "beside");
    });
  }
  // Where a rule reads the event off another word of the sentence, that word names it as well.
  for (const o of occasions) {
    if (Array.isArray(labels.get(o))) continue;
    const drawn = o.scene.events.filter((d) => overlap(d.trigger, o)).map((d) => d.eventType);
    const named = gold.events.filter((e) => drawn.includes(e.type) && overlap(e, o));
    if (named.length > 0) labels.set(o, named.slice(0, 1));
  }
  return labels;
}

export const typeLabel = (event: GoldEvent): number => EVENT_CLASSES.indexOf(event.type);
export const roleLabel = (gold: Gold, event: GoldEvent, key: string): number =>
  Math.max(0, ROLE_CLASSES.indexOf(event.roles.get(gold.idOf.get(key) ?? "") ?? "none"));
