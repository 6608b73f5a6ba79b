/**
 * Entities as the hand-made gold files name them, so that the facts can be measured apart from errors in names.
 *
 * Takes a document and a gold file of the benchmark and gives an EntityReading: mentions are all places where a surface
 * form of an entity stands at the start of a word or of a list member, longest first, without overlaps.
 */
import type { Entity, EntityReading, Mention } from "../src/entities/index.ts";
import type { Document } from "../src/korean/index.ts";
import type { EntityKind } from "../src/ontology/index.ts";

export interface GoldFile {
  readonly id: string;
  readonly entities: readonly { id: string; type: EntityKind; name: string; mentions: readonly string[] }[];
  readonly relations: readonly { head: string; type: string; tail: string; sentence: number; title?: string }[];
  readonly events: readonly {
    id: string;
    type: string;
    sentence: number;
    trigger: string;
    label: string;
    status: string;
    roles: readonly { role: string; entity: string }[];
  }[];
}

const TITLES =
  /(?:전 |현 |前 )?(?:[가-힣]{0,3}대표이사(?: (?:사장|회장|부회장|부사장))?|최고[가-힣]{2,6}책임자|최고경영자|공동대표|대표변호사|부장판사|부장검사|부총리|국무총리|총리|대통령|국가주석|주석|총서기|왕세자|여왕|외무상|재판장|주심|주장|멤버|리더|진행자|홍보대사|정치국원|당서기|심의관|협력관|기획관|비서관|[가-힣]{0,4}(?:장관|차관)|국회의원|[상하]원 ?의원|시의원|구의원|의원|당선인|후보자?|대변인|[가-힣]{0,4}총재|[가-힣]{0,2}의장|[가-힣]{0,4}총장|[가-힣]{0,7}위원장|위원|[가-힣]{0,4}이사장|[가-힣]{0,3}이사|감사|[가-힣]{0,9}(?:회장|사장|부장|차장|과장|팀장|국장|실장|원장|소장|본부장|센터장|청장|처장|지사장|지점장|은행장|학장|시장|지사|구청장|군수|단장|부문장|그룹장|법인장|교육감)|전무|상무|교수|연구원|애널리스트|이코노미스트|변호사|판사|검사|대법관|대사|고문|간사|감독|코치|선수|기자|매니저|디렉터|수석|보좌관|비서관|행정관|사무관|원내대표|당대표|대표|창업자|설립자|파트너|CEO|CFO|COO|CTO)(?:\([A-Z]{2,4}\))?/g;

/** A letter before a name makes it part of another word; ㆍ is a letter to Unicode and a mark of lists to the press. */
const LETTER = /(?!ㆍ)[\p{L}\p{N}]/u;

/** The reading that a perfect entity room would give, as far as a gold file tells. */
export function goldReading(document: Document, gold: GoldFile): EntityReading {
  const { article } = document;
  const taken: { start: number; end: number }[] = [];
  const free = (start: number, end: number) => !taken.some((t) => start < t.end && t.start < end);
  const found = new Map<string, Mention[]>(gold.entities.map((e) => [e.id, []]));
  const forms = gold.entities
    .flatMap((entity) => [...new Set([entity.name, ...entity.mentions])].map((form) => ({ entity, form })))
    .filter(({ form }) => form.length > 0)
    .sort((a, b) => b.form.length - a.form.length);
  for (const { entity, form } of forms) {
    for (let at = article.text.indexOf(form); at >= 0; at = article.text.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (!free(at, end) || LETTER.test(article.text[at - 1] ?? "")) continue;
      taken.push({ start: at, end });
      found.get(entity.id)?.push({ start: at, end, kind: entity.type, text: form, source: "gold", confidence: 1 });
    }
  }
  const entities = gold.entities.map(
    (entity): Entity => ({
      key: `${entity.type}:${entity.name}#${entity.id}`,
      kind: entity.type,
      label: entity.name,
      aliases: [...new Set([entity.name, ...entity.mentions])],
      mentions: (found.get(entity.id) ?? []).sort((a, b) => a.start - b.start),
      reasons: [],
    }),
  );
  const titles: Mention[] = [];
  for (const match of article.text.matchAll(TITLES)) {
    const start = match.index;
    const end = start + match[0].length;
    const after = article.text.slice(end, end + 2);
    if (!free(start, end) || (/^[가-힣]/.test(after) && !/^[은는이가을를도의에와과로인씨]/.test(after))) continue;
    if (LETTER.test(article.text[start - 1] ?? "") && free(start - 1, start)) continue;
    titles.push({ start, end, kind: "title", text: match[0], source: "gold", confidence: 1 });
  }
  return { article, entities, titles };
}
