import { mineFrames } from '../../../src/engine/mining/mineFrames';
import { type Cell, table } from '../table';
import { type LabelledSet, readLabelledArticles } from './labelledArticle';
import { type FrameScores, type Score, scoreFrames } from './score';

/** How well mining finds the frames marked in a set of articles. */
export interface FramesReport extends FrameScores {
  readonly set: LabelledSet;
  readonly articles: number;
}

/** Of the articles the miner was tuned on, and of those it was not. `root` is the folder of the project. */
export function framesReports(root: string): FramesReport[] {
  return (['articles', 'unseen'] as const).map(set => {
    const labelled = readLabelledArticles(root, set);
    return { set, articles: labelled.length, ...scoreFrames(labelled, mineFrames) };
  });
}

/** For a terminal. */
export function printedFrames({ set, articles, all, levels, mistakes }: FramesReport): string {
  const row = (name: string, score: Score): Cell[] => [
    name,
    score.marked,
    score.found,
    score.right,
    score.precision.toFixed(3),
    score.recall.toFixed(3),
  ];
  const rows = levels.filter(({ marked, found }) => marked + found > 0).map(({ level, ...score }) => row(level, score));
  return [
    `== frames: ${articles} ${set === 'unseen' ? 'articles the miner was not tuned on' : 'articles it was tuned on'}`,
    table(['level', 'marked', 'found', 'right', 'precision', 'recall'], [...rows, row('all', all)]),
    ...mistakes,
  ].join('\n');
}
