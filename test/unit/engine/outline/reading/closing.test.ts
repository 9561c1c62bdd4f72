import assert from 'node:assert/strict';
import { closingParagraph } from '../../../../../src/engine/outline/reading/closing';

describe('closingParagraph', () => {
  it('is the last address to the audience', () => {
    const lines = [
      '同志们：',
      '一、抓产业',
      '同志们，产业是根本。',
      '说一段产业。',
      '　　各位代表！让我们一起干。',
      '谢谢大家！',
    ];
    assert.equal(closingParagraph(lines, 1), 4);
  });

  it('is the leave-taking where nobody is addressed', () => {
    assert.equal(closingParagraph(['一、抓产业', '说一段产业。', '我的发言到此结束。', '谢谢大家。'], 0), 2);
  });

  it('is nowhere before the last numbered paragraph, nor in mere mention', () => {
    const lines = ['同志们，今天讲一件事。', '一、抓产业', '各位代表提出的建议都办了。', '谢谢你们的标语到处都是。'];
    assert.equal(closingParagraph(lines, 1), lines.length);
  });
});
