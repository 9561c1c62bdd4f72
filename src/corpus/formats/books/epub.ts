import { posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { countHan } from '../../../engine/text/han';
import { unzipParts } from '../archive/unzipParts';
import type { Format, RawEntry } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { UnreadableFileError } from '../unreadableFile';
import type { DomDocument, DomElement } from '../web/dom';
import { blockText, removeInvisible } from '../web/htmlBlocks';
import { withoutDepths } from '../web/htmlDepth';
import { xmlEvents } from '../xml';

const WANTED = /\.(?:x?html?|xml|opf|ncx)$/i;
/** Pages that are no article: cover, contents, imprint. */
const NO_ARTICLE = /(?:^|[/_-])(?:cover|toc|nav|contents?|titlepage|copyright|colophon)\w*\.x?html?$/i;

const FEWEST_TITLE_HAN = 4;
/** The same by what they are called. */
const NO_CHAPTER =
  /^(?:封\s*面|封\s*底|扉\s*页|书名页|目\s*录|目\s*次|版\s*权(?:页|信息|声明)?|cover|(?:table of )?contents|copyright)$/i;

interface Chapter {
  title: string;
  text: string;
}

/** An e-book: an article a chapter, in reading order. A chapter begins with a file that has a heading. */
export const epub: Format = {
  isText: false,
  isCollection: true,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const parts = unzipParts(source.path, await source.bytes(maxFileBytes), name => WANTED.test(name));
    const book = readPackage(parts);
    if (!book) {
      throw new UnreadableFileError(source.path, {
        kind: 'damaged',
        zh: '电子书缺少目录文件，可能已损坏，请重新下载',
        en: 'the e-book has no list of its pages and may be damaged: download it again',
      });
    }
    if (parts.has('META-INF/encryption.xml') && parts.has('META-INF/rights.xml')) {
      throw new UnreadableFileError(source.path, {
        kind: 'encrypted',
        zh: '电子书有版权保护，无法读取，请换用没有加密的版本',
        en: 'the e-book is protected: use a copy without protection',
      });
    }
    const pages = book.pages.filter(page => parts.has(page) && !NO_ARTICLE.test(page));
    const all = chaptersOf(pages.map(page => decodeFile(`${source.path}/${page}`, parts.get(page)!).text));
    const chapters = all.filter(({ title }) => !NO_CHAPTER.test(title));
    // Converters write `untitled` or the name of a file there.
    if (chapters.length === 1 && countHan(book.title) >= FEWEST_TITLE_HAN) chapters[0]!.title ||= book.title;
    yield* chapters.map(({ title, text }, entry): RawEntry => ({ entry, raw: { text, ...(title && { title }) } }));
  },
};

/** The pages in reading order, and the title of the book; null where the package file is missing. */
function readPackage(parts: ReadonlyMap<string, Uint8Array>): { title: string; pages: string[] } | null {
  const text = (name: string) => new TextDecoder().decode(parts.get(name));
  let name = '';
  for (const event of xmlEvents(parts.has('META-INF/container.xml') ? text('META-INF/container.xml') : '')) {
    if (event.kind === 'open' && event.name === 'rootfile') name ||= event.attributes.get('full-path') ?? '';
  }
  name = parts.has(name) ? name : ([...parts.keys()].find(key => key.endsWith('.opf')) ?? '');
  if (name === '') return null;
  const files = new Map<string, string>();
  // A book names a page once; one that names it again and again would be read as often.
  const pages = new Set<string>();
  let title = '';
  let isTitle = false;
  for (const event of xmlEvents(text(name))) {
    if (event.kind === 'text') title += isTitle ? event.text : '';
    else if (event.name === 'title') isTitle = event.kind === 'open';
    else if (
      event.kind === 'open' &&
      event.name === 'item' &&
      !/\bnav\b/.test(event.attributes.get('properties') ?? '')
    ) {
      const href = pathOf(event.attributes.get('href') ?? '');
      files.set(event.attributes.get('id') ?? '', posix.join(posix.dirname(name), href));
    } else if (event.kind === 'open' && event.name === 'itemref') {
      const page = files.get(event.attributes.get('idref') ?? '');
      if (page !== undefined) pages.add(page);
    }
  }
  return { title: title.trim(), pages: [...pages] };
}

/** The path that an address tells; one with a per cent sign that escapes nothing (`增长8%.xhtml`) is a path as it stands. */
function pathOf(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const NOTES =
  /(?:^|\s)(?:(?:foot|end|rear)notes?|noteref|pagebreak)(?:\s|$)|^doc-(?:footnote|endnotes?|noteref|pagebreak)$/;

/** Takes out notes, what refers to them, and the numbers of printed pages, as books mark them. */
function removeNotes(body: DomElement): void {
  for (const element of body.querySelectorAll('aside,section,div,ol,li,p,a,span')) {
    const is = (name: string) => NOTES.test(element.getAttribute(name) ?? '');
    if (is('epub:type') || is('role')) element.remove();
  }
}

function chaptersOf(sources: readonly string[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const source of sources) {
    const { document } = parseHTML(withoutDepths(source.replace(/^[\s\S]*?(?=<html\b)/i, ''))) as unknown as {
      document: DomDocument;
    };
    const { body } = document;
    if (!body) continue;
    removeInvisible(body);
    removeNotes(body);
    const title = body.querySelector('h1,h2,h3')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const text = blockText(body);
    const last = chapters.at(-1);
    if (title === '' && last) last.text += `\n${text}`;
    else if (text !== '') chapters.push({ title, text });
  }
  return chapters;
}
