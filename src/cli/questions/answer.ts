import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { CorpusView } from '../../engine/index/segment';
import { countByOrigin, type OriginCount } from '../../engine/passages/countByOrigin';
import type { NeedsOf } from '../../engine/passages/search/searchNeeds';
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

/** What a question needs of libraries that are read on demand, step by step. */
export interface Needed {
  /** `partial`: all layouts that are asked. */
  readonly steps: (partial: readonly BlockSegment[]) => readonly NeedsOf[];
  /** Who spoke has to be known of all articles. */
  readonly bySpeaker?: boolean;
  /** Said of libraries on demand where the answer has not all there is. */
  readonly isInPart?: (view: CorpusView) => boolean;
}

/** How often a question is asked anew of what is read on demand: counts need the answer, and sources the counts. */
const ASKED_AGAIN = 3;

/**
 * Opens what is asked, prints what `find` finds in it, and closes it; articles are as the writer has noted them. 1 where a part of the index is damaged.
 *
 * @param needed what the question needs of a library that is read on demand; without it such a library is not asked
 */
export async function answer<Found>(
  { json, ...options }: QueryOptions,
  find: (from: AnswerFrom) => Found,
  lines: (found: Found) => string[],
  needed?: Needed,
): Promise<0 | 1> {
  const asked = await openAsked(options);
  try {
    const { origins, inLibrary, partial } = asked;
    const isPartial = partial.length > 0;
    const knowsSpeakers = !isPartial || !needed?.bySpeaker || (await asked.bringSpeakers());
    if (isPartial && !(needed && knowsSpeakers)) console.error(notOnDemand[cliLanguage()]);
    const steps = isPartial ? (needed?.steps(partial) ?? []) : [];
    for (const needsOf of steps) await asked.bring(needsOf);
    const view = needed ? asked.everything : asked.view;
    const countApart = (wording: string) => {
      const apart = origins.length > 1 ? countByOrigin(view, origins, wording) : [];
      return apart.length > 0 ? { apart } : {};
    };
    const ownSegments = origins[0]?.segments ?? 0;
    const from: AnswerFrom = { view, ownSegments, sourceOf: passage => printedSource(passage, inLibrary), countApart };
    let found = find(from);
    for (let again = 0; isPartial && needed && again < ASKED_AGAIN; again++) {
      await Promise.all([...steps.map(needsOf => asked.bring(needsOf)), asked.bringNoted()]);
      found = find(from);
    }
    if (isPartial && needed?.isInPart?.(view)) console.error(inPart[cliLanguage()]);
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

const inPart = {
  zh: '按需读取的资料库只查了一部分地方：列出的不是全部，数量是估计',
  en: 'Of a library that is read on demand only some places were looked at: what is listed is not all, and counts are estimates',
};
