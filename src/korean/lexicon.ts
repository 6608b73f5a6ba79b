/**
 * What is known about particles, as data: graph/lexicon/korean-particles.json, checked once.
 *
 * Gives the particles with the ending that each asks of the word before it, the endings of real words that only look like
 * particles (국가, 회의, 결과), and what unknown predicates are read with. Reference: Sejong tag set; 국립국어원 표준국어대사전.
 */
import { z } from "zod";
import particles from "../../graph/lexicon/korean-particles.json" with { type: "json" };

export const particleSchema = z.strictObject({
  form: z.string().min(1),
  tag: z.string().regex(/^J[A-Z]+$/),
  /** What the word before must end in. */
  after: z.enum(["any", "vowel", "consonant", "vowelOrRieul", "consonantNotRieul"]),
  /** Order in a chain of particles: case (1) before 만, 까지 (2) before 은, 도, 의 (3). */
  rank: z.int().min(1).max(3),
  /** How much the form alone speaks for a split, against 0 for none. */
  weight: z.number(),
});
export type Particle = z.infer<typeof particleSchema>;

export const particleLexiconSchema = z.strictObject({
  particles: z.array(particleSchema),
  /** By particle: how words end that do not hold that particle. */
  endings: z.record(z.string(), z.array(z.string().min(1))),
  /** Surnames of one syllable, and the final syllables with which a name of three is not to be split. */
  surnames: z.string(),
  nameFinals: z.string(),
  /** Contracted syllables and their long shape, for predicates the analyzer knows only in the long one. */
  contractions: z.record(z.string().length(1), z.string().min(2)),
  /** The same for syllables that end a word: a nominalizer with its particle (길 for 기를). */
  finalContractions: z.record(z.string().length(1), z.string().min(2)),
  /** How what follows an unknown stem may begin, if it is a predicate ("위축|돼") or a copula ("쳇봇|인"). */
  predicateStarts: z.array(z.string().min(1)),
  copulaStarts: z.array(z.string().min(1)),
  /** Known stems to try a predicate's rest with, by how the rest begins. */
  placeholders: z.record(z.string(), z.string()),
  /** Known nouns that take 하다, 되다, and 하다, 해지다. */
  predicateNouns: z.array(z.string().min(1)),
  /** Endings of verbs that the analyzer takes for nouns; such words are no names. */
  verbalEndings: z.array(z.string().min(1)),
});

export const particleLexicon = particleLexiconSchema.parse(particles);
