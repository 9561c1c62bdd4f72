import { isStructural, isWord, weightOf } from './structuralWords';
import { type Tokens, textOf } from './tokens';

/** A run of tokens that all members share, by the first member's tokens [from, to). */
export interface Anchor {
  readonly from: number;
  readonly to: number;
}

/** Members of a parallel structure, their tokens matched to those of the first: `partners[member][token]`, or -1. */
export interface Aligned {
  readonly members: readonly Tokens[];
  readonly partners: readonly ArrayLike<number>[];
}

/** Left out in some members, a gap may be this long in the others: an adverb, not a thought. */
const LONGEST_OPTION = 3;

/** Offset in a member where the anchor begins (`to` false) or ends. */
export function offsetIn({ members, partners }: Aligned, member: number, token: number, isEnd: boolean): number {
  const own = partners[member]![isEnd ? token - 1 : token]!;
  return members[member]!.offsets[isEnd ? own + 1 : own]!;
}

export function weightOfAnchor({ members }: Aligned, { from, to }: Anchor): number {
  let weight = 0;
  for (let token = from; token < to; token++) weight += weightOf(members[0]!.ids[token]!);
  return weight;
}

function sharedRuns({ members, partners }: Aligned): Anchor[] {
  const runs: Anchor[] = [];
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

/** Lengths of the text between two anchors (or an edge), in each member. */
export function gapLengths(aligned: Aligned, before: Anchor | undefined, after: Anchor | undefined): number[] {
  return aligned.members.map((tokens, member) => {
    const start = before ? offsetIn(aligned, member, before.to, true) : 0;
    const end = after ? offsetIn(aligned, member, after.from, false) : tokens.text.length;
    return end - start;
  });
}

function allEqual(lengths: readonly number[]): boolean {
  return lengths.every(length => length === lengths[0]);
}

/**
 * Does this run hold the structure, rather than be met with by chance? Words and longer runs do; a single character does where
 * it is a joint or head (以…为…), or where every member has it at the same place (先学一步、多学一层).
 */
function holds(aligned: Aligned, run: Anchor, before: Anchor | undefined, after: Anchor | undefined): boolean {
  const ids = aligned.members[0]!.ids;
  const weight = weightOfAnchor(aligned, run);
  if (weight >= 1.6) return true;
  const gapBefore = gapLengths(aligned, before, run);
  const gapAfter = gapLengths(aligned, run, after);
  const opens = gapBefore.every(length => length === 0);
  const closes = gapAfter.every(length => length === 0);
  const structural = ids.slice(run.from, run.to).some(isStructural);
  const rigid = allEqual(gapBefore) || allEqual(gapAfter);
  if (weight === 0) return opens || closes || Math.max(...gapBefore) - Math.min(...gapBefore) <= 2;
  if (structural && (opens || closes)) return true;
  if (structural) return rigid || (weight >= 1 && spread([...gapBefore]) <= 4 && spread([...gapAfter]) <= 6);
  return allEqual(gapBefore) && allEqual(gapAfter);
}

function spread(lengths: readonly number[]): number {
  return Math.max(...lengths) - Math.min(...lengths);
}

/** A gap that some members lack and others fill with more than an adverb is no slot. */
function isUneven(lengths: readonly number[]): boolean {
  return Math.min(...lengths) === 0 && Math.max(...lengths) > LONGEST_OPTION;
}

/** The shared runs that hold the structure, in order. */
export function findAnchors(aligned: Aligned): Anchor[] {
  let anchors = sharedRuns(aligned);
  anchors = anchors.filter((run, i) => holds(aligned, run, anchors[i - 1], anchors[i + 1]));
  for (let i = 0; i <= anchors.length; ) {
    const before = anchors[i - 1];
    const after = anchors[i];
    if (!(before ?? after) || !isUneven(gapLengths(aligned, before, after))) {
      i++;
      continue;
    }
    const dropsAfter = !before || (after && weightOfAnchor(aligned, after) < weightOfAnchor(aligned, before));
    anchors.splice(dropsAfter ? i : i - 1, 1);
    i = Math.max(0, i - 1);
  }
  return atWordEnds(aligned, anchors);
}

/**
 * Without a segmenter, an anchor that ends in the midst of a word shows by the fillers: 推进改|革发展, 推进改|善民生 have three
 * characters each, where the language likes two or four. Then the character goes with the filler.
 */
function atWordEnds(aligned: Aligned, anchors: readonly Anchor[]): Anchor[] {
  const ids = aligned.members[0]!.ids;
  const mayGive = (token: number) => !isStructural(ids[token]!) && !isWord(ids[token]!) && weightOf(ids[token]!) > 0;
  const odd = (lengths: readonly number[]) => lengths.every(length => length % 2 === 1 && length <= 7);
  const moved = anchors.map((anchor, i) => {
    let { from, to } = anchor;
    if (to - from > 1 && mayGive(to - 1) && odd(gapLengths(aligned, anchor, anchors[i + 1]))) to--;
    if (to - from > 1 && mayGive(from) && odd(gapLengths(aligned, anchors[i - 1], anchor))) from++;
    return { from, to };
  });
  return moved;
}

/** The wording of an anchor where all members have the same, else `null`: a word that varies. */
export function sharedText(aligned: Aligned, token: number): string | null {
  const first = textOf(aligned.members[0]!, token, token + 1);
  const same = aligned.members.every((tokens, member) => {
    const own = aligned.partners[member]![token]!;
    return textOf(tokens, own, own + 1) === first;
  });
  return same ? first : null;
}
