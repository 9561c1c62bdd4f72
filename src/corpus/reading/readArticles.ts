import { basename } from 'node:path';
import type { Article, RawArticle } from '../../engine/article/article';
import { cleanArticle } from '../../engine/article/cleanArticle';
import { cleanArticles } from '../../engine/article/cleanArticles';
import { inParts } from '../../engine/article/longArticle';
import { engineLimits } from '../../engine/limits';
import type { Bilingual } from '../../engine/text/bilingual';
import type { RawEntry } from '../formats/format';
import { formatOf } from '../formats/formats';
import { limits } from '../formats/limits';
import { decodeFile, readBytes, systemError } from '../formats/readBytes';
import { fileSource } from '../formats/source';
import { UnreadableFileError } from '../formats/unreadableFile';
import { allKept, type KeptLines } from '../writer/articleNotes';
import { hasMoreLines, TOO_MANY_LINES } from './lineLimit';

export { supportedExtensions } from '../formats/formats';
export { UnreadableFileError } from '../formats/unreadableFile';

/** What of a file is read, and how. */
export interface ReadOptions {
  /** Refuse larger files; each format has its own limit where this is not given. */
  readonly maxFileBytes?: number | undefined;
  /** Entries before this one are passed over: what they hold is not even cleaned. */
  readonly firstEntry?: number | undefined;
  /** What was removed wrongly before, by the entries it is of. */
  readonly kept?: KeptLines | undefined;
}

/** `entry` is the 0-based number within the file: 0 for a document, counting on where it is a volume; the line for a collection. */
export type ReadEntry =
  | { readonly entry: number; readonly article: Article }
  | { readonly entry: number; readonly problem: Bilingual };

const NOTHING_KEPT: KeptLines = new Map();

/** The text of a file before cleaning, as places of its articles refer to it. */
export interface SourceText {
  readonly text: string;
  /** A VS Code encoding id; `utf8` for extracted text. */
  readonly encoding: string;
  /** Is `text` the decoded file itself, as an editor shows it? Else it is extracted, one paragraph a line. */
  readonly isText: boolean;
}

/**
 * The articles of any supported file, cleaned; parts that cannot be read come as problems and do not stop the rest.
 * @throws {UnreadableFileError} where the whole file cannot be read, and nothing else
 */
