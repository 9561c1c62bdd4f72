import { complete, prepareCompletion } from '../../src/engine/complete/complete';
import type { CorpusView } from '../../src/engine/index/segment';
import type { Predictor } from './predictor';

/** A longer first line is text, not a title. */
const LONGEST_TITLE = 40;

/** Our own completion, as the server asks it. */
export function fanben(view: CorpusView): Predictor {
  return {
    name: 'Fanben',
    characters: view.reduce((sum, segment) => sum + segment.length, 0),
    every: 1,
    prepare: before => {
      while (prepareCompletion(view, { before, title: titleOf(before) }));
    },
    predict: (before, limit) => complete(view, { before, after: '', title: titleOf(before), limit }),
  };
}

/** The first line of a draft, where it may be a title. */
export function titleOf(before: string): string {
  const end = before.indexOf('\n');
  return end > 0 && end <= LONGEST_TITLE ? before.slice(0, end) : '';
}
