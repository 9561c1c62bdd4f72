import { mineFrames } from '../../mining/mineFrames';
import { type Frame, isCounter, isSlot } from '../../parallel/frame';
import type { Span } from '../../text/sentences';
import type { Exemplar } from '../exemplar/exemplar';

/**
 * The stretches of each paragraph that the article's own parallel structure holds: 必须始终保持“…”的… in four paragraphs. Several
 * members of a text say the same there, so it is its frame and not its matter.
 */
export function frameWording({ paragraphs, isWordStart }: Exemplar): Span[][] {
  const spans: Span[][] = paragraphs.map(() => []);
  for (const frame of mineFrames(paragraphs, { isWordStart })) {
    for (const instance of frame.instances) spans[instance.paragraph]!.push(...fixedParts(frame, instance));
  }
  return spans;
}

/** What of an instance is not a slot. A word that only changes (推进, 推动) is of the frame, too. */
function fixedParts({ parts, slots }: Frame, { start, fillers, marker = '' }: Frame['instances'][number]): Span[] {
  const fixed: Span[] = [];
  let at = start;
  for (const part of parts) {
    const isOwn = isSlot(part) && !slots[part.slot]!.variation;
    const text = isCounter(part) ? marker : isSlot(part) ? (fillers[part.slot] ?? '') : part;
    if (!isOwn) fixed.push({ start: at, end: at + text.length });
    at += text.length;
  }
  return fixed;
}
