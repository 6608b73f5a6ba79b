/**
 * The checker of frame files: what is wrong in one, and in which line.
 *
 * Takes the text of a file such as graph/lexicon/frames.json and gives its faults in the order of their lines: broken
 * JSON, what has another shape, relations and events that no ontology has, and what is well-formed but can never be
 * read: a phrase without its verb, a role that is used and not described, the same sense twice.
 */
import { z } from "zod";
import { findSyntaxFault } from "../article/index.ts";
import { allowsRelation, ENTITY_KINDS, type EntityKind, type Ontology, ontology } from "../ontology/index.ts";
import { type Frame, fileSchemaOf, frames as shipped } from "./frame-lexicon.ts";
import { linesOf } from "./json-lines.ts";
import { SLOTS } from "./lexicon.ts";

export interface LexiconFault {
  /** From 1. */
  readonly line: number;
  readonly what: string;
}

/**
 * The faults of a frame file; none when maek can read by it.
 * @param text the file's text
 * @param by the ontology that its frames speak of
 */
export function checkFrames(text: string, by: Ontology = ontology): LexiconFault[] {
  const json = text.replace(/^\uFEFF/, "");
  const broken = findSyntaxFault(json);
  if (broken) return [{ line: broken.line, what: `not JSON: ${broken.what}` }];
  const lines = linesOf(json);
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const line = lines.get(path.slice(0, length).map(String).join("/"));
      if (line !== undefined) return line;
    }
    return 1;
  };
  const parsed = fileSchemaOf(by).safeParse(JSON.parse(json));
  if (!parsed.success) {
    return sorted(parsed.error.issues.map((issue) => ({ line: lineOf(issue.path), what: describe(issue) })));
  }
  const faults: LexiconFault[] = [];
  const seen = new Map<string, number>();
  parsed.data.frames.forEach((frame, index) => {
    const fail = (path: readonly PropertyKey[], what: string) =>
      faults.push({ line: lineOf(["frames", index, ...path]), what });
    checkFrame(frame, by, fail);
    if (
      frame.verbs !== undefined &&
      !Object.hasOwn(parsed.data.lists, frame.verbs) &&
      !shipped.lists.has(frame.verbs)
    ) {
      fail(["verbs"], `no list is called "${frame.verbs}"`);
    }
    frame.words.forEach((word, at) => {
      const sense = `${word}\n${JSON.stringify({ ...frame, words: [] })}`;
      const before = seen.get(sense);
      if (before === undefined) seen.set(sense, lineOf(["frames", index, "words", at]));
      else fail(["words", at], `"${word}" stands in line ${before} already, with the same frame`);
    });
  });
  return sorted(faults);
}

function checkFrame(frame: Frame, by: Ontology, fail: (path: readonly PropertyKey[], what: string) => void): void {
  const roles = ROLES.filter((name) => frame[name]);
  frame.words.forEach((word, at) => {
    if (PHRASE_WITHOUT_VERB.test(word)) {
      fail(["words", at], `"${word}" is a phrase without 다: give the verb in its dictionary form, as "문을 열다"`);
    } else if (STEM.test(word)) fail(["words", at], `"${word}" is no dictionary form: a verb ends in 다`);
  });
  if (frame.event === undefined && (frame.relations ?? []).length === 0) fail([], "neither an event nor relations");
  if (frame.event !== undefined && roles.every((name) => name === "client")) {
    fail(["event"], "an event without roles: give agent, target, participant or place");
  }
  for (const name of frame.needs ?? []) {
    if (!frame[name]) fail(["needs"], `"${name}" is needed, but the frame does not say where it stands`);
  }
  (frame.relations ?? []).forEach((relation, index) => {
    const ends = (["head", "tail"] as const).map((side) => {
      const named = ROLES.find((name) => name === relation[side]);
      if (named && !frame[named])
        fail(["relations", index, side], `"${named}" is no role of this frame: give its slots and kinds`);
      return named ? (frame[named]?.kinds ?? []) : ENTITY_KINDS;
    });
    const [heads = [], tails = []] = ends as (readonly EntityKind[])[];
    const fits = heads.some((h) => tails.some((t) => allowsRelation(relation.kind, h, t, by)));
    if (heads.length > 0 && tails.length > 0 && !fits) {
      fail(["relations", index], `${relation.kind} joins no ${heads.join(", ")} to ${tails.join(", ")}`);
    }
  });
}

const ROLES = ["agent", "target", "participant", "place", "client"] as const;
/** A noun with its particle and something after it that is no verb: "문을 열". */
const PHRASE_WITHOUT_VERB = /^\S*[가-힣](?:을|를) \S*[^다]$/;
const STEM = /[가-힣](?:되|했|됐)$/;

function describe(issue: z.core.$ZodIssue): string {
  const key = issue.path.findLast((step) => typeof step === "string");
  const where = key === undefined || issue.code === "unrecognized_keys" ? "" : `${String(key)}: `;
  const known =
    issue.path.includes("frames") && issue.message.startsWith("neither") ? `; slots are ${SLOTS.join(" ")}` : "";
  return `${where}${issue.message}${known}`;
}

function sorted(faults: readonly LexiconFault[]): LexiconFault[] {
  return [...faults].sort((a, b) => a.line - b.line);
}

/** The JSON schema of frame files, for editors. */
export function frameJsonSchema(): unknown {
  const { $schema, ...schema } = z.toJSONSchema(fileSchemaOf(ontology), { io: "input" });
  return { $schema, title: "Frames of maek: which words say which events and relations", ...schema };
}
