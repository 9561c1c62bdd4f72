import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slotCandidates } from '../../../../../src/engine/skeleton/particulars/slotCandidates';
import { cutWords } from '../../../../../src/engine/text/segmentWords';

const likely = (text: string) =>
  slotCandidates(text, cutWords)
    .filter(({ isLikely }) => isLikely)
    .map(({ start, end }) => text.slice(start, end));

describe('slotCandidates', () => {
  it('finds where parallel members differ, also over lines', () => {
    const lines = '守好田，必须始终保持“起早”的劲头。\n守好田，必须始终保持“贪黑”的韧性。';
    assert.deepEqual(likely(lines), ['起早', '劲头', '贪黑', '韧性']);
    const clauses = likely('把方便群众的实事做好，把解决群众的难事做细，把有利群众的好事做实。');
    for (const word of ['方便', '解决', '有利']) assert.ok(clauses.includes(word), clauses.join(' '));
  });

  it('finds quotations, numbers and slots that are there already', () => {
    assert.deepEqual(likely('2024年修路86公里，唱响“丰收曲”，来到〔地名〕。'), ['2024', '86', '丰收曲', '〔地名〕']);
  });

  it('offers the other words, too, but no function words', () => {
    const text = '我们的茶山';
    const all = slotCandidates(text, cutWords);
    assert.ok(all.every(({ isLikely }) => !isLikely));
    assert.ok(!all.some(({ name }) => name === '我们' || name === '的'));
  });

  it('gives named stretches in order, none over another', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'抓好要茶山的“”〔〕，。\n8年'), maxLength: 40 }), text => {
        let at = 0;
        for (const { start, end, name } of slotCandidates(text, cutWords)) {
          assert.ok(start >= at && end > start && end <= text.length);
          assert.notEqual(name, '');
          at = end;
        }
      }),
    );
  });
});
