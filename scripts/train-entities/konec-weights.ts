/**
 * Figures of the tagger on konec's sentences, and the weights for them.
 *
 * Only the evaluation reads those weights, so they are not shipped: the training of the entity finder leaves them in
 * .cache, and where they are missing they are trained anew, from the same data, by a recipe for konec's sentences.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadTagger } from "../../src/entities/index.ts";
import type { Morphology } from "../../src/korean/index.ts";
import type { Tagger } from "../../src/learning/index.ts";
import { checksum } from "../../src/learning/model-file.ts";
import { packageFolder } from "../../src/node/index.ts";
import { readKonecDev } from "./corpus.ts";
import { scoreSpans } from "./measure.ts";
import { FOR_KONEC, type Places, readCorpus, trainTagger } from "./trainer.ts";

/** Their file; its name tells which entities.bin they were trained with. */
function cachePath(shipped: Uint8Array): string {
  return join(packageFolder(), ".cache", `entities.konec.${checksum(shipped).toString(16)}.bin`);
}

/**
 * Trains konec's weights and keeps them for the features and lexicon that `shipped`, the bytes of entities.bin, is of.
 * @returns the weight file
 */
export function trainKonecWeights(
  shipped: Uint8Array,
  places: Places,
  morphology: Morphology,
  say: (line: string) => void,
): Uint8Array {
  const files = trainTagger(readCorpus(places, morphology, FOR_KONEC), [], (epoch) => say(`  epoch ${epoch} done`));
  const weights = files("konec");
  mkdirSync(join(packageFolder(), ".cache"), { recursive: true });
  writeFileSync(cachePath(shipped), weights);
  return weights;
}

/** The tagger with konec's weights, trained if need be: some minutes, told by `say`. */
function konecTagger(places: Places, morphology: Morphology, say: (line: string) => void): Tagger {
  const shipped = readFileSync(join(packageFolder(), "graph/models/entities.bin"));
  const path = cachePath(shipped);
  if (!existsSync(path)) {
    say("training the tagger with konec's weights, once; it takes some minutes");
    trainKonecWeights(shipped, places, morphology, say);
  }
  return loadTagger(new Uint8Array(readFileSync(path)));
}

/** Prints the figures on konec's development sentences of news, kind by kind: exact spans. */
export function showKonec(places: Places, morphology: Morphology): void {
  const tagger = konecTagger(places, morphology, (line) => console.error(line));
  const sentences = readKonecDev(places.data, morphology);
  console.log(`== konec dev, ${sentences.length} news sentences, exact spans`);
  console.log("| kind | precision | recall | F1 | gold |\n|---|---|---|---|---|");
  for (const row of scoreSpans(tagger, sentences).rows()) console.log(row);
}

/** Whether konec's development sentences are there. */
export const hasKonec = (data: string): boolean => existsSync(join(data, "konec/dev.tsv"));
