/** `maek check`: is a graph file whole, and does it keep the rules of a knowledge graph? */
import { Command } from "commander";
import { MaekError } from "../article/index.ts";
import { checkGraph } from "../knowledge/index.ts";
import { nameOf } from "../node/index.ts";
import { readAnyGraph } from "./graph-file.ts";
import { counted, summarize, summaryLine } from "./summary.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

const HELP = `
Exit code 1 when the file is broken or breaks a rule; each broken rule is a line.

Example:
  maek check graph.json`;

/** The command's declaration. */
export function checkCommand(): Command {
  const command = new Command("check")
    .description("check a graph file against every rule of a knowledge graph")
    .argument("<file>", "a graph file, or - for standard input")
    .addHelpText("after", HELP)
    .action(check);
  return withCommonOptions(command);
}

async function check(file: string, options: CommonOptions): Promise<void> {
  const shell = terminal(options);
  const graph = await readAnyGraph(file);
  const faults = checkGraph(graph);
  const summary = summarize(graph);
  if (options.json) shell.print(JSON.stringify({ file: nameOf(file), ...summary, faults }));
  else if (faults.length === 0) shell.print(`${nameOf(file)}: whole (${summaryLine(summary)})`);
  else for (const fault of faults) shell.print(`${nameOf(file)}: ${fault}`);
  if (faults.length > 0) {
    const broken = counted(faults.length, "rule is", "rules are");
    throw new MaekError(`maek/cli: ${nameOf(file)}: ${broken} broken`);
  }
}
