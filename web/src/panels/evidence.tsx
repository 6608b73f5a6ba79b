/** What a tie rests on: the quoted words, who says so, how sure it is. */
import { type Evidence, type Factuality, factualityLabel, type KnowledgeGraph } from "../../../src/index.ts";
import { articles, select } from "../state/store.ts";

/** Nothing for what simply happened; a badge for everything else. */
export function FactualityBadge({ factuality }: { factuality: Factuality }) {
  if (factuality === "done") return null;
  return <span class={`badge factuality ${factuality}`}>{factualityLabel(factuality)}</span>;
}

/** Who says so, as a way to them. */
export function Attribution({ graph, source }: { graph: KnowledgeGraph; source: string | undefined }) {
  if (source === undefined || !graph.hasNode(source)) return null;
  return (
    <p class="attribution">
      말한 쪽:{" "}
      <button type="button" class="link" onClick={() => select({ node: source })}>
        {graph.getNodeAttribute(source, "label")}
      </button>
    </p>
  );
}

/** Quotes shorter than this are shown inside their sentence. */
const SHORT = 24;
/** As much of the sentence stands before them. */
const LEAD = 28;

function Quote({ evidence: { words, sentence, start, sentenceStart } }: { evidence: Evidence }) {
  if (words.length >= SHORT) return <>{words}</>;
  const at = start - sentenceStart;
  const from = at > LEAD ? sentence.indexOf(" ", at - LEAD) : -1;
  return (
    <>
      {from >= 0 && from < at ? `…${sentence.slice(from, at)}` : sentence.slice(0, at)}
      <b>{words}</b>
      {sentence.slice(at + words.length)}
    </>
  );
}

/** The quotes, each a button that marks it in the article. */
export function Quotes(props: {
  evidence: readonly Evidence[];
  active: number | undefined;
  onChoose: (index: number) => void;
}) {
  const several = articles.value.length > 1;
  return (
    <ul class="quotes">
      {props.evidence.map((evidence, index) => (
        <li key={`${evidence.article}:${evidence.start}:${evidence.end}`}>
          <button
            type="button"
            class="quote"
            aria-pressed={index === props.active}
            title="기사에서 보기"
            onClick={() => props.onChoose(index)}
          >
            <Quote evidence={evidence} />
          </button>
          {several && (
            <span class="quote-source">
              {articles.value.find(({ id }) => id === evidence.article)?.title || evidence.article}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
