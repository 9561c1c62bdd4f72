import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreement } from '../../../../../src/engine/complete/ranking/agreement';

const unit = fc.constantFrom('甲', '乙', '丙', '。');
const runs = fc.array(fc.array(fc.string({ unit, maxLength: 4 }), { maxLength: 9 }), { minLength: 1, maxLength: 4 });

/** Texts as places of a segment: one behind the other, sorted. */
function placesOf(texts: readonly string[]) {
  const sorted = [...texts].sort();
  const looks = { count: 0 };
  const positions = sorted.map((_, at) => at * 10);
  const codeAt = (position: number) => {
    looks.count++;
    const code = sorted[Math.floor(position / 10)]!.charCodeAt(position % 10);
    return Number.isNaN(code) ? -1 : code;
  };
  return { segment: { codeAt }, positions, sorted, looks };
}

describe('agreement', () => {
  it('finds what so many places have, and which these are', () => {
    fc.assert(
      fc.property(runs, fc.double({ min: 0.51, max: 1, noNaN: true }), (texts, share) => {
        const all = texts.map(placesOf);
        const firsts = texts.flat().map(text => text.charCodeAt(0));
        const codes = firsts.map(code => (Number.isNaN(code) ? -1 : code));
        const least = Math.max(1, share * codes.length);
        const expected = codes.find(code => codes.filter(other => other === code).length >= least);
        const found = agreement(all, 0, least);
        assert.equal(found?.code, expected);
        for (const { positions, sorted } of found?.places ?? []) {
          const having = sorted.flatMap((text, at) =>
            (text === '' ? -1 : text.charCodeAt(0)) === expected ? [at * 10] : [],
          );
          assert.deepEqual(positions, having);
        }
      }),
    );
  });

  it('reads two places of a segment where all agree, and few where they differ', () => {
    const same = placesOf(new Array(24).fill('甲'));
    assert.ok(agreement([same], 0, 20));
    assert.equal(same.looks.count, 2);
    const other = placesOf([...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']);
    assert.equal(agreement([other], 0, 20), null);
    assert.ok(other.looks.count < 8, `${other.looks.count} looks`);
  });
});
