import type { Mapped } from '../../article/mapping/mapped';
import { sourceRange } from '../../article/mapping/sourceMap';
import { dateLine } from '../../article/metadata/dates/dateLine';
import { parseDate } from '../../article/metadata/dates/dates';
import { engineLimits } from '../../limits';
import { layoutSteps } from '../../officialDocument/layoutDraft';
import { isGuidance } from '../../officialDocument/leftOver';
import type { Role } from '../../officialDocument/paragraph';
import { endsStep, finish, type Steps } from '../../steps';
import type { DraftSpan } from '../problem';
import { corpusForm } from './corpusForm';
import { type QuotedSpan, quotedSpans } from './quotedSpans';

/** What a line is: as an official document has it, or front matter, advice to the writer, nothing. */
export type LineKind = Role | 'matter' | 'guidance' | 'blank';

/** A line of a draft, in the form of the corpus. All offsets of checks are offsets in `text`; `spanIn` leads back to the file. */
export interface DraftLine extends Mapped {
  /** 0-based. */
  readonly line: number;
  readonly kind: LineKind;
  /** What stands in quotation marks, or is said to be quoted. Marks not included. */
  readonly quoted: readonly QuotedSpan[];
}

/** A draft made ready to be checked. */
export interface Draft {
  /** As they stand in the file. */
  readonly lines: readonly string[];
  readonly read: readonly DraftLine[];
  /** Those of them with text of the speech: no front matter, guidance or blank line. */
  readonly spoken: readonly DraftLine[];
  /** Those of them that tell something: no salutation, byline, signature or date. */
  readonly told: readonly DraftLine[];
  /** Title, front matter, salutation, signature: what says whose speech it is, where and when. */
  readonly setting: readonly string[];
  readonly title: string;
  /** The day it is given, ISO 8601, where its head or its end says so. */
  readonly date: string | null;
}

const SETTING: ReadonlySet<LineKind> = new Set(['title', 'byline', 'salutation', 'signature', 'date', 'matter']);
const FORMAL: ReadonlySet<LineKind> = new Set(['byline', 'salutation', 'signature', 'date']);
const UNSPOKEN: ReadonlySet<LineKind> = new Set(['matter', 'guidance', 'blank']);

/** What lines without text hold, one for all of them: a file may be of nothing else. */
const NOTHING: Mapped = { text: '', map: [0, 0] };
const NONE: readonly QuotedSpan[] = [];

/** Reads the lines of a draft. `title`: where the file says it apart from its lines. */
export function readDraft(lines: readonly string[], title: string | null = null): Draft {
  return finish(readDraftSteps(lines, title));
}

/** {@link readDraft} a little at a time. */
export function* readDraftSteps(lines: readonly string[], title: string | null = null): Steps<Draft> {
  const matter = frontMatterEnd(lines);
  const stated = title ?? statedTitle(lines.slice(0, matter));
  const laid = new Map(
    (yield* layoutSteps(lines.slice(matter).map(withoutHeadingMark), stated)).map(
      ({ line, role }) => [line + matter, role] as const,
    ),
  );
  const read: DraftLine[] = [];
  for (const [line, source] of lines.entries()) {
    const kind: LineKind =
      source.length > engineLimits.checkedLine
        ? 'blank'
        : line < matter
          ? 'matter'
          : isGuidance(source)
            ? 'guidance'
            : source.trim() === ''
              ? 'blank'
              : (laid.get(line) ?? 'blank');
    const { text, map } = UNSPOKEN.has(kind) ? NOTHING : corpusForm(source);
    read.push({ text, map, line, kind, quoted: text === '' ? NONE : quotedSpans(text) });
    if (endsStep(line)) yield;
  }
  const setting = read
    .filter(({ kind }) => SETTING.has(kind))
    .map(({ kind, line, text }) => (kind === 'matter' ? lines[line]! : text));
  const titles = read.filter(({ kind }) => kind === 'title').map(({ text }) => text);
  const spoken = read.filter(({ kind, text }) => !UNSPOKEN.has(kind) && text !== '');
  return {
    lines,
    read,
    spoken,
    told: spoken.filter(({ kind }) => !FORMAL.has(kind)),
    setting: stated ? [stated, ...setting] : setting,
    title: stated ?? titles.join(''),
    date: dateOf(read, lines.slice(0, matter)),
  };
}

const DATED: ReadonlySet<LineKind> = new Set(['byline', 'date', 'title']);
/** A title of two lines, a subtitle, the occasion; the title may stand above it once more. */
const HEAD_LINES = 8;

/** As the front matter says it, or a line of date in the head or at the end. */
function dateOf(read: readonly DraftLine[], matter: readonly string[]): string | null {
  for (const line of matter) {
    const stated = /^(?:date|日期)\s*[:：]\s*(.+)$/i.exec(line)?.[1];
    const date = stated && parseDate(stated);
    if (date) return date;
  }
  // A head of which the title is not known for one has its date on a line of its own.
  const head = read.filter(({ text }) => text !== '').slice(0, HEAD_LINES);
  const lines = read.filter(line => DATED.has(line.kind) || head.includes(line));
  return lines.map(({ text }) => dateLine(text)?.date).find(date => date !== undefined) ?? null;
}

/** Where [start, end) of a line stands in the file. */
export function spanIn({ line, map }: Pick<DraftLine, 'line' | 'map'>, start: number, end: number): DraftSpan {
  const range = sourceRange({ map }, start, end);
  return { line, start: range.start, endLine: line, end: range.end };
}

const MATTER_MARK = /^---\s*$/;
/** More is no front matter. */
const MOST_MATTER = 60;

function frontMatterEnd(lines: readonly string[]): number {
  if (!MATTER_MARK.test(lines[0] ?? '')) return 0;
  const end = lines.slice(1, MOST_MATTER).findIndex(line => MATTER_MARK.test(line));
  return end < 0 ? 0 : end + 2;
}

function statedTitle(matter: readonly string[]): string | null {
  for (const line of matter) {
    const title = /^(?:title|标题)\s*[:：]\s*["']?(.*?)["']?\s*$/i.exec(line)?.[1];
    if (title) return title;
  }
  return null;
}

/** `# 标题` of Markdown is a title like any other. */
const withoutHeadingMark = (line: string): string => line.replace(/^\s*#{1,6}\s+/, '');
