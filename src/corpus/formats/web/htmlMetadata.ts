import type { RawArticle } from '../../../engine/article/article';
import { parseDate } from '../../../engine/article/dates';
import { isPersonName } from '../../../engine/article/names';
import { countHan } from '../../../engine/text/han';
import type { DomDocument, DomElement } from './dom';
import { blockText } from './htmlBlocks';

export type Page = DomDocument & { readonly body: DomElement };
type PageMetadata = Omit<RawArticle, 'text'>;

const TITLE_NAMES = ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'title'];
const DATE_NAMES = [
  'pubdate',
  'publishdate',
  'publish_date',
  'article:published_time',
  'og:release_date',
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'weibo:article:create_at',
  'date',
];
const AUTHOR_NAMES = ['author', 'article:author', 'dc.creator'];
const SITE_NAMES = ['sitename', 'og:site_name', 'columnname', 'columndescription'];
const HEADINGS = 'h1, h2, h3, [class*="title" i], [id*="title" i], [class="tit"], [class^="tit "]';
const PUBLISHED =
  /(?:发布|发表|更新|發布|發表)?(?:时间|日期|於|时|時間)\s*[:：]?\s*((?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2})/;
/** Converters to traditional script put readings in brackets after characters, in labels too. */
const READING = /[(（][a-zà-ǜ]{1,6}[)）]/g;
/** What separates a headline from the name of the column and site behind it. */
const TITLE_SEPARATOR = /\s*(?:[_|｜]|[-—–]{1,}|::|»|>)\s*/;
const SHORTEST_TITLE_HAN = 4;
const LONGEST_TITLE_HAN = 70;

/** What a page says about its article. Reads the page only; text that is hidden may still hold the headline. */
export function htmlMetadata(page: Page): PageMetadata {
  const meta = metaTags(page);
  const title = pageTitle(page, meta);
  const published =
    first(meta, DATE_NAMES, parseDate) ??
    parseDate(PUBLISHED.exec(blockText(page.body).replace(READING, ''))?.[1] ?? '');
  const author = first(meta, AUTHOR_NAMES, name => (isPersonName(name) ? name : null));
  return { ...(title && { title }), ...(published && { published }), ...(author && { speaker: author }) };
}

function metaTags(page: Page): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase();
    const content = (element.getAttribute('content') ?? '').replace(/<[^>]*>/g, '').trim();
    if (name !== '' && content !== '' && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

function first<T>(
  meta: ReadonlyMap<string, string>,
  names: readonly string[],
  read: (content: string) => T | null,
): T | null {
  for (const name of names) {
    const content = meta.get(name);
    const value = content ? read(content) : null;
    if (value !== null) return value;
  }
  return null;
}

/**
 * The headline: what a meta tag calls the title; else the heading on the page that the window title begins with; else
 * the window title up to the name of the site; else the first heading.
 */
function pageTitle(page: Page, meta: ReadonlyMap<string, string>): string | null {
  const sites = SITE_NAMES.map(name => meta.get(name)).filter(name => name !== undefined);
  const isTitle = (text: string) =>
    countHan(text) >= SHORTEST_TITLE_HAN && countHan(text) <= LONGEST_TITLE_HAN && !sites.includes(text);
  const windowTitle = oneLine(page.querySelector('title')?.textContent ?? '');
  const stem = withoutSite(windowTitle, sites);
  const named = first(meta, TITLE_NAMES, content => {
    const text = withoutSite(oneLine(content), sites);
    return isTitle(text) ? text : null;
  });
  const headings = [...page.querySelectorAll(HEADINGS)].map(heading => oneLine(blockText(heading))).filter(isTitle);
  const shared = headings.find(heading => windowTitle.startsWith(heading) || named?.startsWith(heading));
  return shared ?? named ?? (isTitle(stem) ? stem : null) ?? headings[0] ?? null;
}

/** `抓落实要见行动——评论——青山网` → `抓落实要见行动`; a title that has only the site is empty then. */
function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(new RegExp(`(${TITLE_SEPARATOR.source})`));
  while (parts.length > 1 && isSite(parts.at(-1)!, sites)) parts.splice(-2);
  return parts.length === 1 && isSite(parts[0]!, sites) ? '' : parts.join('');
}

function isSite(part: string, sites: readonly string[]): boolean {
  return (
    sites.includes(part) ||
    /(?:网|网站|网页|频道|门户|日报|在线|论坛|首页|公众号|网|網|網站)$/.test(part) ||
    countHan(part) <= 3
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
