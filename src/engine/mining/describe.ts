import { type Column, joinColumns } from '../parallel/columns';
import {
  type Frame,
  type FrameInstance,
  type FramePart,
  type FrameSlot,
  firstMarker,
  isCounter,
  isSlot,
} from '../parallel/frame';
import type { Parallelism } from '../parallel/parallelism';
import { isVariation } from '../parallel/variation';

const LENGTHS = ['', '一字', '两字', '三字', '四字', '五字', '六字', '七字', '八字'];
const ORDER = '甲乙丙丁戊己庚辛壬癸';
/** Fillers remembered of a slot: as many as a writer reads. */
const MOST_EXAMPLES = 12;

/** What to write in a slot, by the shape of what has filled it and the mark before it. */
function shapeName(fillers: readonly string[], before: string, variation: boolean): string {
  if (variation) return '用词';
  if (before.endsWith('“')) return '引语';
  if (before.endsWith('《')) return '篇名';
  const length = fillers[0]!.length;
  return (fillers.every(filler => filler.length === length) && LENGTHS[length]) || '内容';
}

/** Names that occur twice get 甲, 乙, … behind them. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map(name => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}${ORDER[count] ?? count + 1}`;
  });
}

/** The slots of a frame with their names: by the shape of what fills them, and no two alike. */
export function slotsNamed(
  slots: readonly { readonly fillers: readonly string[]; readonly before: string; readonly variation: boolean }[],
): FrameSlot[] {
  const names = distinct(slots.map(({ fillers, before, variation }) => shapeName(fillers, before, variation)));
  return slots.map(({ fillers, variation }, i) => ({
    name: names[i]!,
    examples: [...new Set(fillers.filter(filler => filler !== ''))].slice(0, MOST_EXAMPLES),
    variation,
  }));
}

/** The frame as text: `一、以〔内容甲〕为〔内容乙〕`. */
export function templateText(parts: readonly FramePart[], slots: readonly FrameSlot[]): string {
  return parts
    .map(part => {
      if (typeof part === 'string') return part;
      return isCounter(part) ? firstMarker(part) : `〔${slots[part.slot]!.name}〕`;
    })
    .join('');
}

/** The fixed wording of a frame, `…` for what is not: `要大兴…之风`. */
export function nameOf(parts: readonly FramePart[]): string {
  return parts.map(part => (typeof part === 'string' ? part : isSlot(part) ? '…' : firstMarker(part))).join('');
}

/** Fillers that are the same in every member are one slot, in two places: 不该〔甲〕的不〔甲〕. */
function slotNumbers(columns: readonly Column[]): {
  readonly numbers: Map<Column, number>;
  readonly distinctFillers: (readonly string[])[];
} {
  const numbers = new Map<Column, number>();
  const distinctFillers: (readonly string[])[] = [];
  for (const column of columns) {
    if (typeof column === 'string') continue;
    const same = distinctFillers.findIndex(fillers => fillers.every((filler, member) => filler === column[member]));
    numbers.set(column, same >= 0 ? same : distinctFillers.length);
    if (same < 0) distinctFillers.push(column);
  }
  return { numbers, distinctFillers };
}

/** A found structure as a frame: slots numbered and named, every member with what fills it. */
export function describe(paragraphs: readonly string[], found: Parallelism, run: number): Frame {
  const columns = joinColumns(found.columns);
  const { numbers, distinctFillers } = slotNumbers(columns);
  const counter = found.counter;
  const parts: FramePart[] = columns.map(column =>
    typeof column === 'string' ? column : { slot: numbers.get(column)! },
  );
  if (counter) parts.unshift(counter);
  const slots = slotsNamed(
    distinctFillers.map(fillers => {
      const before = columns[columns.indexOf(fillers) - 1];
      return { fillers, before: typeof before === 'string' ? before : '', variation: isVariation(fillers) };
    }),
  );
  const instances = found.spans.map(({ paragraph, start, end, marker }, member): FrameInstance => {
    const fillers = distinctFillers.map(own => own[member]!);
    const text = paragraphs[paragraph]!.slice(start, end);
    return { text, paragraph, start, end, fillers, run, ...(marker !== undefined && { marker }) };
  });
  return {
    level: found.level,
    template: templateText(parts, slots),
    name: nameOf(parts),
    parts,
    slots,
    instances,
    members: found.members,
    joint: found.joint,
    weight: found.shape.weight,
    balance: found.shape.balance,
  };
}
