/** A GEXF file as plain data: everything it says, and nothing of what maek would like it to say. */

export type GexfValue = string | number | boolean | readonly (string | number | boolean)[];

/** A declared column. */
export interface GexfAttribute {
  readonly id: string;
  readonly title: string;
  /** "string", "liststring", "double" … as written. */
  readonly type: string;
  readonly of: "node" | "edge";
  readonly mode: string;
  readonly default?: GexfValue;
}

/** When something is there; either bound may be open. Written as the file writes time. */
export interface GexfPeriod {
  readonly start?: string;
  readonly end?: string;
  /** Whether the bound itself lies outside (startopen, endopen of GEXF 1.2). */
  readonly startOpen?: boolean;
  readonly endOpen?: boolean;
}

/** A value that holds for a time. */
export interface GexfTimedValue extends GexfPeriod {
  readonly title: string;
  readonly value: GexfValue;
}

interface GexfThing {
  readonly label?: string;
  /** Values by the title of their column, defaults included. */
  readonly attributes: Readonly<Record<string, GexfValue>>;
  readonly timed: readonly GexfTimedValue[];
  /** Its own start and end first, then its spells. */
  readonly periods: readonly GexfPeriod[];
  /** `#rrggbb`, with alpha where it is given: `#rrggbbaa`. */
  readonly color?: string;
  readonly shape?: string;
}

export interface GexfNode extends GexfThing {
  readonly id: string;
  readonly position?: { readonly x: number; readonly y: number; readonly z: number };
  readonly size?: number;
  /** Ids of the nodes it lies in: by nesting, `pid` or `parents`. */
  readonly parents: readonly string[];
}

export interface GexfEdge extends GexfThing {
  /** Absent where the file gives none (1.3 allows that), and not always unique. */
  readonly id?: string;
  readonly source: string;
  readonly target: string;
  readonly kind?: string;
  readonly type: string;
  readonly weight?: number;
  readonly thickness?: number;
}

export interface GexfFile {
  readonly version: string;
  readonly mode: string;
  readonly timeFormat?: string;
  readonly defaultEdgeType: string;
  /** creator, keywords, description, and lastmodifieddate. */
  readonly meta: Readonly<Record<string, string>>;
  readonly attributes: readonly GexfAttribute[];
  readonly nodes: readonly GexfNode[];
  readonly edges: readonly GexfEdge[];
  /** What the processing instructions of each target hold, in order, joined. */
  readonly instructions: Readonly<Record<string, string>>;
}
