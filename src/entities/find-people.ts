/**
 * People, told by titles: "우융밍 알리바바 최고경영자(CEO)", "삼성전자 이재용 부회장", "대표 변성준", "우 CEO", "홍길동 씨(45)".
 *
 * From every title the words before it are walked back, over bodies, departments and modifiers (전, 신임), to one that has
 * the shape of a name: a Korean one by its surname and the syllables that given names are made of, a foreign one by a known
 * given name or by being no ordinary word. Reporters' bylines are left out.
 */
import { mention, type SentenceContext } from "./context.ts";
import { hasEnding, type NameLexicon } from "./lexicon.ts";
import {
  FOREIGN,
  isBodyWord,
  isDepartment,
  isKoreanName,
  isOrdinary,
  isSurname,
  isUnknown,
  NEXT_TO_TITLE,
  soundsForeign,
} from "./person-shape.ts";
import type { Mention } from "./types.ts";
import type { Word } from "./words.ts";

const HANGUL = /^[가-힣]+$/;
const FARTHEST = 6;
/** How much a word must look like a name (NameLexicon.nameScore), by where it stands. */
const FAR_FROM_TITLE = 8;
const AFTER_TITLE = 6;
const BARE = 30;
/** A bare word that holds an ordinary one (홍보+용, 신+경영) must look this much more like a name. */
const HOLDS_WORD = 12;
const FUSED = 12;

export function findPeople(context: SentenceContext): Mention[] {
  const found: Mention[] = [];
  const { words } = context;
  for (const index of words.keys()) {
    const title = titleAt(words, index, context.lexicon);
    if (title) {
      found.push(...title.mentions(context));
      const named = [...beforeTitle(context, index, title), ...afterTitle(context, index, title)];
      found.push(...named);
      for (const name of named) found.push(...firmOf(context, index, name));
    }
    found.push(...byItself(context, index));
  }
  return found;
}

