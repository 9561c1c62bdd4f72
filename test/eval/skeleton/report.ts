import type { CutWords } from '../../../src/engine/text/segmentWords';
import { table } from '../table';
import { readSpeeches, speechesBeside } from './labelledSpeech';
import { shippedLexicon } from './lexicon';
import { type SkeletonScore, scoreSkeletons } from './score';

/** How well slots fit what is marked in a set of speeches. */
export interface SkeletonReport extends SkeletonScore {
  readonly set: string;
}

/**
 * Of the speeches the rules were tuned on, and of those they were not; of those in `folders`, marked by whoever measures, where there
 * are any. `root` is the folder of the project.
 */
export async function skeletonReports(
  root: string,
  cut: CutWords,
  folders: readonly string[] = [],
): Promise<SkeletonReport[]> {
  const lexicon = await shippedLexicon(root);
  const own = [
    ['the rules were tuned on', speechesBeside(root, 'articles')],
    ['the rules were not tuned on', speechesBeside(root, 'unseen')],
  ] as const;
  const sets = folders.length > 0 ? folders.map(folder => [`in ${folder}`, folder] as const) : own;
  return sets.map(([set, folder]) => ({ set, ...scoreSkeletons(readSpeeches(folder), cut, lexicon) }));
}

/** For a terminal. */
export function printedSkeletons({ set, articles, mistakes, ...score }: SkeletonReport): string {
  const { particulars, left, doubtful, cutWords, letters, lost, asked, doubtfulSlots } = score;
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)}%`;
  return [
    `== skeletons: ${articles} speeches ${set}, every clause kept`,
    table(
      ['', 'all', 'wrong', 'share'],
      [
        ['particulars left as text', particulars, left, percent(left, particulars)],
        ['particulars in doubtful slots', particulars, doubtful, percent(doubtful, particulars)],
        ['fixed letters lost in slots', letters, lost, percent(lost, letters)],
        [`fixed letters in ${doubtfulSlots} doubtful slots`, letters, asked, percent(asked, letters)],
        ['words cut', '', cutWords, ''],
      ],
    ),
    ...mistakes,
  ].join('\n');
}
