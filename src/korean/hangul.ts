/**
 * Hangul syllables as arithmetic: a syllable block is 0xAC00 + (initial · 21 + medial) · 28 + final.
 *
 * Takes characters and gives their jamo and final consonants. Reference: Unicode Standard 3.12, conjoining jamo behaviour.
 */
const FIRST = 0xac00;
const LAST = 0xd7a3;
const COMPATIBILITY = 0x3131;

/** Final consonants in syllable order, as the compatibility jamo that analyzers write them with ("ㄴ", "ㄹ", "ㅂ"). */
const FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const RIEUL = FINALS.indexOf("ㄹ");

/** Jamo are numbered by place, so that an initial ㄴ and a final ㄴ differ: initials from 0, medials from 100, finals from 200. */
const MEDIAL = 100;
const FINAL = 200;

export function isSyllable(unit: number): boolean {
  return unit >= FIRST && unit <= LAST;
}

/** Whether the jamo number stands for a vowel. */
export function isMedial(jamo: number): boolean {
  return jamo >= MEDIAL && jamo < FINAL;
}

/**
 * Appends the jamo of one UTF-16 unit to `into`: two or three numbers for a syllable, a final's number for a lone
 * consonant as analyzers write it, the unit's own number (past every jamo) for all else.
 */
export function pushJamo(unit: number, into: number[]): void {
  if (isSyllable(unit)) {
    const index = unit - FIRST;
    into.push(Math.floor(index / 588), MEDIAL + (Math.floor(index / 28) % 21));
    if (index % 28 > 0) into.push(FINAL + (index % 28));
    return;
  }
  const final = unit >= COMPATIBILITY ? FINALS.indexOf(String.fromCharCode(unit)) : -1;
  into.push(final > 0 ? FINAL + final : 1000 + unit);
}

/** The kind of final consonant that decides between particle shapes. */
export type Final = "none" | "rieul" | "consonant";

/** The final consonant that a syllable ends in; undefined for anything but a syllable. */
export function finalOf(unit: number): Final | undefined {
  if (!isSyllable(unit)) return undefined;
  const final = (unit - FIRST) % 28;
  if (final === 0) return "none";
  return final === RIEUL ? "rieul" : "consonant";
}
