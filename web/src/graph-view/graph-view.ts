/**
 * One sigma instance and what surrounds it: reducers over the scene, the label layer, picking of edges, the camera.
 *
 * Takes the graph and, again and again, the viewer's state; gives back what the user points at. Knows no signals, so
 * that the component that owns it stays the only place where state meets the canvas.
 */

import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import type { MouseCoords } from "sigma/types";
import { type KnowledgeGraph, ontologyOf } from "../../../src/index.ts";
import { type Point, parallelCurvatures } from "./curves.ts";
import { CurvedEdgeProgram, StraightEdgeProgram } from "./edge-program.ts";
import { type Frame, focusOf, frameOf, type Place, type ViewState } from "./frame.ts";
import { type Drawn, LABEL_FONT, LabelLayer } from "./label-layer.ts";
import type { Box } from "./labels.ts";
import { KindNodeProgram } from "./node-program.ts";
import { edgeAt, nodeAt } from "./picking.ts";
import { edgeAppearance, nodeAppearance, nodeRadius, type Scene } from "./scene.ts";
import { type Extent, type StagePlace, stageGraph } from "./stage-graph.ts";
import type { Snapshot } from "./svg.ts";

export interface ViewEvents {
  onHover(at: { node?: string; edge?: string }): void;
  onClick(at: { node?: string; edge?: string }): void;
  /** The drawing was taken away: the browser lost its WebGL context. */
  onLost(): void;
  /** Parts of the canvas that lie under something else, where nothing should be written. */
  covered(): readonly Box[];
}

const MOUSE_REACH = 6;
const FINGER_REACH = 16;
/** Room for labels around the picture. */
const paddingOf = ({ clientWidth }: HTMLElement): number => Math.min(60, Math.max(24, clientWidth / 12));

const innerOf = (container: HTMLElement): [number, number] => {
  const padding = 2 * paddingOf(container);
  return [Math.max(1, container.clientWidth - padding), Math.max(1, container.clientHeight - padding)];
};

const proportionsOf = (container: HTMLElement): number => innerOf(container)[0] / innerOf(container)[1];

const unitOf = (container: HTMLElement, { width, height }: Extent): number =>
  Math.min(innerOf(container)[0] / Math.max(width, 1), innerOf(container)[1] / Math.max(height, 1));

const isTouch = ({ original }: MouseCoords): boolean => "touches" in original;

/** Milliseconds of a movement of the camera; none to speak of for those who asked for stillness. */
const duration = (wished: number): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : wished);

/** The browser, its settings or the machine refuse WebGL. */
export class NoWebGL extends Error {
  override readonly name = "NoWebGL";
}

/** The camera comes no nearer by itself. */
const NEAREST = 0.3;

export class GraphView {
  readonly #sigma: Sigma<StagePlace, Attributes, Attributes>;
  readonly #graph: KnowledgeGraph;
  readonly #labels = new LabelLayer();
  readonly #layer: HTMLCanvasElement;
  readonly #curvatures: ReadonlyMap<string, number>;
  readonly #extent: Extent;
  /** Pixels of a unit of the layout at the default zoom. */
  #unit: number;
  readonly #resize: ResizeObserver;
  #state: ViewState;
  #scene: Scene;
  /** Whether sigma's places are those of a frame: between a full refresh and its frame they are not. */
  #placed = false;
  /** What waits for the next frame. */
  #awaited: (() => void) | undefined;
  /** What was last chosen on the canvas itself, while it is still the choice. */
  #clicked: string | undefined;
  readonly #covered: () => readonly Box[];
  /** Aborted when the view is destroyed, before sigma gives its contexts back. */
  readonly #alive = new AbortController();
  #frame: Frame = { nodes: [], edges: [] };
  /** What the last frame wrote. */
  drawn: Drawn = { nodes: [], edges: [], boxes: [], texts: [] };

