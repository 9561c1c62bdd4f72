import { contextsBefore } from '../../src/engine/complete/sources/contexts';
import { createTopic } from '../../src/engine/complete/sources/topic/topic';
import type { CorpusView } from '../../src/engine/index/segment';
import type { HeldPassage } from './heldOut';
import type { TypedRequest, Typing } from './typing';

/** A typed request with what it is broken down by. */
export interface Described {
  readonly request: TypedRequest;
  /** By the longest end of the draft that the corpus has. */
  readonly match: string;
  readonly place: string;
  /** Who knew the right item; null where there was none. */
  readonly source: string | null;
}

const REACH = 48;
const PLACES = ['paragraph start', 'clause start', 'inside a clause'] as const;
export const SOURCES = ['the draft', 'articles like it', 'rest of the corpus'] as const;
/** A source knows an item if it has it after so many characters of the draft. */
const KNOWN_AFTER = 2;
const MATCHES: readonly (readonly [least: number, name: string])[] = [
  [10, '10 and more'],
  [7, '7 to 9'],
  [5, '5 and 6'],
  [4, '4'],
  [3, '3'],
  [2, '2'],
  [1, '1'],
  [0, 'nothing'],
];

/** Names of the groups, in the order of a report. */
export const matchNames: readonly string[] = MATCHES.map(([, name]) => name).reverse();
export const placeNames: readonly string[] = PLACES;

/** Describes the requests of a typing. An item that several sources know counts for the first of `SOURCES`. */
export function describe(view: CorpusView, passages: readonly HeldPassage[], typing: Typing): Described[] {
  const topic = createTopic(view);
  return typing.requests.map(request => {
    const { before, text } = passages[request.passage]!;
    const draft = before + text.slice(0, request.offset);
    topic.update(draft, '');
    const length = contextsBefore(view, draft.slice(-REACH)).at(-1)?.length ?? 0;
    return {
      request,
      match: MATCHES.find(([least]) => length >= least)![1],
      place: placeOf(draft),
      source: request.right && sourceOf(draft.slice(-KNOWN_AFTER) + request.right.added, draft, topic.focus().text),
    };
  });
}

function placeOf(draft: string): string {
  if (draft.endsWith('\n')) return PLACES[0];
  return /[\p{P}\s]$/u.test(draft) ? PLACES[1] : PLACES[2];
}

function sourceOf(known: string, draft: string, focus: string): string {
  if (draft.includes(known)) return SOURCES[0];
  return focus.includes(known) ? SOURCES[1] : SOURCES[2];
}
