import type { Column } from '../../parallel/columns';
import { weightOfColumns } from '../../parallel/shape';
import type { DraftTail } from '../draftTail';
import { type StructureItem, structureItem } from '../structureItem';
import { isPredictable } from './isPredictable';
import { type NextMember, nextMembers } from './nextMembers';
import { restOfMember } from './restOfMember';

/** The next member of a series as an item of the list. */
export interface MemberItem extends StructureItem {
  /** The members before it. */
  readonly members: readonly string[];
  /** The place asks for it: an empty paragraph, nothing but its number, or the first of the words that open it. */
  readonly isAsked: boolean;
}

/** Weight of the fixed wording at least: less is typed as fast as it is chosen. */
const LEAST_WEIGHT = 1;

function itemOf(next: NextMember): MemberItem | null {
  const { marker, columns, typed, members, level } = next;
  const isBegun = typed !== '' && !marker.startsWith(typed);
  if (!isBegun && !isPredictable(next, level)) return null;
  const whole: readonly Column[] = marker === '' ? columns : [marker, ...columns];
  const rest = restOfMember(whole, typed);
  if (!rest || weightOfColumns(rest.columns) < LEAST_WEIGHT) return null;
  const item = rest.isFilling ? structureItem(rest.columns) : structureItem(whole, typed.length);
  const isAsked = isPlace(next) || isOpened(next);
  return { ...item, members, isAsked };
}

/** An empty paragraph, or nothing but a number. */
function isPlace({ typed, marker, level }: NextMember): boolean {
  return typed === marker && (level === 'numbered' || level === 'paragraph');
}

/** Behind sentences that all open so, the opening has begun: 要强化…。要强化…。要|. */
function isOpened({ typed, columns: [opening], level }: NextMember): boolean {
  return (
    (level === 'sentence' || level === 'clause') &&
    typed !== '' &&
    typeof opening === 'string' &&
    opening.startsWith(typed)
  );
}

/**
 * The next member of the series that the draft has begun, as far as it is not typed yet; nearest structure first.
 * `一是抓早，解决慢的问题；二是抓小，解决散的问题；|` gives `三是抓□，解决□的问题`.
 */
export function memberItems(tail: DraftTail): MemberItem[] {
  const seen = new Set<string>();
  return nextMembers(tail)
    .flatMap(member => itemOf(member) ?? [])
    .filter(({ label }) => !seen.has(label) && seen.add(label));
}
