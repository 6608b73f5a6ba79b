/**
 * Features of a whole article for the learned finder's second reading.
 *
 * Takes what the first reading found in each sentence, what the pattern finder found, and the text; gives a few hashed
 * keys a character: what both say here, whether they agree, and what the same string was taken for elsewhere in the
 * article. So a name found with certainty once is found again where it stands bare. Reference: Krishnan & Manning 2006,
 * An Effective Two-Stage Model for Exploiting Non-Local Dependencies.
 */
import type { Document } from "../korean/index.ts";
import { finish, hashText, mix } from "../learning/index.ts";
import { characterClass, isLetter, isParticleRun } from "./features.ts";

/** A span that some reading found, with its kind's name and how sure it is. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly confidence: number;
  readonly source: string;
}

/** How many keys a character has. */
export const ARTICLE_FEATURE_WIDTH = 30;

/** What a reading says of each character: kind and place in the span, 0 outside. */
interface Layer {
  readonly tag: Int32Array;
  readonly level: Int32Array;
  readonly source: Int32Array;
  /** Index of the span + 1. */
  readonly span: Int32Array;
}

const SURENESS = [0.3, 0.5, 0.7, 0.85, 0.95, 0.99];
const levelOf = (confidence: number): number =>
  SURENESS.reduce((level, least) => level + (confidence >= least ? 1 : 0), 0);

function layerOf(found: readonly Found[], length: number): Layer {
  const tag = new Int32Array(length);
  const level = new Int32Array(length);
  const source = new Int32Array(length);
  const span = new Int32Array(length);
  found.forEach((item, n) => {
    const kind = hashText(item.kind);
    for (let i = item.start; i < item.end; i++) {
      tag[i] = mix(kind, i === item.start ? 1 : 2);
      level[i] = levelOf(item.confidence);
      source[i] = hashText(item.source);
      span[i] = n + 1;
    }
  });
  return { tag, level, source, span };
}

interface Evidence {
  readonly text: string;
  readonly byKind: Map<string, number>;
  surest: number;
  found: number;
}

/** What each string that either reading found was taken for, over the whole article. */
function gather(text: string, readings: readonly (readonly Found[])[]): Map<string, Evidence> {
  const strings = new Map<string, Evidence>();
  for (const reading of readings) {
    for (const { start, end, kind, confidence } of reading) {
      const string = text.slice(start, end);
      if (string.length < 2) continue;
      const evidence = strings.get(string) ?? { text: string, byKind: new Map<string, number>(), surest: 0, found: 0 };
      evidence.byKind.set(kind, (evidence.byKind.get(kind) ?? 0) + confidence);
      evidence.surest = Math.max(evidence.surest, confidence);
      evidence.found++;
      strings.set(string, evidence);
    }
  }
  return strings;
}

/** Each place where one of the strings stands at a word's beginning, longest first, as if it had been found there. */
function findStrings(text: string, strings: Map<string, Evidence>): { found: Found[]; rate: Map<string, number> } {
  const byFirst = new Map<string, Evidence[]>();
  for (const evidence of strings.values()) {
    const first = evidence.text.slice(0, 2);
    const same = byFirst.get(first);
    if (same) same.push(evidence);
    else byFirst.set(first, [evidence]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  const found: Found[] = [];
  const seen = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    if (i > 0 && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i))) continue;
    const evidence = byFirst.get(text.slice(i, i + 2))?.find((candidate) => text.startsWith(candidate.text, i));
    if (!evidence) continue;
    const end = i + evidence.text.length;
    let close = end;
    while (close < text.length && isLetter(text.charCodeAt(close))) close++;
    const rest = text.slice(end, close);
    const [kind] = [...evidence.byKind].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    seen.set(evidence.text, (seen.get(evidence.text) ?? 0) + 1);
    found.push({
      start: i,
      end,
      kind,
      confidence: evidence.surest,
      source: rest === "" ? "bare" : isParticleRun(rest) ? "particle" : "part",
    });
    i = end - 1;
  }
  const rate = new Map([...seen].map(([string, times]) => [string, (strings.get(string)?.found ?? 0) / (2 * times)]));
  return { found, rate };
}

