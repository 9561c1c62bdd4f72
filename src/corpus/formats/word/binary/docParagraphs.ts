import { isNoteMark } from '../../noteMark';
import { rowText } from '../../tableRow';
import { type Field, fieldStep } from '../fields';
import { listCounter } from '../listCounter';
import { placedBoxes } from './docBoxes';
import type { DocFile } from './docFile';
import { readLists } from './docLists';
import { readStyleLists } from './docStyles';
import { type Piece, pieceText, readPieces } from './pieces';
import { characterRuns, type ParagraphFormat, paragraphRuns, type Run, runAt } from './runs';

/** What ends a paragraph, a cell or a row, begins or ends a field, or stands for something that is no text. */
const SPECIAL = /[^\P{Cc}\t\n]|[\u00a0\u00ad]/u;
const [CELL, LINE, PAGE, PARAGRAPH] = ['\u0007', '\u000b', '\u000c', '\r'];
const FIELD_STEPS: Readonly<Record<string, string>> = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' };
/** Three letters of an initial in quotes. */
const LONGEST_INITIAL_UTF16 = 4;
const SIGNS: Readonly<Record<string, string>> = { [LINE]: '\n', '\u001e': '-', '\u00a0': ' ' };

/**
 * The paragraphs of the body, those of a text box behind the one it hangs on; a row of a table in one line. Null where the text is
 * damaged.
 */
export function docParagraphs(file: DocFile): string[] | null {
  const pieces = readPieces(file);
  if (!pieces) return null;
  const numberOf = paragraphNumbers(file);
  const [characters, formats] = [characterRuns(file), paragraphRuns(file)];
  const read = (start: number, length: number, boxes: readonly PlacedBox[] = []) => {
    const reader = paragraphReader(formats, numberOf, boxes);
    for (const span of spans(file, pieces, characters, start, start + length)) reader.take(span);
    return reader.end();
  };
  const boxes = placedBoxes(file).map(({ anchor, start, length }) => ({
    anchor,
    paragraphs: read(file.boxesStart + start, length),
  }));
  return read(0, file.bodyLength, boxes);
}

/** Text that is formatted alike. */
interface Span {
  readonly text: string;
  /** Number of its first character in the text. */
  readonly start: number;
  /** Of its first byte in the main stream, and the bytes of a character. */
  readonly offset: number;
  readonly width: 1 | 2;
  readonly isRaised: boolean;
}

/** The text between two characters, without what is hidden or deleted. */
function* spans(
  file: DocFile,
  pieces: readonly Piece[],
  runs: ReturnType<typeof characterRuns>,
  start: number,
  end: number,
): Generator<Span> {
  for (const piece of pieces) {
    const { offset, width } = piece;
    let from = offset + (Math.max(piece.start, start) - piece.start) * width;
    const to = offset + (Math.min(piece.end, end) - piece.start) * width;
    for (let at = runAt(runs, from); from < to; ) {
      const run = runs[at];
      if (run && run.to <= from) {
        at++;
        continue;
      }
      // What no run covers is plain.
      const format = run && run.from <= from ? run.format : null;
      const until = Math.min((format ? run?.to : run?.from) ?? to, to);
      if (!format?.isLeftOut) {
        const text = pieceText(file.main, piece, from, until);
        const first = piece.start + (from - offset) / width;
        yield { text, start: first, offset: from, width, isRaised: format?.isRaised ?? false };
      }
      from = until;
    }
  }
}

/** The number that Word counts for a paragraph by its list, or the list of its style; '' where it has none. */
function paragraphNumbers(file: DocFile): (format: ParagraphFormat) => string {
  const lists = readLists(file);
  const styles = readStyleLists(file);
  const count = listCounter(lists);
  return format => {
    const inherited = styles.get(format.style);
    const list = format.list ?? inherited?.list;
    if (list === undefined || list === 0) return '';
    const level = format.level ?? inherited?.level ?? lists.levelOfStyle.get(`${list}/${format.style}`) ?? 0;
    return count({ list: String(list), level });
  };
}

/** A text box, and the character of the body that it hangs on. */
interface PlacedBox {
  readonly anchor: number;
  readonly paragraphs: readonly string[];
}

/** Puts spans together to paragraphs, cells and rows, and the text boxes, in the order of their anchors, behind them. */
function paragraphReader(
  formats: readonly Run<ParagraphFormat>[],
  numberOf: (format: ParagraphFormat) => string,
  boxes: readonly PlacedBox[],
) {
  const paragraphs: string[] = [];
  const fields: Field[] = [];
  let cells: string[][] = [];
  let cell: string[] = [];
  let text = '';
  let placed = 0;
  const placeBoxes = (before: number) => {
    for (; placed < boxes.length && boxes[placed]!.anchor < before; placed++)
      for (const paragraph of boxes[placed]!.paragraphs) paragraphs.push(paragraph);
  };
  const add = (more: string) => {
    const field = fields.findLast(({ hasResult }) => !hasResult);
    if (field) field.code += more;
    else text += more;
  };
  /** Ends the paragraph whose mark stands at a byte. */
  const endParagraph = (mark: string, offset: number) => {
    const run = formats[runAt(formats, offset)];
    const format = run && run.from <= offset ? run.format : undefined;
    const isRowEnd = mark === CELL && (format?.isRowEnd ?? (text === '' && cell.length === 0));
    if (isRowEnd) {
      // One by one: a cell may hold more than a call takes arguments.
      for (const line of rowText(cells)) paragraphs.push(line);
      [cells, cell, text] = [[], [], ''];
      return;
    }
    if (format?.isInitial && mark === PARAGRAPH && text.length <= LONGEST_INITIAL_UTF16) return;
    const number = format && text.trim() !== '' ? numberOf(format) : '';
    const paragraph = number === '' ? text : number + text.trimStart();
    text = '';
    if (mark === CELL) {
      cells.push([...cell, paragraph]);
      cell = [];
    } else if (format?.isInTable) cell.push(paragraph);
    else paragraphs.push(paragraph);
  };
  return {
    take({ text: span, start, offset, width, isRaised }: Span) {
      if (isRaised && isNoteMark(span, text)) return;
      if (!SPECIAL.test(span)) return add(span);
      let from = 0;
      for (let i = 0; i < span.length; i++) {
        const sign = span[i]!;
        if (!SPECIAL.test(sign)) continue;
        add(span.slice(from, i));
        from = i + 1;
        const step = FIELD_STEPS[sign];
        if (step) add(fieldStep(fields, step));
        else if (sign === PARAGRAPH || sign === CELL || sign === PAGE) {
          endParagraph(sign, offset + i * width);
          if (cells.length === 0 && cell.length === 0) placeBoxes(start + i + 1);
        } else add(SIGNS[sign] ?? '');
      }
      add(span.slice(from));
    },
    /** What is open at the end, too. */
    end(): string[] {
      for (const rest of [...cells.flat(), ...cell, ...(text === '' ? [] : [text])]) paragraphs.push(rest);
      placeBoxes(Number.POSITIVE_INFINITY);
      return paragraphs;
    },
  };
}
