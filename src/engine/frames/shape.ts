import type { Piece } from './pieces';
import { isStructural, weightOf } from './structuralWords';
import { tokenise } from './tokens';

/** What speaks for a frame and against it. */
export interface Shape {
  readonly members: number;
  /** Weight of the wording that is fixed; see `weightOf`. */
  readonly weight: number;
  /** Stretches of fixed wording with a slot between them. */
  readonly anchors: number;
  /** Some of it is more than nouns. */
  readonly structural: boolean;
  /** Slots that take more than another form of one word. */
  readonly openSlots: number;
  /** How equal the members are in length: 1 for all the same. */
  readonly balance: number;
  /** How equal the fillers of each slot are in length, on average. */
  readonly slotBalance: number;
  /** Mean length of a member, in characters, and the share of it that is fixed. */
  readonly length: number;
  readonly fixedShare: number;
  /** The least share of different fillers in a slot: 1 where each member has its own. */
  readonly variety: number;
  /** Some slot holds mostly figures or names of numbers: a list of data. */
  readonly figures: boolean;
}

const FIGURES = /^[一二三四五六七八九十百千万亿两零〇]+$|[0-9０-９%％]/;

function fixedTokens(pieces: readonly Piece[]): number[] {
  return pieces.flatMap(piece => (typeof piece === 'string' ? tokenise(piece).ids : []));
}

/** Weight of the fixed wording in the pieces. */
export function weightOfPieces(pieces: readonly Piece[]): number {
  return fixedTokens(pieces).reduce((sum, id) => sum + weightOf(id), 0);
}

/** 1 for equal lengths, 0.5 where they are half as long or short as the median on average. */
export function balanceOf(lengths: readonly number[]): number {
  const median = [...lengths].sort((a, b) => a - b)[lengths.length >> 1]!;
  if (median === 0) return lengths.every(length => length === 0) ? 1 : 0;
  const off = lengths.reduce((sum, length) => sum + Math.abs(length - median), 0) / lengths.length;
  return Math.max(0, 1 - off / median);
}

/** A filler that is another form of one word: as short as a word, and of a class with the others, or left out in some. */
export function isVariation(fillers: readonly string[]): boolean {
  const written = fillers.filter(filler => filler !== '');
  if (written.length < fillers.length) return written.every(filler => filler.length <= 3);
  const ids = written.map(filler => tokenise(filler).ids);
  return ids.every(own => own.length === 1 && own[0] === ids[0]![0]);
}

export function shapeOf(pieces: readonly Piece[], members: number): Shape {
  const slots = pieces.filter(piece => typeof piece !== 'string');
  const open = slots.filter(fillers => !isVariation(fillers));
  const ids = fixedTokens(pieces);
  const weight = ids.reduce((sum, id) => sum + weightOf(id), 0);
  const fixed = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
  const lengths = Array.from({ length: members }, (_, member) =>
    slots.reduce((sum, fillers) => sum + fillers[member]!.length, fixed),
  );
  const length = lengths.reduce((sum, own) => sum + own, 0) / members;
  const balances = open.map(fillers => balanceOf(fillers.map(filler => filler.length)));
  return {
    members,
    weight,
    anchors: pieces.filter(piece => typeof piece === 'string' && weightOfPieces([piece]) >= 0.4).length,
    structural: ids.some(id => isStructural(id) && weightOf(id) >= 1),
    openSlots: open.length,
    balance: balanceOf(lengths),
    slotBalance: balances.reduce((sum, balance) => sum + balance, 0) / Math.max(1, balances.length),
    length,
    fixedShare: fixed / length,
    variety: Math.min(1, ...open.map(fillers => new Set(fillers).size / members)),
    figures: open.some(fillers => fillers.filter(filler => FIGURES.test(filler)).length * 2 >= members),
  };
}
