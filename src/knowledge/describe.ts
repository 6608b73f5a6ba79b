/**
 * Takes an edge or an event of a graph; gives a Korean sentence that says it, with when, how surely, and who says so:
 * "알리바바는 3800억위안을 투자할 계획이다(향후 3년 동안) — 블룸버그에 따르면".
 */
import { type Factuality, ontology, ROLES, type Role } from "../ontology/index.ts";
import { byCodeUnit } from "./keys.ts";
import { descriptions, type Slots, type SlotValue, sentenceOf } from "./korean-sentence.ts";
import type { EventAttributes, KnowledgeGraph } from "./types.ts";

export interface Telling {
  /** Whether the sentence ends in who says so; it does unless this is false. */
  readonly speaker?: boolean;
}

export interface EdgeTelling extends Telling {
  /** Key of the end that the sentence should begin with; the head when absent. */
  readonly seenFrom?: string;
}

/** Units of sums of money (KRW), of shares, and any. */
const [MONEY, SHARE, ANY] = [/^[A-Z]{3}$/, /^%$/, /^/];

/** More names than this are cut short. */
const MANY = 4;

/** The member of that name, unless every object inherits one. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function nodeValue(graph: KnowledgeGraph, key: string): SlotValue {
  const { label, kind } = graph.getNodeAttributes(key);
  return { text: label, kind };
}

function speakerText(graph: KnowledgeGraph, speaker: string | undefined): string {
  if (speaker === undefined || !graph.hasNode(speaker)) return "";
  return sentenceOf([descriptions.speaker], { speaker: nodeValue(graph, speaker) }, "done") ?? "";
}

/** Several names as one value, the first few of many; its kind is the last one's, since a particle leans on it. */
function listed(values: readonly SlotValue[]): SlotValue | undefined {
  const last = values.at(-1);
  const names = (some: readonly SlotValue[]) => ({ text: some.map(({ text }) => text).join(", ") });
  if (!last || values.length <= MANY) return last && { ...last, ...names(values) };
  const template = values.every(({ kind }) => kind === "person") ? descriptions.many.person : descriptions.many.other;
  const slots = { names: names(values.slice(0, MANY - 1)), count: { text: String(values.length) } };
  return { ...last, text: sentenceOf([template], slots, "done") ?? last.text };
}

/** The nodes that play each role in an event, by key. */
export function rolesOf(graph: KnowledgeGraph, event: string): Record<Role, string[]> {
  const roles: Record<Role, string[]> = { agent: [], target: [], participant: [], place: [] };
  graph.forEachEdge(event, (_edge, { kind }, source, target) => {
    const role = ROLES.find((known) => known === kind);
    if (role) roles[role].push(source === event ? target : source);
  });
  for (const role of ROLES) roles[role].sort(byCodeUnit);
  return roles;
}

function eventSlots(graph: KnowledgeGraph, key: string, event: EventAttributes): Slots {
  const roles = rolesOf(graph, key);
  const values = ROLES.map((role) => [role, listed(roles[role].map((node) => nodeValue(graph, node)))] as const);
  const figure = (fits: RegExp) => {
    const amount = event.amounts.find(({ unit }) => fits.test(unit));
    return amount && { text: amount.text };
  };
  const status = event.factuality === "done" ? undefined : ontology.factuality[event.factuality]?.ko;
  return {
    ...Object.fromEntries(values),
    label: { text: event.label },
    amount: figure(MONEY),
    share: figure(SHARE),
    figure: figure(ANY),
    status: status === undefined ? undefined : { text: status },
  };
}

/**
 * The sentence of an event: who does what to whom, for how much; then when, and according to whom. An event whose
 * roles fill no template of its type is told by its label.
 *
 * @throws Error when `key` is no event of the graph
 */
export function describeEvent(graph: KnowledgeGraph, key: string, { speaker = true }: Telling = {}): string {
  const event = graph.getNodeAttributes(key);
  if (event.kind !== "event") throw new Error(`maek/knowledge: node "${key}" is no event`);
  const slots = eventSlots(graph, key, event);
  const templates = own(descriptions.events, event.eventType) ?? [];
  const said = sentenceOf([...templates, ...descriptions.anyEvent], slots, event.factuality) ?? event.label;
  const time = event.time && sentenceOf([descriptions.time], { time: { text: event.time.text } }, "done");
  const by = speaker ? speakerText(graph, event.attributedTo) : "";
  return `${`${said}${time ?? ""}`.replace(")(", ", ")}${by}`;
}

function describeRelation(graph: KnowledgeGraph, key: string, { seenFrom, speaker = true }: EdgeTelling): string {
  const { kind, label, title, factuality, attributedTo } = graph.getEdgeAttributes(key);
  const [head, tail] = graph.extremities(key).map((end) => nodeValue(graph, end));
  const slots = { head, tail, title: title === undefined ? undefined : { text: title } };
  const views = own(descriptions.relations, kind);
  const view = views && (seenFrom === graph.target(key) ? views.tail : views.head);
  const said = view && sentenceOf(view, slots, factuality);
  const by = speaker ? speakerText(graph, attributedTo) : "";
  return `${said ?? `${head?.text} — ${label} — ${tail?.text}`}${by}`;
}

/**
 * The sentence of an edge: a relation's own, or for a role that of its event.
 *
 * @throws Error when the graph has no such edge
 */
export function describeEdge(graph: KnowledgeGraph, key: string, telling: EdgeTelling = {}): string {
  const event = graph.extremities(key).find((end) => graph.getNodeAttribute(end, "kind") === "event");
  return event === undefined ? describeRelation(graph, key, telling) : describeEvent(graph, event, telling);
}

/** A role seen from its event: "주체는 알리바바이다". */
export function describeRole(graph: KnowledgeGraph, key: string, event: string): string {
  const { kind } = graph.getEdgeAttributes(key);
  const other = nodeValue(graph, graph.opposite(event, key));
  const template = own<string>(descriptions.ofEvent, kind);
  return (template && sentenceOf([template], { other }, "done")) ?? other.text;
}

/** The Korean word for how sure a fact is: "예정". */
export function factualityLabel(factuality: Factuality): string {
  return ontology.factuality[factuality]?.ko ?? factuality;
}
