import { weightOfColumns } from '../../parallel/shape';
import type { MemberPattern } from './memberPattern';

/** Where the members stand; how much must be shown before the next is offered differs. */
export type MemberLevel = 'numbered' | 'paragraph' | 'sentence' | 'clause';

/** What the members show of their shape. */
interface Signs {
  readonly members: number;
  readonly slots: number;
  /** Fixed wording begins them. */
  readonly opensFixed: boolean;
  /** Fixed wording ends them. */
  readonly endsFixed: boolean;
  /** Weight of their fixed wording. */
  readonly weight: number;
  /** All are of one length. */
  readonly even: boolean;
}

/** Who opens two paragraphs with so much of the same writes a third. */
const MUCH = 4.5;

/**
 * Before a character of the next member is typed, is it clear that there will be one, and of this shape? Measured on speeches
 * and essays: the shapes left out were gone on with less than once in four times.
 */
const CLEAR: Readonly<Record<MemberLevel, (signs: Signs) => boolean>> = {
  numbered: () => true,
  paragraph: ({ members, slots, opensFixed, endsFixed, even, weight }) =>
    opensFixed && (members > 2 || (slots <= 2 && (slots === 1 || endsFixed || even || weight >= MUCH))),
  sentence: ({ members, opensFixed, endsFixed, even }) => endsFixed && (members > 2 || (opensFixed && even)),
  clause: ({ members, slots, opensFixed, endsFixed, even }) =>
    members > 2
      ? slots === 1 || even || !opensFixed
      : members > 1 && opensFixed && (even || (endsFixed && slots === 1)),
};

/** Does what the members so far share make it likely that the writer goes on so? */
export function isPredictable({ columns, members }: MemberPattern, level: MemberLevel): boolean {
  const inner = columns.filter(column => typeof column !== 'string' || !/^[。，！？]$/.test(column));
  return CLEAR[level]({
    members: members.length,
    slots: inner.filter(column => typeof column !== 'string').length,
    opensFixed: typeof inner[0] === 'string',
    endsFixed: typeof inner.at(-1) === 'string',
    weight: weightOfColumns(inner),
    even: members.every(({ length }) => length === members[0]!.length),
  });
}
