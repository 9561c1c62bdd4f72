import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toFullWidth } from '../../../../src/engine/text/fullWidth';
import { runs } from '../../../fixtures/runs';

const CASES: readonly (readonly [source: string, expected: string, why: string])[] = [
  ['为谁干?怎么干!', '为谁干？怎么干！', 'marks after Chinese'],
  ['投资1,200万元,增长3.5%,9:30报送', '投资1,200万元，增长3.5%，9:30报送', 'numbers and times stay'],
  ['GDP,人均收入;WTO', 'GDP，人均收入；WTO', 'Chinese on one side is enough'],
  ['Hello, world; ok?', 'Hello, world; ok?', 'Latin text stays'],
  ['他说:"干部要"领头"干。"', '他说：“干部要”领头“干。”', 'straight quotes open and close in turn'],
  ['接入“云办"和"云通"', '接入“云办”和“云通”', 'a straight quote closes a curly one'],
  ["强调'一线工作法'很管用", '强调‘一线工作法’很管用', 'single quotes'],
  ['it\'s 5" long', 'it\'s 5" long', 'apostrophes and inches stay'],
  ['干部(特别是年轻干部)要带头', '干部（特别是年轻干部）要带头', 'brackets beside Chinese'],
  ['(1)加强领导', '（1）加强领导', 'both of a pair'],
  ['f(x)=1', 'f(x)=1', 'brackets in Latin stay'],
  ['1)加强领导', '1）加强领导', 'a bracket without partner'],
  ['(二)抓落实（三)抓督查', '（二）抓落实（三）抓督查', 'mixed pairs'],
  ['办法总比困难多...', '办法总比困难多……', 'three dots'],
  ['坚持到底--不松劲', '坚持到底——不松劲', 'two hyphens'],
  ['抓住了机遇.', '抓住了机遇。', 'a full stop at the end of a line'],
  ['一.抓住了机遇', '一.抓住了机遇', 'the dot of a number stays'],
  ['1.抓住了3.5亿', '1.抓住了3.5亿', 'digits keep their dots'],
  ['印发<<造林办法>>', '印发《造林办法》', 'doubled angle brackets'],
  ['２０１８年３．５％', '2018年3.5%', 'full-width digits'],
  ['｢一线｣､﹗', '「一线」、！', 'compatibility forms'],
];

describe('toFullWidth', () => {
  for (const [source, expected, why] of CASES) {
    it(`${why}: ${source}`, () => assert.equal(toFullWidth(source), expected));
  }

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(...'山水云溪干部,;:!?().-"\'“”《》，。%5A 8'.split(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
        const once = toFullWidth(pieces.join(''));
        assert.equal(toFullWidth(once), once);
      }),
      runs(300),
    );
  });
});
