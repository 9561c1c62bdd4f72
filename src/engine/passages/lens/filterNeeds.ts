import type { BlockSegment } from '../../index/blocks/blockSegment';
import { lazilyFiltered } from './lazyFilter';
import { type ArticleFilter, isFiltering } from './lens';

/** Pages of metadata that are read of all layouts together to tell which places a filter wants; of one layout at least. */
const MOST_METAS = 400;
const FEWEST_METAS = 8;

/** Those of one layout, where there are so many. */
export const metasOfLayout = (layouts: number): number => Math.max(FEWEST_METAS, Math.floor(MOST_METAS / layouts));

/** What the articles of some places are, as far as a filter needs it: of as many of them as are read, at equal strides. */
export function filterNeeds(
  segment: BlockSegment,
  filter: ArticleFilter,
  positions: readonly number[],
  layouts: number,
): Set<number> {
  if (!isFiltering(filter)) return new Set();
  const { isJudged } = lazilyFiltered(segment, filter);
  const articles = [...new Set(positions.map(position => segment.articleAt(position)))];
  // The same ones again, whatever is here of them meanwhile.
  const pages = [...new Set(articles.map(article => segment.metaPiece(article)))];
  const read = new Set(strided(pages, metasOfLayout(layouts)));
  const missing = articles.filter(article => isJudged?.(article) === false).map(article => segment.metaPiece(article));
  return new Set(missing.filter(page => read.has(page)));
}

const strided = <Item>(items: readonly Item[], most: number): Item[] =>
  items.length <= most
    ? [...items]
    : Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
