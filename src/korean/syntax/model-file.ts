/**
 * The parser's file: bytes ⇄ SyntaxModel.
 *
 *   "maekSYNT"      8 bytes
 *   version         u32, 1
 *   checksum        u32, FNV-1a of everything after it
 *   header length   u32, then JSON: features, schemes with their labels, weights
 *   weights         i8 each: the table of the tree scorer
 *   labels          a file of linear models (src/learning/linear-file.ts) with one, "label"
 *
 * Numbers are little-endian.
 */
import { z } from "zod";
import {
  checksum,
  type LinearModel,
  ModelFileError,
  readLinearModels,
  writeLinearModels,
} from "../../learning/index.ts";

const MAGIC = "maekSYNT";
const VERSION = 1;
const PREFIX = 20;

/** Changes when features change, so that weights are never used with others than their own. */
export const FEATURES = "syntax/1";

const headerSchema = z.object({
  features: z.string(),
  schemes: z.array(z.object({ name: z.string(), labels: z.array(z.string()) })).min(1),
  weights: z.int().positive(),
});

export interface SyntaxModel {
  /** The ways of drawing trees that it has learned, with their labels. */
  readonly schemes: readonly { readonly name: string; readonly labels: readonly string[] }[];
  /** A power of two of them; see scorer.ts. */
  readonly weights: Int8Array;
  readonly label: LinearModel;
}

/** The model as bytes. */
export function writeSyntaxModel({ schemes, weights, label }: SyntaxModel): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ features: FEATURES, schemes, weights: weights.length }));
  const labels = writeLinearModels([label], FEATURES);
  const bytes = new Uint8Array(PREFIX + header.length + weights.length + labels.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  view.setUint32(8, VERSION, true);
  view.setUint32(16, header.length, true);
  bytes.set(header, PREFIX);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), PREFIX + header.length);
  bytes.set(labels, PREFIX + header.length + weights.length);
  view.setUint32(12, checksum(bytes.subarray(16)), true);
  return bytes;
}

/**
 * Reads the parser's file.
 *
 * @throws ModelFileError if the bytes are no such file, of another version or for other features, cut short or damaged.
 */
export function readSyntaxModel(bytes: Uint8Array): SyntaxModel {
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new ModelFileError(`maek/korean: not a parser's file (${bytes.length} bytes, no "${MAGIC}" at the start)`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== VERSION)
    throw new ModelFileError(`maek/korean: parser's file of version ${version}; this program reads version ${VERSION}`);
  if (view.getUint32(12, true) !== checksum(bytes.subarray(16)))
    throw new ModelFileError(`maek/korean: damaged parser's file (${bytes.length} bytes, wrong checksum)`);
  const weightsAt = PREFIX + view.getUint32(16, true);
  const header = headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, weightsAt))));
  if (header.features !== FEATURES)
    throw new ModelFileError(`maek/korean: weights for "${header.features}"; this program reads "${FEATURES}"`);
  const labelsAt = weightsAt + header.weights;
  const label = readLinearModels(bytes.subarray(labelsAt)).models[0];
  if (!label || !Number.isInteger(Math.log2(header.weights)))
    throw new ModelFileError(`maek/korean: parser's file with ${header.weights} weights and no or odd labels`);
  // A copy of its own: a Buffer's slice would share the whole file's memory.
  const weights = new Int8Array(new Uint8Array(bytes.subarray(weightsAt, labelsAt)).buffer);
  return { schemes: header.schemes, weights, label };
}
