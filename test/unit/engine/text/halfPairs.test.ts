import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closesNothing, openPairs, wholeUpTo } from '../../../../src/engine/text/halfPairs';

const text = fc.array(fc.constantFrom('“', '”', '（', '）', '《', '》', '要', '，', '。')).map(marks => marks.join(''));

/** The naive way: pairs taken out until there are none. */
function withoutPairs(marks: string): string {
  const less = marks.replace(/[^“”（）《》]/g, '').replace(/“”|（）|《》/g, '');
  return less === marks ? less : withoutPairs(less);
}

describe('half pairs', () => {
  it('may end exactly where what was open is closed, or nothing is', () => {
    fc.assert(
      fc.property(text, text, (before, going) => {
        const wanted = openPairs(withoutPairs(before).replace(/[”）》]/g, ''), '');
        const whole = wholeUpTo(going, wanted);
        for (let end = 0; end <= going.length; end++) {
          const left = withoutPairs(going.slice(0, end));
          assert.equal(whole[end], wanted.slice().reverse().join('').startsWith(left), `${wanted} ${going} ${end}`);
        }
      }),
    );
  });

  it('knows what the paragraph has open, and what stands behind the cursor already', () => {
    assert.deepEqual(openPairs('增强“四个（试行', ''), ['”', '）']);
    assert.deepEqual(openPairs('增强“四个意识”', ''), []);
    assert.deepEqual(openPairs('他说：“好\n增强', ''), []);
    assert.deepEqual(openPairs('增强“四个', '”，推动'), []);
  });
});

describe('closesNothing', () => {
  it('tells a mark that closes what nobody has opened', () => {
    assert.ok(closesNothing('新时代》', openPairs('我们的', '')));
    assert.ok(closesNothing('新时代”', openPairs('我们的《', '')));
    assert.ok(!closesNothing('新时代》', openPairs('学习《', '')));
    assert.ok(!closesNothing('“四个意识”，', openPairs('牢固树立', '')));
    assert.ok(!closesNothing('“四个', openPairs('牢固树立', '')));
  });
});
