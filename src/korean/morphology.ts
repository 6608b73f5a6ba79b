/**
 * Morphological analysis: a thin wrapper around garu-ko (a Korean analyzer in WebAssembly with its model in the package).
 *
 * Takes a sentence and gives its eojeols with morphemes aligned to characters. garu reports dictionary forms and the
 * range of the whole eojeol, in code points; here they become UTF-16 ranges of single morphemes (see align.ts).
 * Reference: https://github.com/ongjin/garu; tags are those of the Sejong corpus.
 */
import { Garu, type Token } from "garu-ko";
import { MaekError } from "../article/index.ts";
import { align } from "./align.ts";
import type { Morpheme } from "./types.ts";

/** An eojeol before particles are split off; offsets are UTF-16 units from the start of what was analyzed. */
export interface AnalyzedEojeol {
  readonly start: number;
  readonly end: number;
  readonly morphemes: readonly Morpheme[];
}

export interface Morphology {
  /** Eojeols of a text of one sentence, in order; white space around and between them is left out. */
  analyze(text: string): AnalyzedEojeol[];
}

export interface MorphologyOptions {
  /** The model's bytes (garu-ko/models/base.gmdl); read from the package or fetched beside it when absent. */
  readonly model?: ArrayBuffer;
  /** Where to fetch the model from, when it is not given. */
  readonly modelUrl?: string;
  /** The program's bytes (garu-ko/pkg/garu_wasm_bg.wasm); read from the package or fetched beside it when absent. */
  readonly wasm?: ArrayBuffer;
}

const SPACE = /[\s\u0085\u200b]/g;
const WORD = /[^\s\u0085\u200b]+/g;
const SURROGATE = /[\ud800-\udfff]/g;

let shared: Promise<Morphology> | undefined;

/**
 * Loads the analyzer; later calls give the one that was loaded first. Works in Node and in browsers.
 * @throws MaekError when the program or the model cannot be read; the next call tries again
 */
export function loadMorphology(options: MorphologyOptions = {}): Promise<Morphology> {
  shared ??= load(options).catch((cause: unknown) => {
    shared = undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MaekError(`maek/korean: the analyzer garu-ko does not load, ${reason.split("\n")[0]}`, { cause });
  });
  return shared;
}

async function load({ model, modelUrl, wasm }: MorphologyOptions): Promise<Morphology> {
  if (wasm) {
    const program = await import("garu-ko/pkg/garu_wasm.js");
    await program.default({ module_or_path: wasm });
  }
  const garu = await withoutDeprecation(() =>
    Garu.load({ ...(model && { modelData: model }), ...(modelUrl && { modelUrl }) }),
  );
  return { analyze: (text) => analyze(garu, text) };
}

/** garu-ko 0.3 calls its own program in a way that warns of itself; every other warning passes. */
async function withoutDeprecation<T>(run: () => Promise<T>): Promise<T> {
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith("using deprecated parameters")) warn(...words);
  };
  try {
    return await run();
  } finally {
    console.warn = warn;
  }
}

function analyze(garu: Garu, text: string): AnalyzedEojeol[] {
  // One plain unit for each half of a surrogate pair keeps garu's code points and our UTF-16 units the same.
  const plain = text.replace(SPACE, " ").replace(SURROGATE, "■");
  const eojeols: { start: number; end: number; tokens: Token[] }[] = [];
  for (const match of plain.matchAll(WORD)) {
    eojeols.push({ start: match.index, end: match.index + match[0].length, tokens: [] });
  }
  if (eojeols.length === 0) return [];
  const result = garu.analyze(plain);
  let at = 0;
  for (const token of Array.isArray(result) ? [] : result.tokens) {
    while (at < eojeols.length - 1 && token.start >= (eojeols[at] as { end: number }).end) at++;
    // A name of several words comes as one token; what follows it belongs to its last word.
    for (const [index, part] of token.text.split(" ").entries()) {
      if (index > 0 && at < eojeols.length - 1) at++;
      eojeols[at]?.tokens.push({ ...token, text: part });
    }
  }
  return eojeols.map(({ start, end, tokens }) => ({ start, end, morphemes: place(plain, start, end, tokens) }));
}

function place(text: string, start: number, end: number, tokens: readonly Token[]): Morpheme[] {
  const surface = text.slice(start, end);
  if (tokens.length === 0) return [{ start, end, form: surface, tag: "NNG" }];
  const ranges = align(
    surface,
    tokens.map((token) => token.text),
  );
  return tokens.map((token, index) => {
    const range = ranges[index] as { start: number; end: number };
    return { start: start + range.start, end: start + range.end, form: token.text, tag: token.pos };
  });
}
