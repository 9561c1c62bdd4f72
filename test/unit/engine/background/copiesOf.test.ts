import assert from 'node:assert/strict';
import { copiesOf } from '../../../../src/engine/background/copiesOf';
import { speech } from '../../../fixtures/sampleText';

describe('copiesOf', () => {
  const held = [speech(1, 900), speech(2, 900)].map(text => text.replaceAll('。', '；'));
  const isCopy = copiesOf(held);

  it('finds an article again, whole, in part, or with more around it', () => {
    const own = '渡口的老船工说起往年的大水，至今记得清清楚楚。'.repeat(12);
    assert.ok(isCopy(held[0]!));
    assert.ok(isCopy(held[1]!.slice(200, 600)));
    assert.ok(isCopy(own + held[0]! + own));
  });

  it('finds it with a word changed here and there', () => {
    assert.ok(isCopy(held[0]!.replaceAll('柳溪镇', '松坡镇')));
  });

  it('lets pass what only shares a sentence, or nothing', () => {
    const other = Array.from(
      { length: 30 },
      (_, i) => `第${i}个清晨，巡堤的人走过第${i * 7}号桩，记下水位和风向。`,
    ).join('');
    assert.equal(isCopy(other), false);
    assert.equal(isCopy(other + held[0]!.slice(0, 60)), false);
    assert.equal(isCopy(''), false);
  });
});
