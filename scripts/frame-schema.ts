/**
 * Writes graph/lexicon/frames.schema.json, by which editors know the shape of a frame file ("$schema").
 *
 *   npx tsx scripts/frame-schema.ts
 */
import { writeFileSync } from "node:fs";
import { frameJsonSchema } from "../src/facts/index.ts";

const SCHEMA = new URL("../graph/lexicon/frames.schema.json", import.meta.url);
writeFileSync(SCHEMA, `${JSON.stringify(frameJsonSchema(), null, 2)}\n`);
