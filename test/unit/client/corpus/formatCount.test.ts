import assert from 'node:assert/strict';
import { formatCount } from '../../../../src/client/corpus/formatCount';

describe('formatCount', () => {
  it('counts in 万 and 亿 in Chinese, ready for the counting word', () => {
    const shown = [0, 950, 9999, 10_000, 21_432, 99_600, 123_456, 70_000_000, 312_000_000].map(
      count => `${formatCount(count, 'zh-cn')}字`,
    );
    assert.deepEqual(shown, [
      '0 字',
      '950 字',
      '9999 字',
      '1 万字',
      '2.1 万字',
      '10 万字',
      '12 万字',
      '7,000 万字',
      '3.1 亿字',
    ]);
  });

  it('counts in thousands and millions in English', () => {
    const shown = [0, 950, 1000, 1540, 21_432, 999_400, 7_200_000, 70_000_000].map(count => formatCount(count, 'en'));
    assert.deepEqual(shown, ['0', '950', '1k', '1.5k', '21k', '999k', '7.2M', '70M']);
  });

  it('knows Chinese by any of its locales', () => {
    assert.equal(formatCount(21_432, 'zh-TW'), '2.1 万');
  });
});
