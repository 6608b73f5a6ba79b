/**
 * The frames: which words say which event or relation, and in which slots its roles stand.
 *
 * Takes graph/lexicon/frames.json (documented there in README.md) and gives an index from words to frames. A word is a
 * noun ("인수", also found as 인수하다, 인수되다), a verb ("사들이다"), one voice of a noun ("설립되다") or a phrase of a noun
 * and a verb ("문을 열다"). Faults are reported with the path in the file.
 */
import { z } from "zod";
import frameData from "../../graph/lexicon/frames.json" with { type: "json" };
import nominalData from "../../graph/lexicon/nominal.json" with { type: "json" };
import { ENTITY_KINDS, type Ontology, ontology, type Role } from "../ontology/index.ts";
import { SLOTS, type Slot } from "./lexicon.ts";

const slots = z.string().transform((text, context): Slot[] => {
  const names = text.split(" ");
  for (const name of names) {
    if (!(SLOTS as readonly string[]).includes(name)) {
      context.addIssue({ code: "custom", message: `no slot is called "${name}"; there are ${SLOTS.join(" ")}` });
    }
  }
  return names as Slot[];
});
const role = z.strictObject({ slots, kinds: z.array(z.enum(ENTITY_KINDS)).min(1) });
const ROLE_NAMES = ["agent", "target", "participant", "place", "client"] as const;
const end = z.string().refine((text) => text.split(" ").every((t) => [...ROLE_NAMES, ...SLOTS].includes(t as Slot)), {
  error: "neither a role nor slots",
});

export const frameSchema = z.strictObject({
  words: z
    .array(z.string().min(1))
    .min(1)
    .describe("words that behave alike: nouns, verbs in their dictionary form, phrases as 문을 열다"),
  event: z.string().optional().describe("a type of event of the ontology"),
  agent: role.optional(),
  target: role.optional(),
  participant: role.optional(),
  place: role.optional(),
  client: role.optional(),
  relations: z
    .array(z.strictObject({ kind: z.string(), head: end, tail: end, hosted: z.boolean().optional() }))
    .optional(),
  needs: z.array(z.enum(ROLE_NAMES)).optional().describe("roles without which the word does not mean this"),
  pair: z.boolean().optional(),
  amount: z.boolean().optional(),
  amountUnit: z.array(z.string()).optional(),
  verbs: z.string().optional().describe("a list of this file: likelier right with a verb of it"),
  light: z.boolean().optional(),
  strict: z
    .boolean()
    .optional()
    .describe("the conditions amount, amountUnit, verbs, light and pair forbid a fact that breaks them"),
  only: z.enum(["verb", "noun"]).optional().describe("where the other use means something else"),
  title: z.boolean().optional().describe("a job title must stand right before the verb"),
  off: z.array(z.string()).optional(),
});
export type Frame = z.infer<typeof frameSchema>;
export type RoleName = (typeof ROLE_NAMES)[number];

const fileSchema = z.strictObject({
  $schema: z.string().optional(),
  comment: z.string().optional(),
  lists: z.record(z.string(), z.array(z.string())).default({}),
  frames: z.array(frameSchema),
});
const nominalSchema = z.object({
  carriers: z.array(z.string()),
  light: z.array(z.string()),
  passive: z.array(z.string()),
  functional: z.array(z.string()),
  attending: z.array(z.string()),
  leading: z.array(z.string()),
  names: z.record(z.string(), z.string()),
});

/** A word of a frame, ready to be looked for. */
export interface Sense {
  readonly frame: Frame;
  /** The word as the lexicon writes it. */
  readonly word: string;
  readonly form: "noun" | "active" | "passive" | "verb" | "phrase";
  /** The noun before the verb of a phrase. */
  readonly object?: string;
  /** The verbs of the list that the frame names: its own file's, or else the one beneath. */
  readonly listed?: ReadonlySet<string>;
  /** Of a frame that a user adds to maek's own. */
  readonly taught?: true;
}

export interface FrameLexicon {
  /** By noun without spaces. */
  readonly nouns: ReadonlyMap<string, readonly Sense[]>;
  /** By the verb's dictionary form. */
  readonly verbs: ReadonlyMap<string, readonly Sense[]>;
  /** By name; of two files' lists of one name that of the file which was read last. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly longestNoun: number;
  /** What the frames speak of. */
  readonly ontology: Ontology;
}

const NATIVE_LIGHT = /^(.{2,})(하|되)다$/;
const PHRASE = /^(.+?)(을|를|이|가|에|로|으로|에서) (\S+다)$/;

