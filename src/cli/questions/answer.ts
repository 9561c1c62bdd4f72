import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { CorpusView } from '../../engine/index/segment';
import { countByOrigin, type OriginCount } from '../../engine/passages/countByOrigin';
import { type AskedOptions, openAsked } from '../asked/asked';
import { cliLanguage } from '../output/language';
import { type PrintSource, printedSource } from './printed';

/** What all questions to an index have in common. */
export interface QueryOptions extends AskedOptions {
  readonly limit: number;
  readonly json: boolean;
}

/** What a question is answered from. */
export interface AnswerFrom {
  readonly view: CorpusView;
  /** So many at its head are the writer's own. */
  readonly ownSegments: number;
  readonly sourceOf: PrintSource;
  /** `apart`: in how many articles a wording stands here and in each library, where libraries are asked and have it. */
  readonly countApart: (wording: string) => { apart?: OriginCount[] };
}

/** How often a question is asked anew of what is read on demand: counts need the answer, and sources the counts. */
const ASKED_AGAIN = 3;

/**
 * Opens what is asked, prints what `find` finds in it, and closes it; articles are as the writer has noted them. 1 where a part of the index is damaged.
 *
 * @param needsOf what the question needs of a library that is read on demand; without it such a library is not asked
 */
export async function answer<Found>(
  { json, ...options }: QueryOptions,
  find: (from: AnswerFrom) => Found,
  lines: (found: Found) => string[],
  needsOf?: (segment: BlockSegment) => Set<number>,
): Promise<0 | 1> {
  const asked = await openAsked(options);
  try {
    const isPartial = asked.everything.length > asked.view.length;
    if (isPartial && !needsOf) console.error(notOnDemand[cliLanguage()]);
    if (isPartial && needsOf) await asked.bring(needsOf);
    const { origins, inLibrary } = asked;
    const view = needsOf ? asked.everything : asked.view;
    const countApart = (wording: string) => {
      const apart = origins.length > 1 ? countByOrigin(view, origins, wording) : [];
      return apart.length > 0 ? { apart } : {};
    };
    const ownSegments = origins[0]?.segments ?? 0;
    const from: AnswerFrom = { view, ownSegments, sourceOf: passage => printedSource(passage, inLibrary), countApart };
    let found = find(from);
    for (let again = 0; isPartial && needsOf && again < ASKED_AGAIN; again++) {
      await Promise.all([asked.bring(needsOf), asked.bringNoted()]);
      found = find(from);
    }
    console.log(json ? JSON.stringify(found) : lines(found).join('\n'));
    return await asked.soundness();
  } finally {
    await asked.close();
  }
}

/** Said where what is asked takes all of a library, and one is read on demand. */
const notOnDemand = {
  zh: '按需读取的资料库不能这样查，这里没有查它',
  en: 'A library that is read on demand cannot be asked this: it was left out here',
};
