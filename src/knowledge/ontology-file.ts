/** A user's file of relations and types of events → what it adds to the ontology. */
import { MaekError } from "../article/index.ts";
import { extensionSchema, type OntologyExtension, ontology } from "../ontology/index.ts";
import { parseJson, shapeFault } from "./parse.ts";

/**
 * What a user adds to the ontology, from the JSON of a file such as
 * `{ "relations": { "lends_to": { "ko": "대출", "en": "lends to", "head": ["company"], "tail": ["company"] } } }`.
 *
 * @param name  the file's name, for messages
 * @throws MaekError when it is no JSON, of another shape, or gives a name that maek's own ontology has
 */
export function parseOntology(json: string, name: string): OntologyExtension {
  const parsed = extensionSchema.safeParse(parseJson(json, name));
  if (!parsed.success) throw new MaekError(`maek/ontology: ${name}: ${shapeFault(parsed.error)}`);
  const { relations = {}, events = {} } = parsed.data;
  const own = new Set([ontology.relations, ontology.events, ontology.roles].flatMap((part) => Object.keys(part)));
  const taken = [...Object.keys(relations), ...Object.keys(events)].find((kind) => own.has(kind));
  if (taken !== undefined) throw new MaekError(`maek/ontology: ${name}: "${taken}" is a name of maek's own ontology`);
  return parsed.data;
}
