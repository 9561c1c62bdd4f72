import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inlineMarkers, markerText, nextMarker, parseMarker, withNumber } from '../../../../src/engine/outline/marker';
import { SERIES } from '../../../../src/engine/outline/series';
import { runs } from '../../../fixtures/runs';

const markers: [line: string, series: string, number: number, next: string | null][] = [
  ['一、抓产业', 'chinese', 1, '二、'],
  ['十二、抓作风', 'chinese', 12, '十三、'],
  ['（九）守住底线', 'chineseParenthesised', 9, '（十）'],
  ['(二)守住底线', 'chineseParenthesised', 2, '(三)'],
  ['1.修好路', 'arabic', 1, '2.'],
  ['9. 修好路', 'arabic', 9, '10. '],
  ['3、修好路', 'arabic', 3, '4、'],
  ['１．修好路', 'arabic', 1, '２．'],
  ['1.2024年的打算', 'arabic', 1, '2.'],
  ['（4）修好桥', 'arabicParenthesised', 4, '（5）'],
  ['第一，想清楚', 'ordinal', 1, '第二，'],
  ['第十、想清楚', 'ordinal', 10, '第十一、'],
  ['首先，要想清楚', 'word', 1, '其次，'],
  ['其次要干明白', 'word', 2, '再次'],
  ['再次，要说明白', 'word', 3, '最后，'],
  ['最后，要落到底', 'word', 4, null],
  ['一是快', 'is', 1, '二是'],
  ['十是稳', 'is', 10, '十一是'],
  ['三是，还要准', 'is', 3, '四是，'],
  ['二要务实', 'must', 2, '三要'],
  ['三要领会精神', 'must', 3, '四要'],
  ['其一，路要通', 'among', 1, '其二，'],
  ['⑳收好尾', 'circled', 20, '㉑'],
  ['㊿收好尾', 'circled', 50, null],
  ['一、二十年来的路', 'chinese', 1, '二、'],
];

const lookalikes = [
  '1.5亿元的项目落了地',
  '3.15晚会',
  '1、2号楼',
  '2023.',
  '2023年',
  '一是一，二是二',
  '一是一',
  '二是二，不含糊',
  '第一书记来了',
  '第一批干部',
  '第一要务是发展',
  '第一、第二产业',
  '第三、四段',
  '首先体现的是态度',
  '再次感谢大家',
  '最后一公里',
  '一要素也不能少',
  '三要点',
  '一、二、三产业融合',
  '三、四线城市',
  '一、二级市场',
  '一个好支部',
  '其一生清白',
  '百一、',
  '',
  '　　',
];

describe('parseMarker', () => {
  for (const [line, series, number, next] of markers) {
    it(`reads ${line}`, () => {
      const marker = parseMarker(line);
      assert.ok(marker);
      assert.equal(marker.series, series);
      assert.equal(marker.number, number);
      assert.equal(markerText(marker), line.slice(marker.start, marker.end));
      assert.equal(nextMarker(marker), next);
    });
  }

  for (const line of lookalikes) {
    it(`sees no marker in “${line}”`, () => assert.equal(parseMarker(line), null));
  }

  it('looks behind full-width blanks and the marks of a Markdown heading', () => {
    assert.deepEqual([parseMarker('　　二是抓落实')?.start, parseMarker('　　二是抓落实')?.end], [2, 4]);
    assert.equal(parseMarker('## 一、抓产业')?.start, 3);
    assert.equal(parseMarker('**（一）抓产业**')?.number, 1);
  });

  it('reads every marker the table can write, of any number', () => {
    const forms = SERIES.flatMap(series => series.forms.map(form => ({ series, form })));
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.integer({ min: 1, max: 130 }), ({ series, form }, value) => {
        const numeral = series.numerals.format(value);
        fc.pre(numeral !== null);
        const written = form.before + numeral + form.after;
        const marker = parseMarker(`${written}${form.guard ? '要' : ''}干到底`);
        assert.equal(marker?.series, series.id);
        assert.equal(marker.number, value);
        assert.equal(markerText(marker), written);
        assert.equal(withNumber(marker, value), written);
      }),
      runs(200),
    );
  });
});

describe('inlineMarkers', () => {
  it('finds markers behind punctuation only', () => {
    const text = '办好两件事：一是修路，方便出行；二是引水。问题一是钱，第一书记';
    assert.deepEqual(inlineMarkers(text, 0).map(markerText), ['一是', '二是']);
  });

  it('starts behind the offset', () => {
    assert.deepEqual(inlineMarkers('一是快；二是稳', 2).map(markerText), ['二是']);
  });
});
