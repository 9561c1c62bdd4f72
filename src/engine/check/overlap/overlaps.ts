import type { CorpusView } from '../../index/segment';
import type { Steps } from '../../steps';
import type { Span } from '../../text/sentences';
import type { Draft } from '../draft/draft';
import { chosenRuns, MOST_WORK, type OverlapRun, RUN_WORK } from './chosenRuns';
import type { CommonFrom } from './commonPieces';
import { mayStand } from './mayStand';
import { grownRun, type LineMatches, lineMatches, type OverlapOptions, type Run } from './overlapRuns';
import { ownArticles } from './ownArticles';

/** What a draft has taken over. Offsets are those of its told lines joined by `\n`. */
export interface Overlaps {
  readonly text: string;
  /** Where each told line starts in it. */
  readonly starts: readonly number[];
  /** Ascending, none over another. */
  readonly runs: readonly OverlapRun[];
  /** Of each code unit of `text`: 1 where it is taken over, and in no quotation or wording of many articles. */
  readonly taken: Uint8Array;
}

/** Remembers what was looked up of a line; good for one view and one set of options. */
export type LineMemo = Map<string, LineMatches>;

/**
 * The runs of a draft that stand in articles, longest first where they overlap, those of an article that gave more before those of
 * others. Yields behind each line that was looked up, so that others are served in between; of a draft that has changed in one
 * line only that line is looked up when `memo` has the others.
 */
export function* overlapsOf(
  view: CorpusView,
  { told, title, date }: Pick<Draft, 'told' | 'title' | 'date'>,
  options: OverlapOptions,
  memo: LineMemo = new Map(),
): Steps<Overlaps> {
  const text = told.map(line => line.text).join('\n');
  const starts: number[] = [];
  const counts = new Uint8Array(text.length).fill(1);
  const runs: Run[] = [];
  const found: LineMatches[] = [];
  let offset = 0;
  const unknown = [...new Set(told.map(line => line.text))].filter(line => !memo.has(line));
  const may = yield* mayStand(view, unknown);
  for (const line of told) {
    starts.push(offset);
    let matches = memo.get(line.text);
    if (!matches) {
      matches = lineMatches(view, line.text, options, may.get(line.text));
      memo.set(line.text, matches);
      yield;
    }
    found.push(matches);
    for (const { start, end } of [...line.quoted, ...matches.common]) counts.fill(0, offset + start, offset + end);
    offset += line.text.length + 1;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counts[at] = 0;
  const ofCluster = new Map<number, Run[]>();
  let work = 0;
  for (const [line, { pieces }] of found.entries()) {
    for (const { start, end, places } of pieces) {
      const piece = { start: starts[line]! + start, end: starts[line]! + end };
      for (const place of places) {
        const known = ofCluster.get(place.cluster) ?? [];
        work += known.length + RUN_WORK;
        if (work > MOST_WORK) {
          yield;
          work = 0;
        }
        if (known.some(run => holds(run, piece, place))) continue;
        const run = grownRun(view, text, piece, place);
        if (run.end - run.start < options.least) continue;
        known.push(run);
        ofCluster.set(place.cluster, known);
        runs.push(run);
        work += run.end - run.start;
      }
    }
  }
  const own = ownArticles(view, { title, date }, runs, text.length, options);
  const others = runs.filter(({ cluster }) => !own.has(cluster));
  const commonFrom: CommonFrom = at => {
    const line = lineAt(starts, at);
    const offset = at - starts[line]!;
    return Math.max(found[line]!.commonFrom(offset), options.common?.(told[line]!.text, offset) ?? 1);
  };
  yield;
  return { text, starts, ...(yield* chosenRuns(view, text, others, { counts, commonFrom }, options.least)) };
}

/** Number of the line that has an offset of the joined lines. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const holds = (run: Run, piece: Span, place: { segment: number; position: number }): boolean =>
  run.segment === place.segment &&
  run.start <= piece.start &&
  run.end >= piece.end &&
  run.position <= place.position &&
  run.endPosition >= place.position;
