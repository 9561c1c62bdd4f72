import { corpusForm } from '../../engine/check/draft/corpusForm';
import type { CommonIn } from '../../engine/check/overlap/commonOnDemand';
import { OVERLAP_DEFAULTS } from '../../engine/check/overlap/overlapRuns';
import type { LineMemo } from '../../engine/check/overlap/overlaps';
import { type SharedStretch, sharedStretches, strideOf } from '../../engine/check/overlap/sharedStretches';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import { articleNeeds, type BorrowedArticle, borrowedSegment } from '../../engine/index/blocks/borrowed';
import type { CorpusView } from '../../engine/index/segment';
import { engineLimits } from '../../engine/limits';
import { libraryLimits } from '../limits';
import { type Bring, bringCommon, MOST_REMEMBERED } from './bringCommon';
import type { OnDemand } from './readOnDemand';
import { chosen, groups, type Shared, stretchesOf } from './sharedPlaces';

/** Articles of libraries that are read on demand that a draft shares something with: brought here, they are checked against as any others. */
export interface Borrowed {
  /** One segment of them, or none. */
  readonly view: CorpusView;
  /** Everything was looked up, and all that was found is here. */
  readonly isWhole: boolean;
  /** Which wordings many of their articles have: what of that a check of this draft needs is here. */
  readonly common?: CommonIn | undefined;
}

/** What counts as shared, and how long it is looked for. */
export interface Borrowing {
  /** Code units of a run at least; as the check of overlap has it by default. */
  readonly least?: number | undefined;
  /** A wording that so many articles have is nobody's own; likewise. */
  readonly many?: number | undefined;
  /** What was found before of stretches of drafts, kept by the caller: it is emptied when the libraries are others. */
  readonly memo?: BorrowMemo | undefined;
  /** No more is asked for after so long; by default after twenty seconds. */
  readonly patienceMs?: number | undefined;
}

/** By stretch of a draft, segment by segment; and what was made of it last. */
export interface BorrowMemo {
  segments: readonly BlockSegment[];
  found: Map<string, readonly (readonly SharedStretch[])[]>;
  last?: { readonly key: string; readonly view: CorpusView; readonly lines: LineMemo } | undefined;
}

/** A stretch of a draft that is looked up at once: what is read for it fits into memory. */
const STRETCH = 400;

/**
 * Looks up what the lines of a draft share with libraries that are read on demand, stretch by stretch, and brings the articles it is shared with. What
 * is asked for is bounded: of a long draft, or of a very large library, only longer runs are found surely. Never rejects.
 */
export async function borrowShared(
  demands: readonly OnDemand[],
  lines: readonly string[],
  {
    least = OVERLAP_DEFAULTS.least,
    many = OVERLAP_DEFAULTS.many,
    memo = newMemo(),
    patienceMs = PATIENCE_MS,
  }: Borrowing = {},
): Promise<Borrowed> {
  const segments = demands.flatMap(demand => demand.segments);
  if (segments.length === 0) return NOTHING;
  const until = performance.now() + patienceMs;
  if (memo.segments.length !== segments.length || segments.some((segment, i) => segment !== memo.segments[i]))
    Object.assign(memo, newMemo(), { segments });
  const bring: Bring = async (needsOf, rounds) => {
    await Promise.all(demands.map(demand => demand.bring(needsOf, rounds)));
  };
  const texts = lines.flatMap(line => (line.length > engineLimits.checkedLine ? [] : [corpusForm(line).text]));
  const stretches = texts.flatMap(text => stretchesOf(text, Math.ceil(STRETCH / segments.length) + least, least));
  const characters = stretches.reduce((sum, { length }) => sum + length, 0);
  const usual = strideOf(least);
  const stride = Math.max(usual, Math.ceil((characters * segments.length) / libraryLimits.seedsOfDraft));
  let isWhole = stride === usual;
  if (memo.found.size > MOST_REMEMBERED) memo.found.clear();
  const shared: Shared[] = [];
  for (const text of new Set(stretches)) {
    const key = `${least} ${stride} ${text}`;
    let found = memo.found.get(key);
    if (!found) {
      if (performance.now() > until) {
        isWhole = false;
        break;
      }
      const look = (segment: BlockSegment) => sharedStretches(segment, text, { least, stride });
      await bring(segment => look(segment).needs, ROUNDS);
      const looked = segments.map(look);
      found = looked.map(({ stretches }) => stretches);
      if (looked.every(({ needs }) => needs.size === 0)) memo.found.set(key, found);
      else isWhole = false;
    }
    shared.push(...found.flatMap((own, i) => groups(segments[i]!, text, own)));
  }
  const { articles, isCut } = chosen(shared, many);
  if (articles.length === 0) return { view: [], isWhole };
  const view = await fetched(articles, bring, memo, `${least} ${many}`);
  const common = await bringCommon(segments, lines, memo.last!, { least, many, bring });
  return { view: view.segments, isWhole: isWhole && !isCut && view.isWhole, common };
}

const NOTHING: Borrowed = { view: [], isWhole: true };
const PATIENCE_MS = 20_000;
/** A memo in which nothing is remembered yet. */
export const newMemo = (): BorrowMemo => ({ segments: [], found: new Map(), last: undefined });
/** Seeds, what is around them, and what that lacks. */
const ROUNDS = 4;

async function fetched(
  articles: readonly BorrowedArticle[],
  bring: Bring,
  memo: BorrowMemo,
  options: string,
): Promise<{ segments: CorpusView; isWhole: boolean }> {
  const needsOf = (one: BorrowedArticle) => articleNeeds(one.segment, [one.article]);
  await bring(
    segment =>
      articleNeeds(
        segment,
        articles.filter(one => one.segment === segment).map(({ article }) => article),
      ),
    1,
  );
  const here = articles.filter(one => needsOf(one).size === 0);
  const isWhole = here.length === articles.length;
  const names = here.map(({ segment, article }) => `${segment.id} ${article}`).sort();
  const key = [options, ...names].join();
  // The same view means that nothing has to be looked up in it again.
  if (memo.last?.key !== key)
    memo.last = {
      key,
      view: here.length > 0 ? [borrowedSegment(`borrowed ${key.length}`, here)] : [],
      lines: new Map(),
    };
  return { segments: memo.last.view, isWhole };
}
