import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FUZZY_PAIRS, type FuzzyPair } from '../../../../../src/engine/complete/pinyin/fuzzyPinyin';
import { createPinyinMatcher } from '../../../../../src/engine/complete/pinyin/pinyinMatch';

const { match: matchPinyin, readings } = createPinyinMatcher();

describe('matchPinyin', () => {
  const fits: [letters: string, text: string, characters: number][] = [
    ['scx', '守初心担使命', 3],
    ['shouchuxin', '守初心', 3],
    ['shoucx', '守初心', 3],
    ['shchx', '守初心', 3],
    ['shouch', '守初心', 2],
    ['sho', '守初心', 1],
    ['hangye', '行业', 2],
    ['xingd', '行动', 2],
    ['lv', '绿水青山', 1],
    ['xian', '西安', 2],
  ];
  for (const [letters, text, characters] of fits) {
    it(`${letters} fits ${text}`, () => assert.equal(matchPinyin(text, letters, []), characters));
  }
  it('does not fit other letters, too many letters, or what is not Chinese', () => {
    assert.equal(matchPinyin('守初心', 'scd', []), 0);
    assert.equal(matchPinyin('守', 'scx', []), 0);
    assert.equal(matchPinyin('“守', 's', []), 0);
  });
  const alike: [pair: FuzzyPair, letters: string, text: string, characters: number][] = [
    ['z-zh', 'zensuo', '诊所', 2],
    ['z-zh', 'zhuzhi', '组织', 2],
    ['c-ch', 'cengguo', '成果', 2],
    ['s-sh', 'sicang', '市场', 0],
    ['s-sh', 'sichang', '市场', 2],
    ['n-l', 'longcun', '农村', 2],
    ['n-l', 'nianzheng', '廉政', 2],
    ['r-l', 'lenmin', '人民', 2],
    ['f-h', 'hazhan', '发展', 2],
    ['an-ang', 'fazhang', '发展', 2],
    ['en-eng', 'chenxiao', '成效', 2],
    ['in-ing', 'mingsheng', '民生', 2],
    ['n-l', 'lc', '农村', 2],
  ];
  for (const [pair, letters, text, characters] of alike) {
    it(`${letters} fits ${text} ${characters > 0 ? 'only' : 'not even'} with ${pair}`, () => {
      assert.equal(matchPinyin(text, letters, []), 0);
      assert.equal(matchPinyin(text, letters, [pair]), characters);
      const others = FUZZY_PAIRS.filter(other => other !== pair);
      if (characters > 0) assert.equal(matchPinyin(text, letters, others), 0);
    });
  }
  it('takes several pairs in one syllable', () => {
    assert.equal(matchPinyin('振兴', 'zengxin', ['en-eng']), 0);
    assert.equal(matchPinyin('振兴', 'zengxin', ['z-zh', 'en-eng', 'in-ing']), 2);
  });
  it('fits with fuzzy pairs whatever fits without', () => {
    const han = fc.array(fc.constantFrom(...'坚持以人民为中心推动高质量发展重行长乐'), { minLength: 1, maxLength: 4 });
    const some = fc.subarray([...FUZZY_PAIRS]);
    fc.assert(
      fc.property(han, fc.nat(), some, (characters, pick, pairs) => {
        const letters = characters.map(c => readings(c)[pick % readings(c).length]!).join('');
        assert.ok(matchPinyin(characters.join(''), letters, pairs) > 0);
      }),
    );
  });
  it('reads 略 as lve and as lue', () => {
    assert.equal(matchPinyin('战略', 'zhanlve', []), 2);
    assert.equal(matchPinyin('战略', 'zhanlue', []), 2);
  });
  it('fits every text by its full spelling and by its initials', () => {
    const han = fc.array(fc.constantFrom(...'坚持以人民为中心推动高质量发展重行长乐'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(han, fc.nat(), (characters, pick) => {
        const spelled = characters.map(c => readings(c)[pick % readings(c).length]!);
        const text = characters.join('');
        assert.ok(matchPinyin(text, spelled.join(''), []) > 0);
        assert.ok(matchPinyin(text, spelled.map(s => s[0]).join(''), []) > 0);
      }),
    );
  });
});
