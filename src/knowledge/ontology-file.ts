/** A user's file of relations and types of events → what it adds to the ontology. */
import { MaekError } from "../article/index.ts";
import { extensionSchema, type OntologyExtension } from "../ontology/index.ts";
import { parseJson, shapeFault } from "./parse.ts";

/**
 * What a user adds to the ontology, from the JSON of a file such as
 * `{ "relations": { "lends_to": { "ko": "대출", "en": "lends to", "head": ["company"], "tail": ["company"] } } }`.
 *
 * @param name  the file's name, for messages
 * @throws MaekError when it is no JSON, of another shape, or gives a name that cannot be given
 */
export function parseOntology(json: string, name: string): OntologyExtension {
  return checkExtension(parseJson(json, name), name);
}

/**
 * What a user adds to the ontology, from data of any shape.
 *
 * @param name  what messages call the data
 * @throws MaekError when it is of another shape, or gives a name that cannot be given (see `extensionSchema`)
 */
export function checkExtension(data: unknown, name: string): OntologyExtension {
  const parsed = extensionSchema.safeParse(data);
  if (!parsed.success) throw new MaekError(`maek/ontology: ${name}: ${shapeFault(parsed.error)}`);
  return parsed.data;
}
