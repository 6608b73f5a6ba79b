/** Options of the scripts: `--name value` and `--flag`; one that a script does not know ends it with a line that says so. */
import { type ParseArgsConfig, parseArgs } from "node:util";

/** Reads the command line of a script; exits with 2 when it is not understood. */
export function readOptions<const T extends NonNullable<ParseArgsConfig["options"]>>(options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`maek/scripts: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}
