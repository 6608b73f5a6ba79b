/** `maek lexicon check`: can maek read by the frames of a folder? Each fault is a line with its place in the file. */
import { Command } from "commander";
import { MaekError } from "../article/index.ts";
import { checkFramesFile, framesFile } from "./extensions.ts";
import { counted } from "./summary.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

interface LexiconOptions extends CommonOptions {
  readonly ontology?: string;
}

const HELP = `
The folder's frames.json is checked: the words by which build --lexicon FOLDER reads, beyond maek's own.
Exit code 1 when there are faults; each is a line, FILE:LINE: what is wrong.

Example:
  maek lexicon check words/`;

/** The command's declaration. */
export function lexiconCommand(): Command {
  const check = new Command("check")
    .description("check the frames of a folder (this one, when none is given)")
    .argument("[folder]", "a folder with a frames.json", ".")
    .option("--ontology <file>", "relations and types of events that the frames may speak of, as JSON")
    .addHelpText("after", HELP)
    .action(checkFolder);
  return new Command("lexicon")
    .description("check words that are to be read by")
    .helpCommand(false)
    .addCommand(withCommonOptions(check));
}

async function checkFolder(folder: string, options: LexiconOptions): Promise<void> {
  const shell = terminal(options);
  const file = framesFile(folder);
  const { faults } = await checkFramesFile(file, options.ontology);
  if (options.json) shell.print(JSON.stringify({ file, faults }));
  else if (faults.length === 0) shell.print(`${file}: whole`);
  else for (const { line, what } of faults) shell.print(`${file}:${line}: ${what}`);
  if (faults.length > 0) throw new MaekError(`maek/lexicon: ${file}: ${counted(faults.length, "fault", "faults")}`);
}
