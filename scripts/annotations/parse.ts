/**
 * Reads annotation files: what articles say, line by line, without their texts.
 *
 * Takes the lines of a file and the articles that they are about; gives gold files as the benchmark has them. A piece
 * that was written for maek stands in the file whole. The form is told in README.md beside this file. Everything is
 * checked: names stand in the article, triggers in their sentence.
 */
import { createHash } from "node:crypto";
import { ENTITY_KINDS, type EntityKind, FACTUALITIES, ontology, ROLES } from "../../src/ontology/index.ts";
import type { GoldFile } from "../gold-entities.ts";

export interface RawArticle {
  readonly title: string;
  readonly text: string;
}

/** An article and what it says: the benchmark's ID.article.json and ID.gold.json. */
export interface AnnotatedFile {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    /** Offsets into `text`, UTF-16 units; the first sentence is number 1, the title 0. */
    readonly sentences: readonly { n: number; start: number; end: number }[];
  };
  readonly gold: GoldFile;
}

/** A line that cannot be read, with the file and its number. */
export class AnnotationError extends Error {}

interface Draft {
  /** Grows line by line. */
  readonly article: { id: string; title: string; text: string; sentences: { n: number; start: number; end: number }[] };
  readonly ids: Map<string, string>;
  readonly entities: { id: string; type: EntityKind; name: string; mentions: readonly string[] }[];
  readonly relations: { head: string; type: string; tail: string; sentence: number; title?: string }[];
  readonly events: GoldFile["events"][number][];
}

/** What stands for an article's text: the first 12 digits of its SHA-256. */
export function fingerprint({ title, text }: RawArticle): string {
  return createHash("sha256").update(`${title}\n${text}`).digest("hex").slice(0, 12);
}

/**
 * Reads one annotation file.
 *
 * @param articleOf the article of an id (h012), or undefined when there is none; not asked for a piece that follows whole
 * @throws AnnotationError naming file and line
 */
export function parseAnnotations(
  file: string,
  lines: readonly string[],
  articleOf: (id: string) => RawArticle | undefined,
): AnnotatedFile[] {
  const drafts: Draft[] = [];
  lines.forEach((line, index) => {
    const fail = (what: string): never => {
      throw new AnnotationError(`${file}:${index + 1}: ${what}: ${line.slice(0, 80)}`);
    };
    const [mark, rest] = [line.slice(0, 1), line.slice(2)];
    if (line.trim() === "") return;
    if (mark === "#") {
      drafts.push(begin(rest, articleOf, fail));
      return;
    }
    const draft = drafts.at(-1) ?? fail("stands before the first article");
    const parts = rest.split("|").map((part) => part.trim());
    if (mark === "S") addSentences(draft, rest, fail);
    else if (mark === "E") addEntity(draft, parts, fail);
    else if (mark === "R") addRelation(draft, parts, fail);
    else if (mark === "V") addEvent(draft, parts, fail);
    else if (mark === "T") addTitle(draft, rest, fail);
    else if (mark === "P") addSentence(draft, rest, fail);
    else fail("begins with none of # S T P E R V");
  });
  return drafts.map(({ article, entities, relations, events }) => ({
    article,
    gold: { id: article.id, entities, relations, events },
  }));
}

type Fail = (what: string) => never;

function begin(line: string, articleOf: (id: string) => RawArticle | undefined, fail: Fail): Draft {
  const [id = "", print = ""] = line.trim().split(" ");
  if (isComposed(id)) return emptyDraft({ id, title: "", text: "", sentences: [] });
  const raw = articleOf(id) ?? fail("no such article in the data");
  if (fingerprint(raw) !== print) fail("the article in the data has another text");
  return emptyDraft({ id, title: raw.title, text: raw.text, sentences: [] });
}

/** Pieces written for maek stand in the file whole. */
const isComposed = (id: string): boolean => /^c\d+$/.test(id);

const emptyDraft = (article: Draft["article"]): Draft => ({
  article,
  ids: new Map(),
  entities: [],
  relations: [],
  events: [],
});

