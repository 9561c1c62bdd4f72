import { unzipParts } from '../archive/unzipParts';
import { UnreadableFileError } from '../unreadableFile';
import { decodeXml, xmlEvents } from '../xml';
import { readNumbering } from './docxNumbering';
import { docxParagraphs } from './docxParagraphs';
import { readRelations } from './docxRelations';
import { readStyleNumbering } from './docxStyles';

const PARTS = /^\/?(?:word\/[^/]+|(?:word\/)?_rels\/[^/]*\.rels|(?:document|numbering|styles)\d*\.xml|afchunk[^/]*)$/i;

/** A .docx taken apart. */
export interface DocxDocument {
  /** Path of the file. */
  readonly path: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The name of the part with the text, and what it says. */
  readonly main: string;
  readonly xml: string;
}

/** Unpacks a .docx and finds its text. @throws {UnreadableFileError} */
export function openDocx(bytes: Uint8Array, path: string): DocxDocument {
  const parts = unzipParts(path, bytes, name => PARTS.test(name));
  const byName = [...parts.keys()].find(key => /(?:^|\/)document\d*\.xml$/.test(key));
  const main = byName ?? [...readRelations(parts, '').values()].find(name => parts.has(name));
  const xml = main === undefined ? '' : decodeXml(parts.get(main));
  if (main === undefined || xml === '') {
    throw new UnreadableFileError(path, {
      zh: '文件里没有 Word 正文，可能不是 .docx 或已损坏；请在 Word 中打开并另存',
      en: 'the file holds no Word text; it may be no .docx, or damaged: open it in Word and save it again',
    });
  }
  return { path, parts, main, xml };
}

/** The text, one paragraph a line. `chunks`: paragraphs of the documents that lie whole within it, by their ids. */
export function docxText({ parts, xml }: DocxDocument, chunks?: ReadonlyMap<string, readonly string[]>): string {
  const named = (name: RegExp) => decodeXml(parts.get([...parts.keys()].find(key => name.test(key)) ?? ''));
  const numbering = readNumbering(named(/numbering\.xml$/));
  const styles = readStyleNumbering(named(/styles\.xml$/));
  return docxParagraphs(xml, numbering, styles, chunks).join('\n');
}

/** Id -> name of the part, of the documents that lie whole within one. */
export function chunksOf({ parts, main, xml }: DocxDocument): ReadonlyMap<string, string> {
  const chunks = new Map<string, string>();
  if (!xml.includes('altChunk')) return chunks;
  const relations = readRelations(parts, main);
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || event.name !== 'altChunk') continue;
    const id = event.attributes.get('id') ?? '';
    const name = relations.get(id);
    if (name !== undefined && parts.has(name)) chunks.set(id, name);
  }
  return chunks;
}
