/**
 * The weight file: bytes ⇄ SparseModel.
 *
 *   "maekLCRF"      8 bytes
 *   version         u32, 1
 *   checksum        u32, FNV-1a of everything after it
 *   header length   u32, then JSON: kinds, about, unit, rows, entries
 *   transitions     f32 × tags²
 *   keys            differences of the ascending keys, 7 bits a byte, low first, high bit = more follows
 *   tags            u8 an entry: the tag, plus 128 at a row's last entry
 *   weights         i8 an entry
 *
 * Numbers are little-endian. Keys are hashes, so their differences are as small as they get; the file is about as large
 * as its gzip.
 */
import { z } from "zod";
import type { SparseModel } from "./sparse-model.ts";
import { tagCount } from "./tags.ts";

const MAGIC = "maekLCRF";
const VERSION = 1;
const PREFIX = 20;
const LAST = 128;

const headerSchema = z.object({
  kinds: z.array(z.string()).min(1).max(15),
  about: z.string(),
  unit: z.number().positive(),
  rows: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  keyBytes: z.int().nonnegative(),
});

/** Why a weight file was refused; the message says what was found. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";
}

/** FNV-1a of the bytes, 32 bits. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}

/** Ascending keys as differences of 7 bits a byte. */
export function packKeys(keys: Uint32Array): Uint8Array {
  const packed = new Uint8Array(keys.length * 5);
  let at = 0;
  let previous = 0;
  for (const key of keys) {
    let difference = key - previous;
    previous = key;
    while (difference >= 128) {
      packed[at++] = (difference % 128) | 128;
      difference = Math.floor(difference / 128);
    }
    packed[at++] = difference;
  }
  return packed.slice(0, at);
}

/**
 * What `packKeys` packed.
 * @throws ModelFileError if `packed` does not hold exactly `count` keys
 */
export function unpackKeys(packed: Uint8Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  let at = 0;
  let key = 0;
  for (let n = 0; n < count; n++) {
    let factor = 1;
    let byte = packed[at++] as number;
    while (byte >= 128) {
      key += (byte - 128) * factor;
      factor *= 128;
      byte = packed[at++] as number;
    }
    key += byte * factor;
    keys[n] = key;
  }
  if (at !== packed.length) throw new ModelFileError("maek/learning: weight file's keys do not fill their place");
  return keys;
}

/** The model as bytes. */
export function writeModel(model: SparseModel): Uint8Array {
  const keys = packKeys(model.keys);
  const { entryTags, entryWeights, rowStarts } = model;
  const tags = Uint8Array.from(entryTags);
  for (let n = 1; n < rowStarts.length; n++) {
    const last = (rowStarts[n] as number) - 1;
    tags[last] = (tags[last] as number) | LAST;
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      kinds: model.kinds,
      about: model.about,
      unit: model.unit,
      rows: model.keys.length,
      entries: entryTags.length,
      keyBytes: keys.length,
    }),
  );
  const size = PREFIX + header.length + model.transitions.length * 4 + keys.length + tags.length * 2;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  view.setUint32(8, VERSION, true);
  view.setUint32(16, header.length, true);
  bytes.set(header, PREFIX);
  let at = PREFIX + header.length;
  for (const score of model.transitions) {
    view.setFloat32(at, score, true);
    at += 4;
  }
  bytes.set(keys, at);
  bytes.set(tags, at + keys.length);
  bytes.set(
    new Uint8Array(entryWeights.buffer, entryWeights.byteOffset, entryWeights.length),
    at + keys.length + tags.length,
  );
  view.setUint32(12, checksum(bytes.subarray(16)), true);
  return bytes;
}

/**
 * Reads a weight file.
 *
 * @throws ModelFileError if the bytes are no weight file, of another version, cut short or damaged.
 */
export function readModel(bytes: Uint8Array): SparseModel {
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new ModelFileError(`maek/learning: not a weight file (${bytes.length} bytes, no "${MAGIC}" at the start)`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== VERSION)
    throw new ModelFileError(`maek/learning: weight file of version ${version}; this program reads version ${VERSION}`);
  if (view.getUint32(12, true) !== checksum(bytes.subarray(16)))
    throw new ModelFileError(`maek/learning: damaged weight file (${bytes.length} bytes, wrong checksum)`);
  const headerEnd = PREFIX + view.getUint32(16, true);
  const header = headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, headerEnd))));
  const transitions = new Float32Array(tagCount(header.kinds.length) ** 2);
  for (let k = 0; k < transitions.length; k++) transitions[k] = view.getFloat32(headerEnd + 4 * k, true);
  const keysAt = headerEnd + 4 * transitions.length;
  const tagsAt = keysAt + header.keyBytes;
  const weightsAt = tagsAt + header.entries;
  if (weightsAt + header.entries !== bytes.length)
    throw new ModelFileError(
      `maek/learning: weight file of ${bytes.length} bytes where its header promises ${weightsAt + header.entries}`,
    );
  // Copies of their own: a Buffer's slice would share the whole file's memory.
  const entryTags = new Uint8Array(bytes.subarray(tagsAt, weightsAt));
  const rowStarts = new Uint32Array(header.rows + 1);
  let row = 0;
  for (let n = 0; n < entryTags.length; n++) {
    const tag = entryTags[n] as number;
    if (tag < LAST) continue;
    entryTags[n] = tag - LAST;
    rowStarts[++row] = n + 1;
  }
  return {
    kinds: header.kinds,
    about: header.about,
    unit: header.unit,
    transitions,
    keys: unpackKeys(bytes.subarray(keysAt, tagsAt), header.rows),
    rowStarts,
    entryTags,
    entryWeights: new Int8Array(new Uint8Array(bytes.subarray(weightsAt)).buffer),
  };
}
