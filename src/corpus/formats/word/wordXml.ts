import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { readNumbering } from './docxNumbering';
import { docxParagraphs } from './docxParagraphs';

/** Headers, footers, notes and settings of a Word document kept in one XML file, and its binary parts. */
const NOT_TEXT = /<(w:hdr|w:ftr|w:footnote|w:endnote|w:styles|w:lists|w:docPr|w:fonts|pkg:binaryData)\b[\s\S]*?<\/\1>/g;
const OTHER_PARTS = /<pkg:part\b(?![^>]*pkg:name="\/word\/document\d*\.xml")[^>]*>[\s\S]*?<\/pkg:part>/g;

/** Word documents in one XML file: Word 2003's own kind, and “Word XML document” of later ones. */
export const wordXml: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const { text } = decodeFile(source.path, await source.bytes(maxFileBytes));
    const numbering = /<pkg:part\b[^>]*pkg:name="\/word\/numbering\.xml"[\s\S]*?<\/pkg:part>/.exec(text)?.[0] ?? '';
    const document = text.replace(OTHER_PARTS, '').replace(NOT_TEXT, '');
    yield { entry: 0, raw: { text: docxParagraphs(document, readNumbering(numbering), new Map()).join('\n') } };
  },
};
