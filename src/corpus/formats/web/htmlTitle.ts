import { isFurniture } from '../../../engine/article/furniture/furniture';
import { GENRE_END } from '../../../engine/article/metadata/head/titleLines';
import { countHan } from '../../../engine/text/han';
import type { DomElement, Page } from './dom';
import { blockText } from './htmlBlocks';
import { densestBlock } from './htmlDensest';

const TITLE_NAMES = ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'title'];
const SITE_NAMES = ['sitename', 'og:site_name', 'columnname', 'columndescription', 'sitedomain'];
const HEADINGS = 'h1, h2, h3, [class*="title" i], [id*="title" i], [class="tit"], [class^="tit "]';
/** Headlines on some pages, the heads of boxes on most. */
const MINOR_HEADINGS = 'h4, h5, h6';
/** Where neither window nor heading names it: set large, bold or in the middle. */
const LARGE =
  'center, [align="center" i], [style*="text-align:center" i], [style*="text-align: center" i], font[size], b, strong';
/** What programs call a page that nobody has named. */
const UNNAMED =
  /^(?:无标题(?:文档|页)?|未命名(?:文档)?|新建(?:网页|文档)\s*\d*|网页标题|untitled(?:\s(?:document|page))?|new page\s*\d*)$/i;
/** What separates a headline from the name of the column and site behind it. */
const TITLE_SEPARATOR = /\s*(?:[_|｜]|[-—–]{1,}|::|»|>)\s*/;
const TITLE_SEPARATOR_AT_END = new RegExp(`\\S${TITLE_SEPARATOR.source}$`);
const SITE =
  /(?:网|网站|网页|官网|频道|门户|日报|晚报|在线|论坛|首页|公众号|網|網站|客户端|平台|政务公开|信息公开)$|^Powered by /;
/** Bodies whose name stands for their site. */
const BODY =
  /^(?:中共)?[\u3400-\u9fff]{2,14}(?:人民政府(?:办公室)?|政府|委员会|人大常委会|人大|政协|法院|检察院|局|厅|委|办公室|学会|协会|联合会|大学|学院|党校|集团|公司|研究院|研究会|图书馆)$/;
const SHORTEST_TITLE_HAN = 4;
const LONGEST_TITLE_HAN = 70;
const LONGEST_COLUMN_HAN = 8;

/**
 * The headline: what a meta tag calls the title; else the heading on the page that the window title begins with; else
 * the window title up to the name of the site; else the heading above the text. The name of a column is no headline.
 */
export function pageTitle(page: Page, meta: ReadonlyMap<string, string>): string | null {
  const sites = SITE_NAMES.map(name => meta.get(name)).filter(name => name !== undefined);
  const columns = columnNames(page);
  const isTitle = (text: string) =>
    countHan(text) >= SHORTEST_TITLE_HAN &&
    countHan(text) <= LONGEST_TITLE_HAN &&
    !sites.includes(text) &&
    !UNNAMED.test(text) &&
    !isColumn(text, columns) &&
    !isFurniture(text, false);
  const windowTitle = oneLine(page.querySelector('title')?.textContent ?? '');
  const stem = withoutSite(windowTitle, sites);
  const named = namedTitle(meta, sites, isTitle);
  const headings = [...page.querySelectorAll(HEADINGS)].map(textOf).filter(isTitle);
  const shared =
    headings.find(heading => windowTitle.startsWith(heading) || named?.startsWith(heading)) ??
    headings.find(heading => standsBehindColumn(heading, windowTitle));
  if (shared ?? named) return shared ?? named;
  const [alone, another] = [...page.querySelectorAll('h1')].map(textOf).filter(isTitle);
  if (alone && !another && GENRE_END.test(alone) && !GENRE_END.test(stem)) return alone;
  if (isTitle(stem)) return stem;
  const text = densestBlock(page.body);
  return (
    headingAbove(page, text, HEADINGS, isTitle) ??
    headingAbove(page, text, MINOR_HEADINGS, isTitle) ??
    headings[0] ??
    headingAbove(page, text, LARGE, line => isTitle(line) && GENRE_END.test(line), false)
  );
}

/** 青山要闻-在…会上的讲话: some sites put column and name first. A heading that is the site itself is none. */
function standsBehindColumn(heading: string, windowTitle: string): boolean {
  if (!windowTitle.endsWith(heading) || SITE.test(heading) || BODY.test(heading)) return false;
  return TITLE_SEPARATOR_AT_END.test(windowTitle.slice(0, -heading.length));
}

function namedTitle(
  meta: ReadonlyMap<string, string>,
  sites: readonly string[],
  isTitle: (text: string) => boolean,
): string | null {
  for (const name of TITLE_NAMES) {
    const text = withoutSite(oneLine(meta.get(name) ?? ''), sites);
    if (isTitle(text)) return text;
  }
  return null;
}

/** The last heading before the block `target` of the text, or where `orWithin` at its beginning, in the order of the page. */
function headingAbove(
  page: Page,
  target: DomElement,
  selector: string,
  isTitle: (text: string) => boolean,
  orWithin = true,
): string | null {
  const headings = new Set<DomElement>(page.querySelectorAll(selector));
  let last: string | null = null;
  const walk = (element: DomElement): boolean => {
    if (element === target) {
      if (orWithin) last ??= [...element.querySelectorAll(selector)].map(textOf).find(isTitle) ?? null;
      return true;
    }
    if (headings.has(element) && isTitle(textOf(element))) last = textOf(element);
    return [...element.children].some(walk);
  };
  walk(page.body);
  return last;
}

/** Short texts of links: columns of the site, as its menu and its path name them. */
function columnNames(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  for (const link of page.querySelectorAll('a')) {
    const text = oneLine(link.textContent ?? '');
    if (countHan(text) <= LONGEST_COLUMN_HAN) names.add(text);
  }
  return names;
}

/** 新闻动态, 首页 - 新闻动态: a name of the menu, or a path that begins at the first page. */
function isColumn(text: string, columns: ReadonlySet<string>): boolean {
  return (
    columns.has(text) ||
    /^(?:网站)?首页\s*[-—>＞»/|·]/.test(text) ||
    (countHan(text) <= LONGEST_COLUMN_HAN && COLUMN_END.test(text))
  );
}

const COLUMN_END =
  /(?:动态|要闻|新闻|资讯|公告|公示|专栏|专题|之窗|园地|天地|论坛|讲话|文苑|学习|信息|中心|概况|公开|互动|服务|详情|内容|正文|详细页|浏览)$/;

/** `抓落实要见行动——评论——青山网` → `抓落实要见行动`; a title that has only the site is empty then. */
function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(new RegExp(`(${TITLE_SEPARATOR.source})`));
  const whole = parts.length;
  while (parts.length > 1 && isSite(parts.at(-1)!, parts.at(-2)!.trim(), sites)) parts.splice(-2);
  // 在…上的讲话 - 公文写作: between a title that is complete and the site stands the column.
  if (
    parts.length > 2 &&
    parts.length < whole &&
    GENRE_END.test(parts[0]!) &&
    countHan(parts[2]!) <= LONGEST_COLUMN_HAN
  )
    parts.splice(1);
  return parts.length === 1 && isSite(parts[0]!, '_', sites) ? '' : parts.join('');
}

/** A dash of full width may lead to a subtitle, so that a body behind it need not be the site. */
function isSite(part: string, separator: string, sites: readonly string[]): boolean {
  return sites.includes(part) || SITE.test(part) || countHan(part) <= 3 || (!/^—+$/.test(separator) && BODY.test(part));
}

function textOf(element: DomElement): string {
  return oneLine(blockText(element));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
