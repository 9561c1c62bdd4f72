import { basename } from 'node:path';
import type { Article, RawArticle } from '../engine/article/article';
import { cleanArticle } from '../engine/article/cleanArticle';
import type { Bilingual } from '../engine/text/bilingual';
import type { Format, RawEntry } from './formats/format';
import { formatOf } from './formats/formats';
import { limits } from './formats/limits';
import { decodeFile, readBytes, systemError } from './formats/readBytes';
import { fileSource } from './formats/source';
import { UnreadableFileError } from './formats/unreadableFile';

export { supportedExtensions } from './formats/formats';
export { UnreadableFileError } from './formats/unreadableFile';

export interface ReadOptions {
  /** Refuse larger files; each format has its own limit where this is not given. */
  readonly maxFileBytes?: number | undefined;
  /** Entries before this one are passed over: what they hold is not even cleaned. */
  readonly firstEntry?: number | undefined;
}

/** `entry` is the 0-based number within the file: 0 for a document, the line for a collection. */
export type ReadEntry =
  | { readonly entry: number; readonly article: Article }
  | { readonly entry: number; readonly problem: Bilingual };

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
  const { maxFileBytes, firstEntry = 0 } = options;
  try {
    const format = await formatOf(path);
    for await (const item of format.read({ source: fileSource(path), maxFileBytes })) {
      if (item.entry < firstEntry) continue;
      yield 'problem' in item ? item : toArticle(path, format, item);
    }
  } catch (error) {
    throw systemError(path, error);
  }
}

function toArticle(
  path: string,
  { isCollection }: Format,
  { entry, raw, fileName }: Extract<RawEntry, { raw: RawArticle }>,
): ReadEntry {
  // A collection's file name says nothing about one of its articles.
  const name = isCollection ? fileName : basename(path);
  const article = cleanArticle(raw, name === undefined ? {} : { fileName: name });
  if (article.paragraphs.length > 0) return { entry, article };
  if (isCollection) return { entry, problem: emptyPart(entry, fileName) };
  throw new UnreadableFileError(path, {
    kind: 'empty',
    zh: '文件里没有文字，请补上正文，或把它移出语料文件夹；扫描件要先识别成文字',
    en: 'the file contains no text: add some, or move it out of the corpus; a scan must be turned into text first',
  });
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

function emptyPart(entry: number, fileName: string | undefined): Bilingual {
  if (fileName !== undefined)
    return { zh: `${fileName}：没有文字，已跳过`, en: `${fileName}: no text; it was skipped` };
  return {
    zh: `第 ${entry + 1} 行去掉网页杂项后没有文字，已跳过`,
    en: `line ${entry + 1} has no text but page furniture; it was skipped`,
  };
}
