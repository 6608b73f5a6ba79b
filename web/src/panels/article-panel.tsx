/** The article's text: names are links to their nodes, evidence is marked, its sentence tinted. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { GraphArticle, NodeKind } from "../../../src/index.ts";
import { toHash } from "../state/selection.ts";
import {
  article,
  articles,
  evidence,
  filters,
  graph,
  hover,
  openArticle,
  select,
  selection,
  sheet,
} from "../state/store.ts";
import { type NamedSpan, type Paragraph, type Piece, segment } from "../text/segments.ts";
import { kindName } from "../text/words.ts";

function Name({ text, node, chosen }: { text: string; node: string; chosen: boolean }) {
  const kind: NodeKind = graph.value?.getNodeAttribute(node, "kind") ?? "person";
  const label = graph.value?.getNodeAttribute(node, "label") ?? "";
  return (
    <a
      class={`name ${kind}${chosen ? " chosen" : ""}`}
      href={`#${toHash({ node })}`}
      title={`${label} (${kindName(kind)})`}
      aria-current={chosen ? "true" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        select({ node });
      }}
      onPointerEnter={() => {
        hover.value = { node };
      }}
      onPointerLeave={() => {
        hover.value = {};
      }}
    >
      {text}
    </a>
  );
}

function PieceOfText({ text, piece }: { text: string; piece: Piece }) {
  const words = text.slice(piece.start, piece.end);
  const { node } = piece;
  const shown =
    node === undefined ? (
      words
    ) : (
      <Name key={piece.start} text={words} node={node} chosen={node === selection.value.node} />
    );
  if (piece.trigger) return <em class="trigger">{shown}</em>;
  return typeof shown === "string" ? <span>{shown}</span> : shown;
}

function Runs({ text, paragraph, active }: { text: string; paragraph: Paragraph; active: number }) {
  return (
    <>
      {paragraph.runs.map((run) => {
        const pieces = run.pieces.map((piece) => <PieceOfText key={piece.start} text={text} piece={piece} />);
        if (run.mark !== undefined)
          return (
            <mark key={run.start} data-evidence={run.mark} class={run.mark === active ? "active" : ""}>
              {pieces}
            </mark>
          );
        return (
          <span key={run.start} class={run.tinted ? "tinted" : undefined}>
            {pieces}
          </span>
        );
      })}
    </>
  );
}

/** Newspapers set headings inside the text as lines that begin with a sign, and rules as lines of signs alone. */
function styleOf(line: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(line)) return "rule";
  return /^\s*[◇◆■□▲△▶▷●○◎★☆※]/u.test(line) && line.length < 80 ? "subhead" : undefined;
}

function ArticleChoice({ shown }: { shown: GraphArticle }) {
  if (articles.value.length < 2) return null;
  return (
    <select
      class="article-choice"
      aria-label="기사 고르기"
      value={shown.id}
      onChange={(event) => {
        const id = event.currentTarget.value;
        openArticle(id);
        if (filters.value.article !== undefined) filters.value = { ...filters.value, article: id };
      }}
    >
      {articles.value.map(({ id, title }) => (
        <option key={id} value={id}>
          {title || id}
        </option>
      ))}
    </select>
  );
}

export function ArticlePanel() {
  const box = useRef<HTMLElement>(null);
  const names = useComputed<NamedSpan[]>(() => {
    const id = article.value?.id;
    const spans: NamedSpan[] = [];
    graph.value?.forEachNode((node, { mentions, kind }) => {
      if (kind === "event") return;
      for (const mention of mentions) if (mention.article === id) spans.push({ ...mention, node });
    });
    return spans;
  });
  const paragraphs = useComputed<Paragraph[]>(() => {
    const shown = article.value;
    if (!shown) return [];
    const { spans, active } = evidence.value;
    const marks = spans.filter((span) => span.article === shown.id);
    const { node } = selection.value;
    const chosen = node !== undefined ? graph.value?.getNodeAttributes(node) : undefined;
    const event = chosen?.kind === "event" ? chosen : undefined;
    const activeSpan = spans[active];
    return segment(shown.text, {
      names: names.value,
      marks,
      active: activeSpan ? marks.indexOf(activeSpan) : -1,
      sentences: shown.sentences,
      triggers: event?.trigger.article === shown.id ? [event.trigger] : [],
    });
  });
  const shown = article.value;
  const { spans, active } = evidence.value;
  const activeSpan = spans[active];
  const activeMark = activeSpan ? spans.filter(({ article: id }) => id === shown?.id).indexOf(activeSpan) : -1;

  const { node, edge } = selection.value;
  useEffect(() => {
    const target =
      box.current?.querySelector("mark.active") ??
      box.current?.querySelector(".trigger") ??
      box.current?.querySelector(".name.chosen");
    if (!target || !box.current) return;
    const inside = target.getBoundingClientRect();
    const frame = box.current.getBoundingClientRect();
    if (inside.top >= frame.top + 8 && inside.bottom <= frame.bottom - 8) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = box.current.scrollTop + inside.top - frame.top - frame.height / 3;
    box.current.scrollTo({ top, behavior: still ? "auto" : "smooth" });
  }, [node, edge, active, shown, sheet.value]);

  if (!shown) return null;
  const [headline, ...body] = paragraphs.value;
  const titled = headline !== undefined && shown.title !== "" && headline.start === 0;
  const about = [shown.publisher, shown.date].filter((each) => each !== undefined);
  return (
    <section class="article" aria-label="기사" lang="ko" ref={box} tabIndex={-1}>
      <ArticleChoice shown={shown} />
      {titled && (
        <h2 class="headline">
          <Runs text={shown.text} paragraph={headline} active={activeMark} />
        </h2>
      )}
      {(about.length > 0 || shown.url) && (
        <p class="about">
          {about.join(" · ")}
          {shown.url && /^https?:/.test(shown.url) && (
            <a href={shown.url} target="_blank" rel="noreferrer noopener">
              원문
            </a>
          )}
        </p>
      )}
      {(titled ? body : paragraphs.value).map((paragraph) => (
        <p key={paragraph.start} class={styleOf(shown.text.slice(paragraph.start, paragraph.end))}>
          <Runs text={shown.text} paragraph={paragraph} active={activeMark} />
        </p>
      ))}
    </section>
  );
}
