/**
 * Stage reports → progress on standard error.
 *
 * One article gives a line a stage. Many give a counter while they are read (rewritten in place on a terminal, a line
 * for every tenth part elsewhere) and then a line a stage with the sums.
 */
import type { OnStage, Stage, StageReport } from "../maek.ts";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  readonly onStage: OnStage;
  /** Says the sums, where the stages were not said one by one. */
  finish(): void;
}

interface Sum {
  milliseconds: number;
  counts: Record<string, number>;
}

/** @param total  how many articles will be read */
export function progress(terminal: Terminal, total: number): Progress {
  const sums = new Map<Stage, Sum>();
  let read = 0;

  function add({ stage, milliseconds, counts }: StageReport): void {
    const sum = sums.get(stage) ?? { milliseconds: 0, counts: {} };
    sum.milliseconds += milliseconds;
    for (const [name, count] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + count;
    sums.set(stage, sum);
  }

  function count(article: string): void {
    read++;
    const text = `reading   ${read}/${total}  ${article}`;
    if (terminal.lively) terminal.overwrite(read === total ? "" : text);
    else if (Math.floor((10 * read) / total) > Math.floor((10 * (read - 1)) / total)) terminal.say(text);
  }

  return {
    onStage(report) {
      add(report);
      if (total === 1) terminal.say(line(report.stage, report));
      else if (report.stage === "facts") count(report.article ?? "");
    },
    finish() {
      if (total === 1) return;
      for (const [stage, sum] of sums) terminal.say(line(stage, sum));
    },
  };
}

function line(stage: Stage, { counts, milliseconds }: Pick<StageReport, "counts" | "milliseconds">): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${count.toLocaleString("en")}`);
  return `${stage.padEnd(9)} ${parts.join(", ").padEnd(34)} ${inMilliseconds(milliseconds)}`;
}

/** "0.4 ms", "41 ms", "3,200 ms" */
export function inMilliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString("en")} ms`;
}
