import type { CorpusView } from '../../../engine/index/segment';
import type { Origin } from '../../../engine/passages/countByOrigin';
import type { ServedLibrary } from './librarySession';

/** Whose the segments of what is read are, in its order: the writer's own, then those of copied libraries, then of those read on demand. */
export function originsOf(own: CorpusView, served: readonly ServedLibrary[]): Origin[] {
  const whole = served.filter(({ library }) => !library.demand());
  const partial = served.filter(({ library }) => library.demand());
  return [
    { library: null, segments: own.length },
    ...whole.map(({ name, library }) => ({ library: name, segments: library.view().length })),
    ...partial.map(({ name, library }) => ({ library: name, segments: library.demand()!.segments.length })),
  ];
}
