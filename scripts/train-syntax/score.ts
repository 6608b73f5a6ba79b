/**
 * Attachment scores over all tokens, punctuation included, as the CoNLL 2018 shared task counts them: labels without
 * their subtypes (nsubj:pass counts as nsubj).
 */
import type { Tree } from "./head-final.ts";
import type { Token } from "./treebank.ts";

/** Sums over sentences; tokens, and how many have the right head, and the right head and label. */
export class Attachment {
  tokens = 0;
  heads = 0;
  labels = 0;
  /** Right head and the whole label. */
  strict = 0;

  add(gold: readonly Token[], { heads, labels }: Tree): void {
    gold.forEach((token, t) => {
      this.tokens++;
      if (token.head !== heads[t]) return;
      this.heads++;
      if (token.label.split(":")[0] === labels[t]?.split(":")[0]) this.labels++;
      if (token.label === labels[t]) this.strict++;
    });
  }

  /** "UAS 85.21 LAS 81.02 (strict 80.90)" */
  toString(): string {
    const percent = (part: number) => ((100 * part) / this.tokens).toFixed(2);
    return `UAS ${percent(this.heads)} LAS ${percent(this.labels)} (whole labels ${percent(this.strict)})`;
  }
}