interface Title {
  /** What precedes the title in its own word: 금융위 of 금융위원장, 이재용 of 이재용부회장. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  mentions(context: SentenceContext): Mention[];
}

/** The title that a word is or ends in. */
export function titleAt(words: readonly Word[], index: number, lexicon: NameLexicon): Title | undefined {
  const word = words[index] as Word;
  const whole = (start: number, end: number, text: string): Title => ({
    start,
    end,
    text,
    mentions: ({ document }) => [mention(document, start, end, { kind: "title", source: "title", confidence: 0.9 })],
  });
  if (lexicon.titles.has(word.text)) return whole(word.start, word.end, word.text);
  return hasEnding(word.text, lexicon.titleEndings) ? whole(word.start, word.end, word.text) : undefined;
}

function person(context: SentenceContext, start: number, end: number, source: string, confidence: number): Mention {
  return mention(context.document, start, end, { kind: "person", source, confidence });
}

/** Names before a title, with or without the body between them. */
function beforeTitle(context: SentenceContext, at: number, title: Title): Mention[] {
  const { words, lexicon } = context;
  const own = words[at] as Word;
  let passedUnknown = 0;
  for (let index = at - 1; index >= Math.max(0, at - FARTHEST); index--) {
    const word = words[index] as Word;
    const gap = (words[index + 1] as Word).gap;
    const fused = gap === " " ? nameInParticle(word, lexicon) : undefined;
    if (fused) return [person(context, word.start, fused, "name+title", 0.75)];
    if (word.particle !== "" || !/^[ ]$|^[’'”"]? ?$|^\($/.test(gap)) return [];
    if (lexicon.reporters.has(own.text)) return [];
    if (word.text.length === 1 && !lexicon.givenNames.has((words[index - 1] as Word | undefined)?.text ?? "")) {
      const near = index === at - 1 || lexicon.beforeTitle.has((words[at - 1] as Word).text);
      if (near && isSurname(word.text, lexicon)) {
        const sure = !lexicon.surnamesAlsoWords.has(word.text) && index === at - 1;
        return [person(context, word.start, title.end, "surname+title", sure ? 0.8 : 0.45)];
      }
      if (lexicon.beforeTitle.has(word.text)) continue;
      if (near && HANGUL.test(word.text)) return [person(context, word.start, title.end, "surname+title", 0.3)];
    }
    const known = lexicon.known.get(word.text);
    if (known?.kind === "person") return [person(context, word.start, word.end, "known+title", 0.97)];
    if (lexicon.beforeTitle.has(word.text)) continue;
    const next = lexicon.known.get((words[index + 1] as Word).text);
    if (known?.kind === "place" && next?.kind === "place") continue;
    const foreign = foreignName(context, index);
    if (foreign) return [foreign];
    if (known?.certain) continue;
    if (index < at - 1 && next?.certain && word.text.length === 2 && isKoreanName(word.text, lexicon, NEXT_TO_TITLE)) {
      return [person(context, word.start, word.end, "name+title", 0.65)];
    }
    const ofBody = next?.certain === true && (next.kind === "company" || next.kind === "organization");
    if (isKoreanName(word.text, lexicon, index === at - 1 || ofBody ? NEXT_TO_TITLE : FAR_FROM_TITLE)) {
      const department = !ofBody && isDepartment(word.text, lexicon) && lexicon.commonWords.has(word.text.slice(0, 2));
      if (!isBodyWord(word.text, lexicon) && !department) {
        return [person(context, word.start, word.end, "name+title", index === at - 1 ? 0.9 : 0.8)];
      }
    }
    if (isUnknown(word, lexicon) && word.text.length >= 2) {
      const two = words[index - 1];
      if (two && two.particle === "" && word.gap === " " && passedUnknown === 0 && soundsForeign(two, word, lexicon)) {
        const first = words[index - 2];
        if (!(first && first.particle === "" && two.gap === " " && isUnknown(first, lexicon))) {
          return [person(context, two.start, word.end, "foreign+title", index === at - 1 ? 0.7 : 0.5)];
        }
      }
      const lone =
        word.shape === "noun" &&
        word.text.length <= 5 &&
        !lexicon.weakTitles.has(own.text) &&
        lexicon.foreignScore(word.text) >= FOREIGN;
      if (index === at - 1 && lone) return [person(context, word.start, word.end, "unknown+title", 0.5)];
      passedUnknown++;
    }
  }
  return [];
}

/** 김영과 한국증권금융 고문: a name whose last syllable reads like a particle. Gives its end. */
function nameInParticle({ text, particle, close }: Word, lexicon: NameLexicon): number | undefined {
  if (text.length !== 2 || particle.length !== 1 || lexicon.commonWords.has(text)) return undefined;
  return isKoreanName(text + particle, lexicon, FUSED) ? close : undefined;
}

/** A name after a title or a word of kinship: 대표 변성준, 장남 신동주. */
function afterTitle(context: SentenceContext, at: number, title: Title): Mention[] {
  const { words, lexicon } = context;
  const word = words[at + 1];
  const own = words[at] as Word;
  if (!word || own.particle !== "" || !/^ $|^: ?$/.test(word.gap) || own.end !== title.end) return [];
  if (lexicon.reporters.has(own.text)) return [];
  if (lexicon.known.get(word.text)?.kind === "person")
    return [person(context, word.start, word.end, "title+known", 0.95)];
  const foreign = words[at + 2] ? foreignName(context, at + 2) : undefined;
  if (foreign?.start === word.start) return [foreign];
  if (!isKoreanName(word.text, lexicon, AFTER_TITLE) || isBodyWord(word.text, lexicon)) return [];
  return [person(context, word.start, word.end, "title+name", 0.75)];
}

/** A name that shows itself: a known given name, 씨, an age in brackets, a very name-like shape. */
function byItself(context: SentenceContext, index: number): Mention[] {
  const { words, lexicon, document } = context;
  const word = words[index] as Word;
  const next = words[index + 1];
  if (next && lexicon.reporters.has(next.text)) return [];
  const glued = lexicon.titles.has(word.text) ? undefined : gluedTitle(word, lexicon);
  if (glued) return [person(context, word.start, glued.end, "name·title", glued.confidence)];
  if (lexicon.known.has(word.text) || word.text.length < 2) return [];
  const after = document.article.text.slice(word.end, word.end + 6);
  const regnal = lexicon.givenNames.has(word.text)
    ? /^ \d{1,2}세(?![가-힣(]*의 나이)/.exec(document.article.text.slice(word.end, word.end + 12))
    : null;
  if (regnal) return [person(context, word.start, word.end + regnal[0].length, "given name", 0.85)];
  const shaped = isKoreanName(word.text, lexicon, -5) && !isBodyWord(word.text, lexicon);
  if (shaped && /^(?: ?씨)?\((?:\d{2}\)|\d{2}·|사진|\d{2}세)/.test(after)) {
    return [person(context, word.start, word.end, "name(age)", 0.93)];
  }
  const foreign = foreignName(context, index);
  if (foreign && lexicon.givenNames.has(document.article.text.slice(foreign.start).match(/^[가-힣]+/)?.[0] ?? "")) {
    return [foreign];
  }
  const { text } = word;
  const holdsWord = lexicon.commonWords.has(text.slice(0, 2)) || lexicon.commonWords.has(text.slice(1));
  if (text.length === 3 && shaped && lexicon.nameScore(text) >= BARE + (holdsWord ? HOLDS_WORD : 0)) {
    return [person(context, word.start, word.end, "name shape", 0.55)];
  }
  return [];
}

/** 朴대통령, 박근혜대통령, 홍길동씨: a title without a space. */
function gluedTitle(word: Word, lexicon: NameLexicon): { end: number; confidence: number } | undefined {
  for (let length = 2; length < word.text.length; length++) {
    const title = word.text.slice(-length);
    if (!lexicon.titles.has(title)) continue;
    const name = word.text.slice(0, -length);
    if (lexicon.hanjaSurnames.has(name)) return { end: word.end, confidence: 0.85 };
    if (lexicon.known.get(name)?.kind === "person" || (name.length === 3 && isKoreanName(name, lexicon, 10))) {
      return { end: word.start + name.length, confidence: 0.8 };
    }
  }
  const polite = word.text.length === 4 && word.text.endsWith("씨") && isKoreanName(word.text.slice(0, 3), lexicon, 0);
  return polite ? { end: word.start + 3, confidence: 0.8 } : undefined;
}

/** 데이비드 아인혼, 야나이 다다시: a known given name and what stands around it. */
function foreignName(context: SentenceContext, last: number): Mention | undefined {
  const { words, lexicon } = context;
  const word = words[last] as Word;
  if (!HANGUL.test(word.text)) return undefined;
  let first = last;
  while (first > 0 && last - first < 3) {
    const before = words[first - 1] as Word;
    if (before.particle !== "" || !/^(?: |·|-)$/.test((words[first] as Word).gap)) break;
    if (!lexicon.givenNames.has(before.text) && !/^[A-Z]\.?$/.test(before.text)) break;
    first--;
  }
  const isGiven = lexicon.givenNames.has(word.text);
  if (first === last) {
    const before = words[last - 1];
    const trailing = isGiven && before && before.particle === "" && word.gap === " " && isUnknown(before, lexicon);
    if (!trailing || before.text.length < 2 || isBodyWord(before.text, lexicon)) return undefined;
    return person(context, before.start, word.end, "given name", 0.7);
  }
  if (word.text.length < 2 && !isSurname(word.text, lexicon) && !isGiven) return undefined;
  if (lexicon.titles.has(word.text) || lexicon.known.get(word.text)?.kind === "company") return undefined;
  if (isBodyWord(word.text, lexicon) && !isGiven) return undefined;
  if (isOrdinary(word.text, lexicon) && !isGiven) return undefined;
  return person(context, (words[first] as Word).start, word.end, "given name", 0.85);
}

/** The firm of someone with a head's title: 조영철 가나링크 대표, 가나링크의 조영철 대표, 가나링크(대표 조영철). */
function firmOf(context: SentenceContext, at: number, name: Mention): Mention[] {
  const { words, lexicon, document } = context;
  if (name.kind !== "person" || name.source === "surname+title" || !lexicon.heads.has((words[at] as Word).text))
    return [];
  const first = words.findIndex(({ start }) => start === name.start);
  const last = words.findIndex(({ end, close }) => end === name.end || close === name.end);
  if (first < 0) return [];
  const between = last >= 0 && last === at - 2 ? words[at - 1] : undefined;
  const before = first > at ? words[at - 1] : words[first - 1];
  const linked = first > at ? (words[at] as Word).gap === "(" : (words[first] as Word).gap === " ";
  const firm = between ?? (linked && (last === at - 1 || first === at + 1) ? before : undefined);
  if (!firm || !isUnknown(firm, lexicon) || firm.text.length < 2) return [];
  if (!between && firm.particle !== "" && firm.particle !== "의") return [];
  if (isDepartment(firm.text, lexicon)) return [];
  return [mention(document, firm.start, firm.end, { kind: "company", source: "firm of head", confidence: 0.6 })];
}
