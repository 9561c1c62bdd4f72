import { finish, type Steps } from '../../steps';
import { type MemberList, memberListSteps } from '../memberLists';
import type { OutlineNode } from '../outline';

/** A member whose title is shaped otherwise than those of all its fellows. */
export interface UnevenMember {
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 span of the marker. */
  readonly start: number;
  readonly end: number;
  /** In what it differs: the number of clauses of its title, or its length in characters. */
  readonly measure: 'clauses' | 'length';
  readonly found: number;
  readonly others: number;
}

/** Fewer members make no pattern to differ from. */
const LEAST_MEMBERS = 3;
/** Titles this near in length look alike. */
const ALIKE = 2;
/** A title must differ this much in length to stand out. */
const APART = 5;

function clausesOf({ title }: OutlineNode): number {
  return title.split(/[，、；,;]/).length;
}

function odd(
  { members }: MemberList,
  measure: UnevenMember['measure'],
  measured: (node: OutlineNode) => number,
  isOdd: (value: number, leastOther: number, mostOther: number) => boolean,
): UnevenMember[] {
  const values = members.map(measured);
  const total = values.reduce((sum, value) => sum + value, 0);
  const sorted = Float64Array.from(values).sort();
  const [least, second, beforeMost, most] = [sorted[0]!, sorted[1]!, sorted.at(-2)!, sorted.at(-1)!];
  const found = members.flatMap(({ paragraph, marker }, index) => {
    const value = values[index]!;
    if (!isOdd(value, value === least ? second : least, value === most ? beforeMost : most)) return [];
    const usual = Math.round((total - value) / (values.length - 1));
    return [{ paragraph, start: marker.start, end: marker.end, measure, found: value, others: usual }];
  });
  return found.length === 1 ? found : [];
}

/** The members that break the shape of their series: 抓产业、强县域 · 抓作风、树形象 · 关注民生. At most one a series. */
export function unevenMembers(paragraphs: readonly string[]): UnevenMember[] {
  return finish(unevenMemberSteps(paragraphs));
}

/** {@link unevenMembers} a little at a time. */
export function* unevenMemberSteps(paragraphs: readonly string[]): Steps<UnevenMember[]> {
  return (yield* memberListSteps(paragraphs))
    .filter(({ members }) => members.length >= LEAST_MEMBERS)
    .flatMap(list => {
      const byClauses = odd(list, 'clauses', clausesOf, (value, least, most) => least === most && value !== most);
      if (byClauses.length > 0) return byClauses;
      return odd(
        list,
        'length',
        ({ title }) => [...title].length,
        (value, least, most) => most - least <= ALIKE && (value >= most + APART || value <= least - APART),
      );
    })
    .sort((left, right) => left.paragraph - right.paragraph || left.start - right.start);
}
