import { ARTICLE_END, PARAGRAPH_END } from '../index/segment';
import type { Frame } from '../parallel/frame';
import { mineFrames } from './mineFrames';

const MARKS = new RegExp(String.fromCharCode(ARTICLE_END), 'g');

/**
 * Mines an article as a segment holds it: paragraphs joined by `\n`, closed by `ARTICLE_END`. Pairs that it has only once are
 * among the frames, for `mergeFrames`.
 *
 * @param isWordStart does a word begin at this UTF-16 offset of `text`?
 */
export function mineArticle(text: string, isWordStart: (offsetUtf16: number) => boolean): Frame[] {
  const paragraphs = text.replace(MARKS, '').split(String.fromCharCode(PARAGRAPH_END));
  const starts: number[] = [];
  let offset = 0;
  for (const { length } of paragraphs) {
    starts.push(offset);
    offset += length + 1;
  }
  return mineFrames(paragraphs, {
    single: true,
    isWordStart: (paragraph, own) => isWordStart(starts[paragraph]! + own),
  });
}
