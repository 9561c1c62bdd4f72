import assert from 'node:assert/strict';
import { wordBeforeCursor } from '../../../../src/engine/complete/admission/wordBeforeCursor';
import { wordAtCursor } from '../../../../src/engine/complete/wordAtCursor';
import { segmentOf } from '../segmentOf';

const corpus = [
  segmentOf([
    { paragraphs: ['推动|高质量|发展|，|打|基础|，|利|长远|。|大会|秘书长|宣读|名单|。'], date: '2022-01-01' },
    { paragraphs: ['推动|高质量|发展|，|先|打|基础|。|大会|秘书长|到场|。'], date: '2023-01-01' },
  ]),
];

describe('the word that a row goes on with', () => {
  const shown = (before: string, text: string, known: number) =>
    (before + text).slice(before.length - wordAtCursor(corpus, before, text, known));
  it('is shown whole, as the corpus cuts it', () => {
    assert.equal(shown('推动高', '质量发展', 3), '高质量发展');
    assert.equal(shown('推动', '高质量发展', 2), '高质量发展');
    assert.equal(shown('推动高质量发展，', '打基础', 4), '打基础');
  });
  it('has the single character before it with it, which may be a piece of it', () => {
    assert.equal(shown('发展，打', '基础', 2), '打基础');
  });
  it('has the word before it with it where it would begin with such a piece, and the corpus has not the row', () => {
    assert.equal(shown('大会秘书', '长致辞', 0), '秘书长致辞');
  });
  it('has the number before it with it where it begins with a measure', () => {
    assert.equal(shown('共派出几千', '名干部', 2), '几千名干部');
  });
  it('has the number before it with it, and the word of a suffix', () => {
    assert.equal(shown('共有11.', '2万户', 2), '11.2万户');
    assert.equal(shown('大会', '性质', 2), '大会性质');
    assert.equal(shown('这根', '弦，', 2), '这根弦，');
    assert.equal(shown('工作，扎扎实', '实做好', 0), '扎扎实实做好');
  });
  it('is told by the mark before it, too', () => {
    const { length } = '着力';
    const held = [segmentOf([{ paragraphs: ['统筹|安排|。|着力|推进|项目|。'], date: '2022-01-01' }])];
    assert.equal(wordBeforeCursor(held, '有序。着力'), length);
  });
  it('stands by itself behind a character that does so', () => {
    assert.equal(shown('我们的', '工作', 0), '工作');
    assert.equal(shown('过后又是老', '城区改造', 0), '老城区改造');
    assert.equal(shown('多的是老', '办法', 0), '老办法');
  });
  it('is one where nobody knows it: its characters in a row are no words', () => {
    assert.equal(wordBeforeCursor(corpus, '在镕锳'), 2);
  });
});
