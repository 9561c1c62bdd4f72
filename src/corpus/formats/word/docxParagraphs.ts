import { type XmlEvent, xmlEvents } from '../xml';
import type { Numbering } from './docxNumbering';
import type { ListPlace } from './docxStyles';

interface Paragraph {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
}

/** What does not stand in the text as it is read: deleted and moved text, field codes, fallbacks, phonetic guides. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'rt',
  'annotation',
  'pPrChange',
  'rPrChange',
]);
const MARKS: Readonly<Record<string, string>> = { tab: '\t', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

/** The paragraphs of document.xml in reading order, text boxes after the paragraph they hang on, numbers written out. */
export function docxParagraphs(
  documentXml: string,
  numbering: Numbering,
  styles: ReadonlyMap<string, ListPlace>,
): string[] {
  const paragraphs: string[] = [];
  const open: Paragraph[] = [];
  let skipping = 0;
  let inText = false;
  let isHiddenRun = false;
  for (const event of xmlEvents(documentXml)) {
    if (event.kind !== 'text' && SKIPPED.has(event.name)) {
      skipping += event.kind === 'open' ? 1 : -1;
      continue;
    }
    if (skipping > 0) continue;
    const paragraph = open.at(-1);
    if (event.kind === 'text') {
      if (inText && paragraph && !isHiddenRun) paragraph.text += event.text;
    } else if (event.name === 't') inText = event.kind === 'open' && !event.isEmpty;
    else if (event.name === 'p') {
      if (event.kind === 'open') open.push({ text: '', style: '', list: null, level: null });
      else if (open.length > 0) paragraphs.push(finished(open.pop()!, numbering, styles));
    } else if (event.name === 'r') isHiddenRun = false;
    else if (event.kind === 'open' && paragraph) {
      if (event.name === 'vanish') isHiddenRun = event.attributes.get('val') !== '0';
      else readProperty(paragraph, event);
    }
  }
  return paragraphs;
}

function readProperty(paragraph: Paragraph, event: Extract<XmlEvent, { kind: 'open' }>): void {
  const value = event.attributes.get('val') ?? '';
  if (event.name === 'pStyle') paragraph.style = value;
  else if (event.name === 'numId') paragraph.list = value;
  else if (event.name === 'ilvl') paragraph.level = Number(value);
  else if (event.name === 'br')
    paragraph.text += event.attributes.get('type') === 'textWrapping' || !event.attributes.has('type') ? '\n' : '';
  // Tab stops are declared in the properties, before there is any text.
  else if (event.name !== 'tab' || !event.attributes.has('pos')) paragraph.text += MARKS[event.name] ?? '';
}

/** A paragraph with its number; list 0 takes a paragraph out of the list of its style. */
function finished(paragraph: Paragraph, numbering: Numbering, styles: ReadonlyMap<string, ListPlace>): string {
  const inherited = styles.get(paragraph.style);
  const list = paragraph.list ?? inherited?.list;
  if (list === undefined || list === '0' || paragraph.text.trim() === '') return paragraph.text;
  const level = paragraph.level ?? (paragraph.list === null ? (inherited?.level ?? 0) : 0);
  return numbering({ list, level }) + paragraph.text.trimStart();
}
