/** `maek view`: a graph file → the viewer in a browser. */
import { Command, InvalidArgumentError } from "commander";
import { formats } from "../formats/index.ts";
import { openBrowser, type Serving, serve, USUAL_PORT, viewerFolder } from "../node/index.ts";
import { readGraphFile } from "./graph-file.ts";
import { type CommonOptions, terminal, withCommonOptions } from "./terminal.ts";

interface ViewOptions extends CommonOptions {
  readonly port?: number;
  readonly open: boolean;
}

const HELP = `
The viewer is served to this machine alone, until Ctrl-C.

Example:
  maek view graph.json`;

/** The command's declaration. */
export function viewCommand(): Command {
  const command = new Command("view")
    .description("show a graph file in the browser")
    .argument("<file>", "a graph file, or - for standard input")
    .option("--port <number>", `port to serve on (default: ${USUAL_PORT}, or any free one)`, portOption)
    .option("--no-open", "only print the address")
    .addHelpText("after", HELP)
    .action(async (file: string, options: ViewOptions) => {
      const graph = await readGraphFile(file);
      await view(formats.json.write(graph), options);
    });
  return withCommonOptions(command, { json: false });
}

function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("a port is a number from 0 to 65535.");
  return port;
}

/**
 * Serves the viewer with a graph, prints the address, opens the browser; comes back when interrupted.
 *
 * @param graph  the graph file's text
 */
export async function view(graph: string, options: Partial<ViewOptions> = {}): Promise<void> {
  const shell = terminal(options);
  const serving = await serve({ folder: viewerFolder(), graph, port: options.port });
  shell.print(serving.url);
  const opened = options.open !== false && (await openBrowser(serving.url));
  shell.say(opened ? "opened in the browser; Ctrl-C ends" : "open this address in a browser; Ctrl-C ends");
  await untilInterrupted(serving);
}

function untilInterrupted(serving: Serving): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      serving.close().then(resolve, resolve);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
