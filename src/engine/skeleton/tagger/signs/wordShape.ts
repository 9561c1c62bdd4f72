import type { TaggedWord } from '../paragraphWords';
import type { NameInside } from './nameInside';

const MOST_WORDS = 4;
const groupOf = (word: TaggedWord | undefined): string => (word ? word.group + (word.text.length > 1 ? '' : '1') : '-');

/** Signs of the words a name is made of: their parts of speech in order, the pairs over its edges, how rare the joints within are. */
export function wordShape({ candidate, paragraph: { joints }, inside, before, after }: NameInside): string[] {
  const { start, end } = candidate;
  const signs = [
    `pair before ${groupOf(before)} ${groupOf(inside[0])}`,
    `pair after ${groupOf(inside.at(-1))} ${groupOf(after)}`,
  ];
  if (inside.length <= MOST_WORDS) signs.push(`shape ${inside.map(groupOf).join(' ')}`);
  const length = end - start;
  if (length < 2) return signs;
  let least = 9;
  let rare = 0;
  for (let at = start + 1; at < end; at++) {
    least = Math.min(least, joints[at]!);
    if (joints[at] === 0) rare++;
  }
  signs.push(
    `inner least ${least} length ${Math.min(length, 5)}`,
    `inner rare ${Math.min(rare, 4)}`,
    `inner rare share ${Math.round((4 * rare) / (length - 1))}`,
  );
  return signs;
}
