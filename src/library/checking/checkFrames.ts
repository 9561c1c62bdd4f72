import { readFramesFile } from '../../corpus/index/framesFile';
import { DamagedSegmentError } from '../../engine/index/columns/segmentCodec';
import { libraryLimits } from '../limits';

/** Looks at the mined frames that somebody else has made of some articles of a segment. Throws `DamagedSegmentError` where they are none, or of others. */
export async function checkFrames(path: string, { articles }: { readonly articles: number }): Promise<void> {
  const mined = await readFramesFile(path, libraryLimits.unpackedFramesBytes);
  const isSound = Array.isArray(mined) && mined.every(({ article }) => article < articles);
  if (!isSound) throw new DamagedSegmentError('frames');
}
