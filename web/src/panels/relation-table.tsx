/** The relations as a table: what the drawing says, for readers of tables, screen readers, and browsers without WebGL. */
import { useComputed, useSignal } from "@preact/signals";
import { canvasFailure, graph, hidden, select, selection, sheet } from "../state/store.ts";
import { FactualityBadge } from "./evidence.tsx";
import { KindIcon } from "./icon.tsx";
import { type Column, matching, type Order, rowsOf, sorted } from "./table-rows.ts";

const COLUMNS: readonly (readonly [Column, string])[] = [
  ["from", "누가"],
  ["relation", "관계"],
  ["to", "누구·무엇"],
  ["status", "상태"],
  ["evidence", "근거"],
];
const PAGE = 150;

function choose(edge: string): void {
  select({ edge });
  sheet.value = "article";
}

export function RelationTable() {
  const query = useSignal("");
  const order = useSignal<Order | undefined>(undefined);
  const limit = useSignal(PAGE);
  const rows = useComputed(() => {
    if (!graph.value) return [];
    const found = matching(rowsOf(graph.value, hidden.value), query.value);
    return order.value ? sorted(found, order.value) : found;
  });
  const turn = (column: Column) => {
    const now = order.value;
    order.value = { column, descending: now?.column === column && !now.descending };
  };
  const state = (column: Column) =>
    order.value?.column !== column ? "none" : order.value.descending ? "descending" : "ascending";
  const kindOf = (node: string) => graph.value?.getNodeAttribute(node, "kind") ?? "person";
  return (
    <div class="table-area">
      {canvasFailure.value !== undefined && (
        <p class="table-notice" role="status">
          {canvasFailure.value === "webgl"
            ? "이 브라우저에서 WebGL을 쓸 수 없어 그림 대신 관계 목록을 보여 줍니다. 그림을 보려면 브라우저 설정에서 하드웨어 가속을 켜세요."
            : "그림을 그리다 오류가 나서 관계 목록을 보여 줍니다. 페이지를 새로 고쳐 보세요."}
        </p>
      )}
      <div class="table-tools">
        <input
          type="search"
          placeholder="목록에서 찾기"
          aria-label="목록에서 찾기"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            limit.value = PAGE;
          }}
        />
        <p aria-live="polite">관계 {rows.value.length}개</p>
      </div>
      <div class="table-scroll">
        <table class="relation-table">
          <thead>
            <tr>
              {COLUMNS.map(([column, name]) => (
                <th key={column} scope="col" aria-sort={state(column)} class={column}>
                  <button type="button" onClick={() => turn(column)}>
                    {name}
                    <span class="sort" aria-hidden="true">
                      {state(column) === "ascending" ? "▲" : state(column) === "descending" ? "▼" : ""}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.value.slice(0, limit.value).map((row) => (
              <tr key={row.edge} class={row.edge === selection.value.edge ? "chosen" : undefined}>
                <td class="from">
                  <button type="button" class="cell" onClick={() => select({ node: row.source })}>
                    <KindIcon kind={kindOf(row.source)} />
                    {row.from}
                  </button>
                </td>
                <td class="relation">
                  <button type="button" class="cell" onClick={() => choose(row.edge)}>
                    {row.relation}
                  </button>
                </td>
                <td class="to">
                  <button type="button" class="cell" onClick={() => select({ node: row.target })}>
                    <KindIcon kind={kindOf(row.target)} />
                    {row.to}
                  </button>
                </td>
                <td class="status">
                  {row.factuality === "done" ? row.status : <FactualityBadge factuality={row.factuality} />}
                </td>
                <td class="evidence">
                  <button type="button" class="cell quote" title="기사에서 보기" onClick={() => choose(row.edge)}>
                    {row.evidence}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.value.length === 0 && <p class="none">보여 줄 관계가 없습니다.</p>}
        {rows.value.length > limit.value && (
          <button
            type="button"
            class="text-button more"
            onClick={() => {
              limit.value += PAGE * 2;
            }}
          >
            더 보기 ({rows.value.length - limit.value}개 남음)
          </button>
        )}
      </div>
    </div>
  );
}
