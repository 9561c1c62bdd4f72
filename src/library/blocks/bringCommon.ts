import { setImmediate as nextTurn } from 'node:timers/promises';
import { readDraftSteps } from '../../engine/check/draft/draft';
import { type CommonIn, commonOnDemand } from '../../engine/check/overlap/commonOnDemand';
import { type LineMemo, overlapsOf } from '../../engine/check/overlap/overlaps';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { CorpusView } from '../../engine/index/segment';
import type { Steps } from '../../engine/steps';

/** Brings the pieces that are needed of each segment, again behind what has come, so many rounds at most. */
export type Bring = (needsOf: (segment: BlockSegment) => Set<number>, rounds: number) => Promise<void>;

/** Of more, all is forgotten: what is written over is not needed again. */
export const MOST_REMEMBERED = 2_000;
/** A run is made of so many set phrases at most before it is told of anyway, each looked up behind the one before. */
const COMMON_ROUNDS = 6;

/**
 * Brings the blocks that tell how far set phrases go in what was found: by the articles that are borrowed alone nothing would be one. The runs are those
 * of the check itself, walked through until nothing is missing.
 */
export async function bringCommon(
  segments: readonly BlockSegment[],
  lines: readonly string[],
  { view, lines: known }: { readonly view: CorpusView; readonly lines: LineMemo },
  { least, many, bring }: { readonly least: number; readonly many: number; readonly bring: Bring },
): Promise<CommonIn> {
  let missing = new Map<BlockSegment, Set<number>>();
  const common = commonOnDemand(segments, many, (segment, piece) => {
    missing.set(segment, (missing.get(segment) ?? new Set()).add(piece));
  });
  if (known.size > MOST_REMEMBERED) known.clear();
  const draft = await givingWay(readDraftSteps(lines));
  for (let round = 0; round < COMMON_ROUNDS; round++) {
    missing = new Map();
    await givingWay(overlapsOf(view, draft, { least, many, common }, known));
    if (missing.size === 0) break;
    const wanted = missing;
    await bring(segment => wanted.get(segment) ?? new Set(), 1);
  }
  return common;
}

/** Others are served in between. */
async function givingWay<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}

const TURN_MS = 10;
