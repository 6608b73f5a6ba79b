/** What a user teaches maek from the command line: --ontology FILE and --lexicon FOLDER → what `loadMaek` takes. */
import { join } from "node:path";
import { decodeText, MaekError } from "../article/index.ts";
import { checkFrames, type FrameLexicon, frames, readFrameLexicon } from "../facts/index.ts";
import { parseOntology } from "../knowledge/index.ts";
import { readBytes } from "../node/index.ts";
import { extendOntology, type OntologyExtension } from "../ontology/index.ts";

export interface Taught {
  readonly ontology?: OntologyExtension;
  readonly frames?: FrameLexicon;
}

/**
 * Reads what is to be taught.
 *
 * @param files  a file of relations and types of events; a folder whose frames.json has words for them
 * @throws MaekError with the place of the fault when one cannot be read
 */
export async function readTeaching(files: {
  ontology?: string | undefined;
  lexicon?: string | undefined;
}): Promise<Taught> {
  const ontology =
    files.ontology === undefined ? undefined : parseOntology(await textOf(files.ontology), files.ontology);
  if (files.lexicon === undefined) return ontology ? { ontology } : {};
  const path = join(files.lexicon, "frames.json");
  const text = await textOf(path);
  const known = extendOntology(ontology);
  const [fault] = checkFrames(text, known);
  if (fault) throw new MaekError(`maek/lexicon: ${path}:${fault.line}: ${fault.what}`);
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  return { ...(ontology && { ontology }), frames: readFrameLexicon(data, known, frames) };
}

async function textOf(path: string): Promise<string> {
  return decodeText(await readBytes(path), path);
}
