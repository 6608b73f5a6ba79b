/**
 * The words that signal facts: particles, endings, factuality, read from graph/lexicon and checked once by zod.
 *
 * Gives typed tables; a fault in a file is reported with the path inside it.
 */
import { z } from "zod";
import caseData from "../../graph/lexicon/cases.json" with { type: "json" };
import endingData from "../../graph/lexicon/endings.json" with { type: "json" };
import quantityData from "../../graph/lexicon/event-quantities.json" with { type: "json" };
import factualityData from "../../graph/lexicon/factuality.json" with { type: "json" };
import { FACTUALITIES } from "../ontology/index.ts";

const words = z.array(z.string().min(1));

/** Slots that particles open: where an argument stands, named by the commonest particle. */
export const SLOTS = [
  "가",
  "는",
  "를",
  "의",
  "에",
  "에서",
  "로부터",
  "와",
  "로",
  "보다",
  "나",
  "부터",
  "처럼",
  "의해",
  "대해",
  "따르면",
  "위해",
  "통해",
  "비롯",
  "로인해",
  "제외",
  "비해",
] as const;
export type Slot = (typeof SLOTS)[number];
const slot = z.enum(SLOTS);

const casesSchema = z.object({
  particles: z.partialRecord(slot, words),
  copula: words,
  transparent: words,
  compounds: z.array(z.object({ slot, particles: z.array(slot), words })),
  list: z.object({ marks: words, particles: words, words }),
  anaphora: z.object({ company: words, person: words, any: words }),
  etc: words,
});

const endingsSchema = z.object({
  coordinate: words,
  quote: words,
  condition: words,
  purpose: words,
  adnominal: words,
  complements: words,
});

const statusRule = z.discriminatedUnion("status", [
  z.object({ status: z.enum(FACTUALITIES), pattern: z.string().min(1) }),
  z.object({ status: z.literal("none"), pattern: z.string().min(1), note: z.string().min(1) }),
]);

const factualitySchema = z.object({
  rules: z.array(statusRule),
  future: words,
  questions: z.string(),
});

export const cases = casesSchema.parse(caseData);
export const endings = endingsSchema.parse(endingData);
export const quantityWords = z
  .object({ compared: z.string().min(1), since: z.string().min(1), opening: words })
  .parse(quantityData);
export const factualityRules = factualitySchema.parse(factualityData);

const particleSlots = new Map<string, Slot>();
for (const [name, forms] of Object.entries(cases.particles)) {
  for (const form of forms ?? []) particleSlots.set(form, slot.parse(name));
}

/** The slot that a particle (or a pile of particles) opens; undefined when it is none. */
export function slotOf(particle: string): Slot | undefined {
  return particleSlots.get(particle);
}