/** Keys (text length × ARTICLE_FEATURE_WIDTH, 0 for none) from the first reading's spans and the pattern finder's. */
export function extractArticleFeatures(
  document: Document,
  first: readonly Found[],
  patterns: readonly Found[],
  suspicions: readonly Found[],
): Int32Array {
  const { text } = document.article;
  const length = text.length;
  const own = layerOf(first, length);
  const pattern = layerOf(patterns, length);
  const raw = layerOf(suspicions, length);
  const strings = gather(text, [first, patterns]);
  const { found, rate } = findStrings(text, strings);
  const again = layerOf(found, length);
  const out = new Int32Array(length * ARTICLE_FEATURE_WIDTH);
  for (const sentence of document.sentences) {
    const style = hashText(sentence.kind);
    for (let i = sentence.start; i < sentence.end; i++) {
      const o = own.tag[i] as number;
      const p = pattern.tag[i] as number;
      const r = raw.tag[i] as number;
      const a = again.tag[i] as number;
      const os = mix(o, own.level[i] as number);
      const ps = mix(p, pattern.level[i] as number);
      const rs = mix(mix(r, raw.level[i] as number), raw.source[i] as number);
      const as = mix(mix(a, again.level[i] as number), again.source[i] as number);
      const ownSpan = first[(own.span[i] as number) - 1];
      const patternSpan = patterns[(pattern.span[i] as number) - 1];
      const againSpan = found[(again.span[i] as number) - 1];
      const string = againSpan ? text.slice(againSpan.start, againSpan.end) : "";
      const share = againSpan ? Math.min(4, Math.floor((rate.get(string) ?? 0) * 4)) : 9;
      const times = againSpan ? Math.min(4, strings.get(string)?.found ?? 0) : 9;
      const fit = relation(ownSpan, patternSpan);
      const fitAgain = relation(ownSpan, againSpan);
      const class0 = characterClass(text.charCodeAt(i));
      const before = i > sentence.start ? i - 1 : -1;
      const after = i + 1 < sentence.end ? i + 1 : -1;
      const at = (layer: Int32Array, where: number): number => (where < 0 ? 77 : (layer[where] as number));
      let k = i * ARTICLE_FEATURE_WIDTH;
      let salt = 500;
      const put = (hash: number): void => {
        out[k++] = finish(mix(hash, ++salt));
      };
      put(1);
      put(o);
      put(p);
      put(a);
      put(os);
      put(ps);
      put(rs);
      put(as);
      put(mix(p, pattern.source[i] as number));
      put(mix(o, p));
      put(mix(os, ps));
      put(mix(os, mix(p, pattern.source[i] as number)));
      put(mix(mix(o, p), fit));
      put(mix(mix(os, ps), fit));
      put(mix(mix(a, share), times));
      put(mix(mix(as, share), os));
      put(mix(mix(a, o), mix(p, fitAgain)));
      put(mix(mix(a, again.source[i] as number), mix(o, r)));
      put(mix(style, mix(o, p)));
      put(mix(style, mix(a, r)));
      put(mix(class0, mix(o, p)));
      put(mix(class0, mix(a, r)));
      put(mix(mix(o, p), mix(at(own.tag, before), at(pattern.tag, before))));
      put(mix(mix(o, p), mix(at(own.tag, after), at(pattern.tag, after))));
      put(mix(mix(a, r), mix(at(again.tag, before), at(again.tag, after))));
      put(mix(mix(p, r), mix(at(pattern.tag, after), at(raw.tag, after))));
      put(mix(ownSpan ? Math.min(9, ownSpan.end - ownSpan.start) : 0, mix(o, p)));
      put(mix(patternSpan ? Math.min(9, patternSpan.end - patternSpan.start) : 0, mix(o, p)));
      put(mix(class0, mix(at(pattern.tag, before), at(own.tag, before))));
      put(mix(mix(os, as), rs));
    }
  }
  return out;
}

/** How two spans over the same character lie: 0 one is missing, 1 the same, 2 same start, 3 same end, 4 else. */
function relation(a: Found | undefined, b: Found | undefined): number {
  if (!a || !b) return 0;
  if (a.start === b.start) return a.end === b.end ? 1 : 2;
  return a.end === b.end ? 3 : 4;
}
