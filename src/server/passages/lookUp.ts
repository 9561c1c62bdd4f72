import type { CorpusView } from '../../engine/index/segment';
import { search } from '../../engine/passages/search';
import { cutWords } from '../../engine/text/segmentWords';
import type { LookUpHit, LookUpParams } from '../protocol/passages';
import { passageMessage } from './passageRef';

/** No answer is longer, whatever is asked for. */
const MOST = 200;

/** Sentences with the words, best first. */
export function lookUp(view: CorpusView, { words, limit }: LookUpParams): LookUpHit[] {
  const most = Math.max(0, Math.min(limit, MOST));
  return search(view, words, most, cutWords).map(hit => ({
    ...passageMessage(hit),
    sentence: hit.sentence,
    spans: hit.spans.map(([start, end]) => [start, end]),
  }));
}
