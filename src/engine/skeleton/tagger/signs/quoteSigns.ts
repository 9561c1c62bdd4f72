import type { Candidate } from '../candidates';
import { headAt, headOf } from '../heads';
import { countLevel, type TaggedParagraph, wordFrom } from '../paragraphWords';

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
  return [
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
