import { seriesOf } from '../outline/series';
import { type CounterPart, type Frame, isCounter } from './frame';
import { type SnippetPart, toSnippet } from './snippetText';

/** A list of choices is read at a glance, or it is no help. */
const MOST_CHOICES = 6;
const LONGEST_CHOICE = 6;

/**
 * The marker of a member: 二是 for the second. A series of words ends with its last (最后), and cannot count further before it.
 */
function markerFor({ series, before, numeral, after }: CounterPart, member: number, members: number): string {
  const { numerals, closing } = seriesOf(series);
  const last = closing !== undefined && member === members && members > 2;
  const number = last ? closing : Math.min(member, (closing ?? Number.POSITIVE_INFINITY) - 1);
  return before + (numerals.format(number, numeral) ?? numeral) + after;
}

/** Fillers that come back again and again are offered; those that were there once are examples of what to write. */
function choicesOf({ slots, instances }: Frame, slot: number): readonly string[] | undefined {
  const { examples, variation } = slots[slot]!;
  const few = examples.length <= MOST_CHOICES && examples.every(({ length }) => length <= LONGEST_CHOICE);
  return few && (variation || examples.length * 2 <= instances.length) ? examples : undefined;
}

/** In a chain, what fills `from` fills `to` in the next member. */
function linkOf({ level, slots, instances }: Frame): { readonly from: number; readonly to: number } | null {
  if (level !== 'chain') return null;
  for (const from of slots.keys()) {
    for (const to of slots.keys()) {
      if (from === to) continue;
      const holds = instances.every(({ fillers, run }, i) => {
        const next = instances[i + 1];
        return next?.run !== run || next.fillers[to] === fillers[from];
      });
      if (holds) return { from, to };
    }
  }
  return null;
}

/**
 * The frame as VS Code snippet text with so many members: 要大兴…之风 with 2 gives `要大兴${1:四字}之风。要大兴${2:四字}之风`.
 * Slots are numbered in reading order; the same slot twice in one member is linked, and so are the links of a chain. A variation
 * that some members leave out is left out.
 */
export function frameSnippet(frame: Frame, members = frame.members): string {
  const link = linkOf(frame);
  const parts: SnippetPart[] = [];
  let used = 0;
  let carried: number | undefined;
  for (let member = 1; member <= members; member++) {
    const numbers = new Map<number, number>();
    if (link && carried !== undefined) numbers.set(link.to, carried);
    if (member > 1) parts.push(frame.joint);
    for (const part of frame.parts) {
      if (typeof part === 'string') parts.push(part);
      else if (isCounter(part)) parts.push(markerFor(part, member, members));
      else if (!isLeftOut(frame, part.slot)) {
        const slot = numbers.get(part.slot) ?? ++used;
        numbers.set(part.slot, slot);
        const choices = choicesOf(frame, part.slot);
        parts.push({ slot, name: frame.slots[part.slot]!.name, ...(choices && { choices }) });
      }
    }
    carried = link ? numbers.get(link.from) : undefined;
  }
  return toSnippet(parts);
}

function isLeftOut({ slots, instances }: Frame, slot: number): boolean {
  return slots[slot]!.variation && instances.some(({ fillers }) => fillers[slot] === '');
}
