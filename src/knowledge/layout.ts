/**
 * Takes a graph; sets x, y and size of its nodes. The same graph gives the same positions, to the last digit.
 *
 * Each component is laid out by itself: ForceAtlas2 (Jacomy et al. 2014, PLoS ONE 9(6)) from starts that a hash of
 * the nodes' keys gives, then turned to lie wide, then freed of overlaps. The components are packed around the
 * largest, and nodes without edges stand together as one more. ForceAtlas2 runs synchronously: the number of
 * iterations of its worker depends on the clock.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { separate } from "./layout-overlap.ts";
import { pack } from "./layout-pack.ts";
import { numbersFrom } from "./layout-seed.ts";
import type { KnowledgeGraph } from "./types.ts";

/** A node's place; size is its radius, room what its label wants to either side. */
export interface Place {
  readonly key: string;
  x: number;
  y: number;
  readonly size: number;
  readonly room: number;
}

/** A component, or all nodes without edges: places around an origin of its own. */
export type Cluster = Place[];

const SMALLEST = 4;
const PER_ROOT_OF_DEGREE = 2.4;
const LARGEST = 22;
/** The wished length of an edge between two small nodes. */
const EDGE_LENGTH = 70;
/** Half the width of a label's character, and the most that a label gets: long ones wrap or are cut. */
const ROOM_PER_CHARACTER = 3;
const MOST_ROOM = 36;
/** Iterations that a graph of this order gets; larger ones get fewer, so that time grows slowly. */
const MOST_ITERATIONS = 600;
const LEAST_ITERATIONS = 120;
const WORK = 150_000;
const BARNES_HUT_ABOVE = 400;

const rounded = (value: number) => Math.round(value * 1000) / 1000 || 0;

/** Radius of a node by its degree: its area grows with the degree, up to a limit. */
function sizeOf(degree: number): number {
  return rounded(Math.min(LARGEST, SMALLEST + PER_ROOT_OF_DEGREE * Math.sqrt(degree)));
}

function placeOf(graph: KnowledgeGraph, key: string, x: number, y: number): Place {
  const room = Math.min(MOST_ROOM, ROOM_PER_CHARACTER * graph.getNodeAttribute(key, "label").length);
  return { key, x, y, size: sizeOf(graph.degree(key)), room };
}

/** The nodes of each connected component, in key order; components by size, then by their first key. */
function components(graph: KnowledgeGraph): string[][] {
  const seen = new Set<string>();
  const all: string[][] = [];
  for (const start of graph.nodes().sort()) {
    if (seen.has(start)) continue;
    const found = [start];
    seen.add(start);
    for (let next = 0; next < found.length; next++) {
      graph.forEachNeighbor(found[next], (neighbour) => {
        if (seen.has(neighbour)) return;
        seen.add(neighbour);
        found.push(neighbour);
      });
    }
    all.push(found.sort());
  }
  return all.sort((a, b) => b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

/** The component as a simple graph at its seeded starts; parallel edges pull more. */
function simpleGraph(graph: KnowledgeGraph, nodes: readonly string[]): UndirectedGraph {
  const simple = new UndirectedGraph();
  const radius = Math.sqrt(nodes.length) * EDGE_LENGTH;
  for (const key of nodes) {
    const [angle = 0, distance = 0] = numbersFrom(key, 2);
    const from = radius * Math.sqrt(distance);
    simple.addNode(key, { x: from * Math.cos(2 * Math.PI * angle), y: from * Math.sin(2 * Math.PI * angle) });
  }
  const weights = new Map<string, { ends: [string, string]; weight: number }>();
  for (const key of nodes) {
    graph.forEachOutEdge(key, (_edge, _attributes, source, target) => {
      const ends: [string, string] = source < target ? [source, target] : [target, source];
      const known = weights.get(JSON.stringify(ends));
      if (known) known.weight++;
      else weights.set(JSON.stringify(ends), { ends, weight: 1 });
    });
  }
  for (const [key, { ends, weight }] of [...weights].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    simple.addUndirectedEdgeWithKey(key, ends[0], ends[1], { weight: 1 + Math.log(weight) });
  }
  return simple;
}

/** Moves the centre to the origin, turns the longest axis flat, and gives edges their wished length. */
function settle(places: Cluster, simple: UndirectedGraph): void {
  const mean = (of: (place: Place) => number) => places.reduce((sum, place) => sum + of(place), 0) / places.length;
  const [cx, cy] = [mean((p) => p.x), mean((p) => p.y)];
  for (const place of places) {
    place.x -= cx;
    place.y -= cy;
  }
  const angle = Math.atan2(2 * mean((p) => p.x * p.y), mean((p) => p.x * p.x) - mean((p) => p.y * p.y)) / 2;
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  for (const place of places) {
    const { x, y } = place;
    place.x = x * cos - y * sin;
    place.y = x * sin + y * cos;
  }
  const at = new Map(places.map((place) => [place.key, place]));
  const lengths = simple
    .mapEdges((_edge, _attributes, source, target) => {
      const [a, b] = [at.get(source), at.get(target)];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    })
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const scale = median > 0 ? EDGE_LENGTH / median : 1;
  for (const place of places) {
    place.x *= scale;
    place.y *= scale;
  }
}

function layOutComponent(graph: KnowledgeGraph, nodes: readonly string[]): Cluster {
  const simple = simpleGraph(graph, nodes);
  const iterations = Math.round(Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, WORK / nodes.length)));
  const positions = forceAtlas2(simple, {
    iterations,
    getEdgeWeight: "weight",
    settings: {
      ...forceAtlas2.inferSettings(nodes.length),
      barnesHutOptimize: nodes.length > BARNES_HUT_ABOVE,
      edgeWeightInfluence: 1,
    },
  });
  const places = nodes.map((key) => placeOf(graph, key, positions[key]?.x ?? 0, positions[key]?.y ?? 0));
  settle(places, simple);
  separate(places);
  return places;
}

/** Nodes without edges, in rows by kind and label: keys begin with the kind. */
function rows(graph: KnowledgeGraph, keys: readonly string[]): Cluster {
  const columns = Math.max(1, Math.ceil(Math.sqrt(keys.length * 0.6)));
  return keys.map((key, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return placeOf(graph, key, column * EDGE_LENGTH * 1.4, -row * EDGE_LENGTH * 0.5);
  });
}

/** Sets x, y (three decimals) and size (the radius in pixels that sigma draws) of every node. */
export function layOut(graph: KnowledgeGraph): void {
  const all = components(graph);
  const tied = all.filter((nodes) => nodes.length > 1).map((nodes) => layOutComponent(graph, nodes));
  const alone = all.filter((nodes) => nodes.length === 1).flat();
  const clusters = alone.length > 0 ? [...tied, rows(graph, alone)] : tied;
  for (const place of pack(clusters)) {
    graph.mergeNodeAttributes(place.key, { x: rounded(place.x), y: rounded(place.y), size: place.size });
  }
}
