import { type Marker, parseMarker } from '../../outline/marker';
import type { DraftTail } from '../draftTail';

/**
 * Tells of a text for an empty paragraph whether it begins with a number that cannot stand there. Behind a 一、 comes 二、, under a
 * new heading its series begins anew; what similar articles have there, 三、 and 一、 again, is noise.
 */
export function outOfOrder({ above, line }: DraftTail): (text: string) => boolean {
  if (line !== '') return () => false;
  const behind = above.map(parseMarker).filter(one => one !== null);
  return text => {
    const marker = parseMarker(text);
    if (!marker) return false;
    const last = behind.findLastIndex(({ series }) => series === marker.series);
    if (last < 0) return marker.number > 1 && above.length < FAR;
    const next = isUnderNewHeading(marker, behind, last) ? 1 : behind[last]!.number + 1;
    return marker.number !== next;
  };
}

/** Where so many paragraphs stand above, the beginning of a series may be farther up than a draft is looked at. */
const FAR = 20;

function isUnderNewHeading({ level }: Marker, behind: readonly Marker[], last: number): boolean {
  return behind.slice(last + 1).some(other => other.level < level);
}
