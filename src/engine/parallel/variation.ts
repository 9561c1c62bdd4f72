import { wordAt } from './structuralWords';

/** Left out in some members, a word of the fixed part is this long at most: 更, 也才. */
const LONGEST_OPTION = 2;

/** Are these forms of one word, which may stand for each other: 推进 and 推动? */
export function areForms(fillers: readonly string[]): boolean {
  const words = fillers.map(filler => wordAt(filler, 0));
  return words.every((word, i) => word !== null && word.id === words[0]!.id && word.length === fillers[i]!.length);
}

/** Is this a word of the fixed part that varies, rather than a slot: forms of one word, or a short word that some leave out? */
export function isVariation(fillers: readonly string[]): boolean {
  const written = fillers.filter(filler => filler !== '');
  return written.length < fillers.length ? written.every(({ length }) => length <= LONGEST_OPTION) : areForms(written);
}
