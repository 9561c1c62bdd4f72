import type { CorpusView } from '../../../engine/index/segment';
import { livingArticles } from '../../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../../engine/passages/articlePlace';

/** Articles that are all but the same, together: drafts, what was read out, and its copies. */
export interface Versions {
  /** All versions of an article, the newest first; one without a date by when its file was written. */
  of(place: ArticlePlace): readonly ArticlePlace[];
  /** Is it the newest of its versions, or the only one? */
  isShown(place: ArticlePlace): boolean;
}

/** @param times when each file was written last, in milliseconds */
export function createVersions(view: CorpusView, times: ReadonlyMap<string, number>): Versions {
  const metaOf = ({ segment, article }: ArticlePlace) => view[segment]!.meta(article);
  const clusters = new Map<number, ArticlePlace[]>();
  for (const place of livingArticles(view)) {
    const { cluster } = metaOf(place);
    const known = clusters.get(cluster);
    if (known) known.push(place);
    else clusters.set(cluster, [place]);
  }
  for (const places of clusters.values()) {
    if (places.length > 1) places.sort((a, b) => byAge(metaOf(a), metaOf(b), times));
  }
  const of = (place: ArticlePlace) => clusters.get(metaOf(place).cluster) ?? [place];
  return {
    of,
    isShown(place) {
      const [newest] = of(place);
      return newest!.segment === place.segment && newest!.article === place.article;
    },
  };
}

interface Dated {
  readonly path: string;
  readonly entry: number;
  readonly date: string | null;
}

function byAge(a: Dated, b: Dated, times: ReadonlyMap<string, number>): number {
  if (a.date !== b.date) return (a.date ?? '') > (b.date ?? '') ? -1 : 1;
  return (times.get(b.path) ?? 0) - (times.get(a.path) ?? 0) || (a.path < b.path ? -1 : 1) || a.entry - b.entry;
}
