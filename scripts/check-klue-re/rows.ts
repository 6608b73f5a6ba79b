/**
 * KLUE-RE's file of relations → rows: a sentence, two names in it, and how the first stands to the second.
 *
 * The file is CSV with a header; the names are written as Python writes a dictionary. Offsets in it count code points,
 * the end included; here they count UTF-16 units, the end excluded.
 * Reference: S. Park et al., "KLUE: Korean Language Understanding Evaluation", 2021.
 */
import { MaekError, type Span } from "../../src/index.ts";

export interface RelationRow {
  readonly id: string;
  readonly sentence: string;
  readonly subject: Span;
  readonly object: Span;
  /** One of KLUE's 30 labels: "per:title", "no_relation". */
  readonly label: string;
}

const COLUMNS = ["id", "sentence", "subject_entity", "object_entity", "label"];

/**
 * The rows of a file.
 *
 * @throws MaekError when a column is missing or an entity cannot be read
 */
export function readRows(csv: string): RelationRow[] {
  const [header = [], ...records] = recordsOf(csv);
  const at = COLUMNS.map((name) => header.indexOf(name));
  const absent = COLUMNS.find((_, i) => at[i] === -1);
  if (absent !== undefined) throw new MaekError(`maek/scripts: no KLUE-RE file: column "${absent}" is missing`);
  return records.map((record) => {
    const [id = "", sentence = "", subject = "", object = "", label = ""] = at.map((index) => record[index] ?? "");
    return { id, sentence, label, subject: spanOf(subject, sentence, id), object: spanOf(object, sentence, id) };
  });
}

function spanOf(entity: string, sentence: string, id: string): Span {
  const found = /'start_idx': (\d+), 'end_idx': (\d+)/.exec(entity);
  if (!found) throw new MaekError(`maek/scripts: row ${id}: no entity: ${entity}`);
  const points = [...sentence];
  const units = (count: number) => points.slice(0, count).join("").length;
  return { start: units(Number(found[1])), end: units(Number(found[2]) + 1) };
}

/** Records of a CSV text; a field between quotation marks may hold commas, line breaks and doubled marks. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "" && record.length === 0) break;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
