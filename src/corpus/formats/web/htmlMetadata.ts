import type { RawArticle } from '../../../engine/article/article';
import type { Page } from './dom';
import { publishedOn } from './htmlDate';
import { pageTitle } from './htmlTitle';

type PageMetadata = Omit<RawArticle, 'text'>;

/**
 * What a page says about its article. Reads the page only; text that is hidden may still hold the headline. Its meta tag
 * `author` is left alone: on most pages it names who put the page up, and where it names who wrote the page says so in its text.
 */
export function htmlMetadata(page: Page, source: string): PageMetadata {
  const meta = metaTags(page);
  const title = pageTitle(page, meta);
  const published = publishedOn(page, meta, source);
  return { ...(title && { title }), ...(published && { published }) };
}

function metaTags(page: Page): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const attribute = ['name', 'property', 'itemprop']
      .map(key => element.getAttribute(key))
      .find(value => value !== null);
    const content = (element.getAttribute('content') ?? '').replace(/<[^>]*>/g, '').trim();
    const name = attribute?.toLowerCase() ?? '';
    if (name !== '' && content !== '' && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}
