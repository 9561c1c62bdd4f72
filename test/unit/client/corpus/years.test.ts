import assert from 'node:assert/strict';
import { isYears, yearsOf, yearsText } from '../../../../src/client/corpus/years';

describe('years', () => {
  const cases: readonly [string, object, string][] = [
    ['2018-2023', { fromYear: 2018, toYear: 2023 }, '2018-2023'],
    ['2018-', { fromYear: 2018 }, '2018-'],
    ['-2023', { toYear: 2023 }, '-2023'],
    ['2018', { fromYear: 2018, toYear: 2018 }, '2018'],
    ['2018 至 2023年', { fromYear: 2018, toYear: 2023 }, '2018-2023'],
    ['', {}, ''],
  ];
  for (const [text, years, written] of cases) {
    it(`are read and written: “${text}”`, () => {
      assert.deepEqual(yearsOf(text), years);
      assert.equal(yearsText(yearsOf(text)), written);
      assert.ok(isYears(text));
    });
  }
  it('are refused where they are none', () => {
    for (const text of ['去年', '18-23', '2018-2023-', '-']) assert.ok(!isYears(text), text);
  });
});
