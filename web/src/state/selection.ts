/**
 * What is chosen, as a value and as the part of the address after "#", so that Back undoes a choice and a link shares
 * it: `#node=person:마윈&edge=…&evidence=1`.
 */

export interface Selection {
  /** Node key. */
  readonly node?: string;
  /** Edge key; together with a node: one of its ties. */
  readonly edge?: string;
  /** Which of the edge's pieces of evidence, from 0. */
  readonly evidence?: number;
}

/** The address' fragment for a choice, without "#"; empty for none. */
export function toHash({ node, edge, evidence }: Selection): string {
  const parts: string[] = [];
  if (node !== undefined) parts.push(`node=${encodeURIComponent(node)}`);
  if (edge !== undefined) parts.push(`edge=${encodeURIComponent(edge)}`);
  if (edge !== undefined && evidence) parts.push(`evidence=${evidence}`);
  return parts.join("&");
}

/** Reads a fragment. What names nothing known is dropped: a link may be older than the graph. */
export function fromHash(
  hash: string,
  known: { hasNode(key: string): boolean; hasEdge(key: string): boolean },
): Selection {
  const fields = new URLSearchParams(hash.replace(/^#/, "").replaceAll("+", "%2B"));
  const node = fields.get("node");
  const edge = fields.get("edge");
  const evidence = Number(fields.get("evidence") ?? 0);
  return {
    ...(node !== null && known.hasNode(node) ? { node } : {}),
    ...(edge !== null && known.hasEdge(edge) ? { edge } : {}),
    ...(edge !== null && known.hasEdge(edge) && Number.isInteger(evidence) && evidence > 0 ? { evidence } : {}),
  };
}

export function sameSelection(a: Selection, b: Selection): boolean {
  return a.node === b.node && a.edge === b.edge && (a.evidence ?? 0) === (b.evidence ?? 0);
}
