/**
 * People of one name in one article: one person, unless the text introduces them as two.
 *
 * An introduction is a name with a body and a title (김영수 가나전자 사장) or with an age (김영수 씨(45)). Two ages, or two bodies of
 * different sorts with titles of different sorts, make two people; a bare name is whoever was introduced last before it.
 */
import type { Document } from "../korean/index.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Mention } from "./types.ts";

const REACH = 30;
const AGE = /^[^(.]{0,6}\((?:[^()]{0,6}·)?(\d{2})(?:세|·[^()]*)?\)/;

interface Introduction {
  age: string | undefined;
  body: string | undefined;
  family: number | undefined;
}

/** Divides the mentions of one full name, in order of position, among the people it names. */
export function divide(
  mentions: readonly Mention[],
  bodies: readonly Mention[],
  document: Document,
  lexicon: NameLexicon,
): Mention[][] {
  const people: { mentions: Mention[]; known: Introduction }[] = [];
  let last = 0;
  for (const mention of mentions) {
    const read = introduce(mention, bodies, document, lexicon);
    const match = people.findIndex(({ known }) => !conflicts(known, read));
    const told = read.age !== undefined || read.body !== undefined;
    const at = told || people.length === 0 ? match : last;
    const person = people[at];
    if (person) {
      person.mentions.push(mention);
      person.known = {
        age: person.known.age ?? read.age,
        body: person.known.body ?? read.body,
        family: person.known.family ?? read.family,
      };
      last = at;
    } else {
      people.push({ mentions: [mention], known: read });
      last = people.length - 1;
    }
  }
  return people.map((person) => person.mentions);
}

function introduce(
  { end }: Mention,
  bodies: readonly Mention[],
  document: Document,
  lexicon: NameLexicon,
): Introduction {
  const after = document.article.text.slice(end, end + REACH);
  const clause = after.split(/[.,“”\n]|(?<=[가-힣])[은는이가을를] /)[0] ?? "";
  const body = bodies.find((other) => other.start > end && other.end <= end + clause.length + 1);
  const title = clause.split(/[ (]/).findLast((word) => lexicon.titleFamilies.has(word));
  const sort = body && title !== undefined ? `${body.kind}/${body.subkind ?? ""}` : undefined;
  return {
    age: AGE.exec(after)?.[1],
    body: sort,
    family: title === undefined ? undefined : lexicon.titleFamilies.get(title),
  };
}

function conflicts(a: Introduction, b: Introduction): boolean {
  if (a.age !== undefined && b.age !== undefined) return a.age !== b.age;
  if (a.body === undefined || b.body === undefined) return false;
  return a.body !== b.body && a.family !== undefined && b.family !== undefined && a.family !== b.family;
}
