/**
 * Takes the readings of any number of articles, in any order; gives one knowledge graph.
 *
 * Entities of several articles that are one thing become one node (see identity.ts); events become nodes and their
 * roles edges; statements of one edge become one edge with all their evidence (see statements.ts). Nodes and edges
 * stand in the order of their keys. The same set of articles gives the same graph.
 */
import { MultiDirectedGraph } from "graphology";
import {
  allowsRelation,
  isSymmetric,
  type NodeKind,
  type Ontology,
  type OntologyExtension,
  ontology,
  relationOf,
  roleOf,
} from "../ontology/index.ts";
import { graphArticle, type PlacedReading, placeArticles } from "./articles.ts";
import { type EntityNode, entityNodes } from "./entities.ts";
import { type EventNode, eventNodes } from "./events.ts";
import { ontologyOf } from "./graph-ontology.ts";
import { identify } from "./identity.ts";
import { byCodeUnit, edgeKey, firstFree } from "./keys.ts";
import { mergeStatements, type Statement } from "./statements.ts";
import type { EdgeAttributes, GraphAttributes, KnowledgeGraph, NodeAttributes, Reading } from "./types.ts";
import { unitsOf } from "./units.ts";

/** An edge that an article states. */
interface Stated {
  readonly source: string;
  readonly kind: string;
  readonly target: string;
  readonly statement: Statement;
}

/** From an article's own entity keys to node keys. */
type NodeLookup = (article: string, entityKey: string) => string;

/** Without nodes. For builders and readers of files alike: every graph of maek is of this kind. */
export function emptyGraph(articles: GraphAttributes["articles"] = [], extension?: OntologyExtension): KnowledgeGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  graph.replaceAttributes({ format: "maek/1", language: "ko", ...(extension && { ontology: extension }), articles });
  return graph;
}

function nodeLookup(nodes: readonly EntityNode[]): NodeLookup {
  const keys = new Map<string, string>();
  for (const { key, units } of nodes) {
    for (const unit of units) keys.set(JSON.stringify([unit.article, unit.entity.key]), key);
  }
  return (article, entity) => {
    const key = keys.get(JSON.stringify([article, entity]));
    if (key === undefined)
      throw new Error(`maek/knowledge: a fact of article "${article}" names "${entity}", which is no entity of it`);
    return key;
  };
}

/** The relations an article states, symmetric ones with their smaller key first. */
function statedRelations({ id, reading }: PlacedReading, nodeOf: NodeLookup, by: Ontology): Stated[] {
  return reading.facts.flatMap((fact) => {
    if (fact.type !== "relation") return [];
    const ends = [nodeOf(id, fact.head), nodeOf(id, fact.tail)];
    const [source = "", target = ""] = isSymmetric(fact.kind, by) ? ends.sort(byCodeUnit) : ends;
    const { factuality, confidence, method, title, attributedTo } = fact;
    const statement = {
      article: id,
      evidence: fact.evidence.map(({ start, end }) => ({ article: id, start, end })),
      factuality,
      confidence,
      method,
      ...(title === undefined ? {} : { title }),
      ...(attributedTo === undefined ? {} : { attributedTo: nodeOf(id, attributedTo) }),
    };
    return [{ source, kind: fact.kind, target, statement }];
  });
}

/** The roles of an event as edges: agent and participant run to the event, target and place from it. */
function statedRoles(event: EventNode, article: string, nodeOf: NodeLookup): Stated[] {
  return event.facts.flatMap((fact) =>
    fact.roles.map((role) => {
      const entity = nodeOf(article, role.entity);
      const toEvent = ontology.roles[role.role].direction === "entity-to-event";
      const evidence = role.evidence.length > 0 ? role.evidence : [...fact.evidence, fact.trigger].slice(0, 1);
      return {
        source: toEvent ? entity : event.key,
        kind: role.role,
        target: toEvent ? event.key : entity,
        statement: {
          article,
          evidence: evidence.map(({ start, end }) => ({ article, start, end })),
          factuality: fact.factuality,
          confidence: fact.confidence,
          method: fact.method,
          ...(fact.attributedTo === undefined ? {} : { attributedTo: nodeOf(article, fact.attributedTo) }),
        },
      };
    }),
  );
}

/** Whether the graph may hold the edge: two ends of kinds that the ontology allows. */
function mayStand(graph: KnowledgeGraph, { source, kind, target }: Stated): boolean {
  if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) return false;
  if (roleOf(kind)) return true;
  const kinds = [source, target].map((end) => graph.getNodeAttribute(end, "kind")) as [NodeKind, NodeKind];
  return allowsRelation(kind, ...kinds, ontologyOf(graph));
}

function addEdges(graph: KnowledgeGraph, stated: readonly Stated[]): void {
  const groups = new Map<string, Stated[]>();
  for (const edge of stated) {
    if (!mayStand(graph, edge)) continue;
    const same = JSON.stringify([edge.source, edge.kind, edge.target]);
    const group = groups.get(same);
    if (group) group.push(edge);
    else groups.set(same, [edge]);
  }
  const taken = new Set<string>();
  const edges = [...groups.values()]
    .flatMap((group) => (group[0] ? [{ edge: group[0], statements: group.map(({ statement }) => statement) }] : []))
    .sort(
      (a, b) =>
        byCodeUnit(a.edge.source, b.edge.source) ||
        byCodeUnit(a.edge.kind, b.edge.kind) ||
        byCodeUnit(a.edge.target, b.edge.target),
    )
    .map(({ edge, statements }) => {
      const key = firstFree(edgeKey(edge.source, edge.kind, edge.target), taken);
      taken.add(key);
      const named = relationOf(edge.kind, ontologyOf(graph)) ?? roleOf(edge.kind);
      return { key, edge, attributes: mergeStatements(edge.kind, named?.ko ?? edge.kind, statements) };
    })
    .sort((a, b) => byCodeUnit(a.key, b.key));
  for (const { key, edge, attributes } of edges) graph.addEdgeWithKey(key, edge.source, edge.target, attributes);
}

/**
 * One graph of all readings, without positions (see `layOut`). Relations between kinds that the ontology does not
 * allow, and those whose ends turn out to be one thing, are left out.
 *
 * @param extension relations and types of events beyond maek's own; the graph keeps them
 * @throws Error when a fact names an entity that its reading does not hold: a fault of the reader, not of the article.
 */
export function assemble(readings: readonly Reading[], extension?: OntologyExtension): KnowledgeGraph {
  const placed = placeArticles(readings);
  const graph = emptyGraph(placed.map(graphArticle), extension);
  const entities = entityNodes(identify(unitsOf(placed)));
  const nodeOf = nodeLookup(entities);
  const events = placed.flatMap(({ id, reading: { document, facts } }) =>
    eventNodes(
      facts.filter((fact) => fact.type === "event"),
      id,
      document.article.text,
      (entity) => nodeOf(id, entity),
    ).map((event) => ({ article: id, event })),
  );
  const nodes = new Map<string, NodeAttributes>(entities.map(({ key, attributes }) => [key, attributes]));
  for (const { event } of events) nodes.set(event.key, event.attributes);
  for (const [key, attributes] of [...nodes].sort((a, b) => byCodeUnit(a[0], b[0]))) {
    graph.addNode(key, attributes);
  }
  addEdges(graph, [
    ...placed.flatMap((reading) => statedRelations(reading, nodeOf, ontologyOf(graph))),
    ...events.flatMap(({ article, event }) => statedRoles(event, article, nodeOf)),
  ]);
  return graph;
}
