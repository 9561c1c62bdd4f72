import type { Candidate } from '../candidates/candidates';
import { headAt, headOf } from '../forms/heads';
import { countLevel, type TaggedParagraph, wordBefore, wordFrom } from '../paragraphWords';
import { beside } from './beside';

/** Signs of a quotation, with what it names behind it or without. */
export function quoteSigns({ text: quote, start, end }: Candidate, paragraph: TaggedParagraph): string[] {
  const { text, wordAt, lexicon } = paragraph;
  const close = quote.search(/[”》]/);
  const inner = quote.slice(1, close);
  const tail = quote.slice(close + 1);
  const level = countLevel(lexicon.publicCount(inner));
  const next = wordFrom(paragraph, end);
  const isTitle = quote[0] === '《';
  const following =
    tail === ''
      ? (headAt(text.slice(end, end + 6))?.kind ??
        (next && /[、，。；“]/.test(next.text) ? 'mark' : (next?.group ?? 'end')))
      : '';
  const before = wordBefore(paragraph, start);
  return [
    `level ${Math.min(level, 4)} before ${beside(before, 'start')}`,
    `level ${Math.min(level, 4)} next ${following}`,
    ...(/^(?:台风|品牌|网友|热线|平台|栏目|小戏|名叫|叫作|称号|荣誉)$/.test(before?.text ?? '')
      ? [`named ${level > 3}`]
      : []),
    isTitle ? 'title' : 'quote',
    `level ${level}${isTitle ? ' title' : ''}`,
    `length ${inner.length > 8 ? 'long' : inner.length > 4 ? 'middle' : 'short'}`,
    ...(tail === ''
      ? [`next ${following}`]
      : [
          `tail ${headOf(tail)?.kind ?? 'none'}`,
          `tail words ${tail === '' ? 0 : wordAt[end - 1]! - wordAt[start + close + 1]! + 1}`,
        ]),
    ...(/[，。！？]/.test(inner) ? ['sentence'] : []),
    ...(/[\d·]/.test(inner) ? ['digits'] : []),
  ];
}
