import type { Format } from '../format';
import { limits } from '../limits';
import { type Reason, UnreadableFileError } from '../unreadableFile';
import { readHtml } from './html';

const DAMAGED: Reason = {
  kind: 'damaged',
  zh: '网页归档里没有网页，可能保存不完整，请重新保存网页',
  en: 'the web archive holds no page; it may have been saved incompletely: save the page again',
};

/** A web page saved as one file (.mht, .mhtml, and “单个文件网页” of Word): its main text. Also a saved mail. */
export const mht: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const { default: PostalMime } = await import('postal-mime');
    const mail = await PostalMime.parse(bytes as Uint8Array<ArrayBuffer>).catch((cause: unknown) => {
      throw new UnreadableFileError(source.path, DAMAGED, { cause });
    });
    if (mail.html) yield { entry: 0, raw: readHtml(mail.html, source.path) };
    else if (mail.text) yield { entry: 0, raw: { text: mail.text, ...(mail.subject && { title: mail.subject }) } };
    else throw new UnreadableFileError(source.path, DAMAGED);
  },
};
