import assert from 'node:assert/strict';
import fc from 'fast-check';
import { enclosingSpans, type TextSpan } from '../../../../src/engine/outline/enclosingSpans';

const textOf = (lines: readonly string[], { paragraph, start, endParagraph, end }: TextSpan) =>
  paragraph === endParagraph
    ? lines[paragraph]!.slice(start, end)
    : [
        lines[paragraph]!.slice(start),
        ...lines.slice(paragraph + 1, endParagraph),
        lines[endParagraph]!.slice(0, end),
      ].join('\n');

const growing = (lines: string[], paragraph: number, offset: number) =>
  enclosingSpans(lines, { paragraph, offset }).map(span => textOf(lines, span));

describe('enclosingSpans', () => {
  it('grow from the clause over the section to the whole text', () => {
    const lines = ['开场。', '一、甲', '（一）子', '　　要快，要稳。要准。', '二、乙'];
    assert.deepEqual(growing(lines, 3, 6), [
      '要稳',
      '要快，要稳。',
      '要快，要稳。要准。',
      '（一）子\n　　要快，要稳。要准。',
      '一、甲\n（一）子\n　　要快，要稳。要准。',
      lines.join('\n'),
    ]);
  });

  it('know the points inside a paragraph', () => {
    assert.deepEqual(growing(['要求：一是快。不能拖；二是稳。', '话。'], 0, 8), [
      '不能拖',
      '不能拖；二是稳。',
      '要求：一是快。不能拖；二是稳。',
      '要求：一是快。不能拖；二是稳。\n话。',
    ]);
    assert.deepEqual(growing(['要求：一是快，不拖；二是稳。'], 0, 5), [
      '一是快',
      '一是快，不拖；',
      '要求：一是快，不拖；二是稳。',
    ]);
  });

  it('hold the place and one another, whatever the text', () => {
    const line = fc.constantFrom(
      '一、甲',
      '（一）子',
      '　　快，稳。准！',
      '',
      '一是快；二是稳。',
      '　　',
      '同志们，干！',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (lines, first, second) => {
        const paragraph = first % lines.length;
        const offset = second % (lines[paragraph]!.length + 1);
        const place = (at: number, character: number) => at * 1000 + character;
        let inner = { start: place(paragraph, offset), end: place(paragraph, offset) };
        for (const span of enclosingSpans(lines, { paragraph, offset })) {
          const outer = { start: place(span.paragraph, span.start), end: place(span.endParagraph, span.end) };
          assert.ok(outer.start <= inner.start && outer.end >= inner.end);
          inner = outer;
        }
        assert.deepEqual(inner, { start: 0, end: place(lines.length - 1, lines.at(-1)!.length) });
      }),
    );
  });
});
