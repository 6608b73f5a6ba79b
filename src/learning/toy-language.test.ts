/** The whole room on a toy language: learn, prune, write, read, tag. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  beginTag,
  Chain,
  FeatureIndex,
  finish,
  hashText,
  insideTag,
  KeyCounter,
  ModelFileError,
  mix,
  prune,
  readModel,
  type SparseModel,
  Tagger,
  tagCount,
  writeModel,
} from "./index.ts";

// In the toy language "mr" is followed by a man's name, "in" by a town's; the names themselves tell nothing.
const KINDS = ["man", "town"];
const NAMES = ["bo", "ti", "ka", "lu", "zo", "mi"];
const FILLERS = ["runs", "eats", "the", "fish", "slow"];
const WIDTH = 3;

interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly number[];
}

function sentences(count: number, seed: number): Sentence[] {
  let state = seed;
  const next = (limit: number): number => {
    state = Math.imul(state, 1103515245) + 12345;
    return ((state >>> 16) & 0x7fff) % limit;
  };
  return Array.from({ length: count }, () => {
    const words: string[] = [];
    const tags: number[] = [];
    for (let part = 0; part < 4; part++) {
      const what = next(3);
      if (what === 2) {
        words.push(FILLERS[next(FILLERS.length)] as string);
        tags.push(0);
        continue;
      }
      words.push(what === 0 ? "mr" : "in", NAMES[next(NAMES.length)] as string, NAMES[next(NAMES.length)] as string);
      tags.push(0, beginTag(what), insideTag(what));
    }
    return { words, tags };
  });
}

function featuresOf({ words }: Sentence): Int32Array {
  const keys = new Int32Array(words.length * WIDTH);
  words.forEach((word, i) => {
    keys[i * WIDTH] = finish(mix(hashText(word), 1));
    keys[i * WIDTH + 1] = finish(mix(hashText(words[i - 1] ?? ""), 2));
    keys[i * WIDTH + 2] = finish(mix(hashText(words[i - 2] ?? ""), 3));
  });
  return keys;
}

function train(corpus: readonly Sentence[], maskOf: (tag: number, i: number) => number): SparseModel {
  const counter = new KeyCounter();
  for (const sentence of corpus) counter.add(featuresOf(sentence));
  const index = new FeatureIndex(4);
  const starts = [0];
  const rows: number[] = [];
  const sequences = corpus.map((sentence) => {
    const start = starts.length - 1;
    const keys = featuresOf(sentence);
    sentence.words.forEach((_, i) => {
      for (const key of keys.subarray(i * WIDTH, (i + 1) * WIDTH))
        if (counter.count(key) > 1) rows.push(index.add(key));
      starts.push(rows.length);
    });
    return { start, mask: Int32Array.from(sentence.tags, maskOf), weight: 1 };
  });
  const features = { starts: Int32Array.from(starts), rows: Int32Array.from(rows) };
  const chain = new Chain(tagCount(KINDS.length), index.size);
  for (let epoch = 0; epoch < 5; epoch++) for (const sequence of sequences) chain.learn(features, sequence, 0.3);
  const dense = { tags: chain.tags, keys: index.keys(), weights: chain.weights, transitions: chain.transitions };
  return prune(dense, KINDS, "toy", { smallest: 0.02, rowSmallest: 0.05, largest: 5 });
}

function accuracy(model: SparseModel, corpus: readonly Sentence[]): number {
  const tagger = new Tagger(model);
  let right = 0;
  let all = 0;
  for (const sentence of corpus) {
    const found = tagger.tag(featuresOf(sentence), WIDTH, sentence.words.length);
    const wanted = sentence.tags.flatMap((tag, i) => (tag === 1 || tag === 3 ? [`${i}-${i + 2}-${tag >> 1}`] : []));
    const got = new Set(found.map(({ start, end, kind }) => `${start}-${end}-${kind}`));
    all += Math.max(wanted.length, got.size);
    right += wanted.filter((span) => got.has(span)).length;
  }
  return right / all;
}

describe("a chain that learns a toy language", () => {
  const training = sentences(300, 1);
  const unseen = sentences(100, 99);
  let model: SparseModel;
  beforeAll(() => {
    model = train(training, (tag) => 1 << tag);
  });

  it("finds the names in sentences it has not seen", () => {
    expect(accuracy(model, unseen)).toBe(1);
  });

  it("learns the same weights from the same sentences", () => {
    expect(writeModel(train(training, (tag) => 1 << tag))).toEqual(writeModel(model));
  });

  it("learns from sentences in which half of the tags are unknown", () => {
    const anything = (1 << tagCount(KINDS.length)) - 1;
    const partly = train(training, (tag, i) => (i % 2 === 0 ? 1 << tag : anything));
    expect(accuracy(partly, unseen)).toBeGreaterThan(0.95);
  });

  it("is sure of what the context tells", () => {
    const sentence = { words: ["mr", "bo", "ti"], tags: [0, 1, 2] };
    const [found] = new Tagger(model).tag(featuresOf(sentence), WIDTH, 3);
    expect(found).toMatchObject({ start: 1, end: 3, kind: 0 });
    expect(found?.probability).toBeGreaterThan(0.9);
  });

  it("says nothing of an empty sequence", () => {
    expect(new Tagger(model).tag(new Int32Array(0), WIDTH, 0)).toEqual([]);
  });

  it("comes back from its file as it went", () => {
    expect(readModel(writeModel(model))).toEqual(model);
  });

  it.each([
    ["an empty file", (): Uint8Array => new Uint8Array(0), /not a weight file \(0 bytes/],
    ["another file", (): Uint8Array => new TextEncoder().encode('{"kinds": ["man", "town"]}'), /not a weight file/],
    ["a file cut short", (bytes: Uint8Array): Uint8Array => bytes.slice(0, -7), /damaged weight file/],
    ["a changed weight", (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length - 3, 99), /damaged weight file/],
    [
      "a later version",
      (bytes: Uint8Array): Uint8Array => bytes.with(8, 9),
      /of version 9; this program reads version 1/,
    ],
  ])("refuses %s", (_, spoil, message) => {
    expect(() => readModel(spoil(writeModel(model)))).toThrow(ModelFileError);
    expect(() => readModel(spoil(writeModel(model)))).toThrow(message);
  });
});
