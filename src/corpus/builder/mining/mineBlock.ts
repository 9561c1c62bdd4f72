import { decodeCodeUnits } from '../../../engine/index/columns/memorySegment';
import { mineArticle } from '../../../engine/mining/mineArticle';
import { BLOCK_CHARACTERS, type FramesBlock, type MinedArticle, writeFrames } from '../../index/framesFile';
import { readTextBlock, type TextColumns, textBlock } from '../../index/segmentColumns';
import { corpusLimits } from '../../limits';
import { hasMoreLines } from '../../reading/lineLimit';

/** What of a block is mined, and by what; by default every article. */
export interface MineOptions {
  /** Articles, by their number in the block, that are given up: they have no frames, and are not tried again. */
  readonly givenUp?: readonly number[];
  /** Told before each article, by its number in the block. */
  readonly onArticle?: (article: number) => void;
  /** The segment, where it is at hand: its file need not be there yet. */
  readonly columns?: TextColumns | undefined;
  /** Nothing is mined where an article is longer. UTF-16 code units. */
  readonly longest?: number;
  /** Finds the frames of an article. */
  readonly mine?: typeof mineArticle;
}

/**
 * Mines a block of a segment and writes its frames; false where an article of it is too long. An article whose mining throws has no
 * frames: it would throw at each start. Throws what reading or writing throws.
 */
export async function mineBlock(storage: string, block: FramesBlock, options: MineOptions = {}): Promise<boolean> {
  const { givenUp = [], onArticle, columns, longest = Number.POSITIVE_INFINITY, mine = mineArticle } = options;
  const from = block.block * BLOCK_CHARACTERS;
  const to = from + BLOCK_CHARACTERS;
  const { first, text, starts, isWordStart } = columns
    ? textBlock(columns, from, to)
    : await readTextBlock(storage, block.segment, from, to);
  if (starts.some((start, i) => i > 0 && start - starts[i - 1]! > longest)) return false;
  const mined: MinedArticle[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    if (givenUp.includes(i)) continue;
    onArticle?.(i);
    const start = starts[i]!;
    const article = decodeCodeUnits(text.subarray(start, starts[i + 1]!));
    if (hasMoreLines(article, corpusLimits.minedParagraphs)) continue;
    const frames = orNone(() => mine(article, offset => isWordStart(start + offset)));
    if (frames.length > 0) mined.push({ article: first + i, frames });
  }
  await writeFrames(storage, block, mined);
  return true;
}

function orNone<T>(found: () => readonly T[]): readonly T[] {
  try {
    return found();
  } catch {
    return [];
  }
}
