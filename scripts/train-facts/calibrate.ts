/**
 * How often verdicts of a probability are right, as points of a line that never falls: isotonic regression by pooling
 * adjacent violators, where a block that is too small counts as a violator too.
 */
import type { Calibration } from "../../src/facts/model/calibration.ts";

/** A verdict's probability of "right", and whether it was. */
export interface Verdict {
  readonly said: number;
  readonly right: boolean;
}

const LEAST_IN_BLOCK = 60;

interface Block {
  count: number;
  said: number;
  right: number;
}
/** As if one more were right and one wrong (Laplace): never 0 and never 1. */
const rate = ({ count, right }: Block): number => (right + 1) / (count + 2);

export function calibrationOf(verdicts: readonly Verdict[]): Calibration {
  const blocks: Block[] = [];
  for (const { said, right } of [...verdicts].sort((a, b) => a.said - b.said)) {
    blocks.push({ count: 1, said, right: right ? 1 : 0 });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      if (before.count >= LEAST_IN_BLOCK && rate(before) < rate(last)) break;
      blocks.splice(-2, 2, join(before, last));
    }
  }
  // What is left over at the end goes to the block before it.
  const [before, last] = [blocks.at(-2), blocks.at(-1)];
  if (before && last && last.count < LEAST_IN_BLOCK) blocks.splice(-2, 2, join(before, last));
  const rounded = (x: number) => Math.round(x * 1000) / 1000;
  return blocks.map((block) => [rounded(block.said / block.count), rounded(rate(block))]);
}

function join(a: Block, b: Block): Block {
  return { count: a.count + b.count, said: a.said + b.said, right: a.right + b.right };
}
