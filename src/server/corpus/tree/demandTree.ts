import { basename, dirname, join } from 'node:path';
import type { BlockSegment } from '../../../engine/index/blocks/blockSegment';
import { articleEnd } from '../../../engine/index/segment';
import type { ArticlePlace } from '../../../engine/passages/articlePlace';
import { paths } from '../../../paths/pathIdentity';
import type { ArticleRow, FolderRow, TreePage } from '../../protocol/corpusTree';

/** Articles in one answer: what each is may be in a piece of its own. */
const PAGE = 100;
/** Of packed dates: see `packDate`. */
const YEAR = 10_000;

/**
 * A library that is read on demand by years, whatever the folders of its publisher are: the dates of its articles are always here, what
 * they are comes a page at a time.
 */
export interface DemandTree {
  /** The pieces that are missing for a page of a folder. */
  needs(segment: BlockSegment, path: string, from: number): Set<number>;
  /** Only what is here: a page ends before the first article of which it is not known what it is. */
  page(path: string, from: number): TreePage;
}

/** @param undated what articles without a date are under */
export function createDemandTree(root: string, segments: readonly BlockSegment[], undated: string): DemandTree {
  let counts: ReadonlyMap<number, number> | undefined;
  let last: { year: number; places: readonly ArticlePlace[] } | undefined;
  const pathOf = (year: number) => join(root, year > 0 ? String(year) : undated);
  const folderRow = ([year, articles]: readonly [number, number]): FolderRow => ({
    kind: 'folder',
    path: pathOf(year),
    name: basename(pathOf(year)),
    isRoot: false,
    articles,
    isOfLibrary: true,
    problem: null,
  });
  const placesIn = (path: string): readonly ArticlePlace[] => {
    if (!paths.isSame(dirname(path), root)) return [];
    const name = basename(path);
    const year = name === undated ? 0 : Number(name);
    if (last?.year !== year) last = { year, places: articlesOf(segments, year) };
    return last.places;
  };
  return {
    needs(segment, path, from) {
      const pieces = placesIn(path)
        .slice(from, from + PAGE)
        .filter(place => segments[place.segment] === segment && !segment.hasMeta(place.article))
        .map(({ article }) => segment.metaPiece(article));
      return new Set(pieces);
    },
    page(path, from) {
      if (paths.isSame(path, root)) {
        counts ??= countsOf(segments);
        const years = [...counts].sort(([a], [b]) => b - a);
        return { rows: years.slice(from, from + PAGE).map(folderRow), total: years.length };
      }
      const places = placesIn(path);
      const asked = places.slice(from, from + PAGE);
      const isHere = ({ segment, article }: ArticlePlace) => segments[segment]!.hasMeta(article);
      const missing = asked.findIndex(place => !isHere(place));
      const here = missing < 0 ? asked : asked.slice(0, missing);
      return { rows: here.map(place => articleRow(segments[place.segment]!, place.article)), total: places.length };
    },
  };
}

const yearOf = (segment: BlockSegment, article: number): number => Math.floor(segment.packedDate(article) / YEAR);

/** Articles of each year, near-duplicates once. */
function countsOf(segments: readonly BlockSegment[]): ReadonlyMap<number, number> {
  const clusters = new Map<number, Set<number>>();
  for (const segment of segments)
    for (let article = 0; article < segment.articleCount; article++) {
      if (segment.isDead(article)) continue;
      const year = yearOf(segment, article);
      const known = clusters.get(year) ?? new Set();
      clusters.set(year, known.add(segment.cluster(article)));
    }
  return new Map([...clusters].map(([year, those]) => [year, those.size]));
}

/** Those of a year, the newest first, of near-duplicates the newest; articles of one day as they lie, which brings them with few pieces. */
function articlesOf(segments: readonly BlockSegment[], year: number): ArticlePlace[] {
  const places: ArticlePlace[] = [];
  segments.forEach((segment, number) => {
    for (let article = 0; article < segment.articleCount; article++)
      if (yearOf(segment, article) === year && !segment.isDead(article)) places.push({ segment: number, article });
  });
  const dateOf = ({ segment, article }: ArticlePlace) => segments[segment]!.packedDate(article);
  places.sort((a, b) => dateOf(b) - dateOf(a) || a.segment - b.segment || a.article - b.article);
  const clusters = new Set<number>();
  return places.filter(({ segment, article }) => {
    const cluster = segments[segment]!.cluster(article);
    const isNew = !clusters.has(cluster);
    clusters.add(cluster);
    return isNew;
  });
}

function articleRow(segment: BlockSegment, article: number): ArticleRow {
  const { path, entry, title, date, speaker, occasion } = segment.meta(article);
  return {
    ...{ kind: 'article', path, entry, title, date, speaker, occasion },
    characters: articleEnd(segment, article) - segment.articleStart(article) - 1,
    ...{ versions: 1, isHidden: false, isExcluded: false, isOfLibrary: true, findings: 0 },
  };
}
