import { basename, extname } from 'node:path';
import { zipArchive } from './archive/zipArchive';
import type { Format } from './format';
import { REFUSALS } from './refusals';
import { type ContentKind, readsChinese, sniff } from './sniff';
import { fileSource, type Source } from './source';
import { type Reason, UnreadableFileError } from './unreadableFile';

/** Each format behind one door, loaded when the first file of its kind turns up. */
const load = {
  text: async () => (await import('./plain/text')).text,
  markdown: async () => (await import('./plain/markdown')).markdown,
  html: async () => (await import('./web/html')).html,
  mht: async () => (await import('./web/mht')).mht,
  docx: async () => (await import('./word/docx')).docx,
  doc: async () => (await import('./word/doc')).doc,
  wordXml: async () => (await import('./word/wordXml')).wordXml,
  odt: async () => (await import('./word/odt')).odt,
  pdf: async () => (await import('./pdf/pdf')).pdf,
  rtf: async () => (await import('./rtf/rtf')).rtf,
  epub: async () => (await import('./books/epub')).epub,
  csv: async () => (await import('./tables/csv')).csv,
  jsonl: async () => (await import('./tables/jsonl')).jsonl,
  zip: async () => zipArchive(openFormat),
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;
type FormatName = keyof typeof load;

/** What the content alone decides. */
const BY_CONTENT: Readonly<Partial<Record<ContentKind, FormatName>>> = {
  pdf: 'pdf',
  ole: 'doc',
  rtf: 'rtf',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  zip: 'zip',
  mht: 'mht',
  html: 'html',
  wordXml: 'wordXml',
  table: 'csv',
};

/** What a text is, by its name. */
const BY_NAME: Readonly<Record<string, FormatName>> = {
  '.txt': 'text',
  '.text': 'text',
  '.gao': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.shtml': 'html',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.jsonl.gz': 'jsonl',
  '.doc': 'text',
  '.wps': 'text',
  '.rtf': 'text',
};

/** Names of files that are something else inside, whatever program they are from. */
const OTHER_NAMES = ['.docx', '.docm', '.dotx', '.dotm', '.dot', '.wpt', '.odt', '.ott', '.fodt', '.pdf', '.epub'];
const CONTAINER_NAMES = ['.mht', '.mhtml', '.zip'];

/** Names of documents that are not read here where they are not what they usually are. */
const WORD_PROCESSORS =
  /\.(?:doc|dot|docx|docm|dotx|wps|wpt|rtf|odt|ott|sxw|stw|uot|uof|uoml|wri|wpd|lwp|hwp|abw|zabw|pages|602|cwk|mw|mcw)$/i;

/** The usual names of what is read, lower case, with the dot: `.txt`, `.jsonl.gz`. Content decides, not they. */
export const supportedExtensions: readonly string[] = [...Object.keys(BY_NAME), ...OTHER_NAMES, ...CONTAINER_NAMES];

/** The format of a file by what is in it. @throws {UnreadableFileError} where it is of no kind that is read */
export async function formatOf(path: string): Promise<Format> {
  return openFormat(fileSource(path));
}

/** `formatOf` for a file or a member of an archive. @throws {UnreadableFileError} */
export async function openFormat(source: Source): Promise<Format> {
  const kind = await sniff(source);
  const name = BY_CONTENT[kind] ?? (await textFormat(source, kind));
  if (typeof name === 'string') return load[name]();
  throw new UnreadableFileError(source.path, WORD_PROCESSORS.test(source.path) ? { ...name, converts: true } : name);
}

/** What a text, or anything that gunzips to one, is by its name; or why it is not read. */
async function textFormat(source: Source, kind: ContentKind): Promise<FormatName | Reason> {
  const extension = extensionOf(source.path);
  if (kind === 'gzip') return extension.startsWith('.jsonl') ? 'jsonl' : REFUSALS.archive;
  if (kind === 'text') {
    const named = BY_NAME[extension];
    if (named) return named;
    // `1.在会议上的讲话` has no extension; a text of another name is a program or data.
    if (!/^\.[a-z0-9]{1,8}$/.test(extension) && (await readsChinese(source))) return 'text';
    return supportedExtensions.includes(extension) ? REFUSALS.notAsNamed : REFUSALS.unknown;
  }
  if (kind === 'binary' || kind === 'empty') {
    return kind === 'binary' && supportedExtensions.includes(extension) ? REFUSALS.notAsNamed : REFUSALS[kind];
  }
  return REFUSALS[kind as keyof typeof REFUSALS] ?? REFUSALS.unknown;
}

function extensionOf(path: string): string {
  const name = basename(path).toLowerCase();
  const last = extname(name);
  return last === '.gz' ? extname(name.slice(0, -last.length)) + last : last;
}
