import { decodeText, NotTextError } from '../reading/decode';
import { chineseShare } from '../reading/frequentCharacters';
import { zipDirectory } from './archive/zipDirectory';
import { limits } from './limits';
import type { Source } from './source';
import { isExportedTable } from './tables/columns';

/** What a file is, by its content. `text` is read as its name says. */
export type ContentKind =
  | 'pdf'
  | 'ole'
  | 'rtf'
  | 'docx'
  | 'odt'
  | 'epub'
  | 'zip'
  | 'gzip'
  | 'mht'
  | 'html'
  | 'wordXml'
  | 'table'
  | 'text'
  | 'workbook'
  | 'slides'
  | 'ofd'
  | 'pages'
  | 'xps'
  | 'archive'
  | 'picture'
  | 'media'
  | 'program'
  | 'oldWord'
  | 'caj'
  | 'empty'
  | 'binary';

const HEAD_BYTES = 1 << 16;

/** How files of a kind begin: byte offset and bytes; the first that fits counts. */
const SIGNATURES: readonly (readonly [offset: number, bytes: string, kind: ContentKind | 'package'])[] = [
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  [0, 'PK\x03\x04', 'package'],
  [0, 'PK\x05\x06', 'package'],
  [0, '\x1f\x8b\x08', 'gzip'],
  [0, 'Rar!\x1a\x07', 'archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'archive'],
  [0, '\xfd7zXZ\0', 'archive'],
  [0, 'BZh91AY', 'archive'],
  [0, 'MSCF\0\0\0\0', 'archive'],
  [257, 'ustar', 'archive'],
  [0, '\x89PNG', 'picture'],
  [0, '\xff\xd8\xff', 'picture'],
  [0, 'GIF87a', 'picture'],
  [0, 'GIF89a', 'picture'],
  [0, 'II*\0', 'picture'],
  [0, 'MM\0*', 'picture'],
  [8, 'WEBPVP8', 'picture'],
  [6, '\0\0\0\0\x36\0\0\0\x28\0\0\0', 'picture'],
  [0, 'ID3\x03\0', 'media'],
  [0, 'ID3\x04\0', 'media'],
  [4, 'ftyp', 'media'],
  [8, 'WAVEfmt ', 'media'],
  [8, 'AVI LIST', 'media'],
  [0, 'OggS\0', 'media'],
  [0, '\x1aE\xdf\xa3', 'media'],
  [0, '#!AMR\n', 'media'],
  [0, 'MZ\x90\0', 'program'],
  [0, '\x7fELF', 'program'],
  [0, '\xdb\xa5\x2d\0', 'oldWord'],
  [0, '\x31\xbe\0\0', 'oldWord'],
  [0, '\xfe\x37\0\x1c', 'oldWord'],
  [0, '\x9b\xa5\x21\0', 'oldWord'],
  [0, 'CAJ\0', 'caj'],
  [0, 'KDH ', 'caj'],
];
/** The same for kinds that may have a byte order mark or blanks before them. */
const LATE_SIGNATURES: readonly (readonly [RegExp, ContentKind])[] = [
  [/^(?:\xef\xbb\xbf)?\s*\{\\rt/, 'rtf'],
  // Readers look for it in the first KiB: servers and mail programs leave their own lines before it.
  [/^[\s\S]{0,1020}%PDF-\d\.\d/, 'pdf'],
];

/** What stands in a zip that is a document; the first that fits counts. */
const PACKAGES: readonly (readonly [RegExp, ContentKind])[] = [
  [/^\/?word\/[^/]+\.xml$/, 'docx'],
  [/^\/?xl\/workbook\.(?:xml|bin)$/, 'workbook'],
  [/^\/?ppt\/presentation\.xml$/, 'slides'],
  [/^OFD\.xml$/, 'ofd'],
  [/^Index\/Document\.iwa$/, 'pages'],
  [/^FixedDocSeq\.fdseq$/i, 'xps'],
];
/** The name of the first file of a zip stands here; documents of some kinds keep their type in it, not packed. */
const FIRST_NAME = 30;
const MIME_TYPES: readonly (readonly [string, ContentKind])[] = [
  ['application/epub+zip', 'epub'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'workbook'],
  ['application/vnd.oasis.opendocument.presentation', 'slides'],
];

/** How texts of a kind begin, decoded. */
const TEXTS: readonly (readonly [RegExp, ContentKind])[] = [
  [
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*Word[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:w:wordDocument|pkg:package)\b/,
    'wordXml',
  ],
  [/^\s*(?:<\?xml[^>]*>\s*)?<office:document\b/, 'odt'],
  [/^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?(?:MIME-Version:|Content-Type:\s*multipart\/)/i, 'mht'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i, 'html'],
];

/** Looks into a file: its first bytes, the directory of a zip, the beginning of a text. @throws {UnreadableFileError} */
export async function sniff(source: Source): Promise<ContentKind> {
  const head = Buffer.from(await source.range(0, HEAD_BYTES));
  if (head.length === 0) return 'empty';
  const start = head.toString('latin1', 0, 2048);
  const kind =
    SIGNATURES.find(([offset, bytes]) => start.startsWith(bytes, offset))?.[2] ??
    LATE_SIGNATURES.find(([sign]) => sign.test(start))?.[1];
  if (kind) return kind === 'package' ? packageKind(source, start) : kind;
  return textKind(head);
}

async function packageKind(source: Source, start: string): Promise<ContentKind> {
  const mime = start.startsWith('mimetype', FIRST_NAME) ? start.slice(FIRST_NAME + 'mimetype'.length) : '';
  const byMime = MIME_TYPES.find(([type]) => mime.startsWith(type))?.[1];
  if (byMime) return byMime;
  const members = await zipDirectory(source, limits.archiveMembers);
  const names = members?.map(({ name }) => name) ?? [];
  if (names.includes('META-INF/container.xml') && names.some(name => name.endsWith('.opf'))) return 'epub';
  const found = PACKAGES.find(([part]) => names.some(name => part.test(name)))?.[1];
  if (found) return found;
  if (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) return 'odt';
  // Cut off: its parts can still be told by what comes first.
  return members === null && /\[Content_Types\]\.xml|word\//.test(start) ? 'docx' : 'zip';
}

function textKind(head: Buffer): ContentKind {
  const end = head.length < HEAD_BYTES ? head.length : endOfSample(head);
  let text: string;
  try {
    text = decodeText(head.subarray(0, end)).text;
  } catch (error) {
    if (error instanceof NotTextError) return 'binary';
    throw error;
  }
  const kind = TEXTS.find(([sign]) => sign.test(text))?.[1];
  return kind ?? (isExportedTable(text) ? 'table' : 'text');
}

/** Where a sample may end without cutting a character: behind a line, a tag or a blank; in UTF-16 at an even byte. */
function endOfSample(head: Buffer): number {
  const last = Math.max(...[0x0a, 0x3e, 0x20].map(sign => head.lastIndexOf(sign))) + 1;
  const end = last > head.length / 2 ? last : head.length;
  return head.includes(0) ? end & ~1 : end;
}

/** Is the beginning of a text Chinese? */
export async function readsChinese(source: Source): Promise<boolean> {
  try {
    return chineseShare(decodeText(await source.range(0, 4096)).text) > 0.1;
  } catch {
    return false;
  }
}
