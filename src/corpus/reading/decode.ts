import { isAscii, isUtf8 } from 'node:buffer';
import { decode as decodeTable } from 'iconv-lite';
import { chineseShare } from './frequentCharacters';

/** The encodings that are recognised, by the ids VS Code gives them. */
export type EncodingId = 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be' | 'gb18030' | 'big5hkscs';

/** The bytes of a text file as text. */
export interface DecodedText {
  /** Without byte order mark, as an editor would show it. */
  readonly text: string;
  readonly encoding: EncodingId;
}

/** The bytes are no text: a picture, an archive, a document of another kind under a text file's name. */
export class NotTextError extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} / ${en}`);
  }
}

const SIGNATURES: readonly (readonly [bytes: readonly number[], zh: string, en: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], '压缩包或 Office 文档', 'a zip archive or an Office document'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF 文档', 'a PDF document'],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Office 文档', 'an Office document of the old kind'],
  [[0x1f, 0x8b], 'gzip 压缩文件', 'a gzip file'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG 图片', 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'JPEG 图片', 'a JPEG picture'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR 压缩包', 'a RAR archive'],
];
const SAMPLE_BYTES = 1 << 16;
/** A wrong table yields less than this share of frequent characters, right ones twice as much. */
const PLAUSIBLE_SHARE = 0.15;
const FEWEST_PADDING = 4;
const LARGEST_CONTROL_SHARE = 0.02;
/** A file that was cut off, or has a few broken bytes, is still the encoding it is. */
const LARGEST_BROKEN_SHARE = 0.02;

/**
 * Decodes a text file of any age: byte order mark, UTF-8, UTF-16, GB18030 (with GBK and GB2312), Big5.
 * `declared` is an encoding the file itself names (a web page's charset); it decides only where UTF-8 is impossible.
 * @throws {NotTextError} for binary data.
 */
export function decodeText(whole: Uint8Array, declared?: string): DecodedText {
  const bytes = withoutPadding(whole);
  const marked = decodeByMark(bytes);
  if (marked) return marked;
  const signature = SIGNATURES.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (signature) throw new NotTextError(`这是${signature[1]}，不是文本`, `this is ${signature[2]}, not text`);
  const hasNul = bytes.includes(0);
  const utf8 = hasNul ? null : decodeStrict(bytes);
  if (utf8 !== null) return checked({ text: utf8, encoding: 'utf8' });
  const mixed = hasNul ? null : decodeMixed(bytes);
  if (mixed !== null) return checked({ text: mixed, encoding: 'gb18030' });
  const declaredId = declared ? tableFor(declared) : null;
  if (declaredId && !hasNul) return { text: decodeWith(bytes, declaredId), encoding: declaredId };
  return checked({ ...decodeMostPlausible(bytes, hasNul) });
}

/** Without the zeros that a disk which failed, or a program that keeps room, leaves behind the text. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  if (end === 0 || bytes.length - end < FEWEST_PADDING) return bytes;
  // In UTF-16 one of them may be half of the last character.
  return bytes.subarray(0, bytes.subarray(0, end).includes(0) ? end + (end % 2) : end);
}

function decodeByMark(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    // A program that adds the mark to whatever it writes.
    const rest = bytes.subarray(3);
    const found = isUtf8(rest) || rest.includes(0) ? null : decodeMostPlausible(rest, false);
    if (found?.encoding === 'gb18030' && plausibility(found.text.slice(0, SAMPLE_BYTES)) >= PLAUSIBLE_SHARE)
      return found;
    return { text: decodeWith(rest, 'utf8'), encoding: 'utf8bom' };
  }
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe && (bytes[2] !== 0 || bytes[3] !== 0)) {
    return { text: decodeWith(bytes.subarray(2), 'utf16le'), encoding: 'utf16le' };
  }
  return mark === 0xfeff ? { text: decodeWith(bytes.subarray(2), 'utf16be'), encoding: 'utf16be' } : null;
}

/** UTF-8 if every byte of it is; null otherwise. */
function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LINE_FEED = 10;

/**
 * A file that was put together of pieces in UTF-8 and in GBK, each line in its own; null where there are not lines of both.
 * Some words of GBK happen to be UTF-8 as well, whole lines are not; a line of UTF-8 that is cut is no line of GBK either.
 */
function decodeMixed(bytes: Uint8Array): string | null {
  const lines: { readonly part: Uint8Array; readonly isUnicode: boolean }[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const part = bytes.subarray(start, end);
    lines.push({ part, isUnicode: isUtf8(part) });
    start = end;
  }
  if (!lines.some(({ part, isUnicode }) => isUnicode && isChineseLine(part))) return null;
  const decoded = lines.map(({ part, isUnicode }) => decodeWith(part, isUnicode ? 'utf8' : 'gb18030'));
  const rest = decoded.filter((_, i) => !lines[i]!.isUnicode).join('');
  return plausibility(rest) >= PLAUSIBLE_SHARE ? decoded.join('') : null;
}

function isChineseLine(line: Uint8Array): boolean {
  if (isAscii(line)) return false;
  const text = decodeWith(line, 'utf8');
  return chineseShare(text) >= PLAUSIBLE_SHARE && /[\u3400-\u9fff]{4}/.test(text);
}

/** The table under which a sample reads most like Chinese. */
function decodeMostPlausible(bytes: Uint8Array, hasNul: boolean): DecodedText {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const candidates: EncodingId[] = bytes.length % 2 === 0 ? ['utf16le', 'utf16be'] : [];
  if (!hasNul) candidates.unshift('gb18030', 'big5hkscs', 'utf8');
  let best: EncodingId = hasNul ? 'utf16le' : 'gb18030';
  let bestScore = 0;
  for (const encoding of candidates) {
    const score = plausibility(decodeWith(sample, encoding));
    if (score > bestScore) [best, bestScore] = [encoding, score];
  }
  // UTF-16 is only believed on evidence: two bytes of any kind make a character in it.
  const isUtf16 = best === 'utf16le' || best === 'utf16be';
  if (isUtf16 && bestScore < PLAUSIBLE_SHARE) {
    if (hasNul && !looksLikeAscii16(sample)) throw binary();
    best = hasNul ? (sample[0] === 0 ? 'utf16be' : 'utf16le') : 'gb18030';
  }
  return { text: decodeWith(bytes, best), encoding: best };
}

function plausibility(text: string): number {
  const broken = text.split('\ufffd').length - 1;
  return broken > text.length * LARGEST_BROKEN_SHARE ? 0 : chineseShare(text) - broken / Math.max(text.length, 1);
}

/** Latin text in UTF-16: every second byte is zero. */
function looksLikeAscii16(sample: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros++;
  return sample.length % 2 === 0 && Math.abs(zeros * 2 - sample.length) <= sample.length * 0.1;
}

/** Control characters in number are a sign of binary data that happens to decode. */
function checked(decoded: DecodedText): DecodedText {
  const sample = decoded.text.slice(0, SAMPLE_BYTES);
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 0x20 && (code < 9 || code > 13)) || code === 0xfffd || (code >= 0x80 && code < 0xa0)) odd++;
  }
  if (odd > Math.max(sample.length * LARGEST_CONTROL_SHARE, 4)) throw binary();
  return decoded;
}

function binary(): NotTextError {
  return new NotTextError('这是二进制数据，不是文本', 'this is binary data, not text');
}

function tableFor(label: string): EncodingId | null {
  if (/^(?:gb|x-gb|csgb|cp936|windows-936)/i.test(label)) return 'gb18030';
  return /^(?:x-)?(?:cn-)?big5|^cp950/i.test(label) ? 'big5hkscs' : null;
}

function decodeWith(bytes: Uint8Array, encoding: EncodingId): string {
  if (encoding === 'utf8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = encoding === 'big5hkscs' ? 'big5-hkscs' : encoding === 'utf16be' ? 'utf-16be' : encoding;
  return decodeTable(buffer, table, { stripBOM: false });
}
