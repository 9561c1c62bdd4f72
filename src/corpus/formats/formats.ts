import { extname } from 'node:path';
import { docx } from './docx';
import type { Format } from './format';
import { html } from './html';
import { jsonl } from './jsonl';
import { markdown } from './markdown';
import { text } from './text';
import { UnreadableFileError } from './unreadableFile';

/** Every format the corpus reads, by extension. */
const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': text,
  '.text': text,
  '.gao': text,
  '.md': markdown,
  '.markdown': markdown,
  '.html': html,
  '.htm': html,
  '.xhtml': html,
  '.docx': docx,
  '.jsonl': jsonl,
  '.jsonl.gz': jsonl,
};

/** Lower case, with the dot: `.txt`, `.jsonl.gz`. */
export const supportedExtensions: readonly string[] = Object.keys(FORMATS);

/** The format of a file by its name. @throws {UnreadableFileError} where there is none */
export function formatOf(path: string): Format {
  const format = FORMATS[extensionOf(path)];
  if (format) return format;
  throw new UnreadableFileError(path, {
    zh: `不支持这种文件；支持 ${supportedExtensions.join(' ')}，其他格式请先另存`,
    en: `files of this kind are not supported; save it as one of ${supportedExtensions.join(' ')}`,
  });
}

function extensionOf(path: string): string {
  const last = extname(path).toLowerCase();
  return last === '.gz' ? extname(path.slice(0, -last.length)).toLowerCase() + last : last;
}
