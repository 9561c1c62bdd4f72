import { headOf } from '../forms/heads';
import { type TaggedParagraph, wordFrom } from '../paragraphWords';
import { FUNCTION } from './letters';

const MOST_WORDS = 4;
const LATER = /^(?:n|vn|b|j|f|z|m|s|g|k|l|a)/;

/** Does a compound go on behind a place that ends with a head (花湖机场|保税物流中心)? By the part of speech that it begins with. */
export function nounChain(paragraph: TaggedParagraph, from: number): string | null {
  const { text, lexicon } = paragraph;
  let end = from;
  let begin = '';
  for (let count = 0; count < MOST_WORDS; count++) {
    const word = wordFrom(paragraph, end);
    if (!word || word.start !== end || word.group === '#' || FUNCTION.test(word.text)) return null;
    const tag = lexicon.tagOf(word.text);
    if (count === 0) begin = tag === 'vn' ? 'n' : word.group;
    else if (!LATER.test(tag) && tag !== '') return null;
    end = word.end;
    const head = headOf(text.slice(from, end));
    if (head && head.kind !== 'water' && head.kind !== 'authority') return begin;
  }
  return null;
}
