/**
 * Bytes → text, strictly: what is not UTF-8 text is refused with the place and the likely cause, never repaired.
 *
 * Takes the bytes of a file; gives its text without the byte order mark. The idea: the platform's decoder says that
 * bytes are wrong but not where, so a small scanner of the well-formed sequences finds the first fault.
 * Reference: The Unicode Standard 16, table 3-7 (well-formed UTF-8 byte sequences).
 */
import { MaekError } from "./errors.ts";

/** Share of control characters above which bytes are taken for something other than text. */
const BINARY_SHARE = 0.01;

/**
 * Decodes the bytes of a text file.
 *
 * @param bytes  the whole file
 * @param name   how messages call it: the file's name
 * @returns      the text, without byte order mark
 * @throws MaekError when the file is empty, binary, UTF-16, or not UTF-8 (with the offset of the first wrong byte)
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new MaekError(`maek/article: ${name}: the file is empty`);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new MaekError(`maek/article: ${name}: the text is UTF-16, not UTF-8 (iconv -f UTF-16 -t UTF-8 converts it)`);
  }
  if (looksBinary(bytes)) throw new MaekError(`maek/article: ${name}: a binary file, not a text`);
  const fault = firstFault(bytes);
  if (fault >= 0) {
    const byte = `0x${(bytes[fault] ?? 0).toString(16).padStart(2, "0")}`;
    const hint = isLegacyKorean(bytes) ? "; it looks like CP949/EUC-KR (iconv -f CP949 -t UTF-8 converts it)" : "";
    throw new MaekError(`maek/article: ${name}: not UTF-8: byte ${byte} at offset ${fault}${hint}`);
  }
  return new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
}

/** A NUL byte, or many control characters: pictures, archives, PDF, office documents. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  if (head.includes(0) || startsWith(bytes, "%PDF-")) return true;
  let controls = 0;
  for (const byte of head) if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls++;
  return controls / head.length > BINARY_SHARE;
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return [...ascii].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** The offset of the first byte that no well-formed sequence holds, or -1. */
export function firstFault(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** The length of the well-formed sequence at `at`, or 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Whether the bytes are well-formed in Korea's older encoding, the usual reason for a text that is not UTF-8. */
function isLegacyKorean(bytes: Uint8Array): boolean {
  try {
    return /[가-힣]{2}/.test(new TextDecoder("euc-kr", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
