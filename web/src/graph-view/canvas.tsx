/** The drawing as a component: binds the signals to one GraphView, and draws its buttons. */
import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../panels/icon.tsx";
import {
  canvasFailure,
  edgeLabels,
  filters,
  graph,
  hidden,
  hover,
  resetFilters,
  select,
  selection,
  sheet,
} from "../state/store.ts";
import { theme } from "../state/theme.ts";
import { drawing } from "./drawing.ts";
import type { ViewState } from "./frame.ts";
import type { GraphView } from "./graph-view.ts";
import type { Box } from "./labels.ts";
import { palettes } from "./palette.ts";
import { savePicture } from "./picture.ts";

declare global {
  interface Window {
    /** The drawing, for the browser tests. */
    maekView?: GraphView;
  }
}

const stateNow = (): ViewState => ({
  palette: palettes[theme.value],
  hiddenNodes: hidden.value.nodes,
  hiddenEdges: hidden.value.edges,
  selectedNode: selection.value.node,
  selectedEdge: selection.value.edge,
  hoveredNode: hover.value.node,
  hoveredEdge: hover.value.edge,
  edgeLabels: edgeLabels.value,
});

/** sigma itself asks for these classes when it is loaded. */
function reasonOf(error: unknown): "webgl" | "error" {
  const refused =
    error instanceof Error && (error.name === "NoWebGL" || /WebGL\w*Context is not defined/.test(error.message));
  return refused ? "webgl" : "error";
}

/** Where an element lies on another, in pixels. */
function boxWithin(element: HTMLElement, frame: HTMLElement): Box {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return { x: inner.x - outer.x, y: inner.y - outer.y, width: inner.width, height: inner.height };
}

const STEP = 60;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export function GraphCanvas({ visible }: { visible: boolean }) {
  const container = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLFieldSetElement>(null);
  const shown = graph.value;

  useEffect(() => {
    const box = container.current;
    if (!box || !shown) return;
    box.tabIndex = 0;
    let view_: GraphView | undefined;
    let stop: (() => void) | undefined;
    let gone = false;
    void import("./graph-view.ts")
      .then(({ GraphView }) => {
        if (gone) return;
        const made = new GraphView(box, shown, stateNow(), {
          onHover: (at) => {
            hover.value = at;
          },
          onClick: (at) => {
            sheet.value = "ties";
            select(at);
          },
          onLost: () => {
            canvasFailure.value = "error";
          },
          covered: () => (buttons.current ? [boxWithin(buttons.current, box)] : []),
        });
        view_ = made;
        drawing.value = made;
        window.maekView = made;
        stop = effect(() => made.update(stateNow()));
      })
      .catch((error: unknown) => {
        console.warn("maek/viewer: no drawing:", error);
        canvasFailure.value = reasonOf(error);
      });
    return () => {
      gone = true;
      stop?.();
      view_?.destroy();
      drawing.value = undefined;
      delete window.maekView;
    };
  }, [shown]);

  const { node, edge } = selection.value;
  const canvas = drawing.value;
  useEffect(() => {
    if (!canvas || !visible) return;
    const keys = edge !== undefined ? (shown?.extremities(edge) ?? []) : node !== undefined ? [node] : [];
    canvas.reveal(keys);
  }, [node, edge, canvas, visible]);

  const onlyArticle = filters.value.article;
  const showed = useRef(onlyArticle);
  useEffect(() => {
    if (canvas && showed.current !== onlyArticle) canvas.fit();
    showed.current = onlyArticle;
  }, [onlyArticle, canvas]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (move) canvas?.pan(...move);
    else if (event.key === "+" || event.key === "=") canvas?.zoom(1.5);
    else if (event.key === "-") canvas?.zoom(1 / 1.5);
    else if (event.key === "0") canvas?.reset();
    else return;
    event.preventDefault();
  };
  const summary = shown
    ? `지식 그래프: 노드 ${shown.order}개, 관계 ${shown.size}개. 화살표로 옮기고 +와 -로 확대·축소합니다. 같은 내용이 목록 보기에 표로 있습니다.`
    : "지식 그래프";
  return (
    <div class="canvas-area" hidden={!visible}>
      <div class="canvas" ref={container} role="img" aria-label={summary} onKeyDown={onKeyDown} />
      {shown?.order === 0 && <p class="waiting">이 기사에서 이름을 찾지 못했습니다. 그래프가 비어 있습니다.</p>}
      <fieldset ref={buttons} class="canvas-buttons" aria-label="그림 다루기">
        <button
          type="button"
          class="icon-button zoom"
          onClick={() => canvas?.zoom(1.5)}
          aria-label="확대"
          title="확대 (+)"
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="icon-button zoom"
          onClick={() => canvas?.zoom(1 / 1.5)}
          aria-label="축소"
          title="축소 (-)"
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          class="icon-button"
          onClick={() => canvas?.fit()}
          aria-label="화면에 맞추기"
          title="보이는 것을 화면에 맞추기"
        >
          <Icon name="fit" />
        </button>
        <button
          type="button"
          class="icon-button"
          onClick={() => {
            resetFilters();
            select({});
            canvas?.reset();
          }}
          aria-label="처음 상태로"
          title="선택과 거르기를 풀고 처음 상태로"
        >
          <Icon name="reset" />
        </button>
        <button
          type="button"
          class="icon-button"
          onClick={() => canvas && void savePicture(canvas, palettes[theme.value].background)}
          aria-label="그림(PNG)으로 저장"
          title="그림(PNG)으로 저장"
        >
          <Icon name="image" />
        </button>
      </fieldset>
    </div>
  );
}
