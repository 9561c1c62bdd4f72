import { isNoteMark } from '../noteMark';
import { rowText } from '../tableRow';
import { type XmlEvent, xmlEvents } from '../xml';
import { type Field, fieldStep, fieldText } from './fields';
import type { ListPlace, Numbering } from './listCounter';

interface Paragraph {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  /** It goes on in the next: its mark is deleted by who revised the text, or it is the initial of that one. */
  isJoined: boolean;
  /** Paragraphs of text boxes that hang on this one. */
  readonly boxes: string[];
}

/** A table being read: the cells of its open row, each of one or more paragraphs. */
interface Table {
  cells: string[][];
  /** Paragraphs that stood open when the table began: those within it are its own. */
  readonly depth: number;
}

/** What does not stand in the text as it is read: deleted and moved text, fallbacks, phonetic guides, notes. */
const SKIPPED = new Set(['del', 'moveFrom', 'delText', 'Fallback', 'rt', 'annotation', 'pPrChange', 'rPrChange']);
/** An initial that takes several lines stands in a paragraph of its own. */
const DROPPED = /^(?:drop|margin)$/;
const MARKS: Readonly<Record<string, string>> = { tab: '\t', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

/** The paragraphs of document.xml in reading order, text boxes after the paragraph they hang on, a row of a table in one
 * line. `chunks`: the paragraphs of documents that lie whole within this one, by their ids. */
export function docxParagraphs(
  documentXml: string,
  numbering: Numbering,
  styles: ReadonlyMap<string, ListPlace>,
  chunks: ReadonlyMap<string, readonly string[]> = new Map(),
): string[] {
  const paragraphs: string[] = [];
  const open: Paragraph[] = [];
  const tables: Table[] = [];
  const fields: Field[] = [];
  let skipping = 0;
  /** Content controls that are open; one that shows what to type into it says nothing. */
  const controls: boolean[] = [];
  let isPlaceholder = false;
  let inText = false;
  let inCode = false;
  let isHiddenRun = false;
  let isRaised = false;
  let run = '';
  let inProperties = false;
  /** Text of a paragraph whose mark is deleted. */
  let joined = '';

  /** Where a paragraph that is complete goes: to the one its text box hangs on, to its cell, or to the end. */
  const put = (texts: readonly string[]) => {
    const host = open.at(-1);
    const table = tables.at(-1);
    const place = table && open.length <= table.depth ? table.cells.at(-1) : (host?.boxes ?? paragraphs);
    // One by one: a cell may hold more than a call takes arguments.
    for (const text of texts) place?.push(text);
  };
  const endRun = () => {
    const paragraph = open.at(-1);
    if (paragraph && !(isRaised && isNoteMark(run, paragraph.text))) paragraph.text += run;
    run = '';
    isRaised = false;
  };

  for (const event of xmlEvents(documentXml)) {
    if (event.kind !== 'text' && SKIPPED.has(event.name)) {
      if (event.name === 'del' && inProperties && skipping === 0) open.at(-1)!.isJoined = true;
      skipping += event.kind === 'open' ? 1 : -1;
      continue;
    }
    if (event.kind !== 'text' && event.name === 'sdtContent') {
      if (event.kind === 'open') controls.push(isPlaceholder);
      const isSkipped = event.kind === 'open' ? isPlaceholder : controls.pop();
      if (isSkipped) skipping += event.kind === 'open' ? 1 : -1;
      isPlaceholder = false;
    }
    if (skipping > 0) continue;
    if (event.kind === 'open' && event.name === 'showingPlcHdr') isPlaceholder = true;
    const paragraph = open.at(-1);
    if (event.kind === 'text') {
      if (inCode && fields.length > 0) fields.at(-1)!.code += event.text;
      else if (inText && paragraph && !isHiddenRun) run += event.text;
      continue;
    }
    const { name } = event;
    if (name === 'pPr') inProperties = event.kind === 'open' && !event.isEmpty && open.length > 0;
    if (name === 't') inText = event.kind === 'open' && !event.isEmpty;
    else if (name === 'instrText') inCode = event.kind === 'open' && !event.isEmpty;
    else if (name === 'tbl') {
      if (event.kind === 'open') tables.push({ cells: [], depth: open.length });
      else tables.pop();
    } else if (name === 'tr' && tables.length > 0) {
      const table = tables.at(-1)!;
      if (event.kind === 'close') {
        const row = rowText(table.cells);
        table.cells = [];
        // The row of a table within a cell belongs to that cell.
        tables.pop();
        put(row);
        tables.push(table);
      }
    } else if (name === 'altChunk' && event.kind === 'open') put(chunks.get(event.attributes.get('id') ?? '') ?? []);
    else if (name === 'tc' && event.kind === 'open') tables.at(-1)?.cells.push([]);
    else if (name === 'p') {
      endRun();
      if (event.kind === 'open') {
        open.push({ text: joined, style: '', list: null, level: null, isJoined: false, boxes: [] });
        joined = '';
      } else if (paragraph) {
        open.pop();
        if (paragraph.isJoined && tables.length === 0) {
          joined = paragraph.text;
          put(paragraph.boxes);
        } else put([finished(paragraph, numbering, styles), ...paragraph.boxes]);
      }
    } else if (name === 'r') {
      endRun();
      isHiddenRun = false;
    } else if (event.kind === 'open' && paragraph) {
      if (name === 'fldChar') run += fieldStep(fields, event.attributes.get('fldCharType') ?? '');
      else if (name === 'fldSimple') run += fieldText(event.attributes.get('instr') ?? '');
      else if (name === 'textpath' && event.attributes.has('string'))
        paragraph.boxes.push(event.attributes.get('string')!);
      else if (name === 'vertAlign') isRaised = event.attributes.get('val') === 'superscript';
      else if (name === 'vanish') isHiddenRun = event.attributes.get('val') !== '0';
      else {
        readProperties(paragraph, event);
        run += markOf(event);
      }
    }
  }
  return joined === '' ? paragraphs : [...paragraphs, joined];
}

function readProperties(paragraph: Paragraph, event: Extract<XmlEvent, { kind: 'open' }>): void {
  const value = event.attributes.get('val') ?? '';
  if (event.name === 'pStyle') paragraph.style = value;
  else if (event.name === 'numId') paragraph.list = value;
  else if (event.name === 'ilvl') paragraph.level = Number(value);
  else if (event.name === 'framePr') paragraph.isJoined ||= DROPPED.test(event.attributes.get('dropCap') ?? '');
}

function markOf(event: Extract<XmlEvent, { kind: 'open' }>): string {
  if (event.name === 'br') {
    return event.attributes.get('type') === 'textWrapping' || !event.attributes.has('type') ? '\n' : '';
  }
  // Tab stops are declared in the properties, before there is any text.
  return event.name === 'tab' && event.attributes.has('pos') ? '' : (MARKS[event.name] ?? '');
}

/** A paragraph with its number; list 0 takes a paragraph out of the list of its style. */
function finished(paragraph: Paragraph, numbering: Numbering, styles: ReadonlyMap<string, ListPlace>): string {
  const inherited = styles.get(paragraph.style);
  const list = paragraph.list ?? inherited?.list;
  if (list === undefined || list === '0' || paragraph.text.trim() === '') return paragraph.text;
  const level = paragraph.level ?? (paragraph.list === null ? (inherited?.level ?? 0) : 0);
  return numbering({ list, level }) + paragraph.text.trimStart();
}
