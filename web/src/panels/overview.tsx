/** Nothing is chosen: what the graph holds, and where to begin. */
import type { KnowledgeGraph, NodeKind } from "../../../src/index.ts";
import { select } from "../state/store.ts";
import { KindIcon } from "./icon.tsx";

function central(graph: KnowledgeGraph, kinds: readonly NodeKind[], count: number) {
  return graph
    .mapNodes((node, { kind, label }) => ({ node, kind, label, degree: graph.degree(node) }))
    .filter(({ kind, degree }) => kinds.includes(kind) && degree > 0)
    .sort((a, b) => b.degree - a.degree || (a.node < b.node ? -1 : 1))
    .slice(0, count);
}

export function Overview({ graph }: { graph: KnowledgeGraph }) {
  const events = graph.filterNodes((_key, { kind }) => kind === "event").length;
  const begin = [...central(graph, ["person"], 4), ...central(graph, ["company", "organization"], 4)];
  return (
    <div class="overview">
      <p class="lead">
        이름 <b>{graph.order - events}</b> · 사건 <b>{events}</b> · 관계 <b>{graph.size}</b>
      </p>
      <p class="hint">점이나 선, 본문의 밑줄 친 이름을 누르면 관계와 그 근거가 나옵니다.</p>
      {begin.length > 0 && (
        <div class="begin">
          {begin.map(({ node, kind, label }) => (
            <button key={node} type="button" class="chip" onClick={() => select({ node })}>
              <KindIcon kind={kind} />
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
