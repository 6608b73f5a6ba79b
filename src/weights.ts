/**
 * The weights that ship: the files of graph/models, wherever this module runs.
 *
 * In Node they are read from the disk, from the nearest folder above this module that has them; in a browser they are
 * fetched like the morphology's files. Their addresses are written out whole, so that a bundler takes them along.
 */
import { MaekError } from "./article/index.ts";
import type { EntityModelFiles } from "./entities/index.ts";

/**
 * The entity finder's weight files.
 *
 * @throws MaekError when one cannot be had
 */
export async function readEntityWeights(): Promise<EntityModelFiles> {
  const whose = `the learned finder`;
  const otherwise = `the finder "rules"`;
  const [tagger, judge] = await Promise.all([
    readWeights("entities.bin", new URL("../graph/models/entities.bin", import.meta.url), whose, otherwise),
    readWeights("entities.judge.bin", new URL("../graph/models/entities.judge.bin", import.meta.url), whose, otherwise),
  ]);
  return { tagger, judge };
}

/**
 * The weight file by which facts are weighed and found.
 *
 * @throws MaekError when it cannot be had
 */
export function readFactWeights(): Promise<Uint8Array> {
  const address = new URL("../graph/models/facts.bin", import.meta.url);
  return readWeights("facts.bin", address, "learned facts", `reading facts by "rules"`);
}

/** The bytes of a weight file: `name` on the disk, `address` on the server that the program came from. */
async function readWeights(name: string, address: URL, whose: string, otherwise: string): Promise<Uint8Array> {
  try {
    return address.protocol === "file:" ? fromDisk(name) : await fromServer(address);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new MaekError(`maek: no weights for ${whose} (${reason}); ${otherwise} needs none`, { cause });
  }
}

/** Reads with Node's module for files, asked for at run time: this module must load where there is none. */
function fromDisk(name: string): Uint8Array {
  const files = globalThis.process.getBuiltinModule("node:fs");
  const here = import.meta.url;
  for (let above = new URL("../", here), at = here; above.href !== at; at = above.href, above = new URL("../", at)) {
    const file = new URL(`graph/models/${name}`, above);
    if (files.existsSync(file)) return files.readFileSync(file);
  }
  throw new Error(`no graph/models/${name} above ${here}`);
}

async function fromServer(address: URL): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.href}: ${answer.status} ${answer.statusText}`.trim());
  return new Uint8Array(await answer.arrayBuffer());
}
