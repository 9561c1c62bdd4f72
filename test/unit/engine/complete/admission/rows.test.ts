import assert from 'node:assert/strict';
import { isBareWord } from '../../../../../src/engine/complete/admission/bareWord';
import { endsHalfWay } from '../../../../../src/engine/complete/admission/halfWay';
import { isTitle, repeatsSentence } from '../../../../../src/engine/complete/admission/ownWording';
import { wordBeforeCursor } from '../../../../../src/engine/complete/admission/wordBeforeCursor';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { segmentOf } from '../../segmentOf';

const corpus = [
  segmentOf([
    { paragraphs: ['发放|试剂盒|，|发放|试剂盒|，|采购|试剂盒|。'], date: '2022-01-01' },
    { paragraphs: ['测试|准备|工作|，|重视|测试|准备|工作|。'], date: '2023-01-01' },
  ]),
];

describe('what may stand in a list', () => {
  it('knows the last word of a draft, as the corpus cuts it', () => {
    assert.equal(wordBeforeCursor(corpus, '各部门要重视测试'), 2);
    assert.equal(wordBeforeCursor(corpus, '发放试剂盒'), 3);
    assert.equal(wordBeforeCursor(corpus, '发放，'), 0);
  });
  it('begins where a word of the draft begins', () => {
    const { complete } = createSuggestions(corpus);
    const texts = (before: string) => complete({ before }, { limit: 8 }).phrases.map(({ text }) => text);
    assert.ok(texts('各部门要重视测试').every(text => !text.startsWith('剂盒')));
    assert.ok(texts('各部门要重视测试').some(text => text.startsWith('准备')));
  });
  it('ends where one may stop', () => {
    for (const text of ['统一思想，今天', '抓落实，绝', '不怕吃苦，说了']) assert.ok(endsHalfWay(text), text);
    for (const text of ['统一思想', '统一思想，', '统一思想、凝聚力量', '推动']) assert.ok(!endsHalfWay(text), text);
  });
  it('is no short word behind a mark, unless it is likely', () => {
    assert.ok(isBareWord('推动', 0.05, '同志们，'));
    assert.ok(!isBareWord('推动', 0.5, '同志们，'));
    assert.ok(!isBareWord('推动', 0.05, '大力'));
    assert.ok(!isBareWord('推动高质量发展', 0.05, '同志们，'));
  });
  it('is neither the draft’s title nor one of its sentences', () => {
    assert.ok(isTitle('全县招商引资大会', '在全县招商引资大会上的讲话'));
    assert.ok(!isTitle('招商引资', '在全县招商引资大会上的讲话'));
    assert.ok(repeatsSentence('抓好落实', '我们要抓好落实。我们要'));
    assert.ok(!repeatsSentence('抓好落实', '我们要抓好落实，办成实事。我们要'));
  });
});