export async function* readArticles(path: string, options: ReadOptions = {}): AsyncGenerator<ReadEntry> {
  const { maxFileBytes, firstEntry = 0, kept = NOTHING_KEPT } = options;
  try {
    const format = await formatOf(path);
    // So many articles more than entries so far: a document in an archive may be a volume as well.
    let more = 0;
    const entries = format.read({ source: fileSource(path), maxFileBytes });
    // A document's bytes need not be kept while its articles are taken in.
    for await (const item of format.isCollection ? entries : await all(entries)) {
      // A document has one entry, which may be a volume: its articles are numbered from there.
      if (!format.isCollection && 'raw' in item) {
        for (const read of articlesOf(path, item, kept)) if (read.entry >= firstEntry) yield read;
        continue;
      }
      if ('raw' in item && item.fileName !== undefined) {
        const articles = ofMember(item, item.fileName, kept.get(item.entry + more)).map((read, i) => ({
          ...read,
          entry: item.entry + more + i,
        }));
        for (const read of articles) if (read.entry >= firstEntry) yield read;
        more += articles.length - 1;
        continue;
      }
      const entry = item.entry + more;
      // One that was read before is cleaned again only where it may be several.
      if (entry < firstEntry && !('raw' in item && item.raw.text.length > engineLimits.articleUtf16)) continue;
      const reads = 'problem' in item ? [{ ...item, entry }] : ofRow({ ...item, entry }, kept.get(entry));
      for (const read of reads) if (read.entry >= firstEntry) yield read;
      more += reads.length - 1;
    }
  } catch (error) {
    throw systemError(path, error);
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The articles of a document, numbered from its entry. @throws {UnreadableFileError} where it holds no text */
function articlesOf(
  path: string,
  { entry, raw }: Extract<RawEntry, { raw: RawArticle }>,
  keptBy: KeptLines,
): ReadEntry[] {
  if (hasMoreLines(raw.text, limits.articleLines)) throw new UnreadableFileError(path, TOO_MANY_LINES);
  // Where a line stays, the parts of a volume may be others: a line is kept wherever it stands.
  const kept = allKept(keptBy);
  const articles = cleanArticles(raw, { fileName: basename(path), kept })
    .filter(article => article.paragraphs.length > 0)
    .flatMap(article => inParts(article));
  if (articles.length === 0) {
    throw new UnreadableFileError(path, {
      kind: 'empty',
      zh: '文件里没有文字，请补上正文，或把它移出语料文件夹；扫描件要先识别成文字',
      en: 'the file contains no text: add some, or move it out of the corpus; a scan must be turned into text first',
    });
  }
  return articles.map((article, i) => ({ entry: entry + i, article }));
}

/** The articles of a document in an archive, or why there are none. */
function ofMember(
  { entry, raw }: Extract<RawEntry, { raw: RawArticle }>,
  fileName: string,
  kept: ReadonlySet<string> | undefined,
): ReadEntry[] {
  if (hasMoreLines(raw.text, limits.articleLines)) return [{ entry, problem: ofPart(fileName, TOO_MANY_LINES) }];
  const articles = cleanArticles(raw, { fileName, kept })
    .filter(article => article.paragraphs.length > 0)
    .flatMap(article => inParts(article));
  return articles.length > 0
    ? articles.map(article => ({ entry, article }))
    : [{ entry, problem: emptyPart(entry, fileName) }];
}

/** The articles of a row of a collection, whose file name says nothing about them: one, or the parts of one that is too long. */
function ofRow(
  { entry, raw }: Extract<RawEntry, { raw: RawArticle }>,
  kept: ReadonlySet<string> | undefined,
): ReadEntry[] {
  if (hasMoreLines(raw.text, limits.articleLines))
    return [{ entry, problem: ofPart(String(entry + 1), TOO_MANY_LINES) }];
  const article = cleanArticle(raw, { kept });
  if (article.paragraphs.length === 0) return [{ entry, problem: emptyPart(entry, undefined) }];
  return inParts(article).map((part, i) => ({ entry: entry + i, article: part }));
}

/**
 * What a passage is opened in. Text formats: the decoded file, which the maps of its article point into. Others: the
 * extracted paragraphs of the article at `entry`, one a line. @throws {UnreadableFileError}
 */
export async function sourceText(path: string, entry = 0): Promise<SourceText> {
  if ((await formatOf(path)).isText) {
    return { ...decodeFile(path, await readBytes(path, limits.documentBytes)), isText: true };
  }
  for await (const read of readArticles(path)) {
    if (read.entry !== entry) continue;
    if (!('article' in read)) break;
    return { text: read.article.paragraphs.map(({ text }) => text).join('\n'), encoding: 'utf8', isText: false };
  }
  throw new UnreadableFileError(path, {
    zh: `文件里没有第 ${entry + 1} 篇文章，可能已被修改`,
    en: `the file has no article ${entry + 1}; it may have been changed`,
  });
}

function ofPart(name: string, { zh, en }: Bilingual): Bilingual {
  return { zh: `${name}：${zh}`, en: `${name}: ${en}` };
}

function emptyPart(entry: number, fileName: string | undefined): Bilingual {
  if (fileName !== undefined)
    return { zh: `${fileName}：没有文字，已跳过`, en: `${fileName}: no text; it was skipped` };
  return {
    zh: `第 ${entry + 1} 行去掉网页杂项后没有文字，已跳过`,
    en: `line ${entry + 1} has no text but page furniture; it was skipped`,
  };
}
