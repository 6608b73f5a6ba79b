/** `maek export`: a graph file → another format. */
import { Command, Option } from "commander";
import { type Format, formats } from "../formats/index.ts";
import { checkOutputs, writeFiles } from "../node/index.ts";
import { FORMAT_NAMES, formatOfFile, formatOption, readGraphFile } from "./graph-file.ts";
import { counted } from "./summary.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

interface ExportOptions extends CommonOptions {
  readonly to?: Format;
  readonly gexfVersion?: string;
  readonly output: string;
}

const HELP = `
Examples:
  maek export graph.json --to gexf -o graph.gexf      (Gephi opens it)
  maek export graph.json --to gexf -o - | less
  maek export graph.json --to gexf --gexf-version 1.2 -o graph.gexf      (for programs that do not know 1.3)`;

/** The command's declaration. */
export function exportCommand(): Command {
  const command = new Command("export")
    .description("write a graph file in another format")
    .argument("<file>", "a graph file, or - for standard input")
    .option("--to <format>", `${FORMAT_NAMES}; when absent, what the output's ending says`, formatOption)
    .addOption(
      new Option("--gexf-version <version>", "of GEXF: 1.3 for Gephi, 1.2 for older programs").choices([
        ...(formats.gexf.versions ?? []),
      ]),
    )
    .requiredOption("-o, --output <file>", "the file to write; - is standard output")
    .addHelpText("after", HELP)
    .action(async (file: string, options: ExportOptions) => {
      const format = options.to ?? formatOfFile(options.output);
      if (!format) return command.error(`maek: which format? Give --to (${FORMAT_NAMES})`);
      if (options.gexfVersion !== undefined && format !== formats.gexf) {
        return command.error(`maek: --gexf-version is for GEXF, not ${format.name}`);
      }
      await exportGraph(file, format, options);
    });
  return withCommonOptions(command, { json: false });
}

async function exportGraph(file: string, format: Format, options: ExportOptions): Promise<void> {
  const toFile = options.output !== "-";
  if (toFile) await checkOutputs([options.output], file === "-" ? [] : [file]);
  const graph = await readGraphFile(file);
  const text = format.write(graph, options.gexfVersion);
  if (toFile) await writeFiles([{ path: options.output, text }]);
  else process.stdout.write(text);
  const size = `${counted(graph.order, "node", "nodes")}, ${counted(graph.size, "edge", "edges")}`;
  terminal(options).say(`${size}${toFile ? ` → ${options.output}` : ""}`);
}
