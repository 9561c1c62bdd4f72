import { isNoteMark } from '../noteMark';
import { rowText } from '../tableRow';
import { type XmlEvent, xmlEvents } from '../xml';
import { formatNumber } from './listNumbers';

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels it shows, itself the last: 2 for 1.2. */
  readonly shown: number;
}
type Open = Extract<XmlEvent, { kind: 'open' }>;

/** What does not stand in the text as it is read. */
const SKIPPED = new Set([
  'note',
  'annotation',
  'tracked-changes',
  'ruby-text',
  'forms',
  'sequence-decls',
  'desc',
  'title',
]);
/** Numbers of OpenDocument in the names Word has for them. */
const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/^一/, 'chineseCounting'],
  [/^壹/, 'chineseLegalSimplified'],
  [/^甲/, 'ideographTraditional'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^A/, 'upperLetter'],
  [/^a/, 'lowerLetter'],
  [/^I/, 'upperRoman'],
  [/^i/, 'lowerRoman'],
];

/** The paragraphs of content.xml in reading order with the numbers of lists; a row of a table is one line. */
export function odtParagraphs(content: string, styles: string): string[] {
  const lists = new Map([...listStyles(styles), ...listStyles(content)]);
  const lines: string[] = [];
  /** How far the lists of each style have counted, level by level. */
  const counted = new Map<string, number[]>();
  let counts: number[] = [];
  /** The level of an item whose first paragraph is still to come: one that holds only a list within has no number. */
  let item: number | null = null;
  const headings: number[] = [];
  const outline = lists.get(OUTLINE);
  const styleOf: string[] = [];
  let open: string[] = [];
  let row: string[][] | null = null;
  const { raised, hidden } = stylesOfText(content);
  const spans: { isRaised: boolean; isHidden: boolean; at: number }[] = [];
  let number = '';
  let skipping = 0;
  let hiding = 0;
  let inBody = false;
  for (const event of xmlEvents(content)) {
    if (event.kind === 'text') {
      if (open.length > 0 && skipping === 0 && hiding === 0) open[open.length - 1] += event.text.replace(/\s+/g, ' ');
      continue;
    }
    const { name } = event;
    const isOpen = event.kind === 'open';
    if (name === 'body') inBody = isOpen;
    if (!inBody) continue;
    if (SKIPPED.has(name)) skipping += isOpen ? 1 : -1;
    else if (skipping > 0) continue;
    else if (name === 'p' || name === 'h') {
      if (isOpen) {
        open.push('');
        if (item !== null) {
          counts[item] = (counts[item] ?? 0) + 1;
          number = numberOf(lists.get(styleOf[item] ?? ''), counts, item);
          item = null;
        }
        const level = name === 'h' && styleOf.length === 0 ? Number(event.attributes.get('outline-level') ?? 1) : 0;
        if (level > 0 && outline && event.attributes.get('is-list-header') !== 'true') {
          headings[level - 1] = (headings[level - 1] ?? 0) + 1;
          headings.length = level;
          number = numberOf(outline, headings, level - 1);
        }
      } else {
        const text = (open.pop() ?? '').trim();
        const line = text === '' ? '' : number + text;
        if (text !== '') number = '';
        if (row) row.at(-1)?.push(line);
        else lines.push(line);
      }
    } else if (name === 'table-row') {
      // One by one: a cell may hold more than a call takes arguments.
      if (!isOpen && row) for (const line of rowText(row)) lines.push(line);
      row = isOpen ? [] : null;
    } else if (name === 'table-cell' && isOpen) row?.push([]);
    else if (name === 'span') {
      const before = open.at(-1);
      if (isOpen && !event.isEmpty) {
        const style = event.attributes.get('style-name') ?? '';
        spans.push({ isRaised: raised.has(style), isHidden: hidden.has(style), at: before?.length ?? 0 });
        if (hidden.has(style)) hiding++;
      } else if (!isOpen) {
        const span = spans.pop();
        if (span?.isHidden) hiding--;
        if (span?.isRaised && before && isNoteMark(before.slice(span.at), before.slice(0, span.at)))
          open[open.length - 1] = before.slice(0, span.at);
      }
    } else if (name === 'list') {
      if (isOpen) {
        const { attributes } = event as Open;
        const goesOn = attributes.get('continue-numbering') === 'true' || attributes.has('continue-list');
        styleOf.push(attributes.get('style-name') ?? styleOf.at(-1) ?? '');
        if (styleOf.length === 1) {
          counts = goesOn ? (counted.get(styleOf[0]!) ?? []) : [];
          counted.set(styleOf[0]!, counts);
        } else if (!goesOn) counts[styleOf.length - 1] = 0;
      } else styleOf.pop();
    } else if (name === 'list-item') item = isOpen ? styleOf.length - 1 : null;
    else if (isOpen && open.length > 0 && hiding === 0) open[open.length - 1] += mark(event as Open);
  }
  open = [];
  return lines;
}

/** What a level of a list shows; '' for a bullet. */
function numberOf(levels: ReadonlyMap<number, Level> | undefined, counts: readonly number[], depth: number): string {
  const own = levels?.get(depth + 1);
  if (!own || own.format === '') return '';
  const numbers: string[] = [];
  for (let at = Math.max(depth + 1 - own.shown, 0); at <= depth; at++) {
    const level = levels?.get(at + 1);
    if (level && level.format !== '') numbers.push(formatNumber(level.start - 1 + (counts[at] ?? 1), level.format));
  }
  return own.prefix + numbers.join('.') + own.suffix;
}

function mark({ name, attributes }: Open): string {
  if (name === 's') return ' '.repeat(Math.min(Number(attributes.get('c') ?? 1) || 1, 80));
  if (name === 'tab') return '\t';
  return name === 'line-break' ? '\n' : '';
}

/** The styles of raised text, and of text that is not shown. */
function stylesOfText(xml: string): { readonly raised: Set<string>; readonly hidden: Set<string> } {
  const raised = new Set<string>();
  const hidden = new Set<string>();
  let style = '';
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open') continue;
    if (event.name === 'style') style = event.attributes.get('name') ?? '';
    else if (/^(?:super|[1-9]\d*%)/.test(event.attributes.get('text-position') ?? '')) raised.add(style);
    else if (event.name === 'text-properties' && event.attributes.get('display') === 'none') hidden.add(style);
    else if (event.name === 'body') break;
  }
  return { raised, hidden };
}

/** The list that headings are numbered by, under a name that no style has. */
const OUTLINE = '\u0000outline';

/** Style of a list → its levels, 1 the outermost. */
function listStyles(xml: string): Map<string, Map<number, Level>> {
  const styles = new Map<string, Map<number, Level>>();
  let levels: Map<number, Level> | null = null;
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open') continue;
    const get = (name: string) => event.attributes.get(name) ?? '';
    if (event.name === 'outline-style') {
      levels = new Map();
      styles.set(OUTLINE, levels);
    } else if (event.name === 'list-style') {
      levels = new Map();
      styles.set(get('name'), levels);
    } else if (/^(?:list-level-style-number|outline-level-style)$/.test(event.name) && levels) {
      const kind = get('num-format');
      const format = kind === '' ? '' : (NUMBERS.find(([sign]) => sign.test(kind))?.[1] ?? 'decimal');
      const start = Number(get('start-value') || 1) || 1;
      const shown = Number(get('display-levels') || 1) || 1;
      levels.set(Number(get('level')), { format, prefix: get('num-prefix'), suffix: get('num-suffix'), start, shown });
    } else if (event.name === 'list-level-style-bullet' && levels) levels.delete(Number(get('level')));
  }
  return styles;
}
