import { type OpenSlot, openSlotsIn } from './openSlots';

/**
 * Is the slot behind a selection the one that the editor's own command finds? Two steps to the right, then to the next bracket and to
 * its partner: that happens within the window, so what is typed right behind the key comes after it, whereas a cursor set from here
 * comes a moment later, into the middle of a composition.
 *
 *     isNextByBracket('更加|〔两字〕', …) → true; behind the last slot, or before a year 〔2026〕: false
 *
 * @param start `end` of the selection, UTF-16
 * @param isSkipped slots that are not to be gone to
 */
export function isNextByBracket(
  text: string,
  { start, end }: Pick<OpenSlot, 'start' | 'end'>,
  isSkipped: (slot: OpenSlot) => boolean = () => false,
): boolean {
  const next = openSlotsIn(text).find(slot => slot.start >= end && !isSkipped(slot));
  if (!next) return false;
  // The first step from a selection goes to its end.
  const place = steps(text, end, start === end ? 2 : 1);
  const before = text.slice(0, Math.min(place, next.start));
  const isEnclosed = before.lastIndexOf('〔') > before.lastIndexOf('〕');
  // It takes the pair of a bracket at either side.
  return !isEnclosed && text[place - 1] !== '〕' && !/[〔〕]/.test(text.slice(place, next.start));
}

/** Where so many steps to the right lead: a line end is one, and so is a character of two code units. */
function steps(text: string, from: number, count: number): number {
  let place = from;
  for (let step = 0; step < count; step++)
    place += /^(?:\r\n|.|\n)/su.exec(text.slice(place, place + 2))?.[0].length ?? 0;
  return place;
}
