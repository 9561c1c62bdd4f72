import assert from 'node:assert/strict';
import { admission } from '../../../../src/engine/offers/admission';
import type { OfferList, PhraseOffer } from '../../../../src/engine/offers/offer';
import { opensByItself, rowsUnasked, staysOpen } from '../../../../src/engine/offers/opening/opensByItself';
import { passedOver } from '../../../../src/engine/offers/opening/passedOver';
import { phraseOffer } from './phraseOffer';

const list = (...rows: PhraseOffer[]): OfferList => ({ rows, probability: 0, isAsked: false, isStructure: false });

describe('a list that opens by itself', () => {
  it('opens where one of its rows is likely right, the sooner the more lists are wanted', () => {
    const unlikely = list(phraseOffer('经济', 0.05), phraseOffer('工作', 0.01));
    const likely = list(phraseOffer('高质量发展', 0.6));
    assert.deepEqual(
      (['all', 'many', 'likely', 'few'] as const).map(level => opensByItself(unlikely, level)),
      [true, false, false, false],
    );
    assert.ok(opensByItself(likely, 'few'));
    assert.ok(!opensByItself(list(), 'all'));
  });
  it('does not open for what the writer has just passed over, but stays open while the writer types towards it', () => {
    const passed = passedOver(['高质量发展', '经济'], '高');
    assert.deepEqual(passed, { texts: ['质量发展'], typed: 1 });
    const rest = list(phraseOffer('质量发展', 0.6));
    assert.ok(!opensByItself(rest, 'likely', passed));
    assert.ok(staysOpen(rest, passed));
    assert.ok(!staysOpen(rest, passedOver(['经济'], '高')));
  });
  it('has no rows that are hardly ever right behind its first ones', () => {
    const long = list(
      phraseOffer('经济', 0.4),
      phraseOffer('我们', 0.001),
      phraseOffer('工作', 0.1),
      phraseOffer('火箭', 0.001),
      phraseOffer('项目', 0.01),
    );
    assert.deepEqual(
      rowsUnasked(long).map(offer => (offer.kind === 'phrase' ? offer.text : '')),
      ['经济', '我们', '工作', '项目'],
    );
  });
  it('has no facts of other places, unless the draft has them, and nothing that is banished', () => {
    const admits = admission({ before: '全年完成投资86亿元，推动高' }, ['高质量发展']);
    for (const text of ['上市公司达262家', '2019年的', '增长百分之七']) assert.ok(!admits(text), text);
    for (const text of ['投资86亿元', '贯彻党的二十大精神', '抓好落实']) assert.ok(admits(text), text);
    assert.ok(!admits('质量发展'));
    assert.ok(admits('质量强县'));
  });
});
