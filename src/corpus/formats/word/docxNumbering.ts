import { xmlEvents } from '../xml';
import type { ListPlace } from './docxStyles';
import { formatNumber } from './listNumbers';

interface Level {
  start: number;
  format: string;
  /** `%1、` or `（%2）`: each %n stands for the number of level n. */
  text: string;
}
interface List {
  abstract: string;
  readonly starts: Map<number, number>;
}

/** Gives each paragraph of a list, in document order, the number Word would show: `一、`, `（二）`, `3.`; bullets give ''. */
export type Numbering = (place: ListPlace) => string;

/** Reads numbering.xml. Lists that share an abstract list go on counting where the other stopped, as in Word. */
export function readNumbering(numberingXml: string): Numbering {
  const { abstracts, lists } = parseNumbering(numberingXml);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ list: id, level }) => {
    const list = lists.get(id);
    const levels = abstracts.get(list?.abstract ?? '');
    const own = levels?.get(level);
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
      const shown = levels.get(at) ?? own;
      return formatNumber(counts[at] ?? shown.start, shown.format);
    });
  };
}

function parseNumbering(xml: string) {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list: List | null = null;
  let overridden = 0;
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open') {
      if (event.kind === 'close' && event.name === 'lvl') level = null;
      continue;
    }
    const { name, attributes } = event;
    const value = attributes.get('val') ?? '';
    if (name === 'abstractNum') {
      levels = new Map();
      list = null;
      abstracts.set(attributes.get('abstractNumId') ?? '', levels);
    } else if (name === 'num') {
      levels = null;
      list = { abstract: '', starts: new Map() };
      lists.set(attributes.get('numId') ?? '', list);
    } else if (name === 'abstractNumId' && list) list.abstract = value;
    else if (name === 'lvlOverride') overridden = Number(attributes.get('ilvl') ?? 0);
    else if (name === 'startOverride') list?.starts.set(overridden, Number(value));
    else if (name === 'lvl' && levels) {
      level = { start: 1, format: 'decimal', text: '' };
      levels.set(Number(attributes.get('ilvl') ?? 0), level);
    } else if (level && name === 'start') level.start = Number(value);
    else if (level && name === 'numFmt') level.format = value;
    else if (level && name === 'lvlText') level.text = value;
  }
  return { abstracts, lists };
}
