/** What lies in an OLE container: readable Word, or something else that is told by name. */
export type OleKind = 'word' | 'oldWord' | 'encrypted' | 'workbook' | 'slides' | 'mail' | 'other';

const SECTOR_BYTES = 512;
const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const FLAG_ENCRYPTED = 0x0100;
/** The first version of the block of Word's file information that is Word 97. */
const VERSION_97 = 0x00c1 - 1;

/** Streams whose names tell the program, as the directory of the container writes them. */
const STREAMS: readonly (readonly [name: string, kind: OleKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['PowerPoint Document', 'slides'],
  ['__substg1.0_', 'mail'],
];
const WORKBOOK_STREAMS = ['Workbook', 'Book'];

/** Looks for Word's own block at the beginnings of sectors, then for the names of streams. */
export function oleKind(bytes: Buffer): OleKind {
  const has = (name: string) => bytes.includes(Buffer.from(`${name}`, 'utf16le'));
  for (const [name, kind] of STREAMS) if (has(name)) return kind;
  if (has('WordDocument')) {
    for (let at = SECTOR_BYTES; at + SECTOR_BYTES / 4 < bytes.length; at += SECTOR_BYTES) {
      const magic = bytes.readUInt16LE(at);
      if (magic !== WORD_97 && magic !== WORD_6) continue;
      const version = bytes.readUInt16LE(at + 2);
      if ((bytes.readUInt16LE(at + 10) & FLAG_ENCRYPTED) !== 0) return 'encrypted';
      return magic === WORD_6 || version < VERSION_97 ? 'oldWord' : 'word';
    }
    return 'word';
  }
  // Cut off before its directory: whoever reads it will find it damaged.
  if (!has('Root Entry')) return 'word';
  return WORKBOOK_STREAMS.some(has) ? 'workbook' : 'other';
}
