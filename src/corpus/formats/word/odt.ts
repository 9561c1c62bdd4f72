import { unzipParts } from '../archive/unzipParts';
import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { UnreadableFileError } from '../unreadableFile';
import { decodeXml } from '../xml';
import { odtParagraphs } from './odtParagraphs';

const NO_TEXT = {
  kind: 'damaged',
  zh: '文件里没有正文，可能已损坏，请打开并另存',
  en: 'the file holds no text and may be damaged: open it and save it again',
} as const;

const ENCRYPTED = {
  kind: 'encrypted',
  zh: '文件加了密码，请打开后去掉密码另存',
  en: 'the file has a password: open it, remove the password and save it',
} as const;

/** OpenDocument text (.odt, .ott, and .fodt in one XML file), as LibreOffice and WPS write it. */
export const odt: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const parts = isZip
      ? unzipParts(source.path, bytes, name => /^(?:content|styles|META-INF\/manifest)\.xml$/.test(name))
      : new Map();
    const content = isZip ? parts.get('content.xml') : bytes;
    if (!content) throw new UnreadableFileError(source.path, NO_TEXT);
    if (decodeXml(parts.get('META-INF/manifest.xml')).includes('encryption-data'))
      throw new UnreadableFileError(source.path, ENCRYPTED);
    const styles: Uint8Array | undefined = parts.get('styles.xml');
    const lines = odtParagraphs(decodeFile(source.path, content).text, decodeXml(styles));
    yield { entry: 0, raw: { text: lines.join('\n') } };
  },
};