  /** @throws NoWebGL when the browser gives no context to draw with */
  constructor(container: HTMLElement, graph: KnowledgeGraph, state: ViewState, events: ViewEvents) {
    const probe = document.createElement("canvas");
    if (!probe.getContext("webgl2") && !probe.getContext("webgl")) throw new NoWebGL("maek/viewer: no WebGL context");
    this.#graph = graph;
    this.#state = state;
    this.#curvatures = parallelCurvatures(graph);
    const stage = stageGraph(graph, proportionsOf(container));
    this.#extent = stage.extent;
    this.#unit = unitOf(container, stage.extent);
    this.#scene = this.#sceneOf(state);
    this.#sigma = new Sigma<StagePlace, Attributes, Attributes>(stage.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: "kind",
      defaultEdgeType: "straight",
      nodeProgramClasses: { kind: KindNodeProgram },
      edgeProgramClasses: { straight: StraightEdgeProgram, curved: CurvedEdgeProgram },
      nodeReducer: (key, place) => {
        const attributes = graph.getNodeAttributes(key);
        const radius = nodeRadius(attributes.size, this.#unit);
        return { ...place, ...nodeAppearance(key, attributes, radius, this.#scene) };
      },
      edgeReducer: (key) => edgeAppearance(key, graph.getEdgeAttributes(key), this.#scene),
      defaultDrawNodeHover: () => {},
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      zIndex: true,
      stagePadding: paddingOf(container),
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      enableCameraRotation: false,
      doubleClickZoomingRatio: 1.8,
    });
    this.#layer = this.#sigma.createCanvas("names", { afterLayer: "nodes", style: { pointerEvents: "none" } });
    this.#sigma.on("afterRender", () => {
      this.#placed = true;
      this.#drawLabels();
      const action = this.#awaited;
      this.#awaited = undefined;
      action?.();
    });
    this.#listen(events);
    this.#covered = events.covered;
    for (const canvas of Object.values(this.#sigma.getCanvases()))
      canvas.addEventListener("webglcontextlost", events.onLost, { signal: this.#alive.signal });
    this.#resize = new ResizeObserver(() => {
      if (container.clientWidth === 0 || container.clientHeight === 0) return;
      this.#unit = unitOf(container, this.#extent);
      this.#sigma.setSetting("stagePadding", paddingOf(container));
      this.#placed = false;
      this.#sigma.resize(true).refresh({ schedule: true });
    });
    this.#resize.observe(container);
    document.fonts?.addEventListener("loadingdone", this.#remeasure);
    this.#sigma.scheduleRender();
  }

  readonly #remeasure = (): void => {
    this.#labels.forget();
    this.#sigma.scheduleRender();
  };

  #sceneOf(state: ViewState): Scene {
    return {
      palette: state.palette,
      hiddenNodes: state.hiddenNodes,
      hiddenEdges: state.hiddenEdges,
      selectedEdge: state.selectedEdge,
      curvatures: this.#curvatures,
      ontology: ontologyOf(this.#graph),
      focus: focusOf(this.#graph, state),
    };
  }

  /** Draws another state. */
  update(state: ViewState): void {
    const before = this.#state;
    if (state.selectedNode !== this.#clicked && state.selectedEdge !== this.#clicked) this.#clicked = undefined;
    this.#state = state;
    this.#scene = this.#sceneOf(state);
    const onlyHover =
      before.palette === state.palette &&
      before.hiddenNodes === state.hiddenNodes &&
      before.hiddenEdges === state.hiddenEdges &&
      before.selectedNode === state.selectedNode &&
      before.selectedEdge === state.selectedEdge;
    if (!onlyHover) this.#placed = false;
    this.#sigma.refresh({ skipIndexation: onlyHover, schedule: true });
  }

  #listen({ onHover, onClick }: ViewEvents): void {
    const sigma = this.#sigma;
    let node: string | undefined;
    let edge: string | undefined;
    const choose = (at: { node?: string; edge?: string }, touched: boolean) => {
      this.#clicked = at.node ?? at.edge;
      if (touched) {
        node = undefined;
        edge = undefined;
        report();
      }
      onClick(at);
    };
    const report = () => onHover({ ...(node === undefined ? {} : { node }), ...(edge === undefined ? {} : { edge }) });
    sigma.on("enterNode", (payload) => {
      node = payload.node;
      edge = undefined;
      report();
    });
    sigma.on("leaveNode", () => {
      node = undefined;
      report();
    });
    sigma.on("leaveStage", () => {
      edge = undefined;
      report();
    });
    sigma.getMouseCaptor().on("mousemove", (point) => {
      if (sigma.getMouseCaptor().isMouseDown || !this.#placed) return;
      const next = node === undefined ? edgeAt(point, this.#frame.edges, MOUSE_REACH) : undefined;
      sigma.getContainer().classList.toggle("pointing", node !== undefined || next !== undefined);
      if (next === edge) return;
      edge = next;
      report();
    });
    sigma.on("clickNode", (payload) => choose({ node: payload.node }, isTouch(payload.event)));
    sigma.on("clickStage", ({ event }) => {
      const finger = isTouch(event);
      const near = finger ? nodeAt(event, this.#frame.nodes, FINGER_REACH) : undefined;
      const hit =
        near === undefined ? edgeAt(event, this.#frame.edges, finger ? FINGER_REACH : MOUSE_REACH) : undefined;
      choose(near !== undefined ? { node: near } : hit !== undefined ? { edge: hit } : {}, finger);
    });
  }

  #viewportOf(key: string): Place {
    const data = this.#sigma.getNodeDisplayData(key);
    if (!data) return { x: 0, y: 0, radius: 0 };
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    return { x, y, radius: this.#sigma.scaleSize(data.size) };
  }

  #drawLabels(): void {
    const { focus } = this.#scene;
    this.#frame = frameOf(this.#graph, this.#state, focus, this.#curvatures, (key) => this.#viewportOf(key));
    const { width, height } = this.#sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    this.#layer.width = width * ratio;
    this.#layer.height = height * ratio;
    this.#layer.style.width = `${width}px`;
    this.#layer.style.height = `${height}px`;
    const context = this.#layer.getContext("2d");
    if (context && this.#graph.order > 0) {
      context.scale(ratio, ratio);
      this.drawn = this.#labels.draw(context, {
        ...this.#frame,
        palette: this.#state.palette,
        width,
        height,
        edgeLabels: this.#state.edgeLabels,
        covered: this.#covered(),
      });
    }
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    if (factor > 1) void camera.animatedZoom({ factor, duration: duration(200) });
    else void camera.animatedUnzoom({ factor: 1 / factor, duration: duration(200) });
  }

  /** Moves the picture by pixels. */
  pan(dx: number, dy: number): void {
    const camera = this.#sigma.getCamera();
    const { width, height } = this.#sigma.getDimensions();
    const to = this.#sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy });
    void camera.animate({ x: to.x, y: to.y }, { duration: duration(120) });
  }

  /** Back to the whole picture as it first stood. */
  reset(): void {
    void this.#sigma.getCamera().animatedReset({ duration: duration(250) });
  }

  /** Moves and zooms so that the given nodes fill the canvas; all that are visible when none are given. */
  fit(keys?: readonly string[]): void {
    if (!this.#placed) {
      this.#awaited = () => this.fit(keys);
      return;
    }
    const shown = (keys ?? this.#graph.nodes()).filter((key) => !this.#state.hiddenNodes.has(key));
    if (shown.length === 0) return;
    const places = shown.map((key) => this.#viewportOf(key));
    const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
    const { width, height } = this.#sigma.getDimensions();
    const padding = 2 * paddingOf(this.#sigma.getContainer());
    const share = Math.max((right - left) / (width - padding), (bottom - top) / (height - padding));
    const camera = this.#sigma.getCamera();
    const { x, y } = this.#sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 });
    const ratio = Math.min(Math.max(camera.getState().ratio * share, NEAREST), 1.2);
    void camera.animate({ x, y, ratio }, { duration: duration(300) });
  }

  /**
   * Brings what was chosen outside the canvas into view: moves when it is not well inside, and comes nearer when the
   * node and its neighbours stand crowded together.
   */
  reveal(keys: readonly string[]): void {
    if (!this.#placed) {
      this.#awaited = () => this.reveal(keys);
      return;
    }
    if (keys.length === 0 || this.#clicked !== undefined) return;
    const { width, height } = this.#sigma.getDimensions();
    const margin = Math.min(60, width / 6, height / 6);
    const places = keys.map((key) => this.#viewportOf(key));
    const inside = places.every(({ x, y }) => x > margin && y > margin && x < width - margin && y < height - margin);
    const around = [...(this.#scene.focus?.nodes ?? keys)].map((key) => this.#viewportOf(key));
    const spread = Math.max(
      ...around.map(({ x, y }) => Math.max(Math.abs(x - (places[0]?.x ?? x)), Math.abs(y - (places[0]?.y ?? y)))),
      0,
    );
    const crowded = around.length > 5 && spread < 0.18 * Math.min(width, height);
    if (!inside || crowded) this.fit(around.length > 60 ? keys : [...(this.#scene.focus?.nodes ?? keys)]);
  }

  /** Where a node and the middle of an edge stand, in pixels of the container: for tests and keyboard help. */
  placeOf(key: string): Point {
    return this.#viewportOf(key);
  }

  /** The canvases of the drawing, from the lowest, after a frame drawn now. */
  layers(): HTMLCanvasElement[] {
    this.#sigma.refresh();
    const canvases = this.#sigma.getCanvases();
    return [canvases.edges, canvases.nodes, canvases.names].filter((each) => each instanceof HTMLCanvasElement);
  }

  /** What is shown, for drawing it elsewhere. */
  snapshot(): Snapshot {
    this.#sigma.refresh();
    const { palette } = this.#state;
    const thickness = Math.sqrt(this.#sigma.scaleSize(1));
    const shapes = this.#frame.nodes.map(({ key, x, y, radius }) => {
      const { color: fill, ...look } = nodeAppearance(key, this.#graph.getNodeAttributes(key), radius, this.#scene);
      return { ...look, kind: this.#graph.getNodeAttribute(key, "kind"), x, y, radius, fill };
    });
    const lines = this.#frame.edges.map(({ key, from, to, fromRadius, toRadius, curvature }) => {
      const look = edgeAppearance(key, this.#graph.getEdgeAttributes(key), this.#scene);
      return {
        from: { ...from, radius: fromRadius },
        to: { ...to, radius: toRadius },
        curvature,
        color: look.color,
        width: Math.max(look.size * thickness, 0.8),
        arrow: look.arrow > 0,
        dash: [look.dash, look.gap] as const,
      };
    });
    const { background } = palette;
    return { ...this.#sigma.getDimensions(), background, font: LABEL_FONT, shapes, lines, texts: this.drawn.texts };
  }

  destroy(): void {
    document.fonts?.removeEventListener("loadingdone", this.#remeasure);
    this.#resize.disconnect();
    this.#alive.abort();
    this.#sigma.kill();
  }
}
