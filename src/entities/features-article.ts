/**
 * Features of a whole document for the learned finder: what the pattern finder found in it.
 *
 * Takes the mentions that patterns and lexicon give, raw and as the article as a whole settles them, and gives a few
 * hashed keys a character: kind and place in the mention, which rule found it and how surely, what stands beside. The
 * tagger learns from them when to believe the rules.
 */
import type { Document } from "../korean/index.ts";
import { finish, hashText, mix } from "../learning/index.ts";
import { arbitrate, titlesOf } from "./arbitrate.ts";
import { characterClass, FEATURE_WIDTH, putFeatures } from "./features.ts";
import { putWordFeatures, WORD_FEATURE_WIDTH } from "./features-words.ts";
import { type NameLexicon, nameLexicon } from "./lexicon.ts";
import { patternFinder } from "./pattern-finder.ts";
import { readEntities } from "./read-entities.ts";
import type { Mention, MentionFinder } from "./types.ts";

/** How many keys a character has from the mentions. */
export const MENTION_FEATURE_WIDTH = 14;

/** How many keys a character has in all. */
export const DOCUMENT_FEATURE_WIDTH = FEATURE_WIDTH + MENTION_FEATURE_WIDTH + WORD_FEATURE_WIDTH;

/** What the mentions of one reading say of each character, as hashes; 0 outside of them. */
interface Layer {
  /** Kind, and whether the mention begins here. */
  readonly tag: Int32Array;
  /** The same with how sure the rule is. */
  readonly sure: Int32Array;
  /** The same with the rule's name. */
  readonly rule: Int32Array;
  /** The kind with the mention's last two characters and its length. */
  readonly ending: Int32Array;
}

function layerOf(mentions: readonly Mention[], text: string): Layer {
  const { length } = text;
  const layer = {
    tag: new Int32Array(length),
    sure: new Int32Array(length),
    rule: new Int32Array(length),
    ending: new Int32Array(length),
  };
  for (const { start, end, kind, subkind, source, confidence } of mentions) {
    const about = hashText(subkind === "media" || subkind === "government" ? subkind : kind);
    const ending = mix(hashText(text.slice(Math.max(start, end - 2), end)), Math.min(8, end - start));
    const rule = hashText(source);
    for (let i = start; i < end; i++) {
      const tag = mix(about, i === start ? 1 : 2);
      layer.tag[i] = tag;
      layer.sure[i] = mix(tag, Math.floor(confidence * 10));
      layer.rule[i] = mix(tag, rule);
      layer.ending[i] = mix(tag, ending);
    }
  }
  return layer;
}

/** What rules and lexicon find in a document. */
export interface RuleReading {
  /** All they suspect; mentions may overlap. */
  readonly raw: readonly Mention[];
  /** What stays when the article is read as a whole, with its entity's kind. */
  readonly settled: readonly Mention[];
}

/** Reads a document by a pattern finder alone. */
export function readByRules(
  document: Document,
  patterns: MentionFinder = patternFinder,
  lexicon: NameLexicon = nameLexicon,
): RuleReading {
  const raw = patterns.find(document);
  const { entities } = readEntities(document, { find: () => raw }, lexicon);
  const settled = entities.flatMap(({ kind, subkind, mentions }) =>
    mentions.map((mention) => ({ ...mention, kind, ...(subkind && { subkind }) })),
  );
  return { raw, settled };
}

/** Keys of each character of the document's text: text length × DOCUMENT_FEATURE_WIDTH, 0 where there is none. */
export function extractDocumentFeatures(
  document: Document,
  rules: RuleReading,
  lexicon: NameLexicon = nameLexicon,
): Int32Array {
  const { text } = document.article;
  const out = new Int32Array(text.length * DOCUMENT_FEATURE_WIDTH);
  for (const { start, end } of document.sentences)
    putFeatures(text, start, end, { out, from: start * DOCUMENT_FEATURE_WIDTH, width: DOCUMENT_FEATURE_WIDTH });
  putMentions(document, rules, out);
  putWordFeatures(document, lexicon, {
    out,
    from: FEATURE_WIDTH + MENTION_FEATURE_WIDTH,
    width: DOCUMENT_FEATURE_WIDTH,
  });
  return out;
}

function putMentions(document: Document, { raw, settled }: RuleReading, out: Int32Array): void {
  const { text } = document.article;
  const sure = layerOf(settled, text);
  const first = layerOf(arbitrate(raw), text);
  const title = layerOf(titlesOf(raw), text);
  for (const sentence of document.sentences) {
    const style = hashText(sentence.kind);
    for (let i = sentence.start; i < sentence.end; i++) {
      const own = sure.tag[i] as number;
      const suspected = first.tag[i] as number;
      const role = title.tag[i] as number;
      const before = i > sentence.start ? (sure.tag[i - 1] as number) : 9;
      const after = i + 1 < sentence.end ? (sure.tag[i + 1] as number) : 9;
      const left = i > sentence.start ? characterClass(text.charCodeAt(i - 1)) : 0;
      const here = characterClass(text.charCodeAt(i));
      const right = i + 1 < sentence.end ? characterClass(text.charCodeAt(i + 1)) : 0;
      let at = i * DOCUMENT_FEATURE_WIDTH + FEATURE_WIDTH;
      let salt = 300;
      out[at++] = finish(mix(own, ++salt));
      out[at++] = finish(mix(sure.sure[i] as number, ++salt));
      out[at++] = finish(mix(sure.rule[i] as number, ++salt));
      out[at++] = finish(mix(sure.ending[i] as number, ++salt));
      out[at++] = finish(mix(first.sure[i] as number, ++salt));
      out[at++] = finish(mix(first.rule[i] as number, ++salt));
      out[at++] = finish(mix(mix(own, suspected), ++salt));
      out[at++] = finish(mix(mix(own, mix(before, after)), ++salt));
      out[at++] = finish(mix(mix(own, mix(left, mix(here, right))), ++salt));
      out[at++] = finish(mix(mix(own, text.charCodeAt(i)), ++salt));
      out[at++] = finish(mix(mix(role, own), ++salt));
      out[at++] = finish(mix(mix(role, mix(title.tag[i + 2] ?? 9, own)), ++salt));
      out[at++] = finish(mix(mix(style, own), ++salt));
      out[at] = finish(mix(mix(suspected, mix(left, mix(here, right))), ++salt));
    }
  }
}
