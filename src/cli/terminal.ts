/** Where commands write: results to standard output, everything said on the way to standard error. */
import type { Command } from "commander";

/** The options that every command has. */
export interface CommonOptions {
  readonly quiet?: boolean;
  readonly json?: boolean;
}

export interface Terminal {
  /** A result, to standard output. */
  print(text: string): void;
  /** Progress and remarks, to standard error; nothing when quiet. */
  say(text: string): void;
  /** Whether a line on standard error can be written over. */
  readonly lively: boolean;
  /** Replaces the current line on standard error. */
  overwrite(text: string): void;
}

/** Adds --quiet and, where a command has a summary, --json. */
export function withCommonOptions(command: Command, { json = true } = {}): Command {
  command.option("-q, --quiet", "say nothing but results and errors");
  if (json) command.option("--json", "print the result as JSON");
  return command;
}

export function terminal({ quiet = false }: CommonOptions): Terminal {
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => {
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    lively: !quiet && process.stderr.isTTY === true,
    overwrite: (text) => {
      if (!quiet) process.stderr.write(`\r\u001b[K${text}`);
    },
  };
}
