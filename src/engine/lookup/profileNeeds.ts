import type { BlockSegment } from '../index/blocks/blockSegment';
import { articleNeeds } from '../index/blocks/borrowed';
import type { NeedsOf } from '../passages/search/searchNeeds';
import { readOnDemand } from './profilePlaces';

/** The text that a speaker's profile reads of libraries on demand, once it is known who spoke there. `partial`: all layouts that are asked. */
export function profileNeeds(partial: readonly BlockSegment[], speaker: string): NeedsOf {
  let read: ReturnType<typeof readOnDemand> | undefined;
  return segment => {
    read ??= readOnDemand(partial, speaker);
    const places = [...read.theirs, ...read.rest].filter(({ segment: number }) => partial[number] === segment);
    return articleNeeds(
      segment,
      places.map(({ article }) => article),
    );
  };
}
