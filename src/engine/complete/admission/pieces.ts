import { isHan } from '../../text/han';
import { segmentWords } from '../../text/segmentWords';

/** Characters that stand by themselves wherever they stand. */
const STANDING = new Set('的地得了着过和与或等并而但也还都均就才更最很将能要应不是有在对从向把被让使以我他这你');

/**
 * May what a segmenter takes for a word as well be a piece of one? A single character may, but for those that always stand by
 * themselves: 书, 践, 者: true; 的, 践行: false.
 */
export const isPiece = (word: string): boolean => word.length === 1 && isHan(word.charCodeAt(0)) && !STANDING.has(word);

/**
 * UTF-16 offsets at which the words of a clause begin, as the language's own segmenter cuts it. A word that it does not know it cuts
 * into characters: pieces in a row are one word. `在迎泽区` → 0, 1
 */
export function wordsWithoutPieces(clause: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let wasPiece = false;
  for (const { segment, index } of segmentWords(clause)) {
    const piece = isPiece(segment);
    if (!(piece && wasPiece)) starts.add(index);
    wasPiece = piece;
  }
  return starts;
}
