/** The upper half of the panel: what is chosen, told in sentences. */
import { graph, selection } from "../state/store.ts";
import { EdgeDetails } from "./edge-details.tsx";
import { NodeDetails } from "./node-details.tsx";
import { Overview } from "./overview.tsx";

export function Details() {
  const { node, edge } = selection.value;
  const shown = graph.value;
  if (!shown) return null;
  return (
    <section class="details" aria-label="선택한 것" aria-live="polite">
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
