/**
 * Names that may be none: found so that facts can be read of them, kept only where one is.
 *
 * That a sentence says something of a name speaks for the name; of the others a reader would have nothing but the doubt.
 * What is told counts as it is read, before any cut by confidence. Only a finder that `doubts` gives such names.
 */
import type { Entity, EntityReading } from "./types.ts";

/** An entity none of whose mentions is as sure as this is doubtful. */
export const DOUBTFUL = 0.6;

/** Whether none of an entity's mentions is sure. */
export function isDoubtful({ mentions }: Entity): boolean {
  return mentions.every(({ confidence }) => confidence < DOUBTFUL);
}

/**
 * The reading without the doubtful entities that nothing is told of.
 * @param told keys of the entities that facts speak of
 */
export function withoutDoubtful(reading: EntityReading, told: ReadonlySet<string>): EntityReading {
  const entities = reading.entities.filter((entity) => told.has(entity.key) || !isDoubtful(entity));
  return entities.length === reading.entities.length ? reading : { ...reading, entities };
}
