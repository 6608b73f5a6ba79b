/**
 * The viewer's state, all of it: signals that components read, and the few functions that change them.
 *
 * The choice lives in the address (see selection.ts): every change of it is a step of the browser's history.
 */
import { computed, signal } from "@preact/signals";
import {
  type Evidence,
  evidenceOf,
  type GraphArticle,
  type KnowledgeGraph,
  layOut,
  MaekError,
  parseGraph,
  tiesOf,
} from "../../../src/index.ts";
import { type Filters, type Hidden, hiddenBy, NO_FILTERS } from "./filters.ts";
import { fromHash, type Selection, sameSelection, toHash } from "./selection.ts";

export interface Hover {
  readonly node?: string;
  readonly edge?: string;
}

export type Mode = "graph" | "list";
/** What the narrow layout shows under the graph. */
export type Sheet = "ties" | "article";

export interface LoadedGraph {
  readonly graph: KnowledgeGraph;
  /** The file as it came. */
  readonly source: string;
  readonly fileName: string;
}

export const loaded = signal<LoadedGraph | undefined>(undefined);
/** One line for the user: why nothing is shown. */
export const failure = signal<{ title: string; advice: string } | undefined>(undefined);
export const selection = signal<Selection>({});
export const hover = signal<Hover>({});
export const filters = signal<Filters>(NO_FILTERS);
export const mode = signal<Mode>("graph");
export const sheet = signal<Sheet>("ties");
export const edgeLabels = signal(true);
/** Why there is no drawing: no WebGL, or a fault of ours. */
export const canvasFailure = signal<"webgl" | "error" | undefined>(undefined);
/** How many steps of the history are this page's: Back leads to another choice, not away. */
export const steps = signal(0);

const chosenArticle = signal<string | undefined>(undefined);

export const graph = computed<KnowledgeGraph | undefined>(() => loaded.value?.graph);
export const articles = computed<readonly GraphArticle[]>(() => graph.value?.getAttribute("articles") ?? []);
/** What is shown, in one line. */
export const title = computed<string>(() => {
  const [first] = articles.value;
  if (!first) return "";
  if (articles.value.length > 1) return `기사 ${articles.value.length}편`;
  return first.title || firstWords(first.text) || first.id;
});
/** The first line that has a word in it, for articles without a headline. */
function firstWords(text: string): string {
  const line = text.split("\n", 20).find((each) => /\p{L}/u.test(each)) ?? "";
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

export const hidden = computed<Hidden>(() =>
  graph.value ? hiddenBy(graph.value, filters.value, selection.value) : { nodes: new Set(), edges: new Set() },
);

/** The evidence of what is chosen, and which piece is looked at: of a tie, of an edge, of an event. */
export const evidence = computed<{ spans: readonly Evidence[]; active: number }>(() => {
  const { node, edge, evidence: at = 0 } = selection.value;
  const spans = graph.value ? evidenceOfChoice(graph.value, node, edge) : [];
  return { spans, active: Math.max(0, Math.min(at, spans.length - 1)) };
});

function evidenceOfChoice(
  from: KnowledgeGraph,
  node: string | undefined,
  edge: string | undefined,
): readonly Evidence[] {
  const tie =
    node !== undefined && edge !== undefined ? tiesOf(from, node).find((each) => each.edge === edge) : undefined;
  if (tie) return tie.evidence;
  if (edge !== undefined) return from.getEdgeAttribute(edge, "evidence").map((span) => evidenceOf(from, span));
  const chosen = node === undefined ? undefined : from.getNodeAttributes(node);
  return chosen?.kind === "event" ? chosen.evidence.map((span) => evidenceOf(from, span)) : [];
}

/** The article in the text panel. */
export const article = computed<GraphArticle | undefined>(
  () => articles.value.find(({ id }) => id === chosenArticle.value) ?? articles.value[0],
);

export function openArticle(id: string): void {
  chosenArticle.value = id;
}

function followSelection(): void {
  const { spans, active } = evidence.value;
  const span = spans[active];
  if (span) {
    openArticle(span.article);
    return;
  }
  const { node } = selection.value;
  if (node === undefined || !graph.value) return;
  const { mentions } = graph.value.getNodeAttributes(node);
  const here = article.value?.id;
  const first = mentions[0];
  if (first && !mentions.some((mention) => mention.article === here)) openArticle(first.article);
}

/** Chooses, and writes the choice into the address as a new step of the history. */
export function select(next: Selection): void {
  if (sameSelection(next, selection.value)) return;
  selection.value = next;
  followSelection();
  const hash = toHash(next);
  steps.value += 1;
  history.pushState({ step: steps.value }, "", hash ? `#${hash}` : location.pathname + location.search);
}

/** Undoes the last choice. */
export function goBack(): void {
  if (steps.value > 0) history.back();
}

/** Takes the choice from the address: after Back, Forward, a changed link. */
export function readAddress(): void {
  if (!graph.value) return;
  const state: unknown = history.state;
  const step = typeof state === "object" && state !== null && "step" in state ? Number(state.step) : 0;
  steps.value = Number.isFinite(step) ? step : 0;
  const next = fromHash(location.hash, graph.value);
  if (sameSelection(next, selection.value)) return;
  selection.value = next;
  followSelection();
}

export function resetFilters(): void {
  filters.value = NO_FILTERS;
}

/** Whether all nodes stand on one spot: a file of a program that knows no layout. */
function isUnplaced(of: KnowledgeGraph): boolean {
  const first = of.order > 1 ? of.getNodeAttributes(of.nodes()[0]) : undefined;
  return first !== undefined && of.everyNode((_key, { x, y }) => x === first.x && y === first.y);
}

/** Shows a graph file's text; a broken one gives the failure notice and leaves what was shown. */
export function show(source: string, fileName: string): void {
  try {
    const next = parseGraph(source, fileName);
    if (isUnplaced(next)) layOut(next);
    selection.value = {};
    hover.value = {};
    resetFilters();
    failure.value = undefined;
    if (canvasFailure.value === "error") canvasFailure.value = undefined;
    loaded.value = { graph: next, source, fileName };
    chosenArticle.value = undefined;
    readAddress();
  } catch (error) {
    if (!(error instanceof MaekError)) throw error;
    failure.value = {
      title: `그래프 파일이 아니거나 깨진 파일입니다: ${error.message.replace(/^maek\/\w+: /, "")}`,
      advice: "maek build 기사.txt -o graph.json 명령으로 다시 만들거나 다른 그래프 파일을 여세요.",
    };
  }
}

/** Fetches the graph that lies beside the page. */
export async function fetchGraph(address = "./graph.json"): Promise<void> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    if (response.ok) {
      show(await response.text(), "graph.json");
      return;
    }
  } catch {
    // Without a server there is nothing to tell beyond what the notice says.
  }
  failure.value = {
    title: "이 페이지 옆에서 graph.json을 찾지 못했습니다.",
    advice: "그래프 파일을 이 창에 끌어다 놓거나, 터미널에서 maek view graph.json 명령으로 여세요.",
  };
}
