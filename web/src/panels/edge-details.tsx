/** A chosen edge: its sentence, its two ends, its evidence, who says so and how sure it is. */
import { describeEdge, type KnowledgeGraph } from "../../../src/index.ts";
import { evidence, select, sheet } from "../state/store.ts";
import { directionSign, relationName } from "../text/words.ts";
import { Deselect } from "./deselect.tsx";
import { Attribution, FactualityBadge, Quotes } from "./evidence.tsx";
import { Icon, KindIcon } from "./icon.tsx";

function End({ graph, node }: { graph: KnowledgeGraph; node: string }) {
  const { kind, label } = graph.getNodeAttributes(node);
  return (
    <button type="button" class="chip" onClick={() => select({ node })}>
      <KindIcon kind={kind} />
      {label}
    </button>
  );
}

export function EdgeDetails({ graph, edge }: { graph: KnowledgeGraph; edge: string }) {
  const [source, target] = graph.extremities(edge);
  const attributes = graph.getEdgeAttributes(edge);
  return (
    <article class="edge-details">
      <header class="details-head">
        <h2>{describeEdge(graph, edge, { speaker: false })}</h2>
        <FactualityBadge factuality={attributes.factuality} />
        <Deselect />
      </header>
      <div class="ends">
        <End graph={graph} node={source} />
        <span class="relation-name">
          {relationName(graph, attributes.kind)}
          {attributes.title && `: ${attributes.title}`}
        </span>
        <Icon name={directionSign(graph, attributes.kind)} />
        <End graph={graph} node={target} />
      </div>
      <Quotes
        evidence={evidence.value.spans}
        active={evidence.value.active}
        onChoose={(index) => {
          select({ edge, ...(index > 0 ? { evidence: index } : {}) });
          sheet.value = "article";
        }}
      />
      <Attribution graph={graph} source={attributes.attributedTo} />
    </article>
  );
}
