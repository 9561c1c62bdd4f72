import { endsStep, type Steps } from '../../steps';
import type { Edit } from '../edit';
import { BREAK, inlineMarkers, type Marker, nextMarker, parseMarker } from '../marker';
import { expectedMarkers, memberListSteps } from '../memberLists';
import { literal, SERIES } from '../series';

/** Two markers at the beginning of a line, the second right behind the first: 三、二、突出重点. */
export interface DoubledMarker {
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 span of both. */
  readonly start: number;
  readonly end: number;
  /** Where the second begins. */
  readonly second: number;
  /** As written: `三、二、`. */
  readonly found: string;
  /** What belongs there: the second, which was written by hand, with the number that is due. */
  readonly expected: string;
  /** Both are of one level, so that the line stays on its level without one. */
  readonly keepsLevel: boolean;
  /** Replaces both by it. */
  readonly fix: Edit;
}

/** Words that go well behind a number: 一是首先要…. */
const WORDS: ReadonlySet<Marker['series']> = new Set(['word', 'among']);

const NUMERALS = '[一二三四五六七八九十百千零]';
const [CHINESE] = SERIES;
/** 三、四、突出重点: neighbouring numbers, which a marker is not looked for in; 一、二、三产业 and 三、四、五线城市 count things. */
const NEIGHBOURS = new RegExp(`^([ \\t　]*(?:#{1,6} +)?(?:\\*\\*)?)(${NUMERALS}+)、(${NUMERALS}+)、(?!${NUMERALS})`);

interface Pair {
  readonly keepsLevel: boolean;
  readonly start: number;
  readonly second: number;
  readonly end: number;
}

function neighbours(line: string): Pair | null {
  const match = NEIGHBOURS.exec(line);
  if (!match) return null;
  const [whole, indent, first, second] = match as unknown as [string, string, string, string];
  const [a, b] = [CHINESE!.numerals.parse(first), CHINESE!.numerals.parse(second)];
  if (a === null || b !== a + 1) return null;
  return { keepsLevel: true, start: indent.length, second: indent.length + first.length + 1, end: whole.length };
}

/** Whether the point begun by the marker goes on inside the line: （一）一是快；二是稳 is a heading's number before a list. */
function goesOnInside(line: string, marker: Marker): boolean {
  const next = nextMarker(marker);
  if (next === null) return false;
  if (inlineMarkers(line, marker.end).some(({ series, number }) => series === marker.series && number > 1)) return true;
  return new RegExp(`${BREAK}${literal(next.replace(/[，：,]$/, '').trimEnd())}`).test(line.slice(marker.end));
}

function pairIn(line: string): Pair | null {
  const first = parseMarker(line);
  if (!first) return neighbours(line);
  const blanks = /^[ \t　]*/.exec(line.slice(first.end))![0].length;
  const behind = parseMarker(line.slice(first.end + blanks));
  if (!behind || behind.start > 0 || WORDS.has(behind.series)) return null;
  const second = first.end + blanks;
  const own = { ...behind, start: second, end: second + behind.end };
  if (goesOnInside(line, own)) return null;
  return { keepsLevel: first.level === own.level, start: first.start, second, end: own.end };
}

/** Every line of a text with two markers. */
export function* doubledMarkerSteps(paragraphs: readonly string[]): Steps<DoubledMarker[]> {
  const pairs: (Pair & { paragraph: number })[] = [];
  for (const [paragraph, line] of paragraphs.entries()) {
    const pair = pairIn(line);
    if (pair) pairs.push({ paragraph, ...pair });
    if (endsStep(paragraph)) yield;
  }
  if (pairs.length === 0) return [];
  const single = [...paragraphs];
  for (const { paragraph, start, second } of pairs) {
    single[paragraph] = single[paragraph]!.slice(0, start) + single[paragraph]!.slice(second);
  }
  const due = yield* dueMarkers(single);
  return pairs.map(pair => {
    const { paragraph, start, second, end } = pair;
    const line = paragraphs[paragraph]!;
    const expected = due.get(paragraph) ?? line.slice(second, end);
    const fix = { paragraph, start, end, text: expected };
    return { ...pair, found: line.slice(start, end), expected, fix };
  });
}

/** What each marker at the beginning of a line should be, on its own level, by its line. */
function* dueMarkers(lines: readonly string[]): Steps<Map<number, string>> {
  const due = new Map<number, string>();
  for (const list of yield* memberListSteps(lines, { keepsLevels: true })) {
    const expected = expectedMarkers(list);
    list.members.forEach(({ paragraph, inline }, index) => {
      if (!inline) due.set(paragraph, expected[index]!);
    });
  }
  return due;
}
