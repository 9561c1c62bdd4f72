import { xmlEvents } from '../xml';
import { type List, type ListLevel, type Lists, listCounter, type Numbering } from './listCounter';

/** Reads `numbering.xml`: which automatic numbers the lists of a document have. */
export function readNumbering(numberingXml: string): Numbering {
  return listCounter(parseNumbering(numberingXml));
}

function parseNumbering(xml: string): Lists {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, List>();
  let levels: Map<number, ListLevel> | null = null;
  let level: ListLevel | null = null;
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
      list = { abstract: '', starts: new Map(), levels: new Map() };
      levels = list.levels;
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
    else if (level && name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  }
  return { abstracts, lists };
}