/** The headline of a piece written for maek. */
function addTitle({ article }: Draft, title: string, fail: Fail): void {
  if (!isComposed(article.id)) fail("a title, but the text stands elsewhere");
  if (article.title !== "" || title === "") fail("a second or empty title");
  article.title = title;
}

/** The next sentence of a piece written for maek; a space parts it from the one before. */
function addSentence({ article, ids }: Draft, sentence: string, fail: Fail): void {
  if (!isComposed(article.id)) fail("a sentence, but the text stands elsewhere");
  if (article.title === "" || sentence === "" || ids.size > 0)
    fail("a sentence without a title before it, or too late");
  const start = article.text === "" ? 0 : article.text.length + 1;
  article.text = article.text === "" ? sentence : `${article.text} ${sentence}`;
  article.sentences.push({ n: article.sentences.length + 1, start, end: article.text.length });
}

function addSentences({ article }: Draft, line: string, fail: Fail): void {
  const { sentences } = article;
  for (const part of line.trim().split(" ")) {
    const [start = Number.NaN, end = Number.NaN] = part.split("-").map(Number);
    if (!(start >= (sentences.at(-1)?.end ?? 0) && end > start && end <= article.text.length))
      fail("bad sentence bounds");
    sentences.push({ n: sentences.length + 1, start, end });
  }
}

function addEntity({ article, ids, entities }: Draft, parts: readonly string[], fail: Fail): void {
  const [first = "", ...others] = parts;
  const at = first.indexOf(" ");
  const type = ENTITY_KINDS.find((kind) => kind === first.slice(0, at)) ?? fail("unknown kind");
  const name = first.slice(at + 1).trim();
  const text = `${article.title}\n${article.text}`;
  for (const form of [name, ...others])
    if (form === "" || !text.includes(form)) fail(`"${form}" is not in the article`);
  if (ids.has(name)) fail("a name that stands above already");
  const id = `e${entities.length + 1}`;
  ids.set(name, id);
  entities.push({ id, type, name, mentions: [name, ...others] });
}

function addRelation(draft: Draft, parts: readonly string[], fail: Fail): void {
  const [head = "", type = "", tail = "", at = "", title] = parts;
  if (!Object.hasOwn(ontology.relations, type)) fail("unknown relation");
  const id = (name: string) => draft.ids.get(name) ?? fail(`no entity "${name}"`);
  const { n } = sentenceAt(draft, at, fail);
  draft.relations.push({ head: id(head), type, tail: id(tail), sentence: n, ...(title && { title }) });
}

function addEvent(draft: Draft, parts: readonly string[], fail: Fail): void {
  const [type = "", at = "", trigger = "", label = "", status = "", ...rest] = parts;
  if (!Object.hasOwn(ontology.events, type)) fail("unknown event");
  if (!FACTUALITIES.some((known) => known === status)) fail("unknown status");
  const { n, words } = sentenceAt(draft, at, fail);
  if (trigger === "" || !words.includes(trigger)) fail("the trigger is not in its sentence");
  const more: Record<string, string> = {};
  const roles: { role: string; entity: string }[] = [];
  for (const part of rest) {
    const equals = part.indexOf("=");
    const [name, value] = [part.slice(0, equals), part.slice(equals + 1)];
    if (ROLES.some((role) => role === name))
      roles.push({ role: name, entity: draft.ids.get(value) ?? fail(`no entity "${value}"`) });
    else if (name === "date" || name === "amount") more[name] = value;
    else fail(`unknown part "${part}"`);
  }
  const id = `v${draft.events.length + 1}`;
  draft.events.push({ id, type, sentence: n, trigger, label, status, roles, ...more });
}

function sentenceAt({ article }: Draft, at: string, fail: Fail): { n: number; words: string } {
  const n = /^@\d+$/.test(at) ? Number(at.slice(1)) : fail("a sentence is written @NUMBER");
  if (n === 0) return { n, words: article.title };
  const sentence = article.sentences[n - 1] ?? fail("no such sentence");
  return { n, words: article.text.slice(sentence.start, sentence.end) };
}
