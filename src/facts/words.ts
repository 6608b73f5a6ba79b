/**
 * Lexicons of nouns and verbs that are not frames: relational nouns, kinship, verbs of saying, posts.
 */
import { z } from "zod";
import kinshipData from "../../graph/lexicon/kinship.json" with { type: "json" };
import postData from "../../graph/lexicon/posts.json" with { type: "json" };
import relationalData from "../../graph/lexicon/relational-nouns.json" with { type: "json" };
import speechData from "../../graph/lexicon/speech-verbs.json" with { type: "json" };
import { ontology } from "../ontology/index.ts";

const words = z.array(z.string().min(1));
/** Words that become parts of patterns, and so must not have signs that say something there. */
const plain = z.array(z.string().regex(/^[^\\^$.*+?()[\]{}|]+$/, { error: "empty, or with a sign that patterns use" }));
const comment = z.string();

const relational = z
  .strictObject({
    comment,
    classes: words,
    making: plain,
    premises: plain,
    nouns: z.array(
      z.strictObject({
        words: plain,
        relation: z
          .string()
          .refine((name) => Object.hasOwn(ontology.relations, name), { error: "no relation of the ontology" }),
        of: z.enum(["head", "tail"]),
      }),
    ),
  })
  .parse(relationalData);

export interface RelationalNoun {
  readonly word: string;
  readonly relation: string;
  readonly of: "head" | "tail";
}

export const RELATIONAL: readonly RelationalNoun[] = relational.nouns
  .flatMap(({ words: list, relation, of }) => list.map((word) => ({ word, relation, of })))
  .sort((a, b) => b.word.length - a.word.length);

/** Nouns for a kind of company or body, by which a country before them is the home of what is of that kind. */
export const CLASSES: readonly string[] = relational.classes;

/** Words that say of a sentence that somebody in it makes or sells something. */
export const CUES: readonly string[] = relational.making;

/** Nouns for the premises of a company, longer ones first. */
export const PREMISES: readonly string[] = [...relational.premises].sort((a, b) => b.length - a.length);

const kinship = z.strictObject({ comment, words: plain, siblings: words }).parse(kinshipData);
export const KINSHIP: readonly string[] = [...kinship.words].sort((a, b) => b.length - a.length);
export const SIBLINGS: readonly string[] = kinship.siblings;

const speech = z
  .strictObject({
    comment,
    verbs: words,
    critical: words,
    praising: words,
    anonymous: words,
    blame: words,
    praise: words,
  })
  .parse(speechData);
export const SPEECH: ReadonlySet<string> = new Set(speech.verbs);
/** Verbs by which a speaker may criticize, or support, whom the words are about. */
export const STANCE: ReadonlyMap<string, string> = new Map([
  ...speech.praising.map((verb): [string, string] => [verb, "supports"]),
  ...speech.critical.map((verb): [string, string] => [verb, "criticizes"]),
]);
/** Words of blame and of praise inside what is said, as patterns. */
export const TONE = { blame: speech.blame, praise: speech.praise };
export const ANONYMOUS: readonly string[] = speech.anonymous;

export const posts = z
  .strictObject({ comment, place: words, member: words, party: words, verbs: words, appointing: words, never: words })
  .parse(postData);
