import { withoutTrailing } from '../text/withoutTrailing';
import type { Marker } from './marker';
import { type LineEnd, lineEnd, SENTENCE_END } from './reading/lineEnd';
import { SPOKEN_LEVEL } from './series';

/** Has a line no character but blanks? */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * The title at the start of `text`, which begins behind a marker: up to the first sentence end and without it.
 * `抓产业。要培育龙头` → `抓产业`. Punctuation left over before the next point of the same paragraph goes too.
 */
export function titleOf(text: string): string {
  const stop = text.search(SENTENCE_END);
  return withoutTrailing(stop < 0 ? text : text.slice(0, stop), '，、：:—*').trim();
}

/**
 * Whether the part's first line is a title alone (`heading`) or goes on behind it (`runIn`).
 * A spoken point that is one whole sentence, 一是抓产业。, is text, not a heading.
 */
export function formOf(line: string, marker: Marker, ends: LineEnd = lineEnd(line)): 'heading' | 'runIn' {
  if (ends.lastStop < marker.end) return 'heading';
  const isOneSentence = ends.lastStop === ends.end - 1 && ends.stopBefore < marker.end;
  return isOneSentence && marker.level < SPOKEN_LEVEL ? 'heading' : 'runIn';
}
