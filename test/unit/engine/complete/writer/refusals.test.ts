import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dropRefused, placeOf, refusedHere } from '../../../../../src/engine/complete/writer/refusals';

const refusedAt = (before: string, ...texts: string[]) => ({ place: placeOf(before), texts });

describe('refusedHere', () => {
  const lists = [refusedAt('各地要推动', '高质量发展', '工作')];
  const cases: [before: string, refused: string[]][] = [
    ['各地要推动', ['高质量发展', '工作']],
    ['各地要推动高', ['质量发展']],
    ['各地要推动高质量', ['发展']],
    ['各地要推动高质量发展', []],
    ['各地要推动经济', []],
    ['我们要推动', []],
    ['各地要', []],
  ];
  for (const [before, refused] of cases) {
    it(`${before}| may not have ${refused.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(refusedHere(lists, before), refused));
  }
  it('is about one place: the same words elsewhere in the draft are another', () => {
    const start = '去年我们扎实工作，成绩来之不易，要倍加珍惜。\n要推动';
    assert.deepEqual(refusedHere([refusedAt(start, '高质量发展')], start), ['高质量发展']);
    assert.deepEqual(refusedHere([refusedAt(start, '高质量发展')], `${start}改革。今年，要推动`), []);
  });
  it('lets come again what was passed over once, but not what keeps coming back', () => {
    const once = refusedAt('推动', '高质量发展');
    assert.deepEqual(refusedHere([once], '推动经济'), []);
    assert.deepEqual(refusedHere([once, refusedAt('推动经济', '高质量发展')], '推动经济社会'), ['高质量发展']);
  });
  it('takes line ends of all systems for the same', () => {
    assert.deepEqual(refusedHere([refusedAt('同志们：\r\n今天', '召开')], '同志们：\n今天'), ['召开']);
  });
});

describe('dropRefused', () => {
  const candidates = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'稳进好'), minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 12,
  });
  const poolOf = (texts: readonly string[]) => {
    const sorted = [...texts].sort((a, b) => a.length - b.length);
    return sorted.map(text => ({
      text,
      length: text.length,
      prefix: sorted.findLastIndex(other => other !== text && text.startsWith(other)),
    }));
  };
  it('takes away what is refused and what begins with it, and from no other more than it owes to them', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), (texts, pick) => {
        const pool = poolOf(texts);
        // A prefix is as probable as all that extends it, and a little more.
        const before = new Float64Array(pool.length).fill(0.01);
        for (let i = pool.length - 1; i >= 0; i--) if (pool[i]!.prefix >= 0) before[pool[i]!.prefix]! += before[i]!;
        const refused = pool[pick % pool.length]!.text;
        const after = before.slice();
        dropRefused(pool, after, [refused]);
        pool.forEach(({ text }, i) => {
          const lost = refused.startsWith(text) ? before[pool.findIndex(other => other.text === refused)]! : 0;
          const wanted = text.startsWith(refused) ? 0 : before[i]! - lost;
          assert.ok(Math.abs(after[i]! - wanted) < 1e-9, `${text}: ${after[i]}, not ${wanted}`);
        });
      }),
    );
  });
  it('leaves everything alone where nothing is refused', () => {
    const probability = Float64Array.of(0.2, 0.9);
    dropRefused(poolOf(['稳中', '稳中有进']), probability, []);
    assert.deepEqual([...probability], [0.2, 0.9]);
  });
});
