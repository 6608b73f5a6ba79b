/**
 * The file of linear models: bytes ⇄ LinearModel[].
 *
 *   "maekLLIN"      8 bytes
 *   version         u32, 1
 *   checksum        u32, FNV-1a of everything after it
 *   header length   u32, then JSON: about, and for each model name, classes, unit, rows, entries, keyBytes
 *   each model      keys (packed as in model-file.ts), u8 entries in each row, u8 class and i8 weight of each entry
 *
 * Numbers are little-endian.
 */
import { z } from "zod";
import type { LinearModel } from "./linear.ts";
import { checksum, ModelFileError, packKeys, unpackKeys } from "./model-file.ts";

const MAGIC = "maekLLIN";
const VERSION = 1;
const PREFIX = 20;

const headerSchema = z.object({
  about: z.string(),
  models: z.array(
    z.object({
      name: z.string(),
      classes: z.array(z.string()).min(1).max(255),
      unit: z.number().positive(),
      rows: z.int().nonnegative(),
      entries: z.int().nonnegative(),
      keyBytes: z.int().nonnegative(),
    }),
  ),
});

/** The models as bytes. @param about what else the maker wants to remember: the features' version, thresholds */
export function writeLinearModels(models: readonly LinearModel[], about: string): Uint8Array {
  const blocks = models.map((model) => {
    const keys = packKeys(model.keys);
    const counts = Uint8Array.from(
      model.keys,
      (_, n) => (model.rowStarts[n + 1] as number) - (model.rowStarts[n] as number),
    );
    const weights = new Uint8Array(model.entryWeights.buffer, model.entryWeights.byteOffset, model.entryWeights.length);
    return { keys, parts: [keys, counts, model.entryClasses, weights] };
  });
  const header = new TextEncoder().encode(
    JSON.stringify({
      about,
      models: models.map((model, n) => ({
        name: model.name,
        classes: model.classes,
        unit: model.unit,
        rows: model.keys.length,
        entries: model.entryClasses.length,
        keyBytes: blocks[n]?.keys.length,
      })),
    }),
  );
  const parts = [header, ...blocks.flatMap((block) => block.parts)];
  const bytes = new Uint8Array(PREFIX + parts.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  view.setUint32(8, VERSION, true);
  view.setUint32(16, header.length, true);
  let at = PREFIX;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  view.setUint32(12, checksum(bytes.subarray(16)), true);
  return bytes;
}

/**
 * Reads a file of linear models.
 *
 * @throws ModelFileError if the bytes are no such file, of another version, cut short or damaged.
 */
export function readLinearModels(bytes: Uint8Array): { models: LinearModel[]; about: string } {
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new ModelFileError(`maek/learning: no linear models (${bytes.length} bytes, no "${MAGIC}" at the start)`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== VERSION)
    throw new ModelFileError(
      `maek/learning: linear models of version ${version}; this program reads version ${VERSION}`,
    );
  if (view.getUint32(12, true) !== checksum(bytes.subarray(16)))
    throw new ModelFileError(`maek/learning: damaged linear models (${bytes.length} bytes, wrong checksum)`);
  const headerEnd = PREFIX + view.getUint32(16, true);
  const header = headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, headerEnd))));
  const promised = header.models.reduce((sum, m) => sum + m.keyBytes + m.rows + 2 * m.entries, headerEnd);
  if (promised !== bytes.length)
    throw new ModelFileError(
      `maek/learning: linear models of ${bytes.length} bytes where their header promises ${promised}`,
    );
  let at = headerEnd;
  const take = (length: number) => {
    at += length;
    // A copy of its own: a Buffer's slice would share the whole file's memory.
    return new Uint8Array(bytes.subarray(at - length, at));
  };
  const models = header.models.map(({ name, classes, unit, rows, entries, keyBytes }): LinearModel => {
    const keys = unpackKeys(take(keyBytes), rows);
    const rowStarts = new Uint32Array(rows + 1);
    take(rows).forEach((count, n) => {
      rowStarts[n + 1] = (rowStarts[n] as number) + count;
    });
    return {
      name,
      classes,
      unit,
      keys,
      rowStarts,
      entryClasses: take(entries),
      entryWeights: new Int8Array(take(entries).buffer),
    };
  });
  return { models, about: header.about };
}
