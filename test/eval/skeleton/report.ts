import { join } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import type { CutWords } from '../../../src/engine/text/segmentWords';
import { table } from '../table';
import { readSpeeches, type SpeechSet } from './labelledSpeech';
import { type SkeletonScore, scoreSkeletons } from './score';

/** How well slots fit what is marked in a set of speeches. */
export interface SkeletonReport extends SkeletonScore {
  readonly set: SpeechSet;
}

/** Of the speeches the rules were tuned on, and of those they were not. `root` is the folder of the project. */
export async function skeletonReports(root: string, cut: CutWords): Promise<SkeletonReport[]> {
  const background = await openBackground(join(root, 'media', 'background.bin'));
  const inPublic = (text: string) => background.countOf(text);
  return (['articles', 'unseen'] as const).map(set => ({
    set,
    ...scoreSkeletons(readSpeeches(root, set), cut, inPublic),
  }));
}

/** For a terminal. */
export function printedSkeletons({ set, articles, mistakes, ...score }: SkeletonReport): string {
  const { particulars, left, cutWords, letters, lost } = score;
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)}%`;
  return [
    `== skeletons: ${articles} speeches the rules were ${set === 'unseen' ? 'not ' : ''}tuned on, every clause kept`,
    table(
      ['', 'all', 'wrong', 'share'],
      [
        ['particulars left as text', particulars, left, percent(left, particulars)],
        ['fixed letters lost in slots', letters, lost, percent(lost, letters)],
        ['words cut', '', cutWords, ''],
      ],
    ),
    ...mistakes,
  ].join('\n');
}
