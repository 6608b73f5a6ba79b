/**
 * Particles at the end of a word, by its letters alone.
 *
 * Takes a word and gives the ways it may come apart into a stem and a chain of particles, each with a score: the shape must
 * agree with the final consonant before it (을 after one, 를 after a vowel), the chain must be in order (에서 + 는), and
 * words that only end like a particle (국가, 회의, 김고은) speak against a split.
 */
import { finalOf, isSyllable } from "./hangul.ts";
import { type Particle, particleLexicon } from "./lexicon.ts";

/** One way to divide a word: `stem + particles.join("") === word`. */
export interface Division {
  readonly stem: string;
  readonly particles: readonly Particle[];
  /** Above 0 when the letters speak for this division, against none at all. */
  readonly score: number;
}

const LONGEST = Math.max(...particleLexicon.particles.map(({ form }) => form.length));
const byForm = new Map<string, Particle>(particleLexicon.particles.map((particle) => [particle.form, particle]));

/** How digits are read: 영, 일, 이, 삼 … */
const DIGIT_FINALS = [
  "consonant",
  "rieul",
  "none",
  "consonant",
  "none",
  "none",
  "consonant",
  "rieul",
  "rieul",
  "none",
] as const;
/** Particles of the inner ranks that may follow one of their own or a later rank: 만으로, 까지로. */
const REOPENS = new Set(["으로", "로", "에"]);

const ONE_SYLLABLE = -4;
const LONG_STEM = 0.5;
const LOOKS_LIKE_WORD = -3;

/** Whether a particle's shape agrees with the last unit of the word before it; letters of other scripts agree with both. */
export function agrees(stem: string, after: Particle["after"]): boolean {
  const unit = stem.charCodeAt(stem.length - 1);
  const final = unit >= 48 && unit <= 57 ? DIGIT_FINALS[unit - 48] : finalOf(unit);
  if (after === "any" || final === undefined) return true;
  if (after === "vowel") return final === "none";
  if (after === "consonant") return final !== "none";
  if (after === "vowelOrRieul") return final !== "consonant";
  return final === "consonant";
}

/** Every division of `word` with at least one particle, best first. */
export function divisions(word: string): Division[] {
  const found: Division[] = [];
  extend(word, [], 0, found);
  return found.sort((a, b) => b.score - a.score || a.stem.length - b.stem.length);
}

function extend(word: string, after: readonly Particle[], score: number, found: Division[]): void {
  for (let length = 1; length <= Math.min(LONGEST, word.length - 1); length++) {
    const form = word.slice(word.length - length);
    const particle = byForm.get(form);
    if (!particle || !follows(particle, after[0])) continue;
    const stem = word.slice(0, word.length - length);
    if (!agrees(stem, particle.after)) continue;
    const here = score + particle.weight + againstWord(word, form, after.length > 0);
    const particles = [particle, ...after];
    found.push({ stem, particles, score: here + stemScore(stem) });
    if (particles.length < 3) extend(stem, particles, here, found);
  }
}

function follows(particle: Particle, next: Particle | undefined): boolean {
  if (!next) return true;
  return particle.rank < next.rank || (particle.rank === 2 && REOPENS.has(next.form));
}

function stemScore(stem: string): number {
  if (!isSyllable(stem.charCodeAt(stem.length - 1))) return LONG_STEM;
  if (stem.length === 1) return ONE_SYLLABLE;
  return stem.length > 2 ? LONG_STEM : 0;
}

/** What speaks against taking `form` off `word`: that the word ends like a real one, or is a Korean name. */
function againstWord(word: string, form: string, inner: boolean): number {
  const name =
    word.length === 3 &&
    particleLexicon.surnames.includes(word[0] as string) &&
    particleLexicon.givenNames.includes(word.slice(1));
  const real = particleLexicon.endings[form]?.some((ending) => word.endsWith(ending)) ?? false;
  return name || real || (inner && form === "이") ? LOOKS_LIKE_WORD : 0;
}

/**
 * Splits the particles off a word or the end of a phrase by its letters alone ("쇼핑몰 다나와에서는" → 쇼핑몰 다나와, 에서, 는);
 * where a Document is at hand, its eojeols know better.
 */
export function splitParticles(text: string): { stem: string; particles: string[] } {
  const space = Math.max(text.lastIndexOf(" "), text.lastIndexOf("\n")) + 1;
  const best = divisions(text.slice(space))[0];
  if (!best || best.score <= 0) return { stem: text, particles: [] };
  return { stem: text.slice(0, space) + best.stem, particles: best.particles.map(({ form }) => form) };
}
