/**
 * What a user adds from the command line: --ontology FILE and --lexicon FOLDER → what `loadMaek` takes.
 *
 * Maek's own frames take time to load, and commands that need none do not wait for them.
 */
import { join } from "node:path";
import { decodeText, MaekError } from "../article/index.ts";
import type { FrameLexicon, LexiconFault } from "../facts/index.ts";
import { parseOntology } from "../knowledge/index.ts";
import { readBytes } from "../node/index.ts";
import { extendOntology, type OntologyExtension } from "../ontology/index.ts";

/** The files that extensions are in, as the command line names them. */
export interface ExtensionFiles {
  /** Relations and types of events. */
  readonly ontology?: string | undefined;
  /** A folder whose frames.json has words for them. */
  readonly lexicon?: string | undefined;
}

export interface Extensions {
  readonly ontology?: OntologyExtension;
  readonly frames?: FrameLexicon;
}

/** The file of words in a folder. */
export function framesFile(folder: string): string {
  return join(folder, "frames.json");
}

/**
 * Reads what is added.
 *
 * @throws MaekError with the place of the fault when one cannot be read
 */
export async function readExtensions({ ontology: file, lexicon }: ExtensionFiles): Promise<Extensions> {
  if (lexicon === undefined) {
    const ontology = await readOntology(file);
    return ontology ? { ontology } : {};
  }
  const path = framesFile(lexicon);
  const { ontology, text, faults } = await checkFramesFile(path, file);
  const [fault] = faults;
  if (fault) throw new MaekError(`maek/lexicon: ${path}:${fault.line}: ${fault.what}`);
  const { frames, readFrameLexicon } = await import("../facts/index.ts");
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  return { ...(ontology && { ontology }), frames: readFrameLexicon(data, extendOntology(ontology), frames) };
}

/** A file of words, what is wrong with it, and the ontology that it may speak of beyond maek's own. */
export interface CheckedFrames {
  readonly text: string;
  readonly faults: readonly LexiconFault[];
  readonly ontology: OntologyExtension | undefined;
}

/**
 * Checks a file of words.
 *
 * @param file  the ontology's, where there is one
 * @throws MaekError when a file cannot be read, or the ontology's is faulty
 */
export async function checkFramesFile(path: string, file: string | undefined): Promise<CheckedFrames> {
  const ontology = await readOntology(file);
  const text = await readText(path);
  const { checkFrames } = await import("../facts/index.ts");
  return { text, faults: checkFrames(text, extendOntology(ontology)), ontology };
}

async function readOntology(file: string | undefined): Promise<OntologyExtension | undefined> {
  return file === undefined ? undefined : parseOntology(await readText(file), file);
}

async function readText(path: string): Promise<string> {
  return decodeText(await readBytes(path), path);
}
