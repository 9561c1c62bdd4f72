import { type ArticleMeta, articleEnd, type CorpusView, type Segment } from '../index/segment';
import { type ArticleFrames, type CorpusFrame, mergeFrames } from './mergeFrames';
import { mineArticle } from './mineArticle';
import { offeredFrames } from './offeredFrames';

/** The frames of an index, best first, and which article the number in an instance stands for. */
export interface MinedView {
  readonly frames: readonly CorpusFrame[];
  metaOf(article: number): ArticleMeta;
}

function mineOne(segment: Segment, article: number): ArticleFrames['frames'] {
  const start = segment.articleStart(article);
  return mineArticle(segment.slice(start, articleEnd(segment, article)), offset => segment.isWordStart(start + offset));
}

/**
 * Mines all living articles of an index, of near-duplicates one. Takes about a second for a million characters, all at once:
 * not for a process that somebody waits for.
 */
export function mineView(view: CorpusView): MinedView {
  const places: { readonly segment: Segment; readonly article: number }[] = [];
  function* mined(): Generator<ArticleFrames> {
    const seen = new Set<number>();
    for (const segment of view) {
      for (let article = 0; article < segment.articleCount; article++) {
        if (segment.isDead(article)) continue;
        const { cluster } = segment.meta(article);
        if (seen.has(cluster)) continue;
        seen.add(cluster);
        places.push({ segment, article });
        yield {
          article: places.length - 1,
          cluster,
          weight: segment.weight(article),
          frames: mineOne(segment, article),
        };
      }
    }
  }
  const frames = offeredFrames(mergeFrames(mined()));
  return {
    frames,
    metaOf(article) {
      const { segment, article: own } = places[article]!;
      return segment.meta(own);
    },
  };
}
