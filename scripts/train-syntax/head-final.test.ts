import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tree, toHeadFinal, toUniversal, untangle } from "./head-final.ts";

const tree = (heads: number[], labels: string): Tree => ({ heads: Int32Array.from(heads), labels: labels.split(" ") });
const shown = ({ heads, labels }: Tree): string => [...heads].map((head, w) => `${labels[w]}→${head}`).join(" ");

/** UD trees in which no arcs cross: each span has a governor, and spans of dependents on both its sides. */
function projective(from: number, to: number, head: number, choose: () => number, heads: number[]): void {
  if (from >= to) return;
  const governor = from + (choose() % (to - from));
  heads[governor] = head;
  for (let start = from; start < governor; ) {
    const end = start + 1 + (choose() % (governor - start));
    projective(start, end, governor, choose, heads);
    start = end;
  }
  for (let start = governor + 1; start < to; ) {
    const end = start + 1 + (choose() % (to - start));
    projective(start, end, governor, choose, heads);
    start = end;
  }
}

describe("toHeadFinal", () => {
  it.each<[string, Tree, string]>([
    ["사과와 배를 먹었다", tree([2, 0, -1], "obj conj root"), "conj^→1 obj→2 root→-1"],
    ["먹고 싶어 한다", tree([-1, 0, 0], "root aux aux"), "aux^→1 aux^→2 root→-1"],
    // Arcs cross in UD: the second conjunct's own dependent stands before the first's head.
    ["자고 늦게 깬 때", tree([3, 2, 0, -1], "acl advcl conj root"), "conj^→2 advcl→2 acl→3 root→-1"],
  ])("%s", (_sentence, universal, expected) => {
    expect(shown(toHeadFinal(universal))).toBe(expected);
    expect(shown(toUniversal(toHeadFinal(universal)))).toBe(shown(universal));
  });

  it("is undone by toUniversal where no arcs cross, and nothing is left to untangle", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), (length, stream) => {
        const heads = new Array<number>(length).fill(-1);
        projective(0, length, -1, () => stream.next().value as number, heads);
        const labels = heads.map((head, w) => (head < 0 ? "root" : `l${w}`));
        const universal: Tree = { heads: Int32Array.from(heads), labels };
        const final = toHeadFinal(universal);
        final.heads.forEach((head, word) => {
          if (word < length - 1) expect(head).toBeGreaterThan(word);
          else expect(head).toBe(-1);
        });
        expect(shown(untangle(final))).toBe(shown(final));
        expect(shown(toUniversal(final))).toBe(shown(universal));
      }),
    );
  });
});

it("untangle lifts arcs that cross", () => {
  expect(shown(untangle(tree([2, 3, 3, -1], "a b c root")))).toBe("a→3 b→3 c→3 root→-1");
});
