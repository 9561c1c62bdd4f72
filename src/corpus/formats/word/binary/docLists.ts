import type { List, ListLevel, Lists } from '../listCounter';
import { type DocFile, STRUCTURES } from './docFile';

/** Formats of numbers by their code in a .doc, as .docx names them; others count in digits. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  16: 'ideographLegalTraditional',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'ideographDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const USE_BYTES = 16;
const LEVELS = 9;
const SIMPLE = 0x01;
const LEGAL = 0x04;
const [STARTS_ANEW, LOOKS_OTHER] = [0x10, 0x20];
const NO_STYLE = 0xfff;

/** The lists of a document, and which level of a list a style stands for. */
export interface DocLists extends Lists {
  /** `list/style` -> level. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

/** Reads the list tables, as far as they go: lists, then what uses them. A list is named by the number of its use, from 1. */
export function readLists(file: DocFile): DocLists {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const styles = new Map<string, readonly number[]>();
  readAbstracts(file.tableFrom(STRUCTURES.lists), abstracts, styles);
  const lists = readUses(file.table(STRUCTURES.listUses));
  const levelOfStyle = new Map<string, number>();
  for (const [id, { abstract }] of lists) {
    for (const [level, style] of styles.get(abstract)?.entries() ?? [])
      if (style !== NO_STYLE) levelOfStyle.set(`${id}/${style}`, level);
  }
  return { abstracts, lists, levelOfStyle };
}

/** All heads of lists come first, then the levels of all lists. */
function readAbstracts(
  table: Buffer,
  abstracts: Map<string, Map<number, ListLevel>>,
  styles: Map<string, readonly number[]>,
): void {
  const count = table.length >= 2 ? table.readUInt16LE(0) : 0;
  let at = 2 + count * LIST_BYTES;
  if (at > table.length) return;
  for (let i = 0; i < count; i++) {
    const head = 2 + i * LIST_BYTES;
    const id = String(table.readInt32LE(head));
    const isSimple = (table[head + 26]! & SIMPLE) !== 0;
    styles.set(
      id,
      Array.from({ length: LEVELS }, (_, level) => table.readUInt16LE(head + 8 + 2 * level)),
    );
    const levels = new Map<number, ListLevel>();
    abstracts.set(id, levels);
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) {
      const read = readLevel(table, at);
      if (!read) return;
      levels.set(level, read.level);
      at = read.end;
    }
  }
}

/** A level: how it counts, the formatting of its number, then its text, where a low character stands for a level. */
function readLevel(table: Buffer, at: number): { level: ListLevel; end: number } | null {
  if (at + LEVEL_BYTES > table.length) return null;
  const textAt = at + LEVEL_BYTES + table[at + 24]! + table[at + 25]!;
  if (textAt + 2 > table.length) return null;
  const end = textAt + 2 + 2 * table.readUInt16LE(textAt);
  if (end > table.length) return null;
  const text = [...table.toString('utf16le', textAt + 2, end)]
    .map(sign => (sign.charCodeAt(0) < LEVELS ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('');
  const level = {
    start: table.readInt32LE(at),
    format: FORMATS[table[at + 4]!] ?? 'decimal',
    text,
    isLegal: (table[at + 5]! & LEGAL) !== 0,
  };
  return { level, end };
}

function readUses(table: Buffer): Map<string, List> {
  const lists = new Map<string, List>();
  const count = table.length >= 4 ? table.readUInt32LE(0) : 0;
  let at = 4 + count * USE_BYTES;
  for (let i = 0; i < count && 4 + (i + 1) * USE_BYTES <= table.length; i++) {
    const use = 4 + i * USE_BYTES;
    const list: List = { abstract: String(table.readInt32LE(use)), starts: new Map(), levels: new Map() };
    lists.set(String(i + 1), list);
    // What differs here stands behind all uses, in their order; once it is damaged the rest is not told.
    if (at < 0 || at + 4 > table.length) continue;
    at += 4;
    for (let k = 0; k < table[use + 12]! && at >= 0; k++) at = readOverride(table, at, list);
  }
  return lists;
}

/** Notes what differs for one level; gives where the next stands, -1 where the table ends. */
function readOverride(table: Buffer, at: number, list: List): number {
  if (at + 8 > table.length) return -1;
  const flags = table.readUInt32LE(at + 4);
  const level = flags & 0xf;
  if ((flags & STARTS_ANEW) !== 0 && (flags & LOOKS_OTHER) === 0) list.starts.set(level, table.readInt32LE(at));
  if ((flags & LOOKS_OTHER) === 0) return at + 8;
  const read = readLevel(table, at + 8);
  if (!read) return -1;
  list.levels.set(level, read.level);
  if ((flags & STARTS_ANEW) !== 0) list.starts.set(level, read.level.start);
  return read.end;
}
