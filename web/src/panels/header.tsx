/** The top line: name, what is shown, search, view switch, files, theme. */
import { useRef } from "preact/hooks";
import { drawing } from "../graph-view/drawing.ts";
import { saveDrawing } from "../graph-view/picture.ts";
import { openFile, saveBlob, stem } from "../state/files.ts";
import { canvasFailure, goBack, graph, loaded, mode, steps, title } from "../state/store.ts";
import { theme, toggleTheme } from "../state/theme.ts";
import { Icon } from "./icon.tsx";
import { SearchBox } from "./search-box.tsx";

function FileButtons() {
  const input = useRef<HTMLInputElement>(null);
  const canvas = drawing.value;
  const saveJson = () =>
    loaded.value && saveBlob(new Blob([loaded.value.source], { type: "application/json" }), `${stem()}.json`);
  const saveGexf = async () => {
    const { gexfOf } = await import("../state/gexf.ts");
    if (graph.value) saveBlob(new Blob([gexfOf(graph.value)], { type: "application/gexf+xml" }), `${stem()}.gexf`);
  };
  return (
    <fieldset class="files" aria-label="파일">
      <button type="button" class="text-button" onClick={() => input.current?.click()} title="다른 그래프 파일 열기">
        <Icon name="open" />
        <span>열기</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="그래프 파일 열기"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void openFile(file);
          event.currentTarget.value = "";
        }}
      />
      {loaded.value && (
        <>
          <button type="button" class="text-button download" onClick={saveJson} title="그래프 파일(JSON) 내려받기">
            <Icon name="download" />
            <span>JSON</span>
          </button>
          <button
            type="button"
            class="text-button download"
            onClick={() => void saveGexf()}
            title="Gephi용 GEXF 내려받기"
          >
            <Icon name="download" />
            <span>GEXF</span>
          </button>
          <button
            type="button"
            class="text-button download"
            disabled={canvas === undefined}
            onClick={() => canvas && saveDrawing(canvas)}
            title="그림을 SVG로 내려받기"
          >
            <Icon name="download" />
            <span>SVG</span>
          </button>
        </>
      )}
    </fieldset>
  );
}

function ModeSwitch() {
  const options = [
    ["graph", "그래프"],
    ["list", "목록"],
  ] as const;
  const now = canvasFailure.value === undefined ? mode.value : "list";
  return (
    <fieldset class="switch" aria-label="보기">
      {options.map(([value, name]) => (
        <button
          key={value}
          type="button"
          aria-pressed={now === value}
          disabled={value === "graph" && canvasFailure.value !== undefined}
          onClick={() => {
            mode.value = value;
          }}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

export function Header() {
  const dark = theme.value === "dark";
  return (
    <header class="header">
      <h1 class="brand">
        <span class="brand-mark">맥</span>
        <span class="brand-name">maek</span>
      </h1>
      {loaded.value && (
        <>
          <button
            type="button"
            class="icon-button back"
            onClick={goBack}
            disabled={steps.value === 0}
            aria-label="뒤로"
            title="앞의 선택으로 돌아가기"
          >
            <Icon name="back" />
          </button>
          <p class="title">{title.value}</p>
          <SearchBox />
          <ModeSwitch />
        </>
      )}
      <FileButtons />
      <button
        type="button"
        class="icon-button"
        onClick={toggleTheme}
        aria-label={dark ? "밝은 화면으로" : "어두운 화면으로"}
        title={dark ? "밝은 화면으로" : "어두운 화면으로"}
      >
        <Icon name={dark ? "sun" : "moon"} />
      </button>
    </header>
  );
}
