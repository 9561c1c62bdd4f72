import type { CorpusView } from '../../index/segment';
import { visitStrides } from '../../index/suffixes/strides';
import type { Context } from './contexts';

/**
 * How likely a word begins at the cursor: the share of the occurrences of a context of about three characters, some fifty of them looked
 * at, behind which a word of the corpus begins. 0 to 1; -1 where the corpus has no context.
 */
export function wordStartsHere(view: CorpusView, contexts: readonly Context[]): number {
  const context = contexts[Math.min(2, contexts.length - 1)];
  if (!context) return -1;
  let looked = 0;
  let starts = 0;
  const stride = Math.max(1, context.occurrences / 50);
  context.ranges.forEach((range, number) => {
    const segment = view[number]!;
    visitStrides(segment, range, 0, stride, position => {
      looked++;
      if (segment.isWordStart(position + context.length)) starts++;
    });
  });
  return looked > 0 ? starts / looked : -1;
}
