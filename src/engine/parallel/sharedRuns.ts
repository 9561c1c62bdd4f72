import { isStructural, isWord, weightOf } from './structuralWords';
import { type Tokens, textOf } from './tokens';

/** A run of tokens that all members share, by the first member's tokens [from, to). */
export interface SharedRun {
  readonly from: number;
  readonly to: number;
}

/** Members of a parallel structure, their tokens matched to those of the first: `partners[member][token]`, or -1. */
export interface Aligned {
  readonly members: readonly Tokens[];
  readonly partners: readonly ArrayLike<number>[];
}

/** Left out in some members, a gap may be this long in the others: an adverb, not a thought. At the end it is less. */
const LONGEST_OPTION = 2;
const LONGEST_END_OPTION = 1;

/** Offset in a member where the run begins (`to` false) or ends. */
export function offsetIn({ members, partners }: Aligned, member: number, token: number, isEnd: boolean): number {
  const own = partners[member]![isEnd ? token - 1 : token]!;
  return members[member]!.offsets[isEnd ? own + 1 : own]!;
}

function weightOfRun({ members }: Aligned, { from, to }: SharedRun): number {
  let weight = 0;
  for (let token = from; token < to; token++) weight += weightOf(members[0]!.ids[token]!);
  return weight;
}

function allSharedRuns({ members, partners }: Aligned): SharedRun[] {
  const runs: SharedRun[] = [];
  const count = members[0]!.ids.length;
  let from = -1;
  for (let token = 0; token <= count; token++) {
    const shared = token < count && partners.every(partner => partner[token]! >= 0);
    const goesOn = shared && from >= 0 && partners.every(partner => partner[token]! === partner[token - 1]! + 1);
    if (goesOn) continue;
    if (from >= 0) runs.push({ from, to: token });
    from = shared ? token : -1;
  }
  return runs;
}

/** Lengths of the text between two runs (or an edge), in each member. */
function gapLengths(aligned: Aligned, before: SharedRun | undefined, after: SharedRun | undefined): number[] {
  return aligned.members.map((tokens, member) => {
    const start = before ? offsetIn(aligned, member, before.to, true) : 0;
    const end = after ? offsetIn(aligned, member, after.from, false) : tokens.text.length;
    return end - start;
  });
}

/**
 * Does this run hold the structure, rather than be met with by chance? Beginnings and ends of all members do, and words that are
 * joints; a noun inside, or a single character, does where the members are alike around it (先学一步、多学一层).
 */
function holds(aligned: Aligned, run: SharedRun, before: SharedRun | undefined, after: SharedRun | undefined): boolean {
  const ids = aligned.members[0]!.ids.slice(run.from, run.to);
  const weight = weightOfRun(aligned, run);
  const gapBefore = gapLengths(aligned, before, run);
  const gapAfter = gapLengths(aligned, run, after);
  const isAtEdge = Math.max(...gapBefore) === 0 || Math.max(...gapAfter) === 0;
  const off = Math.min(spread(gapBefore), spread(gapAfter));
  if (weight === 0) return isAtEdge || spread(gapBefore) <= 2;
  if (ids.some(isStructural)) return isAtEdge || off <= LOOSE || weight >= FIRM;
  if (isAtEdge && weight >= FIRM) return true;
  return Math.max(spread(gapBefore), spread(gapAfter)) <= (weight >= FIRM ? 1 : 0);
}

/** A joint of less weight than FIRM must stand at about the same place, give or take so many characters. */
const LOOSE = 3;
const FIRM = 1.6;

function spread(lengths: readonly number[]): number {
  return Math.max(...lengths) - Math.min(...lengths);
}

/** Do some members lack the gap that others fill with more than `longest` characters, more than an adverb? Then it is no slot. */
function isUneven(lengths: readonly number[], longest: number): boolean {
  return Math.min(...lengths) === 0 && Math.max(...lengths) > longest;
}

/** The shared runs that hold the structure, in order. */
export function holdingRuns(aligned: Aligned): SharedRun[] {
  let runs = allSharedRuns(aligned);
  runs = runs.filter((run, i) => holds(aligned, run, runs[i - 1], runs[i + 1]));
  for (let i = 0; i <= runs.length; ) {
    const before = runs[i - 1];
    const after = runs[i];
    const longest = after ? LONGEST_OPTION : LONGEST_END_OPTION;
    if (!(before ?? after) || !isUneven(gapLengths(aligned, before, after), longest)) {
      i++;
      continue;
    }
    const dropsAfter = !before || (after && weightOfRun(aligned, after) < weightOfRun(aligned, before));
    runs.splice(dropsAfter ? i : i - 1, 1);
    i = Math.max(0, i - 1);
  }
  return atWordEnds(aligned, runs);
}

/** Moves the ends of runs out of the midst of words: what is cut off goes to the fillers. */
function atWordEnds(aligned: Aligned, runs: readonly SharedRun[]): SharedRun[] {
  const cut = aligned.members.every(({ isWordStart }) => isWordStart) ? cutsWord : seemsToCutWord;
  return runs.flatMap((run, i) => {
    let { from, to } = run;
    const behind = gapLengths(aligned, run, runs[i + 1]);
    const before = gapLengths(aligned, runs[i - 1], run);
    for (; to > from && cut(aligned, to, true, behind); to--) lengthen(behind);
    for (; from < to && cut(aligned, from, false, before); from++) lengthen(before);
    return from < to ? [{ from, to }] : [];
  });
}

function lengthen(gap: number[]): void {
  for (let member = 0; member < gap.length; member++) gap[member]! += 1;
}

/** Does the end of a run cut a word of some member? Fillers of one character may be half a word: 放心, 顺心 are 〔一字〕心. */
function cutsWord(aligned: Aligned, token: number, isEnd: boolean, gap: readonly number[]): boolean {
  if (Math.max(...gap) < 2) return false;
  return aligned.members.some(
    ({ isWordStart, start }, member) =>
      gap[member]! > 0 && !isWordStart!(start + offsetIn(aligned, member, token, isEnd)),
  );
}

/**
 * Without a segmenter, a run that ends in the midst of a word shows by the fillers: 推进改|革发展, 推进改|善民生 have three
 * characters each, where the language likes two or four.
 */
function seemsToCutWord(aligned: Aligned, token: number, isEnd: boolean, gap: readonly number[]): boolean {
  const id = aligned.members[0]!.ids[isEnd ? token - 1 : token]!;
  if (isStructural(id) || isWord(id) || weightOf(id) === 0) return false;
  const [length = 0] = gap;
  return length % 2 === 1 && length >= 3 && length <= 7 && spread(gap) === 0;
}

/** The wording of a run where all members have the same, else `null`: a word that varies. */
export function sharedText(aligned: Aligned, token: number): string | null {
  const first = textOf(aligned.members[0]!, token, token + 1);
  const same = aligned.members.every((tokens, member) => {
    const own = aligned.partners[member]![token]!;
    return textOf(tokens, own, own + 1) === first;
  });
  return same ? first : null;
}
