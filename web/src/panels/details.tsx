/** The upper half of the panel: what is chosen, told in sentences. */
import { describeEdge, type KnowledgeGraph } from "../../../src/index.ts";
import { graph, selection } from "../state/store.ts";
import { EdgeDetails } from "./edge-details.tsx";
import { NodeDetails } from "./node-details.tsx";
import { Overview } from "./overview.tsx";

/** What a screen reader says of a new choice. */
function announcement(graph: KnowledgeGraph, node: string | undefined, edge: string | undefined): string {
  if (edge !== undefined && graph.hasEdge(edge))
    return `${describeEdge(graph, edge, node === undefined ? {} : { seenFrom: node })}. 근거를 기사에 표시했습니다.`;
  if (node === undefined || !graph.hasNode(node)) return "";
  return `${graph.getNodeAttribute(node, "label")}, 관계 ${graph.degree(node)}개`;
}

export function Details() {
  const { node, edge } = selection.value;
  const shown = graph.value;
  if (!shown) return null;
  return (
    <section class="details" aria-label="선택한 것">
      <p class="unseen" role="status">
        {announcement(shown, node, edge)}
      </p>
      {node !== undefined && shown.hasNode(node) ? (
        <NodeDetails graph={shown} node={node} edge={edge} />
      ) : edge !== undefined && shown.hasEdge(edge) ? (
        <EdgeDetails graph={shown} edge={edge} />
      ) : (
        <Overview graph={shown} />
      )}
    </section>
  );
}
