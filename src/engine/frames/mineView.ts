import type { ArticleMeta, CorpusView, Segment } from '../index/segment';
import { ARTICLE_END, PARAGRAPH_END } from '../index/segment';
import { type ArticleFrames, type CorpusFrame, mergeFrames } from './mergeFrames';
import { mineFrames } from './mineFrames';
import { rankFrames } from './rankFrames';

/** The frames of an index, best first, and which article the number in an instance stands for. */
export interface MinedView {
  readonly frames: readonly CorpusFrame[];
  metaOf(article: number): ArticleMeta;
}

const MARKS = new RegExp(String.fromCharCode(ARTICLE_END), 'g');

/** Mines an article of a segment, whose words are known there. */
function mineArticle(segment: Segment, article: number): ArticleFrames['frames'] {
  const start = segment.articleStart(article);
  const end = article + 1 < segment.articleCount ? segment.articleStart(article + 1) : segment.length;
  const paragraphs = segment.slice(start, end).replace(MARKS, '').split(String.fromCharCode(PARAGRAPH_END));
  const starts: number[] = [];
  let position = start;
  for (const { length } of paragraphs) {
    starts.push(position);
    position += length + 1;
  }
  return mineFrames(paragraphs, {
    single: true,
    isWordStart: (paragraph, offset) => segment.isWordStart(starts[paragraph]! + offset),
  });
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
        yield { article: places.length - 1, cluster, frames: mineArticle(segment, article) };
      }
    }
  }
  const frames = rankFrames(mergeFrames(mined()));
  return {
    frames,
    metaOf(article) {
      const { segment, article: own } = places[article]!;
      return segment.meta(own);
    },
  };
}
