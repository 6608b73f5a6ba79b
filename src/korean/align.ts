/**
 * Aligns dictionary forms to the characters they were read from.
 *
 * Takes an eojeol's text and the morphemes an analyzer found in it (하 + 았 + 다) and gives each a range of the eojeol's
 * characters (했, 했, 다). Both are spelled out in jamo and aligned by least edit cost; a morpheme covers every character
 * that holds one of its jamo. So contracted morphemes share a character, one that left no trace (아 in 가 + 아 → 가)
 * shares its neighbour's, starts and ends never step back, and together the ranges cover the eojeol.
 * Reference: S. Needleman, C. Wunsch, "A general method applicable to the search for similarities …", 1970.
 */
import { isMedial, pushJamo } from "./hangul.ts";

/** A range of UTF-16 units in the eojeol. */
export interface Range {
  start: number;
  end: number;
}

const GAP = 2;
const VOWEL_CHANGE = 1;
const OTHER_CHANGE = 3;

/**
 * The ranges of `forms`, one each, in `surface`; offsets are UTF-16 units from the surface's start.
 * @param surface the eojeol, not empty
 * @param forms dictionary forms in order, finals written as compatibility jamo ("ㄴ")
 */
export function align(surface: string, forms: readonly string[]): Range[] {
  const ranges: Range[] = forms.map(() => ({ start: 0, end: surface.length }));
  let head = 0;
  let from = 0;
  while (head < forms.length && surface.startsWith(forms[head] as string, from)) {
    const end = from + (forms[head] as string).length;
    ranges[head] = { start: from, end };
    from = end;
    head++;
  }
  let tail = forms.length;
  let to = surface.length;
  while (tail > head) {
    const form = forms[tail - 1] as string;
    if (to - form.length < from || !surface.endsWith(form, to) || form === "") break;
    ranges[tail - 1] = { start: to - form.length, end: to };
    to -= form.length;
    tail--;
  }
  if (head < tail) {
    // What is left is contracted or irregular; with nothing left on one side a neighbour's characters are shared.
    if (to === from) for (let i = head; i < tail; i++) ranges[i] = neighbour(from, surface.length);
    else alignMiddle(surface.slice(from, to), forms.slice(head, tail), from, ranges, head);
  } else if (to > from) {
    stretch(ranges, head, from, to);
  }
  return ranges;
}

function neighbour(at: number, length: number): Range {
  return at > 0 ? { start: at - 1, end: at } : { start: 0, end: Math.min(1, length) };
}

/** Characters that no morpheme claimed go to the one before them, or to the first. */
function stretch(ranges: Range[], head: number, from: number, to: number): void {
  const before = ranges[head - 1];
  const after = ranges[head];
  if (before && before.end === from) before.end = to;
  else if (after) after.start = from;
}

function alignMiddle(surface: string, forms: readonly string[], offset: number, ranges: Range[], first: number): void {
  const units: number[] = [];
  const unitChar: number[] = [];
  for (let i = 0; i < surface.length; i++) {
    pushJamo(surface.charCodeAt(i), units);
    while (unitChar.length < units.length) unitChar.push(i);
  }
  const jamo: number[] = [];
  const jamoForm: number[] = [];
  for (const [index, form] of forms.entries()) {
    for (let i = 0; i < form.length; i++) pushJamo(form.charCodeAt(i), jamo);
    while (jamoForm.length < jamo.length) jamoForm.push(index);
  }
  const claimed: (Range | undefined)[] = forms.map(() => undefined);
  for (const [form, unit] of pairs(jamo, units)) {
    const at = unitChar[unit] as number;
    const range = claimed[jamoForm[form] as number];
    if (range) range.end = at + 1;
    else claimed[jamoForm[form] as number] = { start: at, end: at + 1 };
  }
  // Close the gaps: an unclaimed character belongs to the morpheme before it, a traceless morpheme to that one's last.
  let reached = 0;
  for (let i = 0; i < claimed.length; i++) {
    const range = claimed[i] ?? { start: Math.max(0, reached - 1), end: Math.max(1, reached) };
    if (range.start > reached) {
      const before = claimed[i - 1];
      if (before) {
        before.end = range.start;
        const placed = ranges[first + i - 1] as Range;
        placed.end = offset + range.start;
      } else range.start = 0;
    }
    claimed[i] = range;
    reached = Math.max(reached, range.end);
    ranges[first + i] = { start: offset + range.start, end: offset + range.end };
  }
  if (reached < surface.length) (ranges[first + forms.length - 1] as Range).end = offset + surface.length;
}

/** Aligned pairs [index in a, index in b] of the cheapest alignment, in order. */
function pairs(a: readonly number[], b: readonly number[]): [number, number][] {
  const width = b.length + 1;
  const cost = new Int32Array((a.length + 1) * width);
  for (let j = 1; j <= b.length; j++) cost[j] = j * GAP;
  for (let i = 1; i <= a.length; i++) {
    cost[i * width] = i * GAP;
    for (let j = 1; j <= b.length; j++) {
      const diagonal = (cost[(i - 1) * width + j - 1] as number) + change(a[i - 1] as number, b[j - 1] as number);
      const up = (cost[(i - 1) * width + j] as number) + GAP;
      const left = (cost[i * width + j - 1] as number) + GAP;
      cost[i * width + j] = Math.min(diagonal, up, left);
    }
  }
  const found: [number, number][] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 && j > 0) {
    const here = cost[i * width + j] as number;
    const step = change(a[i - 1] as number, b[j - 1] as number);
    if (here === (cost[(i - 1) * width + j - 1] as number) + step) {
      found.push([--i, --j]);
    } else if (here === (cost[(i - 1) * width + j] as number) + GAP) i--;
    else j--;
  }
  return found.reverse();
}

function change(a: number, b: number): number {
  if (a === b) return 0;
  return isMedial(a) && isMedial(b) ? VOWEL_CHANGE : OTHER_CHANGE;
}
