#!/usr/bin/env node
/** The command `maek`: reads the command line, runs what it asks for, leaves the exit code. */
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2));
