/** What `maek build --explain` tells: a line for each sentence that gave no fact, and a tally. */
import {
  type ExplainOptions,
  explainUnread,
  type Reason,
  tallyUnread,
  type UnreadSentence,
  type UnreadTally,
} from "../facts/index.ts";
import type { Reading } from "../knowledge/index.ts";
import { counted } from "./summary.ts";

export interface Explanation extends UnreadTally {
  /** How many sentences there are, read or not. */
  readonly sentences: number;
  readonly unread: readonly UnreadSentence[];
}

const QUOTED = 60;
const MOST = 30;
const KINDS: Readonly<Record<Reason["kind"], string>> = {
  "no-name": "nothing named",
  "no-predicate": "names, but no word that says anything of them",
  "unknown-predicate": "names, but no frame knows what is said of them",
  unnamed: "a known word, but what it needs is not named",
  unstated: "negated, supposed, wished or asked",
  unsure: "drafted, but too unsure",
  "set-aside": "drafted, but set aside for a better statement, or by the learned models",
};

/** What the readings left unread. */
export function explanationOf(readings: readonly Reading[], options: ExplainOptions): Explanation {
  const unread = readings.flatMap((reading) => explainUnread(reading, options));
  const sentences = readings.reduce((sum, { document }) => sum + document.sentences.length, 0);
  return { sentences, unread, ...tallyUnread(unread) };
}

/** The explanation for a reader: a line a sentence, then how often each reason and each unknown predicate came. */
export function explanationText({ sentences, unread, reasons, unknown }: Explanation): string {
  const lines = unread.map(({ article, number, text, reason, unknown: words }) => {
    return `${article} ${number}: 「${shortened(text)}」 ${reasonText(reason, words)}`;
  });
  const read = sentences - unread.length;
  lines.push(
    ...(lines.length > 0 ? [""] : []),
    `${counted(sentences, "sentence", "sentences")}, ${read} gave a fact, ${unread.length} none:`,
  );
  const ranked = Object.entries(reasons).sort(([, a], [, b]) => b - a) as [Reason["kind"], number][];
  for (const [kind, count] of ranked) if (count > 0) lines.push(`${String(count).padStart(6)}  ${KINDS[kind]}`);
  if (unknown.length > 0) {
    const shown = unknown.slice(0, MOST).map(({ predicate, count }) => `${predicate} ${count}`);
    const more = unknown.length > MOST ? ` and ${(unknown.length - MOST).toLocaleString("en")} more` : "";
    lines.push(`predicates that no frame knows: ${shown.join(", ")}${more}`);
  }
  return lines.map(printable).join("\n");
}

/** Without what would command a terminal: names of files and words of articles may hold anything. */
function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, " ");
}

function shortened(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ");
  const letters = [...line];
  return letters.length > QUOTED ? `${letters.slice(0, QUOTED).join("").trimEnd()}…` : line;
}

function reasonText(reason: Reason, unknown: readonly string[]): string {
  switch (reason.kind) {
    case "unknown-predicate":
      return `no frame knows ${unknown.join(", ")}`;
    case "unnamed":
      return `${reason.word} (${reason.says}): not named: ${reason.roles.join(", ")}`;
    case "unstated":
      return `${reason.word}: not stated (${reason.why})`;
    case "unsure":
      return `${reason.says}: too unsure, ${reason.confidence} of ${reason.floor}`;
    case "set-aside":
      return `${reason.says}: sure enough (${reason.confidence}), but set aside`;
    default:
      return KINDS[reason.kind];
  }
}
