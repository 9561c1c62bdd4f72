import { formatNumber } from './listNumbers';

/** Which list a paragraph belongs to, and the level in it, 0 to 8. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** How a level of a list counts and shows its number. */
export interface ListLevel {
  start: number;
  /** As .docx names it: `chineseCounting`, `decimal`; `bullet` and `none` show nothing. */
  format: string;
  /** `%1、` or `（%2）`: each %n stands for the number of level n. */
  text: string;
  /** All numbers in it are shown in digits: 1.2 below 一. */
  isLegal?: boolean;
}

/** A list of a document: a use of an abstract list, which others may share. */
export interface List {
  abstract: string;
  /** Level -> the number it begins with here. */
  readonly starts: Map<number, number>;
  /** Level -> how it looks here, where that differs from the abstract list. */
  readonly levels: Map<number, ListLevel>;
}

/** The lists of a document and the abstract lists they are uses of, both by id; levels from 0. */
export interface Lists {
  readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Gives each paragraph of a list, in document order, the number Word would show: `一、`, `（二）`, `3.`; bullets give ''. */
export type Numbering = (place: ListPlace) => string;

/** Counts as Word does: lists that share an abstract list go on counting where the other stopped. */
export function listCounter({ abstracts, lists }: Lists): Numbering {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ list: id, level }) => {
    const list = lists.get(id);
    const levels = abstracts.get(list?.abstract ?? '');
    const own = list?.levels.get(level) ?? levels?.get(level);
    if (!list || !levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    const restart = `${id}/${level}`;
    const override = begun.has(restart) ? undefined : list.starts.get(level);
    begun.add(restart);
    counts[level] = override ?? (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at) ?? levels.get(at) ?? own;
      return formatNumber(counts[at] ?? shown.start, own.isLegal ? 'decimal' : shown.format);
    });
  };
}
