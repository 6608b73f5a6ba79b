/**
 * Takes a template of graph/lexicon/descriptions.json and the values of its slots; gives a Korean sentence whose
 * particles fit the words before them.
 *
 * `{head}` is a value, `{head:은}` a value and its particle, `{:이}` a particle for whatever stands before it,
 * `{하다}` a predicate in the form that the factuality asks for; a part in `[ ]` goes when a value in it is missing.
 * es-hangul picks particles after Hangul; for the rest the table gives a word's last sound in Hangul.
 */
import { josa } from "es-hangul";
import { z } from "zod";
import data from "../../graph/lexicon/descriptions.json" with { type: "json" };
import { FACTUALITIES, type Factuality, type NodeKind, ROLES } from "../ontology/index.ts";

const templates = z.array(z.string().min(1)).min(1);
const PAIRS = ["은/는", "이/가", "을/를", "와/과", "으로/로", "이라/라"] as const;

const descriptionsSchema = z.strictObject({
  about: z.string(),
  predicates: z.record(z.string(), z.record(z.enum(FACTUALITIES), z.string().min(1))),
  relations: z.record(z.string(), z.strictObject({ head: templates, tail: templates })),
  events: z.record(z.string(), templates),
  anyEvent: templates,
  ofEvent: z.record(z.enum(ROLES), z.string()),
  many: z.strictObject({ person: z.string(), other: z.string() }),
  time: z.string(),
  speaker: z.string(),
  particles: z.record(z.string(), z.enum(PAIRS)),
  particlesByKind: z.record(z.string(), z.strictObject({ person: z.string(), other: z.string() })),
  readings: z.record(z.string(), z.string().min(1)),
  spelledReadings: z.array(z.strictObject({ ends: z.string(), reading: z.string().min(1) })),
});

/** The templates that ship with maek. */
export const descriptions = descriptionsSchema.parse(data);

/** A value for a slot: its text, and the kind of what it names, where it names a node. */
export interface SlotValue {
  readonly text: string;
  readonly kind?: NodeKind;
}

export type Slots = Readonly<Record<string, SlotValue | undefined>>;

const spelled = descriptions.spelledReadings.map(({ ends, reading }) => ({ ends: new RegExp(ends), reading }));

/** How a word's end sounds, in Hangul: what stands in brackets or quotation marks at its end is not heard. */
export function soundOf(word: string): string {
  const bare = word
    .normalize("NFC")
    .replace(/\s*[([（][^()[\]（）]*[)\]）]\s*$/u, "")
    .replace(/[^\p{L}\p{N}%+&$㎡℃]+$/u, "");
  const heard = bare === "" ? word.replace(/[^\p{L}\p{N}]+$/u, "") : bare;
  const last = heard.at(-1) ?? "";
  if (/\p{Script=Hangul}/u.test(last)) return last;
  const reading = spelled.find(({ ends }) => ends.test(heard))?.reading;
  return reading ?? descriptions.readings[last] ?? "이";
}

/** The word's particle: ("블룸버그", "은") → "는". Particles that do not vary are given back. */
export function particleAfter(word: string, particle: string, kind?: NodeKind): string {
  const byKind = descriptions.particlesByKind[particle];
  if (byKind) return kind === "person" ? byKind.person : byKind.other;
  const pair = descriptions.particles[particle];
  return pair ? josa.pick(soundOf(word), pair) : particle;
}

const SLOT = /\{([^{}]*)\}/gu;

/** The slots that a text names and `slots` has no value for. */
function missing(text: string, slots: Slots): boolean {
  return [...text.matchAll(SLOT)].some(([, inner = ""]) => {
    const [name = ""] = inner.split(":");
    return name !== "" && !Object.hasOwn(descriptions.predicates, name) && slots[name] === undefined;
  });
}

/** The sentence of the first template whose values are all there; undefined when none is. */
export function sentenceOf(templates: readonly string[], slots: Slots, factuality: Factuality): string | undefined {
  for (const template of templates) {
    const chosen = template.replace(/\[([^[\]]*)\]/gu, (_part, inner: string) => (missing(inner, slots) ? "" : inner));
    if (missing(chosen, slots)) continue;
    const inflected = chosen.replace(SLOT, (slot, name: string) => descriptions.predicates[name]?.[factuality] ?? slot);
    let sentence = "";
    let at = 0;
    for (const found of inflected.matchAll(SLOT)) {
      const [name = "", particle] = (found[1] ?? "").split(":");
      sentence += inflected.slice(at, found.index);
      sentence += slots[name]?.text ?? "";
      if (particle !== undefined) sentence += particleAfter(sentence, particle, slots[name]?.kind);
      at = found.index + found[0].length;
    }
    return sentence + inflected.slice(at);
  }
  return undefined;
}
