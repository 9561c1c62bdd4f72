import { NotTextError } from '../../reading/decode';
import { decodeFile } from '../readBytes';
import { memorySource } from '../source';
import { UnreadableFileError } from '../unreadableFile';
import { docxText, openDocx } from './docxDocument';

/**
 * The text of a document that lies whole within a .docx. Programs that make Word files of web pages put the page there and
 * leave it to Word to convert it. '' where it is of a kind that is not read.
 */
export async function chunkText(path: string, bytes: Uint8Array): Promise<string> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  try {
    if (start.startsWith('PK')) return docxText(openDocx(bytes, path));
    const format = await formatOf(start);
    if (!format) return decodeFile(path, bytes).text;
    for await (const entry of format.read({ source: memorySource(path, bytes) }))
      if ('raw' in entry) return entry.raw.text;
    return '';
  } catch (error) {
    if (error instanceof UnreadableFileError || error instanceof NotTextError) return '';
    throw error;
  }
}

async function formatOf(start: string) {
  if (/^[^<]{0,200}(?:MIME-Version|Content-Type):/i.test(start)) return (await import('../web/mht')).mht;
  if (/^[^\w<]*<(?:!doctype|html|head|body|div|p|meta|\?xml)\b/i.test(start)) return (await import('../web/html')).html;
  return start.startsWith('{\\rt') ? (await import('../rtf/rtf')).rtf : null;
}
