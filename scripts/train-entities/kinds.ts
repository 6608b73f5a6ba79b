/**
 * The kinds that the tagger tells apart, and how the two sources' labels read in them.
 *
 * More kinds than the ontology has: title, date … serve the facts; goods are the devices, vehicles and weapons that konec marks even where the word is a common noun.
 */
export const KINDS = [
  "person",
  "company",
  "organization",
  "place",
  "product",
  "title",
  "date",
  "amount",
  "event",
  "law",
  "goods",
] as const;
export type Kind = (typeof KINDS)[number];

const KONEC: readonly (readonly [prefix: string, kind: Kind])[] = [
  ["PS_", "person"],
  ["OGG_ECONOMY", "company"],
  ["OGG_", "organization"],
  ["LC", "place"],
  ["AF_BUILDING", "place"],
  ["AF_CULTURAL_ASSET", "place"],
  ["AF_ROAD", "place"],
  ["AF_TRANSPORT", "goods"],
  ["AF_WEAPON", "goods"],
  ["TMI_HW", "goods"],
  ["AFA_", "product"],
  ["AFW_", "product"],
  ["TMI_", "product"],
  ["TMM_DRUG", "product"],
  ["CV_POSITION", "title"],
  ["CV_OCCUPATION", "title"],
  ["DT_", "date"],
  ["TI_", "date"],
  ["QT_", "amount"],
  ["EV_", "event"],
  ["CV_LAW", "law"],
];

/** The kind of one of konec's 150 tags, if the tagger tells it. */
export function kindOfKonec(tag: string): Kind | undefined {
  return KONEC.find(([prefix]) => tag.startsWith(prefix))?.[1];
}

/** The kinds that annotated articles do not mark: they may stand where no entity is marked. */
export const UNMARKED: readonly Kind[] = ["title", "date", "amount", "event", "law", "goods"];
