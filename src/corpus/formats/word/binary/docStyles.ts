import { type DocFile, STRUCTURES } from './docFile';
import { paragraphFormat } from './runs';

/** The list that a style puts its paragraphs in; `level` where it says so. */
export interface StyleList {
  readonly list: number;
  readonly level: number | undefined;
}

interface Style {
  readonly base: number;
  readonly list: number | undefined;
  readonly level: number | undefined;
}

const PARAGRAPH = 1;
const NO_BASE = 0xfff;
const MOST_STYLES = 0x1000;

/** Number of a style -> its list, inherited from the style it is based on. */
export function readStyleLists(file: DocFile): ReadonlyMap<number, StyleList> {
  const sheet = file.table(STRUCTURES.styles);
  const lists = new Map<number, StyleList>();
  if (sheet.length < 6) return lists;
  const styles = readStyles(sheet);
  for (const number of styles.keys()) {
    let level: number | undefined;
    const seen = new Set<number>();
    for (let at = number; at !== NO_BASE && !seen.has(at); at = styles.get(at)?.base ?? NO_BASE) {
      seen.add(at);
      const style = styles.get(at);
      level ??= style?.level;
      if (style?.list === undefined) continue;
      if (style.list > 0) lists.set(number, { list: style.list, level });
      break;
    }
  }
  return lists;
}

function readStyles(sheet: Buffer): Map<number, Style> {
  const styles = new Map<number, Style>();
  const headBytes = sheet.readUInt16LE(0);
  const baseBytes = sheet.readUInt16LE(4);
  let at = 2 + headBytes;
  for (let number = 0; number < MOST_STYLES && at + 2 <= sheet.length; number++) {
    const length = sheet.readUInt16LE(at);
    const style = sheet.subarray(at + 2, at + 2 + length);
    if (length > 0) {
      const read = readStyle(style, baseBytes);
      if (read) styles.set(number, read);
    }
    at += 2 + length + (length % 2);
  }
  return styles;
}

/** A style: its head, its name, then the formatting of its paragraphs. */
function readStyle(style: Buffer, baseBytes: number): Style | null {
  if (style.length < baseBytes + 2 || baseBytes < 8) return null;
  const kind = style.readUInt16LE(2);
  if ((kind & 0xf) !== PARAGRAPH) return null;
  const base = kind >> 4;
  const formatAt = baseBytes + 2 + 2 * style.readUInt16LE(baseBytes) + 2;
  if (formatAt + 4 > style.length) return { base, list: undefined, level: undefined };
  const list = style.subarray(formatAt + 4, formatAt + 2 + style.readUInt16LE(formatAt));
  return { base, ...paragraphFormat(list) };
}
