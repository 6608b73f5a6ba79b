/** A chosen node: what it is, and its ties as sentences, each with its evidence. */
import {
  describeEvent,
  type EventAttributes,
  type EventTime,
  type KnowledgeGraph,
  type Tie,
  tiesOf,
} from "../../../src/index.ts";
import { evidence, select, sheet } from "../state/store.ts";
import { eventTypeName, kindName } from "../text/words.ts";
import { Deselect } from "./deselect.tsx";
import { Attribution, FactualityBadge, Quotes } from "./evidence.tsx";
import { Icon, KindIcon } from "./icon.tsx";

/** The days that a time was anchored to: "2025-02-24", "2025-02-24 ~ 2028-02-23". */
function daysOf({ from, to }: EventTime): string {
  return [...new Set([from, to])].filter((day) => day !== undefined).join(" ~ ");
}

function EventFacts({ graph, event }: { graph: KnowledgeGraph; event: EventAttributes }) {
  return (
    <dl class="facts">
      <div>
        <dt>유형</dt>
        <dd>{eventTypeName(graph, event.eventType)}</dd>
      </div>
      {event.time && (
        <div>
          <dt>때</dt>
          <dd>
            {event.time.text}
            <span class="exact"> {daysOf(event.time)}</span>
          </dd>
        </div>
      )}
      {event.amounts.length > 0 && (
        <div>
          <dt>금액·수치</dt>
          <dd>{event.amounts.map(({ text }) => text).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}

function TieItem({ graph, node, tie, chosen }: { graph: KnowledgeGraph; node: string; tie: Tie; chosen: boolean }) {
  const { edge, other, sentence } = tie;
  const { factuality, attributedTo } = graph.getEdgeAttributes(edge);
  const choose = (index = 0) => {
    select({ node, edge, ...(index > 0 ? { evidence: index } : {}) });
    sheet.value = "article";
  };
  return (
    <li class={chosen ? "tie chosen" : "tie"}>
      <div class="tie-head">
        <KindIcon kind={graph.getNodeAttribute(other, "kind")} />
        <button type="button" class="tie-sentence" aria-pressed={chosen} onClick={() => choose()}>
          {sentence}
        </button>
        <FactualityBadge factuality={factuality} />
        <button
          type="button"
          class="icon-button small"
          aria-label={`${graph.getNodeAttribute(other, "label")}(으)로 가기`}
          title={`${graph.getNodeAttribute(other, "label")}(으)로 가기`}
          onClick={() => select({ node: other })}
        >
          <Icon name="arrow" />
        </button>
      </div>
      <Quotes evidence={tie.evidence} active={chosen ? evidence.value.active : undefined} onChoose={choose} />
      <Attribution graph={graph} source={attributedTo} />
    </li>
  );
}

export function NodeDetails({ graph, node, edge }: { graph: KnowledgeGraph; node: string; edge: string | undefined }) {
  const attributes = graph.getNodeAttributes(node);
  const { kind, label, aliases, mentions } = attributes;
  const ties = tiesOf(graph, node);
  const others = kind === "event" ? [] : aliases.filter((alias) => alias !== label);
  return (
    <article class="node-details">
      <header class="details-head">
        <KindIcon kind={kind} />
        <h2>{label}</h2>
        {kind === "event" && <FactualityBadge factuality={attributes.factuality} />}
        <Deselect />
      </header>
      <p class="meta">
        {kindName(kind)} · 본문에 {mentions.length}번 · 관계 {ties.length}개
        {others.length > 0 && ` · 다른 표기: ${others.join(", ")}`}
      </p>
      {kind === "event" && (
        <>
          <p class="told">{describeEvent(graph, node, { speaker: false })}</p>
          <EventFacts graph={graph} event={attributes} />
        </>
      )}
      {ties.length === 0 && <p class="hint">이 기사에서 읽어 낸 관계가 없습니다.</p>}
      <ul class="ties">
        {ties.map((tie) => (
          <TieItem key={tie.edge} graph={graph} node={node} tie={tie} chosen={tie.edge === edge} />
        ))}
      </ul>
    </article>
  );
}
