/**
 * Takes a knowledge graph; gives what is wrong with it, one line a fault. Every builder, merger and reader asks here.
 *
 * The invariants are those of the graph file: every edge quotes words of its article, runs between kinds that the
 * ontology allows, and has two ends; mentions are spelt as aliases; nodes and edges stand in the order of their keys.
 */
import { allowsRelation, FACTUALITIES, isSymmetric, type Ontology, relationOf, roleOf } from "../ontology/index.ts";
import { ontologyOf } from "./graph-ontology.ts";
import type { ArticleSpan, EdgeAttributes, EventAttributes, GraphArticle, KnowledgeGraph } from "./types.ts";

type Report = (fault: string) => void;
type Texts = ReadonlyMap<string, string>;

const quote = (value: unknown) => JSON.stringify(value);

/** What is wrong with a span, or undefined. */
function spanFault(span: ArticleSpan, texts: Texts): string | undefined {
  const text = texts.get(span.article);
  if (text === undefined) return `is in article ${quote(span.article)}, which the graph does not hold`;
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return `has offsets ${start}–${end}, which are not integers`;
  if (start < 0 || end > text.length || start >= end)
    return `${start}–${end} lies outside its article's ${text.length} characters`;
  return undefined;
}

function checkArticles(articles: readonly GraphArticle[], report: Report): void {
  const ids = new Set<string>();
  articles.forEach(({ id, text, sentences }, i) => {
    const last = articles[i - 1]?.id;
    if (ids.has(id)) report(`article ${quote(id)} is there twice`);
    else if (last !== undefined && last > id)
      report(`article ${quote(id)} stands after ${quote(last)}: ids are not sorted`);
    ids.add(id);
    let before = 0;
    for (const [start, end] of sentences) {
      const fault = spanFault({ article: id, start, end }, new Map([[id, text]]));
      if (fault) report(`article ${quote(id)}: sentence ${fault}`);
      else if (start < before) report(`article ${quote(id)}: sentence ${start}–${end} overlaps the one before`);
      before = Math.max(before, end);
    }
  });
}

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkConfidence(confidence: number, where: string, report: Report): void {
  if (!(confidence >= 0 && confidence <= 1)) report(`${where} has confidence ${confidence}, not 0 to 1`);
}

function checkEvidence(evidence: readonly ArticleSpan[], where: string, texts: Texts, report: Report): void {
  if (evidence.length === 0) report(`${where} has no evidence`);
  for (const span of evidence) {
    const fault = spanFault(span, texts);
    if (fault) report(`${where}: evidence ${fault}`);
  }
}

function checkSpeaker(graph: KnowledgeGraph, speaker: string | undefined, where: string, report: Report): void {
  if (speaker === undefined) return;
  if (!graph.hasNode(speaker)) report(`${where} is attributed to ${quote(speaker)}, which the graph does not hold`);
  else if (graph.getNodeAttribute(speaker, "kind") === "event")
    report(`${where} is attributed to ${quote(speaker)}, an event`);
}

function checkEvent(
  graph: KnowledgeGraph,
  event: EventAttributes,
  where: string,
  texts: Texts,
  by: Ontology,
  report: Report,
): void {
  if (!Object.hasOwn(by.events, event.eventType))
    report(`${where} has event type ${quote(event.eventType)}, unknown to the ontology`);
  if (!FACTUALITIES.includes(event.factuality)) report(`${where} has factuality ${quote(event.factuality)}`);
  const fault = spanFault(event.trigger, texts);
  if (fault) report(`${where}: trigger ${fault}`);
  checkEvidence(event.evidence, where, texts, report);
  checkSpeaker(graph, event.attributedTo, where, report);
  checkConfidence(event.confidence, where, report);
  const { time } = event;
  if (!time) return;
  const timeFault = spanFault({ article: event.trigger.article, start: time.start, end: time.end }, texts);
  if (timeFault) report(`${where}: time ${timeFault}`);
  for (const day of [time.from, time.to]) {
    if (day !== undefined && !isDay(day)) report(`${where}: time ${quote(day)} is no day`);
  }
  if (time.from !== undefined && time.to !== undefined && time.from > time.to)
    report(`${where}: time ends (${time.to}) before it begins (${time.from})`);
}