/** The shape of a frame file whose relations and types of events are those of an ontology. */
export function fileSchemaOf(by: Ontology) {
  const known = frameSchema.superRefine(({ event, relations = [] }, context) => {
    if (event !== undefined && !Object.hasOwn(by.events, event)) {
      context.addIssue({ code: "custom", path: ["event"], message: "no event type of the ontology" });
    }
    relations.forEach(({ kind }, index) => {
      if (Object.hasOwn(by.relations, kind)) return;
      context.addIssue({ code: "custom", path: ["relations", index, "kind"], message: "no relation of the ontology" });
    });
  });
  return fileSchema.extend({ frames: z.array(known) });
}

/**
 * Reads a frame file of a user's. What was never measured is held to no floor of confidence: what the frames of the file
 * say is drawn, however unsure.
 * @param data the parsed JSON
 * @param by the ontology that its frames speak of
 * @param base frames that stay beside those of the file; of two events that a word may name the file's is taken, and a
 * list that the file has is the file's alone: the frames beneath keep theirs of that name
 * @throws ZodError with the path of the fault
 */
export function readFrameLexicon(data: unknown, by: Ontology = ontology, base?: FrameLexicon): FrameLexicon {
  return indexFrames(data, by, { base, taught: true });
}

function indexFrames(
  data: unknown,
  by: Ontology,
  { base, taught }: { readonly base?: FrameLexicon | undefined; readonly taught: boolean },
): FrameLexicon {
  const file = fileSchemaOf(by).parse(data);
  const lists = new Map(base?.lists);
  for (const [name, list] of Object.entries(file.lists)) lists.set(name, new Set(list));
  const nouns = new Map<string, Sense[]>();
  const verbs = new Map<string, Sense[]>();
  const add = (map: Map<string, Sense[]>, key: string, sense: Sense) => {
    const list = map.get(key);
    if (list) list.push(sense);
    else map.set(key, [sense]);
  };
  for (const frame of file.frames) {
    const listed = frame.verbs === undefined ? undefined : lists.get(frame.verbs);
    const same = { frame, ...(listed && { listed }), ...(taught && { taught }) };
    for (const word of frame.words) {
      const phrase = PHRASE.exec(word);
      const light = NATIVE_LIGHT.exec(word);
      if (phrase) {
        const verb = phrase[3] as string;
        const sense: Sense = { ...same, word, form: "phrase", object: (phrase[1] as string).replaceAll(" ", "") };
        add(verbs, verb, sense);
        const inner = NATIVE_LIGHT.exec(verb);
        if (inner) add(verbs, inner[1] as string, sense);
      } else if (light && !word.includes(" ")) {
        add(nouns, light[1] as string, { ...same, word, form: light[2] === "되" ? "passive" : "active" });
        add(verbs, word, { ...same, word, form: "verb" });
      } else if (word.endsWith("다") && word.length > 1) add(verbs, word, { ...same, word, form: "verb" });
      else add(nouns, word.replaceAll(" ", ""), { ...same, word, form: "noun" });
    }
  }
  for (const [name, senses] of base?.nouns ?? []) nouns.set(name, [...(nouns.get(name) ?? []), ...senses]);
  for (const [name, senses] of base?.verbs ?? []) verbs.set(name, [...(verbs.get(name) ?? []), ...senses]);
  return {
    nouns,
    verbs,
    lists,
    longestNoun: Math.max(...[...nouns.keys()].map((n) => n.length)),
    ontology: by,
  };
}

export const frames: FrameLexicon = indexFrames(frameData, ontology, { taught: false });
const nominal = nominalSchema.parse(nominalData);
export const CARRIERS: ReadonlySet<string> = new Set(nominal.carriers);
export const LIGHT: ReadonlySet<string> = new Set(nominal.light);
/** Verbs of coming to what is held, and of leading what several take part in. */
export const ATTENDING: ReadonlySet<string> = new Set(nominal.attending);
export const LEADING: ReadonlySet<string> = new Set(nominal.leading);
export const PASSIVE_SUPPORT: ReadonlySet<string> = new Set(nominal.passive);
export const FUNCTIONAL: ReadonlySet<string> = new Set(nominal.functional);

/**
 * The noun that names what a verb says: "사들이다" → "인수"; undefined where the lexicon has none.
 * @param event the type of event that it tells: 내다 is 출시 of a product, and nothing of the kind of a loss
 */
export function nounFor(verb: string, event?: string): string | undefined {
  if (Object.hasOwn(nominal.names, verb)) return nominal.names[verb];
  for (const { frame } of frames.verbs.get(verb) ?? []) {
    if (event !== undefined && frame.event !== event) continue;
    const noun = frame.words.find((w) => !w.endsWith("다"));
    if (noun) return noun;
  }
  return undefined;
}

/** The roles that become edges; "client" serves relations only. */
export const EVENT_ROLES: readonly Role[] = ["target", "agent", "participant", "place"];
