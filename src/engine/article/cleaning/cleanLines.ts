import type { Bilingual } from '../../text/bilingual';
import { toSimplified } from '../../text/script';
import type { Problem, Removal, RemovalReason } from '../article';
import { accountMarkEdits } from '../furniture/mediaFurniture';
import { applyEdits, type Mapped, mappedSource } from '../mapping/mapped';
import { sourceOffset } from '../mapping/sourceMap';
import { widened } from '../mapping/widened';
import { garbledSpans } from './garbled';
import { invisibleEdits } from './invisible';
import { letterSpacingEdits } from './letterSpacing';
import { type Line, splitLines } from './lines';
import { markupEdits } from './markup';
import { noiseEdits } from './noise';
import { noteMarkEdits } from './noteMarks';
import { paragraphsInside } from './paragraphsInside';
import { readingEdits } from './readings';
import { type Survey, surveyText } from './survey';
import { rowEdits, tabbedRows } from './tabbedRows';
import { Trait, traitsOf } from './traits';

/** A line whose characters are clean; whether it is text, title or furniture is not yet known. */
export interface CleanLine extends Mapped {
  readonly number: number;
  readonly isIndented: boolean;
  readonly afterBlankLine: boolean;
  readonly afterNoise: boolean;
  readonly afterPage?: boolean;
  readonly startsBlock: boolean;
}

/** The lines of a source with clean characters, and what was taken out of them. */
export interface CleanedLines {
  readonly lines: CleanLine[];
  readonly removed: Removal[];
  readonly problems: Problem[];
}

const GARBLED: Bilingual = {
  zh: '编码错乱，无法恢复，原样保留',
  en: 'garbled by a wrong re-encoding, kept as it stands',
};

const NOTHING_KEPT: ReadonlySet<string> = new Set();

/** Cleans the characters of every line of a source; empty lines and lines of noise are left out, but for what is to be `kept`. */
export function cleanLines(source: string, kept: ReadonlySet<string> = NOTHING_KEPT): CleanedLines {
  const sourceLines = splitLines(source);
  const survey = surveyText(source, texts(source, sourceLines));
  const result: CleanedLines = { lines: [], removed: [], problems: [] };
  const rows = source.includes('\t') ? tabbedRows([...texts(source, sourceLines)]) : null;
  let afterBlankLine = false;
  let afterNoise = false;
  for (const [at, line] of sourceLines.entries()) {
    const isRow = rows?.has(at) === true;
    const { mapped, endsInNoise, startsInNoise } = cleanCharacters(source, line, isRow, survey, result, kept);
    const isIndented = /^(?:\u3000|[ \t\u00a0]{2})/.test(source.slice(line.start, line.start + 2));
    const pieces = mapped ? paragraphsInside(mapped) : [];
    for (const [i, { text, map, garbled }] of pieces.entries()) {
      // Written out, for there may be hundreds of thousands: an object made by spreading others into it takes four times as much.
      const clean: CleanLine = {
        text,
        map,
        number: line.number,
        isIndented,
        afterBlankLine,
        afterNoise: i === 0 && (afterNoise || startsInNoise),
        startsBlock: i > 0,
      };
      result.lines.push(garbled ? { ...clean, garbled } : clean);
      afterBlankLine = false;
      afterNoise = false;
    }
    if (pieces.length === 0 && !endsInNoise) afterBlankLine = true;
    if (endsInNoise) afterNoise = true;
  }
  return result;
}

interface CleanCharacters {
  /** null where nothing is left of the line. */
  readonly mapped: Mapped | null;
  readonly startsInNoise: boolean;
  readonly endsInNoise: boolean;
}

function cleanCharacters(
  source: string,
  line: Line,
  isRow: boolean,
  survey: Survey,
  result: CleanedLines,
  kept: ReadonlySet<string>,
): CleanCharacters {
  const traits = traitsOf(source, line.start, line.end);
  const has = (trait: number) => (traits & trait) !== 0;
  let mapped = mappedSource(source, line.start, line.end);
  const remove = (reason: RemovalReason, all: ReturnType<typeof noiseEdits>) => {
    const edits = kept.size > 0 ? all.filter(({ start, end }) => !kept.has(mapped.text.slice(start, end))) : all;
    for (const { start, end, text } of edits) {
      const isReplaced = reason === 'reading' && text !== '';
      if (!isReplaced) result.removed.push({ reason, text: mapped.text.slice(start, end), line: line.number });
    }
    mapped = applyEdits(mapped, edits);
  };
  if (isRow) mapped = applyEdits(mapped, rowEdits(mapped.text));
  if (has(Trait.invisible)) mapped = applyEdits(mapped, invisibleEdits(mapped.text));
  // What an entity stood for may be markup again: `&lt;p&gt;`.
  for (let pass = 0; has(Trait.markup) && pass < 3; pass++) remove('markup', markupEdits(mapped.text));
  let startsInNoise = false;
  let endsInNoise = false;
  if (survey.isNoisy && has(Trait.oddSymbol | Trait.blank)) {
    const edits = noiseEdits(mapped.text);
    startsInNoise = edits[0] !== undefined && mapped.text.slice(0, edits[0].start).trim() === '';
    endsInNoise = edits.length > 0 && mapped.text.slice(edits.at(-1)!.end).trim() === '';
    remove('noise', edits);
  }
  if (has(Trait.blank)) mapped = applyEdits(mapped, letterSpacingEdits(mapped.text));
  if (has(Trait.noteMark)) remove('markup', noteMarkEdits(mapped.text));
  if (mapped.text.includes('公众号')) remove('furniture', accountMarkEdits(mapped.text));
  if (has(Trait.accent | Trait.garbled | Trait.halfWidth)) mapped = markGarbled(mapped, line.number, survey, result);
  if (survey.isAnnotated || (has(Trait.accent) && has(Trait.traditional))) {
    remove('reading', readingEdits(mapped.text, survey.isAnnotated));
  }
  if (survey.isTraditional || survey.isAnnotated || has(Trait.traditional)) mapped = simplified(mapped);
  if (has(Trait.halfWidth | Trait.markup)) mapped = widened(mapped);
  const isEmpty = mapped.text.trim() === '';
  return { mapped: isEmpty ? null : mapped, startsInNoise, endsInNoise };
}

function markGarbled(mapped: Mapped, line: number, survey: Survey, result: CleanedLines): Mapped {
  const garbled = garbledSpans(mapped.text, survey.isAnnotated);
  for (const [start, end] of garbled) {
    result.problems.push({ message: GARBLED, line, text: mapped.text.slice(start, end) });
  }
  return garbled.length > 0 ? { ...mapped, garbled } : mapped;
}

/** Simplified script everywhere but in garbled spans; lengths do not change. */
function simplified(mapped: Mapped): Mapped {
  const convert = (text: string) =>
    toSimplified(text).replace(/[「」『』]/g, quote => '“”‘’'['「」『』'.indexOf(quote)]!);
  let text = '';
  let done = 0;
  for (const [start, end] of mapped.garbled ?? []) {
    text += convert(mapped.text.slice(done, start)) + mapped.text.slice(start, end);
    done = end;
  }
  return { ...mapped, text: text + convert(mapped.text.slice(done)) };
}

function* texts(source: string, lines: readonly Line[]): Generator<string> {
  for (const line of lines) yield source.slice(line.start, line.end);
}

/** The source of a whole line, for reports. */
export function sourceOfLine(source: string, line: Mapped): string {
  return source.slice(sourceOffset(line, 0), sourceOffset(line, line.text.length - 1) + 1);
}
