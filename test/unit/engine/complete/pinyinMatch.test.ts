import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchPinyin, readings } from '../../../../src/engine/complete/pinyinMatch';

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
    it(`${letters} fits ${text}`, () => assert.equal(matchPinyin(text, letters, false), characters));
  }
  it('does not fit other letters, too many letters, or what is not Chinese', () => {
    assert.equal(matchPinyin('守初心', 'scd', false), 0);
    assert.equal(matchPinyin('守', 'scx', false), 0);
    assert.equal(matchPinyin('“守', 's', false), 0);
  });
  it('takes fuzzy pairs for each other only when asked', () => {
    assert.equal(matchPinyin('振兴', 'zengxin', false), 0);
    assert.equal(matchPinyin('振兴', 'zengxin', true), 2);
    assert.equal(matchPinyin('农村', 'longcun', false), 0);
    assert.equal(matchPinyin('农村', 'longcun', true), 2);
  });
  it('fits every text by its full spelling and by its initials', () => {
    const han = fc.array(fc.constantFrom(...'坚持以人民为中心推动高质量发展重行长乐'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(han, fc.nat(), (characters, pick) => {
        const spelled = characters.map(c => readings(c)[pick % readings(c).length]!);
        const text = characters.join('');
        assert.ok(matchPinyin(text, spelled.join(''), false) > 0);
        assert.ok(matchPinyin(text, spelled.map(s => s[0]).join(''), false) > 0);
      }),
    );
  });
});
