import { decodeCodeUnits } from '../../engine/index/memorySegment';
import { mineArticle } from '../../engine/mining/mineArticle';
import { BLOCK_CHARACTERS, type FramesBlock, type MinedArticle, writeFrames } from '../framesFile';
import { readTextBlock } from '../segmentFile';

/** Mines a block of a segment and writes its frames. Throws what reading or writing throws. */
export async function mineBlock(storage: string, block: FramesBlock): Promise<void> {
  const from = block.block * BLOCK_CHARACTERS;
  const { first, text, starts, isWordStart } = await readTextBlock(
    storage,
    block.segment,
    from,
    from + BLOCK_CHARACTERS,
  );
  const mined: MinedArticle[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    const start = starts[i]!;
    const article = decodeCodeUnits(text.subarray(start, starts[i + 1]!));
    const frames = mineArticle(article, offset => isWordStart(start + offset));
    if (frames.length > 0) mined.push({ article: first + i, frames });
  }
  await writeFrames(storage, block, mined);
}
