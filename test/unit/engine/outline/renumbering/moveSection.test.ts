import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Move, moveSection } from '../../../../../src/engine/outline/renumbering/moveSection';

function moved(lines: readonly string[], move: Move | null): string[] {
  assert.ok(move);
  return [...lines.slice(0, move.paragraph), ...move.text, ...lines.slice(move.endParagraph + 1)];
}

const up = (lines: string[], paragraph: number, start = 0) => moveSection(lines, { paragraph, start }, 'up');
const down = (lines: string[], paragraph: number, start = 0) => moveSection(lines, { paragraph, start }, 'down');

describe('moveSection', () => {
  const speech = [
    '开场白。',
    '一、甲',
    '甲的话。',
    '',
    '二、乙',
    '（一）子',
    '（二）丑',
    '',
    '三、丙',
    '同志们，散会！',
  ];

  it('moves a section with all that is under it, and the numbers stay in order', () => {
    const expected = [
      '开场白。',
      '一、乙',
      '（一）子',
      '（二）丑',
      '',
      '二、甲',
      '甲的话。',
      '',
      '三、丙',
      '同志们，散会！',
    ];
    assert.deepEqual(moved(speech, up(speech, 4)), expected);
    assert.deepEqual(moved(speech, down(speech, 1)), expected);
  });

  it('says where the section stands now', () => {
    assert.deepEqual(up(speech, 4)?.movedTo, { paragraph: 1, start: 0 });
    assert.deepEqual(down(speech, 1)?.movedTo, { paragraph: 5, start: 0 });
  });

  it('leaves the farewell where it is', () => {
    const result = moved(speech, up(speech, 8));
    assert.deepEqual(result.slice(4), ['二、丙', '', '三、乙', '（一）子', '（二）丑', '同志们，散会！']);
  });

  it('replaces only what changes', () => {
    const move = down(speech, 5);
    assert.deepEqual(move && [move.paragraph, move.endParagraph, move.text], [5, 6, ['（一）丑', '（二）子']]);
  });

  it('leaves ； and 。 to the places of the points', () => {
    const lines = ['一是甲；', '二是乙；', '三是丙。'];
    assert.deepEqual(moved(lines, up(lines, 2)), ['一是甲；', '二是丙；', '三是乙。']);
  });

  it('renumbers what goes on over the sections', () => {
    const lines = ['一、甲', '1.子', '2.丑', '二、乙', '3.寅'];
    assert.deepEqual(moved(lines, down(lines, 0)), ['一、乙', '1.寅', '二、甲', '2.子', '3.丑']);
  });

  it('moves words to their places', () => {
    const lines = ['首先，甲。', '其次，乙。', '最后，丙。'];
    assert.deepEqual(moved(lines, up(lines, 2)), ['首先，甲。', '其次，丙。', '最后，乙。']);
  });

  it('moves points inside a paragraph', () => {
    const lines = ['要求：一是快，不拖；二是稳。'];
    const move = down(lines, 0, 3);
    assert.deepEqual(moved(lines, move), ['要求：一是稳；二是快，不拖。']);
    assert.deepEqual(move?.movedTo, { paragraph: 0, start: 7 });
    assert.equal(move?.text[0]?.slice(7, 11), '二是快，');
  });

  it('refuses at the ends of a list, off a part, and where a point is tied into a paragraph', () => {
    assert.equal(up(speech, 1), null);
    assert.equal(down(speech, 8), null);
    assert.equal(up(speech, 2), null);
    const tied = ['要抓两件事。一是路。', '二是水。'];
    assert.equal(up(tied, 1), null);
    assert.equal(down(tied, 0, 6), null);
  });

  it('is undone by moving back', () => {
    const section = fc.array(fc.constantFrom('（一）子', '话。', '', '要求：一是快；二是稳。'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(section, { minLength: 2, maxLength: 5 }), fc.nat(), (sections, chosen) => {
        const lines = sections.flatMap((body, index) => [`${'一二三四五'[index]}、第${index}章`, ...body, '末句。']);
        const heads = lines.flatMap((line, index) => (/^[一二三四五]、/.test(line) ? [index] : []));
        const from = heads[chosen % (heads.length - 1)]!;
        // Numbers that were wrong before would be mended on the way.
        fc.pre(sections.every(body => body.filter(line => line === '（一）子').length < 2));
        const move = down(lines, from);
        const there = moved(lines, move);
        assert.deepEqual(moved(there, up(there, move!.movedTo.paragraph, move!.movedTo.start)), lines);
      }),
    );
  });
});
