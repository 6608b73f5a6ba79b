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

/** A value of an option that has only certain ones; another ends the script with a line that says which there are. */
export function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const known = values.find((name) => name === value);
  if (known !== undefined) return known;
  console.error(`maek/scripts: --${option} is ${values.join(" or ")}, not "${value}"`);
  process.exit(2);
}
