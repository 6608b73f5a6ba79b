/**
 * A command line → an exit code: 0 done, 1 bad input, 2 a command line that maek does not understand.
 *
 * Every failure is one line on standard error. Only a fault of maek itself may show more, and only when asked
 * (MAEK_DEBUG=1).
 */
import { Command, CommanderError } from "commander";
import { MaekError } from "../article/index.ts";
import { packageVersion } from "../node/index.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { exportCommand } from "./export.ts";
import { lexiconCommand } from "./lexicon.ts";
import { showCommand } from "./show.ts";
import { viewCommand } from "./view.ts";

const EXAMPLES = `
Examples:
  maek build article.txt -o graph.json --date 2025-02-24
  maek view graph.json
  maek show graph.json 이재용
  maek export graph.json --to gexf -o graph.gexf

maek COMMAND --help tells more. Exit codes: 0 done, 1 bad input, 2 wrong command line.`;

/** Runs one command line, given without the program's own name. */
export async function run(args: readonly string[]): Promise<number> {
  leaveQuietlyWhenUnread();
  const program = await makeProgram();
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return report(error);
  }
}

async function makeProgram(): Promise<Command> {
  const program = new Command("maek")
    .description("Reads Korean news articles and builds a knowledge graph, each edge with the words it was read from.")
    .version(await packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  for (const command of [
    buildCommand(),
    viewCommand(),
    showCommand(),
    exportCommand(),
    checkCommand(),
    lexiconCommand(),
  ]) {
    program.addCommand(command);
  }
  for (const command of [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]) {
    command.exitOverride();
    command.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "maek: ")) });
  }
  return program;
}

function report(error: unknown): number {
  // Commander has printed its message (or the help that was asked for) already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof MaekError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`maek: a fault of maek itself: ${message.split("\n")[0]}\n`);
  if (process.env.MAEK_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

/** `maek show … | head` closes the pipe before all is printed: no reason to complain. */
function leaveQuietlyWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      process.exit(error.code === "EPIPE" ? 0 : 1);
    });
  }
}
