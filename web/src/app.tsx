/** The page: header, legend, drawing or list, and the panel with ties and article. */
import { useEffect } from "preact/hooks";
import { GraphCanvas } from "./graph-view/canvas.tsx";
import { ArticlePanel } from "./panels/article-panel.tsx";
import { Details } from "./panels/details.tsx";
import { Header } from "./panels/header.tsx";
import { Legend } from "./panels/legend.tsx";
import { Notice } from "./panels/notice.tsx";
import { RelationTable } from "./panels/relation-table.tsx";
import { SheetTabs } from "./panels/sheet-tabs.tsx";
import { openFile } from "./state/files.ts";
import { canvasFailure, failure, loaded, mode, select, selection, sheet, title } from "./state/store.ts";

function useShortcuts(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (event.key === "/" && !typing) {
        event.preventDefault();
        document.getElementById("search")?.focus();
      } else if (event.key === "Escape" && !typing && (selection.value.node ?? selection.value.edge) !== undefined) {
        const { node, edge } = selection.value;
        select(node !== undefined && edge !== undefined ? { node } : {});
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function useDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) void openFile(file);
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);
}

export function App() {
  useShortcuts();
  useDrop();
  useEffect(() => {
    document.title = title.value ? `${title.value} · 맥` : "맥 maek";
  }, [title.value]);
  if (!loaded.value)
    return (
      <div class="page empty">
        <Header />
        {failure.value ? <Notice /> : <p class="waiting">그래프를 읽는 중…</p>}
      </div>
    );
  const listed = mode.value === "list" || canvasFailure.value !== undefined;
  return (
    <div class="page" data-sheet={sheet.value} data-mode={listed ? "list" : "graph"}>
      <Header />
      {failure.value && <Notice />}
      <Legend />
      <main class="stage" aria-label={listed ? "관계 목록" : "지식 그래프"}>
        {canvasFailure.value === undefined && <GraphCanvas visible={!listed} />}
        {listed && <RelationTable />}
      </main>
      <aside class="side" aria-label="관계와 기사">
        <SheetTabs />
        <Details />
        <ArticlePanel />
      </aside>
    </div>
  );
}
