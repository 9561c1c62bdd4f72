import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { RawArticle } from '../../../engine/article/article';
import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { UnreadableFileError } from '../unreadableFile';
import type { DomElement, Page } from './dom';
import { articleText } from './htmlArticle';
import { blockText, breakLines, removeInvisible } from './htmlBlocks';
import { densestBlock } from './htmlDensest';
import { withoutDepths } from './htmlDepth';
import { isErrorPage } from './htmlErrorPage';
import { isListing, linkTexts } from './htmlListing';
import { removeMenus } from './htmlMenus';
import { htmlMetadata } from './htmlMetadata';

const HEAD_BYTES = 4096;
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i;
/** Readability is not asked about larger pages: it costs a fifth of a millisecond an element, many times what the rest does; a page of an article has some thousands. */
const MOST_ELEMENTS = 20_000;

/** A saved web page: its main text, without navigation; scripts never run. One article a file. */
export const html: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
    const [, charset, xmlEncoding] = CHARSET.exec(head) ?? [];
    const page = decodeFile(source.path, bytes, charset ?? xmlEncoding).text;
    yield { entry: 0, raw: readHtml(page, source.path) };
  },
};

/** The main text of a page and what its head says. @throws {UnreadableFileError} where there is no text at all */
export function readHtml(source: string, path: string): RawArticle {
  const page = (parseHTML(completed(withoutDepths(source))) as unknown as { document: Page }).document;
  const metadata = htmlMetadata(page, source);
  removeInvisible(page.body);
  breakLines(page);
  const links = linkTexts(page.body);
  const menus = removeMenus(page.body);
  const densest = blockText(densestBlock(page.body));
  if (densest === '') {
    throw new UnreadableFileError(path, {
      zh: '网页中没有文字，可能保存不完整，请重新保存网页',
      en: 'the page contains no text; it may have been saved incompletely: save it again',
    });
  }
  const readable = countElements(source) > MOST_ELEMENTS ? '' : readableText(page);
  // A page has no lines worth the name: its menus are said to stand at the top.
  const removed = menus.map(text => ({ reason: 'furniture', text, line: 0 }) as const);
  const text = articleText(readable, densest);
  if (isListing(text, links)) {
    throw new UnreadableFileError(path, {
      kind: 'listing',
      zh: '网页是目录或列表，只有别的网页的标题，没有正文；请打开其中的文章，逐篇保存',
      en: 'the page is a list: nothing to read but titles of other pages; open the articles it lists and save each',
    });
  }
  if (isErrorPage(page.querySelector('title')?.textContent ?? '', text)) {
    throw new UnreadableFileError(path, {
      kind: 'empty',
      zh: '保存的是出错页或登录页，没有正文；请在浏览器中打开原网页，确认看到正文后重新保存',
      en: 'what was saved is an error or a login page, without an article: open the page in a browser and save it again once it is there',
    });
  }
  return { text, ...metadata, ...(removed.length > 0 && { removed }) };
}

/** Old pages leave out html, head or body, and linkedom takes what it finds there for the root, or finds no body. */
function completed(source: string): string {
  if (!/<html[\s>]/i.test(source) || !/<body[\s>]/i.test(source)) {
    return `<!doctype html><html><head></head><body>${source.replace(/<\/?(?:html|head|body)[^>]*>/gi, '')}</body></html>`;
  }
  return source.replace(/(<html[^>]*>)([\s\S]*?)(?=<body[\s>])/i, (whole, html: string, head: string) =>
    /<head[\s>]/i.test(head) ? whole : `${html}<head>${head}</head>`,
  );
}

/** Counted in the source, without walking the page. */
function countElements(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (/[a-z]/i.test(source[at + 1] ?? '')) count++;
  }
  return count;
}

/** Elements, each counted once for every element around it; a large page of a newspaper has some tens of thousands. */
const MOST_NESTED = 500_000;

function isNestedDeeply(body: DomElement): boolean {
  let total = 0;
  const open: { readonly element: DomElement; readonly depth: number }[] = [{ element: body, depth: 0 }];
  for (let next = open.pop(); next && total <= MOST_NESTED; next = open.pop()) {
    total += next.depth;
    for (const element of next.element.children) open.push({ element, depth: next.depth + 1 });
  }
  return total > MOST_NESTED;
}

/**
 * The text Readability finds; it takes the page apart, so this comes last. It looks at an element again for each element around it:
 * a page that is nested like no other is left to the densest block.
 */
function readableText(page: Page): string {
  if (isNestedDeeply(page.body)) return '';
  try {
    const found = new Readability<DomElement>(page as never, {
      serializer: node => node as unknown as DomElement,
      disableJSONLD: true,
    }).parse();
    return found?.content ? blockText(found.content) : '';
  } catch {
    // A page it cannot cope with still has its densest block.
    return '';
  }
}
