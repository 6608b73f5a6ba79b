/**
 * Cuts an article's text into paragraphs, runs and pieces, so that the panel can draw three layers at once: sentences
 * that are tinted, evidence that is marked, and names that are links.
 *
 * Every offset is in UTF-16 units of the article's text. The pieces of a paragraph join to its text exactly, and the
 * runs of a mark to the evidence: `text.slice(start, end)`.
 */
import type { Span } from "../../../src/index.ts";

export interface NamedSpan extends Span {
  /** Node key. */
  readonly node: string;
}

export interface Piece extends Span {
  /** The node that these words name. */
  readonly node?: string;
  /** The word that names a chosen event. */
  readonly trigger: boolean;
}

export interface Run extends Span {
  /** Index of the evidence that holds these words. */
  readonly mark?: number;
  /** Part of a sentence that holds marked evidence. */
  readonly tinted: boolean;
  readonly pieces: readonly Piece[];
}

export interface Paragraph extends Span {
  readonly runs: readonly Run[];
}

export interface Layers {
  readonly names: readonly NamedSpan[];
  readonly marks: readonly Span[];
  /** The mark that is looked at: it wins where marks overlap. */
  readonly active: number;
  readonly sentences: readonly (readonly [number, number])[];
  readonly triggers: readonly Span[];
}

/** The names without overlaps, in order: of two that overlap the longer stays, of equals the first. */
export function withoutOverlaps(names: readonly NamedSpan[]): NamedSpan[] {
  const byLength = [...names].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.node < b.node ? -1 : 1),
  );
  const kept: NamedSpan[] = [];
  const starts = new Set<number>();
  for (const name of byLength) {
    if (name.end <= name.start) continue;
    let free = true;
    for (let i = name.start; i < name.end && free; i++) free = !starts.has(i);
    if (!free) continue;
    for (let i = name.start; i < name.end; i++) starts.add(i);
    kept.push(name);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const covers = (span: Span, start: number, end: number) => span.start <= start && end <= span.end;

/** Paragraphs of `text` (cut at line ends, empty ones left out), each cut where any layer begins or ends. */
export function segment(text: string, layers: Layers): Paragraph[] {
  const names = withoutOverlaps(layers.names);
  const tints = layers.sentences.filter(([start, end]) =>
    layers.marks.some((mark) => mark.start < end && start < mark.end),
  );
  const cuts = new Set<number>([0, text.length]);
  const spans = [...names, ...layers.marks, ...layers.triggers, ...tints.map(([start, end]) => ({ start, end }))];
  for (const { start, end } of spans) cuts.add(start).add(end);
  for (const { index } of text.matchAll(/\n/g)) cuts.add(index).add(index + 1);
  const borders = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);

  const order = layers.marks.map((_, i) => i).sort((a, b) => Number(b === layers.active) - Number(a === layers.active));
  const paragraphs: { start: number; end: number; runs: { -readonly [K in keyof Run]: Run[K] }[] }[] = [];
  let open: (typeof paragraphs)[number] | undefined;
  let nextName = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const start = borders[i] ?? 0;
    const end = borders[i + 1] ?? 0;
    if (text[start] === "\n") {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { start, end, runs: [] };
      paragraphs.push(open);
    }
    open.end = end;
    while ((names[nextName]?.end ?? Number.POSITIVE_INFINITY) <= start) nextName++;
    const name = names[nextName];
    const node = name && covers(name, start, end) ? name.node : undefined;
    const trigger = layers.triggers.some((span) => covers(span, start, end));
    const piece: Piece = { start, end, trigger, ...(node === undefined ? {} : { node }) };
    const mark = order.find((index) => {
      const span = layers.marks[index];
      return span !== undefined && covers(span, start, end);
    });
    const tinted = tints.some(([from, to]) => from <= start && end <= to);
    const run = open.runs.at(-1);
    if (run && run.mark === mark && run.tinted === tinted) {
      run.end = end;
      run.pieces = [...run.pieces, piece];
    } else open.runs.push({ start, end, tinted, pieces: [piece], ...(mark === undefined ? {} : { mark }) });
  }
  return paragraphs;
}
