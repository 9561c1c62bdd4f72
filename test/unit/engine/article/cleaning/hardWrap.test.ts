import assert from 'node:assert/strict';
import { continuations, type WrapLine } from '../../../../../src/engine/article/cleaning/hardWrap';

const line = (text: string, more: Partial<WrapLine> = {}): WrapLine => ({
  text,
  isIndented: false,
  afterBlankLine: false,
  afterNoise: false,
  startsBlock: false,
  ...more,
});
const numbers = (lines: WrapLine[]) => continuations(lines).flatMap((continues, i) => (continues ? [i] : []));

const FULL = '各级干部要沉下身子扑到一线把工作做到群众的心坎里去让';

describe('continuations', () => {
  it('joins lines broken at one width, and begins anew at indents, blank lines and numbers', () => {
    const lines = [
      line(FULL),
      line(FULL),
      line(FULL),
      line('他们满意。'),
      line(FULL, { afterBlankLine: true }),
      line('（二）抓督查。'),
    ];
    assert.deepEqual(numbers(lines), [1, 2, 3]);
    const indented = [
      line(FULL, { isIndented: true }),
      line(FULL),
      line(FULL, { isIndented: true }),
      line(FULL),
      line('二是抓督查。'),
    ];
    assert.deepEqual(numbers(indented), [1, 3]);
  });

  it('leaves slogans and paragraphs of any length apart', () => {
    assert.deepEqual(
      numbers(['抓重点补短板', '惠民生促改革', '强作风树形象', '提效能优服务', '聚民心'].map(text => line(text))),
      [],
    );
    assert.deepEqual(numbers([`${FULL}好。`, `${FULL}${FULL}好。`, `${FULL}好。`, '好。'].map(text => line(text))), []);
  });

  it('joins what ends at a comma, a salutation aside', () => {
    assert.deepEqual(numbers([line('要把方便群众的实事做好，把难事做细，'), line('把好事做实。')]), [1]);
    assert.deepEqual(numbers([line('各位领导，'), line('同志们：')]), []);
  });

  it('joins prose that noise has cut, and no heading', () => {
    const cut = [line('要抓苗木。种苗站要在三月以前把苗木'), line('送到村口。', { afterNoise: true })];
    assert.deepEqual(numbers(cut), [1]);
    const heading = [line('二、突出重点，把任务落到地头'), line('要抓苗木。', { afterNoise: true })];
    assert.deepEqual(numbers(heading), []);
    const ended = [line('要抓苗木，要抓质量。'), line('要抓管护。', { afterNoise: true })];
    assert.deepEqual(numbers(ended), []);
  });
});
