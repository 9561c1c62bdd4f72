import type { CompoundFile } from './binary/compoundFile';

/** What lies in an OLE container: readable Word, or something else that is told by name. */
export type OleKind = 'word' | 'oldWord' | 'encrypted' | 'workbook' | 'slides' | 'mail' | 'other';

const WORD_97 = 0xa5ec;
const FLAG_ENCRYPTED = 0x0100;
/** The first version of the block of Word's file information that is Word 97. */
const VERSION_97 = 0x00c1 - 1;

/** Names at the top of a container that tell the program. */
const NAMES: readonly (readonly [name: RegExp, kind: OleKind])[] = [
  [/^EncryptedPackage$/i, 'encrypted'],
  [/^WordDocument$/i, 'word'],
  [/^PowerPoint Document$/i, 'slides'],
  [/^(?:Workbook|Book)$/i, 'workbook'],
  [/^__substg1\.0_|^__properties_version1/i, 'mail'],
];

/** Tells the program by the names of streams, and what Word's own block says. */
export function oleKind(container: CompoundFile): OleKind {
  const kind = NAMES.find(([sign]) => container.names.some(name => sign.test(name)))?.[1] ?? 'other';
  if (kind !== 'word') return kind;
  const main = container.stream('WordDocument');
  // Cut off: whoever reads it will find it damaged.
  if (!main || main.length < 12) return 'word';
  if ((main.readUInt16LE(10) & FLAG_ENCRYPTED) !== 0) return 'encrypted';
  return main.readUInt16LE(0) !== WORD_97 || main.readUInt16LE(2) < VERSION_97 ? 'oldWord' : 'word';
}
