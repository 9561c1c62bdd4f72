import type { Marker } from './marker';
import { SPOKEN_LEVEL } from './series';

const SENTENCE_END = /[。！？；]/;

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * The title at the start of `text`, which begins behind a marker: up to the first sentence end and without it.
 * `抓产业。要培育龙头` → `抓产业`. Punctuation left over before the next point of the same paragraph goes too.
 */
export function titleOf(text: string): string {
  const stop = text.search(SENTENCE_END);
  return (stop < 0 ? text : text.slice(0, stop)).replace(/[，、：:—*\s]+$/, '').trim();
}

/**
 * Whether the part's first line is a title alone (`heading`) or goes on behind it (`runIn`).
 * A spoken point that is one whole sentence, 一是抓产业。, is text, not a heading.
 */
export function formOf(line: string, marker: Marker): 'heading' | 'runIn' {
  const text = line.slice(marker.end).trim();
  const stop = text.search(SENTENCE_END);
  if (stop < 0) return 'heading';
  return stop === text.length - 1 && marker.level < SPOKEN_LEVEL ? 'heading' : 'runIn';
}
