import { type SharedStretch, seedLength } from '../../engine/check/overlap/sharedStretches';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { BorrowedArticle } from '../../engine/index/blocks/borrowed';
import { articleEnd } from '../../engine/index/segment';
import { libraryLimits } from '../limits';

/** Stretches of a line that overlap by so much that nothing of `least` falls between two. */
export function stretchesOf(line: string, most: number, least: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + seedLength(least) <= line.length; at += most - least + 1) {
    found.push(line.slice(at, at + most));
    if (at + most >= line.length) break;
  }
  return found;
}

/** One place of a draft, and who has it. */
export type Shared = readonly BorrowedArticle[];

/** The stretches that one segment shares with a text, by where in the text they begin. */
export function groups(segment: BlockSegment, text: string, stretches: readonly SharedStretch[]): Shared[] {
  const at = new Map<string, BorrowedArticle[]>();
  for (const { at: offset, article } of stretches) {
    const key = `${offset} ${text}`;
    at.set(key, [...(at.get(key) ?? []), { segment, article }]);
  }
  return [...at.values()];
}

/**
 * Of each place as many articles as tell whether it is anybody's own, those that share most before others; in all no more text than is
 * sorted in a moment.
 */
export function chosen(shared: readonly Shared[], many: number): { articles: BorrowedArticle[]; isCut: boolean } {
  const nameOf = ({ segment, article }: BorrowedArticle) => `${segment.id} ${article}`;
  const shares = new Map<string, number>();
  for (const one of shared.flat()) shares.set(nameOf(one), (shares.get(nameOf(one)) ?? 0) + 1);
  const shareOf = (one: BorrowedArticle) => shares.get(nameOf(one))!;
  const most = (those: Iterable<BorrowedArticle>) => [...those].sort((a, b) => shareOf(b) - shareOf(a));
  const wanted = new Map(shared.flatMap(those => most(those).slice(0, many)).map(one => [nameOf(one), one]));
  const articles: BorrowedArticle[] = [];
  let characters = 0;
  for (const one of most(wanted.values())) {
    characters += articleEnd(one.segment, one.article) - one.segment.articleStart(one.article);
    if (characters > libraryLimits.borrowedCharacters) return { articles, isCut: true };
    articles.push(one);
  }
  return { articles, isCut: false };
}
