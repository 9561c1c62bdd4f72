import { type SnippetPart, toSnippet } from './snippetText';

/** A stretch of a text that is to be a slot: UTF-16 offsets, `end` exclusive, and what stands in it until something is written. */
export interface ChosenSlot {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/**
 * A text as snippet text with these slots: `要大兴调研之风` with a slot for 调研 → `要大兴${1:调研}之风`. Stretches with the same
 * text are one slot, so that what is typed into one appears in all. Of stretches that overlap the first, longest one counts.
 */
export function composeFrame(text: string, slots: readonly ChosenSlot[]): string {
  const parts: SnippetPart[] = [];
  const numbers = new Map<string, number>();
  let at = 0;
  for (const { start, end, name } of slots.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) continue;
    const own = text.slice(start, end);
    const slot = numbers.get(own) ?? numbers.size + 1;
    numbers.set(own, slot);
    if (start > at) parts.push(text.slice(at, start));
    parts.push({ slot, name: name.trim() || own });
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return toSnippet(parts);
}