function checkNodes(graph: KnowledgeGraph, texts: Texts, by: Ontology, report: Report): void {
  let last: string | undefined;
  graph.forEachNode((key, attributes) => {
    const where = `node ${quote(key)}`;
    if (last !== undefined && last >= key) report(`${where} stands after ${quote(last)}: keys are not sorted`);
    last = key;
    if (!Object.hasOwn(by.nodes, attributes.kind))
      report(`${where} has kind ${quote(attributes.kind)}, unknown to the ontology`);
    if (!key.startsWith(`${attributes.kind}:`)) report(`${where} has kind ${quote(attributes.kind)}, unlike its key`);
    if ("type" in attributes) report(`${where} has an attribute "type", which names a drawing program`);
    if (attributes.label === "") report(`${where} has an empty label`);
    for (const name of ["x", "y", "size"] as const) {
      if (!Number.isFinite(attributes[name])) report(`${where} has ${name} ${attributes[name]}, not a finite number`);
    }
    if (attributes.kind !== "event" && !attributes.aliases.includes(attributes.label)) {
      report(`${where} has a label ${quote(attributes.label)} that is none of its aliases`);
    }
    const aliases = new Set(attributes.aliases);
    for (const mention of attributes.mentions) {
      const fault = spanFault(mention, texts);
      const words = texts.get(mention.article)?.slice(mention.start, mention.end) ?? "";
      if (fault) report(`${where}: mention ${fault}`);
      else if (!aliases.has(words))
        report(
          `${where}: mention ${mention.start}–${mention.end} of article ${quote(mention.article)} reads ${quote(words)}, none of its aliases`,
        );
    }
    if (attributes.kind === "event") checkEvent(graph, attributes, where, texts, by, report);
  });
}

/** Whether a role may run between these ends, in this direction. */
function allowsRole(kind: string, head: string, tail: string, by: Ontology): boolean | undefined {
  const role = roleOf(kind, by);
  if (!role) return undefined;
  const [entity, event] = role.direction === "entity-to-event" ? [head, tail] : [tail, head];
  return event === "event" && entity !== "event";
}

function checkEdge(
  graph: KnowledgeGraph,
  key: string,
  edge: EdgeAttributes,
  texts: Texts,
  by: Ontology,
  report: Report,
): void {
  const where = `edge ${quote(key)}`;
  const [source, target] = graph.extremities(key);
  if (source === target) report(`${where} is a self-loop`);
  const [head, tail] = [graph.getNodeAttribute(source, "kind"), graph.getNodeAttribute(target, "kind")];
  const allowed = allowsRole(edge.kind, head, tail, by) ?? allowsRelation(edge.kind, head, tail, by);
  if (!relationOf(edge.kind, by) && !roleOf(edge.kind, by)) {
    report(`${where} has kind ${quote(edge.kind)}, unknown to the ontology`);
  } else if (!allowed) report(`${where}: ${edge.kind} may not run from ${head} to ${tail}`);
  if (isSymmetric(edge.kind, by) && source > target)
    report(`${where}: ${edge.kind} is symmetric, so its smaller key comes first`);
  if ("type" in edge) report(`${where} has an attribute "type", which names a drawing program`);
  if (!FACTUALITIES.includes(edge.factuality)) report(`${where} has factuality ${quote(edge.factuality)}`);
  checkEvidence(edge.evidence, where, texts, report);
  checkSpeaker(graph, edge.attributedTo, where, report);
  checkConfidence(edge.confidence, where, report);
}

/** The faults of a graph, in the order of the file; empty for a sound one. */
export function checkGraph(graph: KnowledgeGraph, by: Ontology = ontologyOf(graph)): string[] {
  const faults: string[] = [];
  const report = (fault: string) => faults.push(fault);
  const articles = graph.getAttribute("articles");
  checkArticles(articles, report);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  checkNodes(graph, texts, by, report);
  let last: string | undefined;
  const stated = new Set<string>();
  graph.forEachEdge((key, attributes, source, target) => {
    if (last !== undefined && last >= key)
      report(`edge ${quote(key)} stands after ${quote(last)}: keys are not sorted`);
    last = key;
    const triple = JSON.stringify([source, attributes.kind, target]);
    if (stated.has(triple)) report(`edge ${quote(key)} repeats an edge of the same source, kind and target`);
    stated.add(triple);
    checkEdge(graph, key, attributes, texts, by, report);
  });
  return faults;
}
