import type { PassageRef } from '../protocol/passages';

/** A stretch of a paragraph: 0-based paragraph, UTF-16 offset and length. */
export type Stretch = Pick<PassageRef, 'paragraph' | 'offset' | 'length'>;

/** The place itself if the wording is there, else the nearest paragraph that has it. */
export function placeOf(paragraphs: readonly string[], ref: Stretch, wording: string | undefined): Stretch | null {
  const { paragraph, offset, length } = ref;
  const there = paragraphs[paragraph]?.slice(offset, offset + length) ?? '';
  if (there.length === length && (wording === undefined || there === wording)) return { paragraph, offset, length };
  if (!wording) return null;
  const others = paragraphs
    .map((text, number) => ({ paragraph: number, offset: text.indexOf(wording), length: wording.length }))
    .filter(place => place.offset >= 0)
    .sort((a, b) => Math.abs(a.paragraph - paragraph) - Math.abs(b.paragraph - paragraph));
  return others[0] ?? null;
}
