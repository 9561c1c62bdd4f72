import { seriesOf } from '../outline/series';
import { type CounterPart, type Frame, isCounter } from '../parallel/frame';
import { openSlot } from './openSlot';
import { type SnippetPart, toSnippet } from './snippetText';

/**
 * The marker of a member: 二是 for the second. A series of words ends with its last (最后), and cannot count further before it.
 */
function markerFor({ series, before, numeral, after }: CounterPart, member: number, members: number): string {
  const { numerals, closing } = seriesOf(series);
  const last = closing !== undefined && member === members && members > 2;
  const number = last ? closing : Math.min(member, (closing ?? Number.POSITIVE_INFINITY) - 1);
  return before + (numerals.format(number, numeral) ?? numeral) + after;
}

/**
 * What stands in a slot until it is written over: its name, and for a word of the fixed wording that varies (既要, 又要) what the
 * corpus has in that member. Not a list of choices: the editor keeps that open while the writer composes a word of their own,
 * and the next Tab or Enter puts its first item in the place of what they wrote.
 */
function placeholderOf({ slots, instances }: Frame, slot: number, member: number): string {
  const { name, examples, variation } = slots[slot]!;
  const [first] = instances;
  const inRun = instances.filter(({ run }) => run === first!.run);
  return variation ? inRun[member - 1]?.fillers[slot] || examples[0]! : openSlot(name);
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
 * that some members leave out is left out. What every member begins with, before a comma, is what the article is about: one linked
 * slot with that text, to be written over once.
 */
export function frameSnippet(frame: Frame, members = frame.members): string {
  const link = linkOf(frame);
  const topic = topicOf(frame);
  const topicSlot: SnippetPart = { slot: 1, name: openSlot(topic) };
  const parts: SnippetPart[] = [];
  let used = topic === '' ? 0 : 1;
  let carried: number | undefined;
  for (let member = 1; member <= members; member++) {
    const numbers = new Map<number, number>();
    if (link && carried !== undefined) numbers.set(link.to, carried);
    if (member > 1) parts.push(frame.joint);
    let isFirst = true;
    for (const part of frame.parts) {
      if (typeof part === 'string') {
        if (isFirst && topic !== '') parts.push(topicSlot, part.slice(topic.length));
        else parts.push(part);
        isFirst = false;
      } else if (isCounter(part)) parts.push(markerFor(part, member, members));
      else if (!isLeftOut(frame, part.slot)) {
        const slot = numbers.get(part.slot) ?? ++used;
        numbers.set(part.slot, slot);
        parts.push({ slot, name: placeholderOf(frame, part.slot, member) });
      }
    }
    carried = link ? numbers.get(link.from) : undefined;
  }
  return toSnippet(parts);
}

const SHORTEST_TOPIC = 3;
const TOPICAL = new Set<Frame['level']>(['heading', 'paragraph', 'sentence']);

/** 改作风、办实事 in 改作风、办实事，必须守住…; empty where the members begin with a slot, or with nothing set off. */
function topicOf({ level, parts }: Frame): string {
  const first = parts.find(part => !isCounter(part));
  if (!TOPICAL.has(level) || typeof first !== 'string') return '';
  const topic = first.slice(0, Math.max(0, first.indexOf('，')));
  return topic.length < SHORTEST_TOPIC ? '' : topic;
}

function isLeftOut({ slots, instances }: Frame, slot: number): boolean {
  return slots[slot]!.variation && instances.some(({ fillers }) => fillers[slot] === '');
}
