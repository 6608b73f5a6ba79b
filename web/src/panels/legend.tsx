/** The legend, which is the filter: kinds with shape, colour and number; relations; how lines tell what is sure. */
import { useComputed } from "@preact/signals";
import { FACTUALITIES, factualityLabel, type NodeKind, ontology } from "../../../src/index.ts";
import { LINES } from "../graph-view/scene.ts";
import { solo, toggled } from "../state/filters.ts";
import { article, articles, edgeLabels, filters, graph } from "../state/store.ts";
import { isRole, kindName, relationName } from "../text/words.ts";
import { KindIcon } from "./icon.tsx";

const KINDS = Object.keys(ontology.nodes) as NodeKind[];
const LINE_NAMES: Readonly<Record<string, string>> = { done: "사실로 보도됨" };

function counted(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function Toggle(props: {
  on: boolean;
  count: number;
  name: string;
  icon?: preact.ComponentChildren;
  onToggle: () => void;
  onSolo: () => void;
}) {
  return (
    <button
      type="button"
      class="legend-item"
      aria-pressed={props.on}
      title={`${props.name}: 눌러 숨기기·보이기, Alt와 함께 눌러 이것만 보기`}
      onClick={(event) => (event.altKey ? props.onSolo() : props.onToggle())}
      onDblClick={props.onSolo}
    >
      {props.icon}
      <span class="legend-name">{props.name}</span>
      <span class="legend-count">{props.count}</span>
    </button>
  );
}

function Line({ dash }: { dash: readonly [number, number] }) {
  return (
    <svg class="line-sample" viewBox="0 0 28 8" aria-hidden="true">
      <path d="M1 4h26" stroke-dasharray={dash[0] ? dash.join(" ") : undefined} />
    </svg>
  );
}

export function Legend() {
  const kinds = useComputed(() => counted(graph.value?.mapNodes((_key, { kind }) => kind) ?? []));
  const relations = useComputed(() =>
    [...counted(graph.value?.mapEdges((_key, { kind }) => kind) ?? [])].sort(
      ([a, m], [b, n]) => Number(isRole(a)) - Number(isRole(b)) || n - m,
    ),
  );
  const present = useComputed(() => {
    const there = new Set(graph.value?.mapEdges((_key, { factuality }) => factuality));
    return FACTUALITIES.filter((each) => there.has(each));
  });
  const { kinds: hiddenKinds, relations: hiddenRelations, article: onlyArticle, confidence = 0 } = filters.value;
  const nameOf = (kind: string) => (graph.value ? relationName(graph.value, kind) : kind);
  const set = (change: Partial<typeof filters.value>) => {
    filters.value = { ...filters.value, ...change };
  };
  const shownKinds = KINDS.filter((kind) => kinds.value.has(kind));
  return (
    <nav class="legend" aria-label="범례와 거르기">
      <section>
        <h2>종류</h2>
        <div class="legend-list kinds">
          {shownKinds.map((kind) => (
            <Toggle
              key={kind}
              on={!hiddenKinds.has(kind)}
              name={kindName(kind)}
              count={kinds.value.get(kind) ?? 0}
              icon={<KindIcon kind={kind} />}
              onToggle={() => set({ kinds: toggled(hiddenKinds, kind) })}
              onSolo={() => set({ kinds: solo(hiddenKinds, kind, shownKinds) })}
            />
          ))}
        </div>
      </section>
      <section class="lines">
        <h2>선</h2>
        {present.value
          .filter((each) => each !== "ongoing")
          .map((factuality) => (
            <p key={factuality} class={`line-item ${factuality}`}>
              <Line dash={LINES[factuality]} />
              {LINE_NAMES[factuality] ?? factualityLabel(factuality)}
            </p>
          ))}
        <label class="check">
          <input
            type="checkbox"
            checked={edgeLabels.value}
            onChange={(event) => {
              edgeLabels.value = event.currentTarget.checked;
            }}
          />
          선에 관계 이름
        </label>
        <label class="range">
          <span>
            확신도 <b>{confidence > 0 ? `${Math.round(confidence * 100)}% 이상` : "모두"}</b>
          </span>
          <input
            type="range"
            min="0"
            max="0.95"
            step="0.05"
            value={confidence}
            onInput={(event) => set({ confidence: Number(event.currentTarget.value) || undefined })}
          />
        </label>
        {articles.value.length > 1 && (
          <label class="check">
            <input
              type="checkbox"
              checked={onlyArticle !== undefined}
              onChange={(event) => set({ article: event.currentTarget.checked ? article.value?.id : undefined })}
            />
            펼친 기사만 보기
          </label>
        )}
      </section>
      <details class="relations" open>
        <summary>
          <h2>관계</h2>
          {hiddenRelations.size > 0 && <span class="badge">{hiddenRelations.size}개 숨김</span>}
        </summary>
        <div class="legend-list">
          {relations.value.map(([kind, count]) => (
            <Toggle
              key={kind}
              on={!hiddenRelations.has(kind)}
              name={isRole(kind) ? `사건의 ${nameOf(kind)}` : nameOf(kind)}
              count={count}
              onToggle={() => set({ relations: toggled(hiddenRelations, kind) })}
              onSolo={() =>
                set({
                  relations: solo(
                    hiddenRelations,
                    kind,
                    relations.value.map(([each]) => each),
                  ),
                })
              }
            />
          ))}
        </div>
      </details>
    </nav>
  );
}
