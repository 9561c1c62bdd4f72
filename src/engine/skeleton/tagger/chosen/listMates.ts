import type { Candidate } from '../candidates/candidates';
import { countLevel, type TaggedParagraph } from '../paragraphWords';

/** A candidate with the sum of its signs. */
export interface ScoredCandidate extends Candidate {
  readonly score: number;
}

/** What a name as its neighbour in a list is worth to an item. */
const MATE = 1.5;
/** What more texts have is a word that happens to stand beside a name. */
const MOST_LEVEL = 3;
const ITEM = /[\u4e00-\u9fffA-Za-z0-9]/;
/** What may stand behind the name in an item: its rank, its head. */
const REST = /^[\u4e00-\u9fff]{0,5}、/;

/** The candidates, those raised that stand in a list beside a name that was chosen: 首山、紫云、令武山 are three, where one is. The same array where none is raised. */
export function listMates(
  candidates: readonly ScoredCandidate[],
  chosen: readonly Candidate[],
  { text, lexicon }: TaggedParagraph,
): readonly ScoredCandidate[] {
  const names = chosen.filter(({ kind }) => kind === 'name' || kind === 'form');
  if (names.length === 0 || !text.includes('、')) return candidates;
  const begins = new Set(names.map(({ start }) => start));
  const itemStart = (end: number): number => {
    let at = end;
    while (at > 0 && ITEM.test(text[at - 1]!)) at--;
    return at;
  };
  /** The first item of a list has words before it: 刚才，城关镇、沙河镇. */
  const isBefore = (end: number): boolean => {
    const from = itemStart(end);
    return begins.has(from) || (text[from - 1] !== '、' && names.some(name => name.end === end));
  };
  const matesOf = ({ start, end }: Candidate): number => {
    const isBehind = text[start - 1] === '、';
    const rest = REST.exec(text.slice(end, end + 6))?.[0];
    const before = isBehind && isBefore(start - 1) ? 1 : 0;
    const after = rest !== undefined && (isBehind || rest === '、') && begins.has(end + rest.length) ? 1 : 0;
    return before + after;
  };
  let isRaised = false;
  const raised = candidates.map(candidate => {
    const mates = candidate.kind === 'name' ? matesOf(candidate) : 0;
    if (mates === 0 || countLevel(lexicon.publicCount(candidate.text)) > MOST_LEVEL) return candidate;
    isRaised = true;
    return { ...candidate, score: candidate.score + MATE * mates };
  });
  return isRaised ? raised : candidates;
}
