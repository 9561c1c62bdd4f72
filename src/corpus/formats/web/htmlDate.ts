import { DATE_TIME, parseDate } from '../../../engine/article/metadata/dates/dates';
import { inYear, parseMonthDay, SHORT_MOMENT } from '../../../engine/article/metadata/dates/monthDay';
import { countHan } from '../../../engine/text/han';
import type { DomDocument, Page } from './dom';
import { blockText } from './htmlBlocks';

/** Names of meta tags, in lower case, that say when a page was published; the surest first. */
const META_NAMES = [
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubtime',
  'publishtime',
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'bytedance:published_time',
  'og:release_date',
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'weibo:article:create_at',
  'apub:time',
  'citation_date',
  'firstpublishedtime',
  'releasedate',
  'createdate',
  'date',
];
const LABELLED =
  /(?:发布|发表|更新|發布|發表)?(?:时间|日期|於|时|時間)\s*[:：]?\s*((?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2})/;
/** `发布时间：09-30`: the year is said elsewhere, if at all. */
const SHORT = new RegExp(SHORT_MOMENT, 'm');
/** When a page was last changed: better than no date. */
const CHANGED_NAMES = ['dateupdate', 'datemodified', 'article:modified_time', 'og:updated_time', 'lastmodified'];
/** Converters to traditional script put readings in brackets after characters, in labels too. */
const READING = /[(（][a-zà-ǜ]{1,6}[)）]/g;
const IN_SCRIPT =
  /["']?(?:datePublished|dateCreated|pubDate|pubTime|publishDate|publish_time|publishTime|create_time)["']?\s*[:=]\s*["']((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})/i;
/** A line below the headline such as `2015年03月05日09:12 来源：青山日报`. */
const LINE = new RegExp(`^([^（(【\\d]{0,24}?)(${DATE_TIME})(.{0,60})$`);
/** The same in seconds since 1970, as accounts write it whose page says 昨天: `var ct = "1425517920"`. */
const SECONDS_IN_SCRIPT = /\b(?:ct|publish_?time|create_?time)["']?\s*[:=]\s*["']?(1\d{9})(?!\d)/i;
const CHINA_MS = 8 * 3_600_000;
const SHORTEST_PROSE_HAN = 30;
/** The clock of a page, and the dates of its links. */
const NO_PUBLICATION = /今天是|今日|现在是|版权|Copyright|©|备案|截至|天气/;

/**
 * When a page says it was published, ISO 8601; null where it does not say. Scripts are read as text, none runs. `source` is the page as
 * it was written: where the text leaves out the year, an address or a script may have it.
 */
export function publishedOn(page: Page, meta: ReadonlyMap<string, string>, source: string): string | null {
  const named = inMeta(meta, META_NAMES);
  if (named) return named;
  const text = blockText(page.body).replace(READING, '');
  return (
    parseDate(LABELLED.exec(text)?.[1] ?? '') ??
    inElement(page) ??
    inScript(page) ??
    besideHeadline(text) ??
    inYear(parseMonthDay(SHORT.exec(text)?.[0] ?? '') ?? undefined, source) ??
    inMeta(meta, CHANGED_NAMES)
  );
}

function inMeta(meta: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const date = parseDate(meta.get(name) ?? '');
    if (date) return date;
  }
  return null;
}

function inElement(page: DomDocument): string | null {
  const element = page.querySelector('time[datetime], [itemprop="datePublished"]');
  return element
    ? parseDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '')
    : null;
}

function inScript(page: DomDocument): string | null {
  for (const script of page.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    const date = parseDate(IN_SCRIPT.exec(text)?.[1] ?? '') ?? dayInChina(SECONDS_IN_SCRIPT.exec(text)?.[1]);
    if (date) return date;
  }
  return null;
}

function dayInChina(seconds: string | undefined): string | null {
  return seconds === undefined ? null : new Date(Number(seconds) * 1000 + CHINA_MS).toISOString().slice(0, 10);
}

/** A day without a label in a short line before the prose; with the time of day, or with nothing else but where and who. */
function besideHeadline(text: string): string | null {
  for (const line of text.split('\n')) {
    if (countHan(line) >= SHORTEST_PROSE_HAN && /[，。]/.test(line)) return null;
    const match = LINE.exec(line.trim());
    if (!match || NO_PUBLICATION.test(line)) continue;
    const [, before, date, after] = match;
    const isBare = before!.trim() === '' && after!.trim() === '';
    if (
      isBare ||
      /\d[:：]\d\d/.test(date!) ||
      /来源|作者|编辑|浏览|点击|阅读|字体|字号|打印|网|报|发布|min read/.test(before! + after!)
    )
      return parseDate(date!);
  }
  return null;
}
